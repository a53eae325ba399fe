"""What the explorer page says first: the findings in words, each with the cells and plans behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.prose import of_study, sentence
from compare.tables.words.labels import LANGUAGES

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

Item = dict[str, Any]


def observation_items(dataset: Dataset) -> list[Item]:
    """The observations of :mod:`compare.prose`, most telling first: sentence, group, ``cells``
    (``plan/row``) and, where no cell is behind it, the ``plan`` it is about."""
    found = []
    for one in of_study(dataset):
        values = (*one.values, *one.derived, *one.elsewhere)
        found.append(
            {
                "text": {lang: sentence(one, dataset.labels, lang) for lang in LANGUAGES},
                "group": one.group,
                "cells": list(dict.fromkeys(f"{value.plan_id}/{value.row_id}" for value in values)),
                "plan": "" if values else dict(one.names).get("plan", ""),
            }
        )
    return found
