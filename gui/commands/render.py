"""`bonewatch render`: a picture of a case, without a display."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from core.base.resources import resource_path
from core.case.case_file import Case, CaseError
from core.content.citations import all_sources
from core.content.packaged import packaged_content
from core.reference.shelf import load_shelf
from core.teaching.cases import case_faults
from gui.commands.common import complain, complain_of_font, output_path, read_case, today
from gui.paper.page_files import PICTURE_ENDINGS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def render_command(options: Namespace) -> int:
    """Draw a case into a file. Return exit status 0, or 2 if the case or the file cannot be used."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        path = output_path(options.output, PICTURE_ENDINGS)
        case = read_case(options.case)
        if options.view == "presenter":
            _check_lesson(case)
    except CaseError as error:
        complain(error.problems)
        return 2
    draw = _render_presenter if options.view == "presenter" else _render
    problem = draw(case, options, path)
    complain_of_font()
    if problem:
        complain([f"{path}: {problem}"])
    return 2 if problem else 0


def _check_lesson(case: Case) -> None:
    """Raise CaseError with every reason why a case cannot be presented."""
    content = packaged_content()
    sources = all_sources(content, load_shelf(resource_path("reference"), content))
    problems = list(case_faults(case, content, sources, today()))
    if problems:
        raise CaseError(problems)


def _render_presenter(case: Case, options: Namespace, path: Path) -> str | None:
    """Draw one step of a lesson into the file. Return the error, or None."""
    from core.teaching.lesson import make_lesson
    from core.teaching.session import TeachingSession
    from gui.application import make_application
    from gui.base.pictures import save_picture
    from gui.teach.presenter import Presenter

    app = make_application(options.theme)
    lesson = make_lesson(case, packaged_content(), options.as_of or today())
    session = TeachingSession((lesson,))
    names = [step.id for step in session.lesson.steps]
    if options.step not in names:
        return f"--step: this case has no '{options.step}'; choose one of {', '.join(names)}"
    session.go_to_step("commit")
    for number, votes in enumerate(options.votes, start=1):
        session.vote(number, votes)
    session.go_to_step(options.step)
    presenter = Presenter(session)
    presenter.resize(*options.size)
    presenter.show()
    app.processEvents()
    problem = save_picture(presenter, path)
    presenter.close()
    return problem


def _render(case: Case, options: Namespace, path: Path) -> str | None:
    """Draw the view into the file. Return the error, or None."""
    from PySide6.QtCore import QSize

    from gui.application import make_application
    from gui.base.pictures import save_picture
    from gui.state import CaseState
    from gui.window.main_window import MainWindow

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
        # Keep the window as parent. As a separate window, offscreen Qt would complain about its size.
        view.setParent(window, view.windowFlags())
        view.resize(QSize(*options.size))
        view.show()
        app.processEvents()
    problem = save_picture(view, path)
    view.close()
    window.close()
    return problem
