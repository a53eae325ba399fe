"""Tables to sentences in Chinese and English: what plans share, who asks for most, what is contradicted.

In: rows of the published tables, and labels. Out: observations, each with the cells and statements it rests
on, and its sentence. Knows no chart and no file, and judges nothing: where years or bounds differ it says so
instead of ranking.
"""

from __future__ import annotations

from compare.prose.as_table import observations, of_study
from compare.prose.observation import Observation, ObservationKind
from compare.prose.observing import observe
from compare.prose.sentences import sentence

__all__ = ["Observation", "ObservationKind", "observations", "observe", "of_study", "sentence"]
