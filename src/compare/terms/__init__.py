"""Word use, themes and wording shared between plans, counted with jieba. Knows nothing of indicators."""
