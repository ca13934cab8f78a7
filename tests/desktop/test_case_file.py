"""A case file in the real program on a real X server: open by name, change, save, answer questions, undo."""

from collections.abc import Callable
from pathlib import Path

from core.case.case_file import SCHEMA, Case, case_to_bytes, read_case_file
from tests.desktop.conftest import Desktop, Program
from tests.desktop.waiting import SECONDS, until
from tests.desktop.x_window import XWindow
from tests.strategies import eligible


def written(folder: Path) -> Path:
    """Return a case file."""
    path = folder / "femur.case.json"
    path.write_bytes(case_to_bytes(Case(schema=SCHEMA, title="Second look", scenario=eligible())))
    return path


def test_a_file_is_opened_changed_and_saved_by_keys(
    desktop: Desktop, launch: Callable[..., Program], tmp_path: Path
) -> None:
    path = written(tmp_path)
    program = launch(str(path))
    with XWindow(desktop.display, "Second look · femur.case.json - Bonewatch") as window:
        window.take_keyboard()
        window.type("2")
        with XWindow(desktop.display, "femur.case.json* - Bonewatch"):
            window.type("ctrl+s")
        until(lambda: read_case_file(path).scenario.purpose == "pulmonary_surveillance", "the answer in the file")
        with XWindow(desktop.display, "femur.case.json - Bonewatch"):
            window.type("ctrl+q")

    assert program.process.wait(timeout=SECONDS) == 0
    kept = (tmp_path / ".config" / "bonewatch" / "preferences.json").read_text(encoding="utf-8")
    assert str(path) in kept


def test_the_unsaved_changes_question_can_be_heard_and_answered(
    desktop: Desktop, launch: Callable[..., Program], tmp_path: Path
) -> None:
    path = written(tmp_path)
    before = path.read_bytes()
    program = launch(str(path))
    with XWindow(desktop.display, "femur.case.json") as window:
        window.take_keyboard()
        window.type("2")
        with XWindow(desktop.display, "femur.case.json* - Bonewatch"):
            window.ask_to_close()
        discard = until(lambda: program.app.search("push button", "Discard changes"), "the question")
        assert program.app.search("alert message", "Save the changes in femur.case.json?")
        assert program.app.search("push button", "Save")
        assert program.app.search("push button", "Cancel")
        discard.press()

    assert program.process.wait(timeout=SECONDS) == 0
    assert path.read_bytes() == before


def test_damaged_preferences_are_reported_and_stop_nothing(launch: Callable[..., Program], tmp_path: Path) -> None:
    file = tmp_path / ".config" / "bonewatch" / "preferences.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"recent_files": ["/a', encoding="utf-8")
    program = launch()

    told = until(lambda: [name for name in program.app.names() if str(file) in name], "what is wrong")
    assert "delete the file" in told[0]
