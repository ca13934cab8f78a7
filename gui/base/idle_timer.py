"""What can wait until the event loop has nothing else to do, as it has once the window is painted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def when_idle(owner: QObject, act: Callable[[], None]) -> QTimer:
    """A timer that, started, has the owner act when the event loop has nothing else to do.

    It goes with its owner. Qt's own `singleShot` would act for an object that is gone by then.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(act)
    return timer
