"""What is given with an address, and the checks of it."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from fastapi import Query

Day = str
Year = Annotated[str, Query(pattern=r"^(?:\d{4})?$")]
Words = Annotated[str, Query(max_length=200)]
Measured = Annotated[str, Query(pattern="^(?:level|change|growth|share|rank|streak)?$")]
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


def no_day(text: str) -> bool:
    """Whether a text is neither empty nor an ISO 8601 day."""
    if not text:
        return False
    try:
        return not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) or date.fromisoformat(text).isoformat() != text
    except ValueError:
        return True
