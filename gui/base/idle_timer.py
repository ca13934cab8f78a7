"""A timer for work that can wait until the event loop is idle, which it is after the window is painted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def when_idle(owner: QObject, act: Callable[[], None]) -> QTimer:
    """Return a timer that, once started, calls the owner's method when the event loop is idle.

    The timer is destroyed with its owner. Qt's `singleShot` could call a destroyed object.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(act)
    return timer
