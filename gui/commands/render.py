"""`bonewatch render`: a picture of a case, without a display."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from core.case_file import Case, CaseError
from gui.commands.common import complain, packaged_content, read_case, today

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ENDINGS = (".png", ".svg", ".pdf")


def render_command(options: Namespace) -> int:
    """Draws a case into a file; exit status 0, or 2 where the case or the file cannot be used."""
    path = Path(options.output)
    if path.suffix.lower() not in _ENDINGS:
        complain([f"--output: '{path.name}' ends in none of {', '.join(_ENDINGS)}"])
        return 2
    try:
        case = read_case(options.case)
    except CaseError as error:
        complain(error.problems)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    problem = _render(case, options, path)
    if problem:
        complain([f"{path}: {problem}"])
        return 2
    return 0


def _render(case: Case, options: Namespace, path: Path) -> str | None:
    """Draws the view into the file; what went wrong, or None."""
    from PySide6.QtCore import QSize

    from gui.application import make_application
    from gui.export import save_picture
    from gui.main_window import MainWindow
    from gui.state import CaseState

    app = make_application(options.theme, options.zoom)
    window = MainWindow(CaseState(packaged_content(), options.as_of or today()))
    window.open_case(case)
    window.resize(QSize(*options.size))
    window.show()
    app.processEvents()
    view: QWidget = {
        "window": window,
        "flowchart": window.decide.flowchart_panel,
        "ratings": window.decide.ratings,
    }[options.view]
    if view is not window:
        # Still the window's, and no window of its own: offscreen, Qt would complain about its size.
        view.setParent(window, view.windowFlags())
        view.resize(QSize(*options.size))
        view.show()
        app.processEvents()
    problem = save_picture(view, path)
    view.close()
    window.close()
    return problem
