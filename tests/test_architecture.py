"""The rooms of the package and the arrows between them, as the design draws them."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "rapporteur"

# Room → rooms it may import. A room always may import itself and the version.
MAY_IMPORT = {
    "record": set(),
    "knowledge": {"record"},
    "intake": {"record"},
    "reading": {"record", "knowledge"},
    "archive": {"record", "knowledge"},
    "analysis": {"archive"},
    "exchange": {"record", "archive"},
    "scale": {"intake", "reading", "archive"},
    "desk": {"archive", "analysis", "exchange"},
    # the quality of the rooms it looks at, so it sees what the command line sees
    "evaluation": {"record", "knowledge", "intake", "reading"},
}
ALL = {"cli", ""}  # the command line and the package's own front

MODULES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else ""


def imported_rooms(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute, so that arrows can be read"
            names |= {node.module} if node.module != "rapporteur" else {f"rapporteur.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("rapporteur.")} - {"_version"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_what_the_design_lets_it(path):
    room = room_of(path)
    if room in ALL:
        return
    assert room in MAY_IMPORT, f"the design has no room {room!r}"
    assert imported_rooms(path) <= MAY_IMPORT[room] | {room}


def test_the_walk_sees_the_arrows_that_there_are():
    arrows = {(room_of(path), room) for path in MODULES for room in imported_rooms(path)}
    assert {("exchange", "record"), ("cli", "exchange"), ("reading", "knowledge")} <= arrows
