"""Pages that the window gives out: the case on one page and the sheets of the reference, exported or printed."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.base.preferences import Preferences
from gui.state import CaseState

if TYPE_CHECKING:
    from core.pages.page import Page

Tell = Callable[[str, str], None]
"""Tells the user something: a title and a text."""


class PageOutput(QObject):
    """What the window can do with a page. `tell` says what went wrong."""

    def __init__(self, state: CaseState, preferences: Preferences, window: QWidget, tell: Tell) -> None:
        super().__init__(window)
        self._state, self._preferences, self._window, self._tell = state, preferences, window, tell

    @Slot()
    def export(self) -> None:
        """Asks for a file name, whose ending says the form, and writes the page there."""
        if self._is_withdrawn():
            return
        name = self._ask_for_file(file_name(self._state.title) or "decision", "JSON (*.json)")
        if name:
            self.save(Path(name))

    def _ask_for_file(self, proposed: str, *further: str) -> str:
        """The name of a file that the user chooses; empty where none. `further` forms are beside those of every page."""
        forms = (
            "PDF (*.pdf)",
            "Web page (*.html)",
            "Markdown (*.md)",
            "Plain text (*.txt)",
            *further,
        )
        title = "Export one page"
        return QFileDialog.getSaveFileName(self._window, title, f"{proposed}.pdf", ";;".join(forms))[0]

    def save(self, path: Path) -> None:
        """Writes the page; where that fails, says why and keeps what the file held before."""
        # Loaded by those who export or print; nobody else waits for it.
        from gui.paper.page_files import DECISION_ENDINGS, ending_fault, save_decision

        state = self._state
        problem = ending_fault(path, DECISION_ENDINGS) or save_decision(
            state.case, state.content, state.today, path, self._paper(), self._badges()
        )
        self._tell_unwritten(path, problem)

    @Slot()
    def print_page(self) -> None:
        """Asks for a printer and prints the page."""
        if self._is_withdrawn():
            return
        from core.pages.decision_page import one_page

        state = self._state
        self.print_sheet(one_page(state.case, state.content, state.today, self._badges()))

    @Slot(object)
    def export_sheet(self, page: "Page") -> None:
        """Asks for a file name and writes a page of the reference there."""
        name = self._ask_for_file(file_name(page.title))
        if name:
            self.save_sheet(page, Path(name))

    def save_sheet(self, page: "Page", path: Path) -> None:
        """Writes a page of the reference; where that fails, says why and keeps what the file held before."""
        from gui.paper.page_files import PAGE_ENDINGS, ending_fault, save_page

        problem = ending_fault(path, PAGE_ENDINGS) or save_page(page, self._state.content, path, self._paper())
        self._tell_unwritten(path, problem)

    @Slot(object)
    def print_sheet(self, page: "Page") -> None:
        """Asks for a printer and prints a page."""
        from gui.paper.printing import ask_and_print

        problem = ask_and_print(page, self._state.content, self._preferences.paper, self._window)
        if problem:
            self._tell("The page was not printed", problem)

    def _badges(self) -> Mapping[str, str]:
        """What marks answers that are the site's own."""
        state = self._state
        return state.local.badges(state.scenario) if state.local else {}

    def _paper(self) -> str:
        return self._preferences.paper or paper_here()

    def _tell_unwritten(self, path: Path, problem: str | None) -> None:
        if problem:
            self._tell(f"{path.name} was not written", problem)

    def _is_withdrawn(self) -> bool:
        """Whether there is no answer, which the user is then told."""
        if self._state.report is not None:
            return False
        self._tell("There is no page", "The answer was taken off the screen. Change or open a case.")
        return True


def paper_here() -> str:
    """The paper that this computer's region uses: "letter" or "a4"."""
    inches = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if inches else "a4"


def file_name(title: str) -> str:
    """A title as the name of a file that every system takes, without ending; empty where nothing is left of it."""
    return re.sub(r"[^\w]+", "-", title).strip("-")[:60].rstrip("-").lower()
