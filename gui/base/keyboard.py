"""Who gets the keyboard back when what had it in the meantime closes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def still_there(widget: QWidget | None) -> QWidget | None:
    """A widget that was kept, while there is one: what it stood in may have been filled anew meanwhile."""
    return widget if widget is not None and isValid(widget) else None


def give_keyboard_back(before: QWidget | None) -> None:
    """Gives the keyboard to the widget that had it before, if that can still be seen."""
    there = still_there(before)
    if there is not None and there.isVisible():
        there.setFocus(Qt.FocusReason.PopupFocusReason)
