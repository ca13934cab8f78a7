"""The flowchart and the ratings of the case as picture files, for slides and teaching files."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gui.paper.output import Tell, file_name
from gui.state import CaseState
from gui.widgets.command_menu import CommandMenu


class PictureFiles(QObject):
    """Saves pictures of the flowchart and the rating table of the case. `tell` reports errors."""

    def __init__(self, state: CaseState, flowchart: QWidget, ratings: QWidget, tell: Tell) -> None:
        super().__init__(flowchart)
        self._state, self._flowchart, self._ratings, self._tell = state, flowchart, ratings, tell

    def add_menu(self, parent: QMenu) -> None:
        """Add the commands for the pictures to a menu."""
        menu = CommandMenu("Export p&icture", parent)
        menu.add("picture_flowchart", "&Flowchart…", "", self.export_flowchart)
        menu.add("picture_ratings", "&Ratings…", "", self.export_ratings)

    @Slot()
    def export_flowchart(self) -> None:
        """Ask for a file name and save the flowchart with the case's path there."""
        self._export(self._flowchart, "flowchart")

    @Slot()
    def export_ratings(self) -> None:
        """Ask for a file name and save the rating table there, if the case has one."""
        self._export(self._ratings, "ratings")

    def save(self, part: QWidget, path: Path) -> None:
        """Draw a part of the window. If that fails, report the reason and keep the previous content of the file."""
        # Load this on first use, so that the program starts faster.
        from gui.base.pictures import save_picture
        from gui.paper.page_files import PICTURE_ENDINGS, ending_fault

        problem = ending_fault(path, PICTURE_ENDINGS) or save_picture(part, path)
        if problem:
            self._tell(f"{path.name} was not written", problem)

    def _export(self, part: QWidget, kind: str) -> None:
        report = self._state.snapshot.report
        if report is None or (part is self._ratings and not report.ratings):
            text = "The answer on the screen has none. Ratings are for cases in scope alone."
            self._tell("There is no picture", text)
            return
        forms = ";;".join(("PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)"))
        proposed = "-".join(filter(None, (file_name(self._state.title), f"{kind}.png")))
        name, _ = QFileDialog.getSaveFileName(self._flowchart.window(), "Export picture", proposed, forms)
        if name:
            self.save(part, Path(name))
