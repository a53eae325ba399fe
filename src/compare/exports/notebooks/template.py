"""A notebook of one's own: question, parameters, data frame, figure, findings, evidence, two variations.

Its cells use pandas, seaborn and the tables alone, so that what is copied into another notebook runs there.
"""

from __future__ import annotations

import re

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

#: What follows the question, cell by cell: Markdown where the text begins with ``#``, else code. The notebook
#: ``03_topic`` that comes with the project has the same cells.
_CELLS = (
    """\
## 参数 Parameters

改动后从头运行。`regions` 写代码或名称，`None` 为全部方案。

Change them and run all. `regions` takes codes or names, `None` means all plans.""",
    """\
topic = "{topic}"  # 指标类别 group of indicators; see study.labels.groups
regions = None  # None: 全部方案 all plans; 或 or ["region or plan_id", …]
language = "zh"  # "zh", "en"
year = 2035  # 期限不晚于此年,未写期限的保留 deadlines up to this year; undated values stay""",
    """\
## 数据表 The data frame""",
    """\
import matplotlib.pyplot as plt
import seaborn as sns

import compare
from compare.figures.drawing import style
from compare.prose import observations

study = compare.load()
style.use()  # a font with Chinese characters, and the colours
found = study.long(topic, region=regions, lang=language)
values = found[found["year"].isna() | (found["year"] <= year)]
values.iloc[:, :9]""",
    """\
## 图 Figure

每种单位一幅；形状为约束方式。

One for each unit; the shape says how a value binds.""",
    """\
for unit, alike in values.groupby("unit"):
    plt.figure(figsize=(8, 0.8 + 0.3 * alike["row_label"].nunique()))
    look = {"hue": "region", "hue_order": values["region"].unique(), "style": "comparator_label", "s": 80}
    axes = sns.scatterplot(data=alike, x="value", y="row_label", **look)
    axes.set(xlabel=study.labels.unit(unit, language), ylabel="", ymargin=0.3)
    axes.legend(bbox_to_anchor=(1, 1), loc="upper left")""",
    """\
## 结论 Findings

由所选方案的数据表得出，每句的依据见 `statement_ids`、`row_ids`；`year` 不影响结论。

Derived from the tables of the plans chosen; `statement_ids` and `row_ids` name what each rests on; `year`
does not narrow them.""",
    """\
findings = observations(study, topic, regions)
print(*findings["sentence_" + language], sep="\\n")""",
    """\
## 原句 Evidence""",
    """\
study.evidence_table(values["statement_id"])[["plan_id", "sentence", "trail", "document_number"]]""",
    """\
## 试一试 Try

没有数值的任务；数值与期限。

Tasks without a number; values by their deadlines.""",
    """\
study.topics(topic, region=regions, lang=language).iloc[:, :8]""",
    """\
dated = values.assign(due=values["year"].astype("string").fillna("—")).sort_values("due")
sns.countplot(data=dated, x="due", hue="region").set(xlabel="");""",
    """\
## 这些数据不能说明什么 What the data cannot say

- 未提及不等于零；数值须与约束方式、期限和口径一起读。

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
    texts = [f"# {question}", *(text.replace("{topic}", topic) for text in _CELLS)]
    book.cells = [_cell(number, text) for number, text in enumerate(texts)]
    return nbformat.writes(book) + "\n"


def _cell(number: int, text: str) -> nbformat.NotebookNode:
    name = f"cell-{number:02d}"
    return new_markdown_cell(text, id=name) if text.startswith("#") else new_code_cell(text, id=name)


def file_name(question: str, number: int) -> str:
    """``20_how_many_beds.ipynb``: the words of the question, Chinese ones too, for a file name."""
    words = "_".join(re.findall(r"\w+", question.lower()))[:40].strip("_")
    return f"{number}_{words or 'question'}.ipynb"
