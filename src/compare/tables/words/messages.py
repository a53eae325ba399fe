"""Messages in words: a phrase and its facts in Chinese or English, by the wording of the codebook."""

from __future__ import annotations

from collections.abc import Mapping

from compare.model import Amount, Code, Fact, Phrase
from compare.tables.words.labels import Labels, Lang, WordingError

#: The columns of a message, and the language of each.
MESSAGES: Mapping[str, Lang] = {"message": "en", "message_zh": "zh"}


def message_column(lang: Lang) -> str:
    """The column with the messages of a language."""
    return next(column for column, of in MESSAGES.items() if of == lang)


def messages(phrase: Phrase, labels: Labels) -> dict[str, str]:
    """The columns of MESSAGES. Raises :class:`WordingError`."""
    return {column: message(phrase, labels, lang) for column, lang in MESSAGES.items()}


def message(phrase: Phrase, labels: Labels, lang: Lang) -> str:
    """What a phrase says. Without wording for it: its key and its facts, so that nothing is hidden.

    Raises :class:`WordingError` for wording with a field that the phrase does not fill.
    """
    facts = {name: _printed(fact, labels, lang) for name, fact in phrase.facts.items()}
    if phrase.key not in labels.words:
        return " ".join([phrase.key, *(f"{name}={text}" for name, text in facts.items())])
    try:
        return labels.word(phrase.key, lang).format(**facts)
    except (KeyError, IndexError, ValueError):
        known = ", ".join(f"{{{name}}}" for name in facts) or "none"
        raise WordingError(
            f"wording: {phrase.key} ({lang}): a field in braces is not one of this message's "
            f"({known}); mend it"
        ) from None


def identity(fact: Fact) -> str:
    """The facts of a message as one line of codes that no change of wording or label touches."""
    if isinstance(fact, Phrase):
        facts = ", ".join(f"{name}={identity(fact.facts[name])}" for name in sorted(fact.facts))
        return f"{fact.key}({facts})"
    if isinstance(fact, Code):
        return f"{fact.section}:{fact.code}"
    if isinstance(fact, Amount):
        return f"{fact.low:.15g}..{fact.high:.15g} {fact.unit} {fact.comparator}"
    return fact if isinstance(fact, str) else f"[{'; '.join(map(identity, fact))}]"


def _printed(fact: Fact, labels: Labels, lang: Lang) -> str:
    if isinstance(fact, Phrase):
        return message(fact, labels, lang)
    if isinstance(fact, Code):
        return _label(fact, labels, lang)
    if isinstance(fact, Amount):
        return labels.value(fact.low, fact.high, fact.unit, fact.comparator, lang)
    if isinstance(fact, str):
        return " ".join(fact.split())
    return labels.word("findings.semicolon", lang).join(_printed(one, labels, lang) for one in fact)


def _label(fact: Code, labels: Labels, lang: Lang) -> str:
    """Indicators have their code behind the label, and so have English units, of which some share a name."""
    if fact.section == "fields":
        return labels.word(f"findings.field_{fact.code}", lang)
    if fact.section == "scopes":
        return labels.scope(fact.code, lang)
    if fact.section == "units":
        label = labels.unit(fact.code, lang)
        return label if lang == "zh" else _coded(label, fact.code, labels, lang)
    if fact.section == "indicators":
        return _coded(labels.indicator(fact.code, lang), fact.code, labels, lang)
    return labels.of(fact.section, fact.code, lang)


def _coded(label: str, code: str, labels: Labels, lang: Lang) -> str:
    return label if label == code else labels.word("findings.coded", lang, label=label, code=code)
