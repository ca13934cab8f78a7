"""The sheet of a teaching case for learners, with or without the answer."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from core.teaching.cases import TeachingCase
from gui.base.preferences import Preferences
from gui.paper.output import paper_here
from gui.teach.library import Library


class HandoutButton(QPushButton):
    """Writes the sheet of the current case. `failed(str, str)` carries a title and the error."""

    failed = Signal(str, str)

    def __init__(self, library: Library, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText("Hando&ut")
        self.setObjectName("handout")
        self.setProperty("role", "plain")
        self.setProperty("opens", "menu")
        self._library, self._preferences = library, preferences
        self._case: TeachingCase | None = None
        menu = QMenu(self)
        for name, text in (
            ("handout_question", "&Question only…"),
            ("handout_answer", "With the &answer…"),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.setData(name == "handout_answer")
        menu.triggered.connect(self._on_chosen)
        self.setMenu(menu)
        self.setEnabled(False)

    def show_case(self, case: TeachingCase | None) -> None:
        """Set the current case, or None."""
        self._case = case
        self.setEnabled(case is not None)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if self._case is None:
            return
        with_answer = bool(action.data())
        kind = "answer" if with_answer else "question"
        proposed = f"{self._case.id}-{kind}.pdf"
        forms = ";;".join(("PDF (*.pdf)", "Web page (*.html)"))
        name, _ = QFileDialog.getSaveFileName(self, "Save the handout", proposed, forms)
        if name:
            self.save(self._case, with_answer, Path(name))

    def save(self, case: TeachingCase, with_answer: bool, path: Path) -> None:
        """Write the sheet. If that fails, report the reason and keep the previous content of the file."""
        from gui.paper.page_files import HANDOUT_ENDINGS, ending_fault, save_handout

        library = self._library
        paper = self._preferences["paper"] or paper_here()
        problem = ending_fault(path, HANDOUT_ENDINGS) or save_handout(
            library.lesson(case), library.content, library.sources, library.today, with_answer, path, paper
        )
        if problem:
            self.failed.emit(f"{path.name} was not written", problem)
