"""Text recognition (OCR) of a picture, where the extra ``compare-plans[ocr]`` is installed.

RapidOCR carries its models in its package, so nothing is loaded from the network. What it reads is never
taken for what the plan says: every span keeps its confidence, and its statements are queued for review.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

#: How to get it, for messages.
EXTRA = "pip install 'compare-plans[ocr]'"


@dataclass(frozen=True, slots=True)
class PicturedLine:
    """A line of text in a picture: its box in pixels, and how sure its recognition is, 0 to 1."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float


#: From a picture (of Pillow, upright) to its lines, in no order.
Recogniser = Callable[[Any], list[PicturedLine]]


def recogniser() -> Recogniser | None:
    """What recognises text here; None where the extra is not installed."""
    if importlib.util.find_spec("rapidocr") is None or importlib.util.find_spec("onnxruntime") is None:
        return None
    return _recognised


def _recognised(picture: Any) -> list[PicturedLine]:
    import numpy as np

    found = _engine()(np.asarray(picture.convert("RGB"))[:, :, ::-1])
    if found.boxes is None or found.txts is None or found.scores is None:
        return []
    return [
        PicturedLine(
            text,
            float(min(x for x, _ in box)),
            float(min(y for _, y in box)),
            float(max(x for x, _ in box)),
            float(max(y for _, y in box)),
            float(score),
        )
        for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
    ]


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    # One thread: plans are read in processes of their own, and sums in one order give one result.
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
