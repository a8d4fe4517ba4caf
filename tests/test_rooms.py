"""The house has floors: a room imports only the rooms below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import luoshi

PACKAGE = Path(luoshi.__file__).parent
# Room → the rooms it may import, besides itself.
FLOORS = {
    "records": set[str](),
    "extras": set[str](),
    "patterns": set[str](),
    "stated": set[str](),
    "knowledge": {"records"},
    "language": {"knowledge", "patterns", "records", "stated"},
    "documents": {"knowledge", "extras", "patterns", "records", "stated"},
    "reading": {"language", "knowledge", "patterns", "records", "stated"},
    "score": {"records"},
    "ledger": {"reading", "language", "knowledge", "extras", "patterns", "records", "stated"},
    "service": {
        "ledger",
        "score",
        "reading",
        "documents",
        "language",
        "knowledge",
        "extras",
        "patterns",
        "records",
        "stated",
        "__version__",
    },
    "ways": {"service", "records", "__version__"},
    "__main__": {"ways"},
}
FRONT = "__init__"  # the package itself: its public names, from whatever room they live in


def room_of(path: Path) -> str:
    """The room a module of the package belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and room of every import of the package's own modules, wherever in the module it stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports name the whole way"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            first, _, rest = name.partition(".")
            if first == "luoshi":
                yield node.lineno, rest.partition(".")[0]


def test_every_module_stands_in_a_room_of_the_house() -> None:
    rooms = {room_of(path) for path in PACKAGE.rglob("*.py")}
    assert rooms <= FLOORS.keys() | {FRONT}


def test_no_arrow_runs_upward() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}:{line} imports {room}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if (home := room_of(path)) in FLOORS
        for line, room in imports(path)
        if room != home and room not in FLOORS[home]
    ]
    assert not wrong, wrong


def test_an_upward_import_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "figures.py"
    module.write_text("def read():\n    from luoshi.ledger import Ledger\n    import luoshi.ways.cli\n", "utf-8")
    assert list(imports(module)) == [(2, "ledger"), (3, "ways")]
