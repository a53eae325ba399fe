"""Steps that share the end of their names (三、四、五星级), each with an end of its own (三星级、四星级 …):
scales are known by whole names."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Steps and the last with the end of all. One character opens them, so that the search is fast; the mark of
# a line (一、二级医院) and the end of a number (二十三、四级) are no steps.
_STEPS = {
    "一二三四五六七八九1-9": "星级|[A甲]级|级|等奖|[类档](?!案)",
    "甲乙丙丁": "[级等类]",
    "轻中重": "度",
    "初中高": "级",
    "省市县区州": "级",
}
_JOINT = "[、和及与或]"
_SHARED = re.compile(
    "、(?:"
    + "|".join(
        f"(?<=[^\\n\\s(（#{steps}十百零0-9.][{steps}]、)(?P<more{at}>(?:[{steps}]{_JOINT})*+)[{steps}](?P<end{at}>{ends})"
        for at, (steps, ends) in enumerate(_STEPS.items())
    )
    + ")"
)


def shared_endings(text: str) -> Iterator[tuple[int, int, str]]:
    """The connectors between steps that share their ending, each with the ending put before it.

    >>> [*shared_endings("评为三、四和五级的")]
    [(3, 4, '级、'), (5, 6, '级和')]
    """
    for found in _SHARED.finditer(text):
        at = (found.lastgroup or "")[-1]
        ending = found[f"end{at}"]
        yield found.start(), found.start() + 1, f"{ending}、"
        more = found.start(f"more{at}")
        for joint in range(more + 1, found.end(f"more{at}"), 2):
            yield joint, joint + 1, f"{ending}{text[joint]}"
