"""A notebook of one's own: question, parameters, data, figure, findings, evidence, two variations.

Its cells use pandas, seaborn and the tables alone, so that what is copied into another notebook runs there.
"""

from __future__ import annotations

import re

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

_INTRO = "参数写在下一格,改动后从头运行。\n\nThe next cell has the parameters: change them, run all."
#: What follows the question, cell by cell: Markdown where the text begins with ``#``, else code.
_CELLS = (
    """\
topic = "{topic}"  # 指标类别 group of indicators: see study.labels.groups
regions = None  # None: 全部方案 all plans; 或 or ["楚雄彝族自治州", "altay-2020"]
language = "zh"  # "zh", "en"
year = 2035  # 期限不晚于此年 deadlines up to this year; 未写期限的保留 undated values stay""",
    """\
import compare
import seaborn as sns
from compare.figures.drawing import style
from compare.prose import told

study = compare.load()
found = study.long(topic, region=regions, lang=language)
values = found[found["year"].isna() | (found["year"] <= year)]
values.iloc[:, :9]""",
    """\
## 图 Figure

一张图只放一种单位;`style.use()` 设好中文字体。

One figure, one unit; `style.use()` sets a font with Chinese characters.""",
    """\
style.use()
alike = values[values["unit"].isin(values["unit"].mode()[:1])]
grid = sns.catplot(
    data=alike, x="value", y="indicator_label", hue="region", kind="strip", height=4, aspect=1.8
)
grid.set(xlabel=" ".join(study.labels.unit(unit, language) for unit in alike["unit"].unique()), ylabel="")""",
    """\
## 结论 Findings

由数据表得出,每句都有依据(`statement_ids`)。

Derived from the tables; each rests on the statements named in `statement_ids`.""",
    """\
findings = told(study, topic)
print(*findings["sentence_" + language], sep="\\n")""",
    """\
## 原句 Evidence""",
    """\
study.evidence_table(values["statement_id"])[["plan_id", "sentence", "trail", "document_number"]]""",
    """\
## 试一试 Try

同一数据的两种画法:热力图;数值与期限。

The same data in two other forms: a heat map; values by their deadlines.""",
    """\
table = alike.pivot_table(index="indicator_label", columns="region", values="value", aggfunc="max")
table.style.format("{{:g}}", na_rep="—").background_gradient(cmap="Blues", axis=None)""",
    """\
by_year = alike.assign(due=alike["year"].astype("string").fillna("—")).sort_values("due")
sns.catplot(data=by_year, x="due", y="value", hue="region", kind="strip", height=4, aspect=1.5)""",
    """\
## 这些数据不能说明什么 What the data cannot say

- 未提及不等于零;数值须与约束方式、期限和口径一起读。

- Not stated is not zero; read a value with its comparator, its deadline and its scope.""",
)


def notebook(question: str, topic: str) -> str:
    """A notebook as text (nbformat 4), without outputs; the same arguments give the same text.

    ``topic`` is the code of a group of indicators.
    """
    book = new_notebook(
        metadata={
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    texts = [f"# {question}\n\n{_INTRO}", *(text.format(topic=topic) for text in _CELLS)]
    book.cells = [_cell(number, text) for number, text in enumerate(texts)]
    return nbformat.writes(book) + "\n"


def _cell(number: int, text: str) -> nbformat.NotebookNode:
    name = f"cell-{number:02d}"
    return new_markdown_cell(text, id=name) if text.startswith("#") else new_code_cell(text, id=name)


def file_name(question: str, number: int) -> str:
    """``20_how_many_beds.ipynb``: the words of the question, Chinese ones too, for a file name."""
    words = "_".join(re.findall(r"\w+", question.lower()))[:40].strip("_")
    return f"{number}_{words or 'question'}.ipynb"
