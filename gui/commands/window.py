"""`bonewatch [CASE]`: the window."""

import ctypes
import gc
import os
import sys
from pathlib import Path

from core.case.case_file import CaseError, parse_case
from core.content.packaged import packaged_content
from gui.commands.common import complain, read_input, today


def window_command(case_name: str | None) -> int:
    """Open the window, with a case if one is named, and run until it is closed."""
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
        data = read_input(case_name) if case_name else None
        case = parse_case(data) if data is not None else None
    except CaseError as error:
        complain(error.problems)
        return 2
    # Everything made before the first window is kept, so garbage collection would only take time.
    gc.disable()
    from gui.application import make_application, make_window, named_application
    from gui.base.policy import read_policy
    from gui.base.preferences import Preferences, user_file
    from gui.files.case_files import full_path
    from gui.state import CaseFile, CaseState

    named_application()  # The name determines the folders of the preferences.
    preferences = Preferences(user_file(), read_policy())
    app = make_application(preferences["theme"], preferences["zoom"])
    window = make_window(CaseState(packaged_content(), today()), preferences)
    if case is not None and case_name == "-":
        window.open_case(case)
    elif case is not None and case_name and data is not None:
        window.files.show_file(CaseFile(full_path(Path(case_name)), data, case))
    window.show()
    window.tell_problems()
    return app.exec()


def _has_display() -> bool:
    """Return whether Qt can find a screen. Only Linux starts without one, and Qt would then abort the program."""
    wanted = os.environ.get("QT_QPA_PLATFORM") or "wayland;xcb"
    if not sys.platform.startswith("linux") or not ("wayland" in wanted or "xcb" in wanted):
        return True
    return ("wayland" in wanted and _wayland_answers()) or ("xcb" in wanted and _x_server_answers())


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    # An absolute name replaces the runtime directory.
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", ""), str(name)).is_socket()


def _x_server_answers() -> bool:
    """Return whether DISPLAY names an X server that accepts connections, using the same library as Qt."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt brings this library, or reports that it is missing.
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    fault = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not fault
