"""Faults added to the program on purpose, to check that the monkey finds them: `python -m tests.qa.monkey --plant leak`."""

from collections.abc import Callable
from itertools import count

from PySide6.QtGui import QPixmap

from core.case.scenario import Answer
from gui.decide.ratings import RatingsPanel
from gui.decide.steps import StepsPanel
from gui.state import CaseState


def _stale_ratings() -> None:
    """Leave the rating cards in view when the case is out of scope."""
    RatingsPanel.show_nothing = lambda panel, status="": panel._make_cards()  # type: ignore[method-assign]


def _exception() -> None:
    """Raise an exception at the third answer."""
    answer, number = CaseState.answer, count(1)

    def failing(state: CaseState, field: str, value: Answer) -> None:
        if next(number) == 3:
            raise LookupError("planted")
        answer(state, field, value)

    CaseState.answer = failing  # type: ignore[method-assign]


def _qt_warning() -> None:
    """Make Qt print a complaint at every new case."""
    reset = CaseState.reset

    def complaining(state: CaseState) -> None:
        QPixmap().scaled(1, 1)
        reset(state)

    CaseState.reset = complaining  # type: ignore[method-assign]


def _leak() -> None:
    """Leak a mebibyte at every answer."""
    left: list[bytes] = []
    show_report = StepsPanel.show_report

    def leaking(panel: StepsPanel, report: object) -> None:
        left.append(b"x" * 2**20)
        show_report(panel, report)  # type: ignore[arg-type]

    StepsPanel.show_report = leaking  # type: ignore[method-assign]


PLANTED: dict[str, Callable[[], None]] = {
    "stale_ratings": _stale_ratings,
    "exception": _exception,
    "qt_warning": _qt_warning,
    "leak": _leak,
}
