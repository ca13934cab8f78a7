"""Screen reader announcements that do not move the keyboard focus."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Announce a change of a widget to assistive clients, if any are active."""
    # Import late: the first of these makes PySide create hundreds of names, and no window needs them to start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
