"""The case of the window on one page: exported to a file or printed."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.language import said
from gui.preferences import Preferences
from gui.state import CaseState

Tell = Callable[[str, str], None]
"""Tells the user something: a title and a text."""


class OnePage(QObject):
    """What the menu can do with the page. `tell` says what went wrong."""

    def __init__(self, state: CaseState, preferences: Preferences, window: QWidget, tell: Tell) -> None:
        super().__init__(window)
        self._state, self._preferences, self._window, self._tell = state, preferences, window, tell

    @Slot()
    def export(self) -> None:
        """Asks for a file name, whose ending says the form, and writes the page there."""
        if self._is_withdrawn():
            return
        forms = ";;".join(
            (
                self.tr("PDF (*.pdf)"),
                self.tr("Web page (*.html)"),
                self.tr("Markdown (*.md)"),
                self.tr("Plain text (*.txt)"),
                self.tr("JSON (*.json)"),
            )
        )
        name = file_name(self._state.title) or self.tr("decision")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export one page"), f"{name}.pdf", forms)
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Writes the page; where that fails, says why and keeps what the file held before."""
        # Loaded by those who export or print; nobody else waits for it.
        from gui.page_files import DECISION_ENDINGS, ending_fault, save_decision

        state = self._state
        problem = ending_fault(path, DECISION_ENDINGS) or save_decision(
            state.case, state.content, state.today, path, self._preferences.paper or paper_here()
        )
        if problem:
            self._tell(self.tr("{file} was not written").format(file=path.name), said(problem))

    @Slot()
    def print_page(self) -> None:
        """Asks for a printer and prints the page."""
        if self._is_withdrawn():
            return
        from core.one_page import one_page
        from gui.paper.printing import ask_and_print

        state = self._state
        page = one_page(state.case, state.content, state.today)
        problem = ask_and_print(page, state.content, self._preferences.paper, self._window)
        if problem:
            self._tell(self.tr("The page was not printed"), problem)

    def _is_withdrawn(self) -> bool:
        """Whether there is no answer, which the user is then told."""
        if self._state.report is not None:
            return False
        self._tell(self.tr("There is no page"), self.tr("The answer was taken off the screen. Change or open a case."))
        return True


def paper_here() -> str:
    """The paper that this computer's region uses: "letter" or "a4"."""
    inches = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if inches else "a4"


def file_name(title: str) -> str:
    """A title as the name of a file that every system takes, without ending; empty where nothing is left of it."""
    return re.sub(r"[^\w]+", "-", title).strip("-")[:60].rstrip("-").lower()
