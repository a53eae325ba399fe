"""What the tests of checks share."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks import check
from compare.coding import Codebook
from compare.model import Finding


@pytest.fixture
def found(make: SimpleNamespace, codebook: Codebook) -> Any:
    """The findings of one check in a plan with these facts."""

    def findings(name: str, text: str, *facts: Any, plan: Any = None, **parts: Any) -> list[Finding]:
        plan = plan or make.changed(make.plan, title="", document_number="")
        result = make.result(text, *facts, plan=plan, **parts)
        return [one for one in check([result], codebook)[plan.plan_id] if one.check == name]

    return findings
