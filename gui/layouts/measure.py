"""Maximum widths for reading. In longer lines the eye loses its place."""

from PySide6.QtCore import QMargins

from gui.look.theme import theme_manager

_WINDOW, _LINES = 1920, 800
"""Maximum width in pixels at 100 % zoom of the content of a window, and of running text."""


def room_beside(width: int) -> int:
    """Return the free space on each side of the content in a window of this width."""
    return max(0, width - theme_manager().px(_WINDOW)) // 2


def line_margins(width: int) -> QMargins:
    """Return the margins of a horizontal bar across a window of this width."""
    side, above = room_beside(width) + theme_manager().px("large"), theme_manager().px("tiny")
    return QMargins(side, above, side, above)


def room_after(width: int) -> int:
    """Return the space left free after lines of running text at this width."""
    return max(0, width - theme_manager().px(_LINES))
