"""The one-way street: core knows no window, and what needs no window loads none."""

import ast
import subprocess
import sys
from pathlib import Path

import core

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(core.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if path.stem != "__init__"
)
CASE = "resources/cases/index.case.json"


def loaded_by(program: str) -> set[str]:
    """Return the packages and project modules that a program loads in a new process."""
    program += "\nprint('LOADED', *sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", f"import sys\n{program}"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stderr.splitlines() if line.startswith("LOADED"))
    return {name if name.startswith(("core", "gui")) else name.partition(".")[0] for name in line.split()[1:]}


def test_all_of_core_loads_no_qt_and_no_part_of_the_window() -> None:
    loaded = loaded_by("".join(f"import {module}\n" for module in MODULES))
    assert len(MODULES) > 10
    assert set(MODULES) <= loaded
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6", "gui", "rich"))] == []


def test_class_names_are_unique() -> None:
    found: dict[str, list[str]] = {}
    for path in sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "gui").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name.lstrip("_"), []).append(f"{path.relative_to(ROOT)}: {node.name}")
    assert [places for places in found.values() if len(places) > 1] == []


def test_few_files_lie_outside_the_folders() -> None:
    assert {path.name for path in (ROOT / "core").glob("*.py")} == {"__init__.py", "search.py"}
    assert {path.name for path in (ROOT / "gui").glob("*.py")} == {
        "__init__.py",
        "__main__.py",
        "application.py",
        "state.py",
    }
