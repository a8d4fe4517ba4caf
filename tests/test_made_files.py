"""Files that are hard to read come out as a careful person reads them."""

from __future__ import annotations

import pytest
from made_files import FILES

import luoshi
from luoshi.documents import from_bytes
from luoshi.reading.notation import notation


@pytest.mark.parametrize("name", FILES)
def test_every_figure_is_read_and_no_other(name: str) -> None:
    data, expected = FILES[name]
    document = from_bytes(data, name)
    place = "东屿省" if "东屿省" in document.text[:40] else "临澜市"
    figures = luoshi.read(document, date="2026-03-20", place=place).figures
    assert sorted(map(notation, figures)) == sorted(expected)
    assert all(document.text[figure.start : figure.end] == figure.quote for figure in figures)
