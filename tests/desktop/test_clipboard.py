"""The note on a real clipboard: another program of the desktop gets exactly the copied text."""

import json
import subprocess
from collections.abc import Callable
from datetime import date

from core.case.case_file import read_case_file
from core.content import Content
from core.pages.note import to_note
from tests.desktop.conftest import PROJECT, Desktop, Program
from tests.desktop.waiting import SECONDS, until
from tests.desktop.x_window import XWindow
from tests.programs import require

CASE = PROJECT / "resources" / "cases" / "metal_without_artifact_reduction.case.json"


def pasted(desktop: Desktop, kind: str) -> str:
    """Return the text of this type that another program gets."""
    command = ["xclip", "-selection", "clipboard", "-out", "-target", kind]
    done = subprocess.run(command, env=desktop.environment, capture_output=True, timeout=SECONDS, check=False)
    return done.stdout.decode()


def test_the_pasted_note_is_the_copied_note(desktop: Desktop, launch: Callable[..., Program], content: Content) -> None:
    require("xclip")
    launch(str(CASE))
    case = read_case_file(CASE)
    with XWindow(desktop.display, json.loads(CASE.read_text(encoding="utf-8"))["title"]) as window:
        window.take_keyboard()
        window.type("ctrl+shift+c")
        until(lambda: pasted(desktop, "UTF8_STRING"), "a note on the clipboard")
        note = to_note(case, content, date.today())
        assert not note.isascii()
        assert pasted(desktop, "UTF8_STRING") == note
        kinds = set(pasted(desktop, "TARGETS").split())
        assert kinds & {"text/html", "text/markdown", "image/png", "text/uri-list"} == set()
