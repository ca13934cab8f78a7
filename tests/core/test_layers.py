"""The one-way street: core knows no window, and what needs no window loads none."""

import subprocess
import sys
from pathlib import Path

import pytest

import core

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(f"core.{path.stem}" for path in Path(core.__file__).parent.glob("*.py") if path.stem != "__init__")
CASE = "resources/cases/index.case.json"


def loaded_by(program: str) -> set[str]:
    """The top-level packages and the project's modules that a program in a process of its own has loaded."""
    program += "\nprint('LOADED', *sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", f"import sys\n{program}"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stderr.splitlines() if line.startswith("LOADED"))
    return {name if name.startswith(("core", "gui")) else name.partition(".")[0] for name in line.split()[1:]}


def test_that_all_of_core_loads_no_qt_and_no_part_of_the_window() -> None:
    loaded = loaded_by("".join(f"import {module}\n" for module in MODULES))
    assert len(MODULES) > 10
    assert set(MODULES) <= loaded
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6", "gui", "rich"))] == []


def test_that_core_finds_its_content_without_the_window() -> None:
    program = "from core.content.loading import load_content\nfrom core.base.resources import resource_path\n"
    assert "PySide6" not in loaded_by(program + "load_content(resource_path('content'))")


def test_that_deciding_on_the_command_line_loads_no_qt(subtests: pytest.Subtests) -> None:
    for arguments in [["--format", "json"], ["--format", "markdown", "--why"], ["--format", "text"], []]:
        with subtests.test(arguments=arguments):
            loaded = loaded_by(f"from gui.__main__ import main\nmain({['decide', *arguments, CASE]!r})")
            assert "gui.commands.decide" in loaded
            assert {"PySide6", "shiboken6"} & loaded == set()


def test_that_help_and_version_load_no_qt() -> None:
    for argument in ("--help", "--version"):
        program = f"from gui.__main__ import main\ntry:\n    main([{argument!r}])\nexcept SystemExit:\n    pass"
        assert {"PySide6", "shiboken6"} & loaded_by(program) == set()


def test_that_a_page_loads_qt_for_pdf_alone(tmp_path: Path, subtests: pytest.Subtests) -> None:
    for ending in ["html", "md", "txt", "json"]:
        with subtests.test(ending=ending):
            file = str(tmp_path / f"page.{ending}")
            loaded = loaded_by(f"from gui.__main__ import main\nassert main({['export', CASE, '-o', file]!r}) == 0")
            assert {"PySide6", "shiboken6"} & loaded == set()


def test_that_a_handout_in_html_loads_no_qt(tmp_path: Path) -> None:
    arguments = ["cases", "--handout", "index", "-o", str(tmp_path / "sheet.html")]
    loaded = loaded_by(f"from gui.__main__ import main\nassert main({arguments!r}) == 0")
    assert {"PySide6", "shiboken6"} & loaded == set()


def test_that_the_first_window_loads_nothing_of_the_page() -> None:
    later = {
        "gui.paper.page_files",
        "gui.paper.page_html",
        "gui.paper.pdf",
        "gui.paper.printing",
        "core.pages.decision_page",
        "core.pages.handout",
    }
    assert loaded_by("import gui.window.main_window") & later == set()
