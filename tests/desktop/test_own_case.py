"""A teacher's own case, by keyboard on a real X server: started from Decide, saved by the file dialog, opened again."""

import json
from collections.abc import Callable
from pathlib import Path

from core.base.resources import resource_path
from core.case.case_file import read_case_file
from tests.desktop.conftest import Desktop, Program, activate
from tests.desktop.waiting import until
from tests.desktop.x_window import XWindow

INDEX = resource_path("cases/index.case.json")


def test_a_case_is_made_saved_and_found_by_the_keyboard(
    desktop: Desktop, launch: Callable[..., Program], tmp_path: Path
) -> None:
    # Only the answers, as Decide saves them.
    scenario = read_case_file(INDEX).scenario
    start = tmp_path / "start.json"
    start.write_text(json.dumps(vars(scenario)), encoding="utf-8")
    program = launch(str(start))
    with XWindow(desktop.display, "Bonewatch") as window:
        activate(program, window)
        window.choose("alt+t", "m")  # Teach, Make a teaching case
        until(lambda: program.app.search("panel", "Vignette"), "the form")
        words = ("Mine", "A planned visit.", "Which study comes first?", "Radiographs come first.")
        for number, text in enumerate(words):
            if number:
                window.type("Tab")
            window.write(text)
        window.type("alt+s")
        with XWindow(desktop.display, "Save the teaching case") as dialog:
            dialog.take_keyboard()
            dialog.type("ctrl+a")
            dialog.write(str(tmp_path / "mine"))
            dialog.type("Return")
        path = tmp_path / "mine.case.json"
        until(path.exists, "the file")
        case = read_case_file(path)
        assert (case.title, case.scenario) == ("Mine", scenario)
        assert case.teaching is not None
        assert (case.teaching.vignette, case.teaching.question, case.teaching.teaching_point) == words[1:]
        cases = until(lambda: program.app.search("list", "Cases"), "the list of the cases")
        assert cases.children()[0].name == "Mine\nYours"
