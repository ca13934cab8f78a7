"""The menu of recently opened and saved files."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.base.preferences import Preferences


class RecentFiles(QMenu):
    """Lists recent files; `chosen(object)` carries the path of the one to open."""

    chosen = Signal(object)

    def __init__(self, title: str, preferences: Preferences, parent: QMenu) -> None:
        super().__init__(title, parent)
        self.setObjectName("recent_files")
        self.setToolTipsVisible(True)
        self._preferences = preferences
        # Update the list when the menu opens: another window may have opened files.
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)

    @Slot()
    def fill(self) -> None:
        """List the current recent files."""
        self.clear()
        paths = self._preferences.recent_files
        for number, path in enumerate(paths, start=1):
            # The folder distinguishes files with the same name.
            words = f"{path.name}  ({path.parent.name})" if path.parent.name else path.name
            action = self.addAction(f"&{number}  {words.replace('&', '&&')}")
            action.setObjectName(f"recent_{number}")
            action.setToolTip(str(path))
            action.setData(str(path))
        if not paths:
            self.addAction("&No file yet").setEnabled(False)
        self.addSeparator()
        self._clear = self.addAction("&Clear the list")
        self._clear.setObjectName("recent_clear")
        self._clear.setEnabled(bool(paths))
        self._keep = self.addAction("&Keep this list")
        self._keep.setObjectName("recent_keep")
        self._keep.setCheckable(True)
        self._keep.setChecked(self._preferences["keep_recent_files"])
        if self._preferences.is_managed("keep_recent_files"):
            self._keep.setEnabled(False)
            self._keep.setText("&Keep this list (set by your organization)")

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action is self._clear:
            self._preferences.forget_recent_files()
        elif action is self._keep:
            self._preferences["keep_recent_files"] = action.isChecked()
        else:
            self.chosen.emit(Path(action.data()))
