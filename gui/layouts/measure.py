"""How wide what is read may become: eyes lose their line in a longer one, and the answer its question."""

from PySide6.QtCore import QMargins

from gui.look.theme import theme_manager

_WINDOW, _LINES = 1920, 800
"""Pixels at 100 % zoom: all that stands side by side in a window, and lines of running text."""


def room_beside(width: int) -> int:
    """What a window of this width leaves free on either side."""
    return max(0, width - theme_manager().px(_WINDOW)) // 2


def line_margins(width: int) -> QMargins:
    """The room around what stands in a line across a window of this width."""
    side, above = room_beside(width) + theme_manager().px("large"), theme_manager().px("tiny")
    return QMargins(side, above, side, above)


def room_after(width: int) -> int:
    """What lines of running text leave free at their end, in this width."""
    return max(0, width - theme_manager().px(_LINES))
