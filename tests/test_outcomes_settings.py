"""Which numbers that were read as targets are set by nobody."""

from __future__ import annotations

import pytest
from test_outcomes_answers import PLAN

from luoshi.ledger import Ledger
from luoshi.reading import read


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("抓好32个重点项目", []),
        ("加快推进东湾大桥、西屿港等5个项目", []),
        ("加快13条在建公路", []),
        ("开工东湾大桥、西屿港等5个项目", ["5个"]),
        ("东湾大桥、西屿港等5个项目竣工", ["5个"]),
        ("新建公园12个", ["12个"]),
    ],
)
def test_what_is_there_is_no_target(ledger: Ledger, words: str, targets: list[str]) -> None:
    ledger.add(read(PLAN.format(words), date="2024-01-15"))
    assert [row.target.quote for row in ledger.outcomes("临澜市", "2024")] == targets
