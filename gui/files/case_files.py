"""Case files in the window: open, save, drop, and ask before unsaved changes are lost."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.case.case_file import CaseError, case_to_bytes, parse_case, read_case_bytes
from gui.base.preferences import Preferences
from gui.base.saving import save_whole
from gui.state import CaseFile, CaseState

_ENDING = "case.json"
_Role = QMessageBox.ButtonRole


def full_path(path: Path) -> Path:
    """Return the absolute path, which is valid even if the working directory changes. Links are not resolved."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


class CaseFiles(QObject):
    """Opens and saves the case of a window.

    `opened()` follows when another case is shown. `told(title, text)` carries a message for the user.
    """

    opened = Signal()
    told = Signal(str, str)
    _dropped = Signal(object)

    def __init__(self, state: CaseState, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._preferences, self._window = state, preferences, window
        # Open it later: the program that drags waits for the drop to end, and would wait for the answer to a question.
        self._dropped.connect(self.open_path, Qt.ConnectionType.QueuedConnection)

    # Opening

    @Slot()
    def ask_and_open(self) -> None:
        """Ask for a case file and open it."""
        folder = str(self._state.file.path.parent) if self._state.file else ""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open case", folder, "Cases (*.json);;All files (*)")
        if name:
            self.open_path(Path(name))

    @Slot(object)
    def open_path(self, path: Path) -> None:
        """Open a case file. If it cannot be used, report its problems and change nothing else."""
        # Read it again after the question: the user may have saved to this file.
        if self._read(path) and self.may_leave() and (file := self._read(path)):
            self.show_file(file)

    def _read(self, path: Path) -> CaseFile | None:
        """Return the file with its case, or None after its errors have been reported."""
        path = full_path(path)
        try:
            data = read_case_bytes(path)
            return CaseFile(path, data, parse_case(data))
        except CaseError as error:
            self.told.emit(f"{path.name} was not opened", "\n".join(error.problems))
            return None

    def show_file(self, file: CaseFile) -> None:
        """Show a case file that has been read."""
        self._state.open(file.case, file)
        self.opened.emit()
        self._remember(file.path)

    # Drag and drop

    def takes(self, dragged: QMimeData) -> bool:
        """Return whether local files are dragged, rather than text or pictures."""
        return any(url.isLocalFile() for url in dragged.urls())

    def take(self, dropped: QMimeData) -> None:
        """Open the file that was dropped on the window."""
        paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
        if len(paths) == 1:
            self._dropped.emit(paths[0])
        else:
            text = f"The window shows one case. Drop one case file; {len(paths)} were dropped."
            self.told.emit("No file was opened", text)

    # Saving

    @Slot()
    def save(self) -> bool:
        """Save the case to its file. Ask for a name if it has none. Return whether it is saved."""
        return self.save_path(self._state.file.path) if self._state.file else self.save_as()

    @Slot()
    def save_as(self) -> bool:
        """Ask for a file name and save the case there. Return whether it is saved."""
        start = str(self._state.file.path) if self._state.file else f"case.{_ENDING}"
        dialog = QFileDialog(self._window, "Save case", start, "Cases (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog adds the suffix before it asks whether to replace a file.
        dialog.setDefaultSuffix(_ENDING)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return bool(chosen) and self.save_path(Path(chosen[0]))

    def save_path(self, path: Path) -> bool:
        """Save the case. If that fails, the file keeps its previous content."""
        path = full_path(path)
        file, case = self._state.file, self._state.case
        ask = self._question_about(file) if file is not None and file.path == path else None
        if ask is not None:
            answer = ask(path)
            if answer is not _Role.AcceptRole:
                return answer is _Role.ActionRole and self.save_as()
        data = case_to_bytes(case)
        problem = save_whole(path, data)
        if problem:
            text = "{problem} The case is still in the window; File, Save case as… puts it elsewhere."
            self.told.emit(f"{path.name} was not saved", f"{path}\n{text.format(problem=problem)}")
            return False
        self._state.belongs_to(CaseFile(path, data, case))
        self._remember(path)
        return True

    # Questions

    def may_leave(self) -> bool:
        """Return whether another case may replace this one. Ask if the case has a file with unsaved changes.

        A case without a file is dropped without a question. Most are looked at once between two patients, and users
        would click such a question away unread when it matters. Undo restores the case.
        """
        if not self._state.has_unsaved_changes or self._state.file is None:
            return True
        answer = self._ask(
            f"Save the changes in {self._state.file.path.name}?",
            "Without saving, the file stays as it was last saved.",
            (("&Save", _Role.AcceptRole), ("&Discard changes", _Role.DestructiveRole)),
        )
        return self.save() if answer is _Role.AcceptRole else answer is _Role.DestructiveRole

    def _question_about(self, file: CaseFile) -> Callable[[Path], QMessageBox.ButtonRole] | None:
        """Return the question to ask before the case overwrites its file, or None.

        Compare content to find out whether the file has changed: clocks can be wrong, and copies keep their dates. After
        a drive is removed, its folder may still exist and belong to another drive.
        """
        try:
            return None if read_case_bytes(file.path) == file.data else self._ask_whether_to_overwrite
        except CaseError:
            if file.path.exists():
                return self._ask_whether_to_overwrite
            return self._ask_whether_to_make_anew if file.path.parent.is_dir() else None

    def _ask_whether_to_make_anew(self, path: Path) -> QMessageBox.ButtonRole:
        return self._ask(
            f"{path.name} is no longer there",
            (
                f"It was deleted or renamed, or its drive is no longer connected: then what is saved in {path.parent} now will "
                "not be on that drive. Connect it again, or save the case elsewhere."
            ),
            (("Save &as…", _Role.ActionRole), ("&Make it anew", _Role.AcceptRole)),
        )

    def _ask_whether_to_overwrite(self, path: Path) -> QMessageBox.ButtonRole:
        return self._ask(
            f"{path.name} has changed on the drive",
            (
                "It no longer holds what was read or saved with this case. Overwrite it, or save this case under "
                "another name and compare the two."
            ),
            (("Save &as…", _Role.ActionRole), ("&Overwrite", _Role.AcceptRole)),
        )

    def _ask(
        self, question: str, details: str, answers: tuple[tuple[str, QMessageBox.ButtonRole], ...]
    ) -> QMessageBox.ButtonRole:
        """Return the role of the answer. Enter chooses the first button and Esc chooses "Cancel"."""
        box = QMessageBox(self._window)
        box.setObjectName("question")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Bonewatch")
        box.setText(question)
        box.setInformativeText(details)
        box.setAccessibleName(question)
        box.setAccessibleDescription(details)
        buttons = [box.addButton(label, role) for label, role in answers]
        buttons.append(box.addButton("&Cancel", _Role.RejectRole))
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
        box.exec()
        role = box.buttonRole(box.clickedButton())
        box.deleteLater()
        return role

    def _remember(self, path: Path) -> None:
        before = self._preferences.problem
        self._preferences.add_recent_file(path)
        if self._preferences.problem not in ("", before):
            self.told.emit("The list of recent files is not kept", self._preferences.problem)
