"""A teacher's own cases: started from the case in Decide, written in a form, saved to files and opened again."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from core.case.case_file import case_to_bytes
from core.teaching.cases import ENDING, CaseFolder, TeachingCase
from core.teaching.draft import Draft, first_draft
from gui.base.saving import save_whole
from gui.state import CaseState
from gui.teach.case_editor import CaseEditor
from gui.teach.library import Library


class OwnCases(QObject):
    """Runs the form and reads and writes the files.

    `changed(object)` carries the TeachingCase to select, or None. `opened()` follows when the form is shown.
    `told(title, lines)` carries a message for the user.
    """

    changed = Signal(object)
    opened = Signal()
    told = Signal(str, object)

    def __init__(self, library: Library, state: CaseState, parent: QWidget) -> None:
        super().__init__(parent)
        self.library, self._state, self._window = library, state, parent
        self.editor = CaseEditor(library, parent)
        self.editing = False
        self._path: Path | None = None
        self._started: Draft | None = None
        self._folder = Path()
        self.editor.save_requested.connect(self.save)
        self.editor.save_as_requested.connect(self.save_elsewhere)
        self.editor.scenario_requested.connect(self._take_scenario)
        self.editor.left.connect(self.leave)

    # Writing

    @Slot()
    def make(self) -> None:
        """Start a case from the answers in Decide."""
        self._write(first_draft(self._state.case, self.library.content, self.library.today), None)

    def edit(self, case: TeachingCase) -> None:
        """Open a case in the form: one of the user's own, or a copy of a bundled one."""
        draft = first_draft(case.case, self.library.content, self.library.today)
        self._write(draft, case.path if self.library.is_own(case) else None)

    def _write(self, draft: Draft, path: Path | None) -> None:
        if self.editing and self.editor.draft != self._started:
            text = "Save it, or leave it without saving; then start the next one."
            self.told.emit("This case is not saved yet", (text,))
            return
        self.editing, self._path = True, path
        self.editor.show_draft(draft, path is not None)
        self._started = self.editor.draft
        self.opened.emit()

    @Slot()
    def leave(self) -> None:
        """Close the form. Unsaved changes are lost."""
        self.editing = False
        self.changed.emit(None)

    @Slot()
    def _take_scenario(self) -> None:
        self.editor.take_scenario(self._state.case)

    # Saving

    @Slot()
    def save(self) -> None:
        """Save the case to its file. Ask for a name if it has none."""
        if self._path is None:
            self.save_elsewhere()
        else:
            self.save_to(self._path)

    @Slot()
    def save_elsewhere(self) -> None:
        """Ask for a file name and save the case there."""
        if self.editor.finished() is None:
            return
        start = self._path or self._folder / f"my{ENDING}"
        dialog = QFileDialog(self._window, "Save the teaching case", str(start), "Cases (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog adds the suffix before it asks whether to replace a file.
        dialog.setDefaultSuffix(ENDING)
        if dialog.exec():
            self.save_to(Path(dialog.selectedFiles()[0]))
        dialog.deleteLater()

    def save_to(self, path: Path) -> None:
        """Save the case as a whole or not at all, and show it in the list. If that fails, keep the form open."""
        case = self.editor.finished()
        if case is None or case.teaching is None:
            return
        problem = save_whole(path, case_to_bytes(case))
        if problem:
            text = f"{problem} The case is still in the form."
            self.told.emit(f"{path.name} was not saved", (text,))
            return
        self.editing, self._folder = False, path.parent
        saved = TeachingCase(path, case, case.teaching)
        self.library.take_in((saved,))
        self.changed.emit(saved)

    # Opening

    @Slot()
    def ask_for_files(self) -> None:
        """Ask for case files and add them to the list."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open teaching cases", str(self._folder), "Cases (*.json);;All files (*)"
        )
        if names:
            self.open_files(map(Path, names))

    @Slot()
    def ask_for_folder(self) -> None:
        """Ask for a folder and add its cases to the list."""
        name = QFileDialog.getExistingDirectory(self._window, "Open a folder of cases", str(self._folder))
        if name:
            self.open_folder(Path(name))

    def open_files(self, paths: Iterable[Path]) -> None:
        """Add the cases in these files to the list, and report which files cannot be used and why."""
        self._take_in(self.library.read_files(paths), "Some files cannot be used")

    def open_folder(self, folder: Path) -> None:
        """Add the cases in the JSON files of a folder to the list, and report which cannot be used and why."""
        self._folder = folder
        read = self.library.read_folder(folder)
        if not read.cases and not read.faults:
            title = f"No case in “{folder.name}”"
            self.told.emit(title, ("A case is a file that ends in .json.",))
        self._take_in(read, f"Some files in “{folder.name}” cannot be used")

    def _take_in(self, read: CaseFolder, title: str) -> None:
        self.library.take_in(read.cases)
        if read.cases:
            self.changed.emit(read.cases[0])
        if read.faults:
            self.told.emit(title, read.faults)
