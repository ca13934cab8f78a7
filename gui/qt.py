"""Qt for Python, loaded so that it leaves alone how Python imports."""

import builtins
import gc


def load_qt() -> None:
    """Loads what every window needs of PySide6, and keeps Python's own import. Raises ImportError where Qt cannot be.

    PySide6 would put one of its own in its place, for a second way of writing Qt's names (`__feature__`), which this
    program does not use: it reads the source of all that is imported from then on, and keeps it in memory.
    """
    plain = builtins.__import__
    gc.disable()  # all of it stays: there is nothing to collect in it
    try:
        import PySide6.QtWidgets  # noqa: F401
    finally:
        builtins.__import__ = plain
        gc.enable()
