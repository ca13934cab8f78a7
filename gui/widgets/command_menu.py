"""A menu of commands, each with an id, a text and a shortcut."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


class CommandMenu(QMenu):
    """A menu at the end of a menu bar or of another menu."""

    def __init__(self, title: str, parent: QMenuBar | QMenu) -> None:
        super().__init__(title, parent)
        self.setToolTipsVisible(True)
        parent.addMenu(self)

    def add(self, name: str, text: str, keys: str, slot: Callable[[], object]) -> QAction:
        """Add a command: its object name, its text with the Alt key marked, its shortcut or "", and its action."""
        action = QAction(text, self)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self.addAction(action)
        return action
