"""The page from the real program on a real X server: the keys for print and export open their dialogs."""

import pytest

from tests.desktop.conftest import Desktop, Program
from tests.desktop.waiting import until
from tests.desktop.x_window import XWindow


@pytest.mark.parametrize(("keys", "title"), [("ctrl+p", "Print"), ("ctrl+e", "Export one page")])
def test_the_key_opens_the_dialog_and_escape_leads_back(
    desktop: Desktop, program: Program, keys: str, title: str
) -> None:
    with XWindow(desktop.display, "Bonewatch") as window:
        window.take_keyboard()
        window.type(keys)
        with XWindow(desktop.display, title) as dialog:
            picture = dialog.picture()
            assert len(picture.getcolors(picture.width * picture.height) or []) > 20
            dialog.take_keyboard()
            dialog.type("Escape")
        window.take_keyboard()
        before = window.picture()
        window.type("1")
        until(lambda: window.picture().tobytes() != before.tobytes(), "an answer on the form")
    assert program.process.poll() is None
