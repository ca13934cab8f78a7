"""How wide what is read may become: eyes lose their line in a longer one, and the answer its question."""

from gui.theme import theme_manager

_WINDOW, _LINES = 1920, 800
"""Pixels at 100 % zoom: all that stands side by side in a window, and lines of running text."""


def room_beside(width: int) -> int:
    """What a window of this width leaves free on either side."""
    return max(0, width - theme_manager().px(_WINDOW)) // 2


def room_after(width: int) -> int:
    """What lines of running text leave free at their end, in this width."""
    return max(0, width - theme_manager().px(_LINES))
