"""Returning the keyboard focus after a temporary panel or dialog closes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def still_there(widget: QWidget | None) -> QWidget | None:
    """Return the remembered widget, or None if it was destroyed since, for example with the content around it."""
    return widget if widget is not None and isValid(widget) else None


def give_keyboard_back(before: QWidget | None) -> None:
    """Give the keyboard focus back to the previous widget if it is still visible."""
    there = still_there(before)
    if there is not None and there.isVisible():
        there.setFocus(Qt.FocusReason.PopupFocusReason)
