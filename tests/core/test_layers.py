"""The one-way street: core knows no window, and what needs no window loads none."""

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
    """The top-level packages and the project's modules that a program in a process of its own has loaded."""
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
