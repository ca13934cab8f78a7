"""Export and printing of pages: the case on one page and the pages of the reference."""

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
"""Show the user a title and a text."""


class PageOutput(QObject):
    """The actions of the window on a page. `tell` shows errors to the user."""

    def __init__(self, state: CaseState, preferences: Preferences, window: QWidget, tell: Tell) -> None:
        super().__init__(window)
        self._state, self._preferences, self._window, self._tell = state, preferences, window, tell

    @Slot()
    def export(self) -> None:
        """Ask for a file name, whose extension sets the format, and write the page there."""
        if self._is_withdrawn():
            return
        name = self._ask_for_file(file_name(self._state.title) or "decision", "JSON (*.json)")
        if name:
            self.save(Path(name))

    def _ask_for_file(self, proposed: str, *further: str) -> str:
        """Ask the user for a file name; empty if canceled. `further` formats are offered in addition to the usual ones."""
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
        """Write the page. On failure, report the error and keep the old content of the file."""
        # Import late: only export and print need this.
        from gui.paper.page_files import DECISION_ENDINGS, ending_fault, save_decision

        state = self._state
        problem = ending_fault(path, DECISION_ENDINGS) or save_decision(
            state.case, state.content, state.today, path, self._paper(), self._badges()
        )
        self._tell_unwritten(path, problem)

    @Slot()
    def print_page(self) -> None:
        """Ask for a printer and print the page."""
        if self._is_withdrawn():
            return
        from core.pages.decision_page import one_page

        state = self._state
        self.print_sheet(one_page(state.case, state.content, state.today, self._badges()))

    @Slot(object)
    def export_sheet(self, page: "Page") -> None:
        """Ask for a file name and write a page of the reference there."""
        name = self._ask_for_file(file_name(page.title))
        if name:
            self.save_sheet(page, Path(name))

    def save_sheet(self, page: "Page", path: Path) -> None:
        """Write a page of the reference. On failure, report the error and keep the old content of the file."""
        from gui.paper.page_files import PAGE_ENDINGS, ending_fault, save_page

        problem = ending_fault(path, PAGE_ENDINGS) or save_page(page, self._state.content, path, self._paper())
        self._tell_unwritten(path, problem)

    @Slot(object)
    def print_sheet(self, page: "Page") -> None:
        """Ask for a printer and print a page of the reference."""
        from gui.paper.printing import ask_and_print

        problem = ask_and_print(page, self._state.content, self._preferences["paper"], self._window)
        if problem:
            self._tell("The page was not printed", problem)

    def _badges(self) -> Mapping[str, str]:
        """Return the badges that mark the site's own answers."""
        state = self._state
        return state.local.badges(state.scenario) if state.local else {}

    def _paper(self) -> str:
        paper: str | None = self._preferences["paper"]
        return paper or paper_here()

    def _tell_unwritten(self, path: Path, problem: str | None) -> None:
        if problem:
            self._tell(f"{path.name} was not written", problem)

    def _is_withdrawn(self) -> bool:
        """Return whether there is no decision to export; if so, inform the user."""
        if self._state.snapshot.report is not None:
            return False
        self._tell("There is no page", "The answer was taken off the screen. Change or open a case.")
        return True


def paper_here() -> str:
    """Return the usual paper of this computer's region: "letter" or "a4"."""
    inches = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if inches else "a4"


def file_name(title: str) -> str:
    """Return a title as a file name without extension, valid on every system; empty if no character is usable."""
    return re.sub(r"[^\w]+", "-", title).strip("-")[:60].rstrip("-").lower()
