"""`bonewatch [CASE]`: the window."""

import os
import sys

from core.case_file import CaseError
from gui.commands.common import complain, packaged_content, read_case, today


def window_command(case_name: str | None) -> int:
    """Opens the window, with a case where one is named, and stays until it is closed."""
    if not _has_display():
        complain(
            [
                "There is no display to open the window on.",
                "Without one: bonewatch decide CASE (the decision as text), bonewatch render CASE -o picture.png "
                "(a picture of the window); bonewatch --help lists all commands.",
            ]
        )
        return 2
    try:
        case = read_case(case_name) if case_name else None
    except CaseError as error:
        complain(error.problems)
        return 2
    from gui.application import make_application, make_window
    from gui.state import CaseState

    app = make_application()
    window = make_window(CaseState(packaged_content(), today()))
    if case is not None:
        window.open_case(case)
    window.show()
    return app.exec()


def _has_display() -> bool:
    """Whether Qt would find a screen: only Linux starts without one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
