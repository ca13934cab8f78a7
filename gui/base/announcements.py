"""What a screen reader says without the keyboard having moved."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Tells assistive clients, where there are any, something about a widget that has just changed."""
    # With the first of these PySide makes hundreds of names, and no window needs them to come up.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
