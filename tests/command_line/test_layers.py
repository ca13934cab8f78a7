"""The commands that need no window load no Qt."""

from pathlib import Path

from core.base.resources import resource_path
from tests.core.test_layers import loaded_by

CASE = str(resource_path("cases/index.case.json"))


def test_commands_without_a_window_load_no_qt(tmp_path: Path) -> None:
    commands = [
        ["decide", CASE],
        ["decide", "--format", "json", CASE],
        ["decide", "--format", "markdown", "--why", CASE],
        ["what-if", CASE],
        ["lookup", "metal"],
        ["cases"],
        ["cases", "--format", "json"],
        ["cases", "--handout", "index", "-o", str(tmp_path / "sheet.html")],
        *(["export", CASE, "-o", str(tmp_path / f"page.{ending}")] for ending in ("html", "md", "txt", "json")),
    ]
    loaded = loaded_by(
        f"from gui.__main__ import main\nfor command in {commands!r}:\n    assert main(command) == 0, command\n"
        "for option in ('--help', '--version'):\n    try:\n        main([option])\n    except SystemExit:\n        pass"
    )
    assert "gui.commands.decide" in loaded
    assert {"PySide6", "shiboken6"} & loaded == set()
