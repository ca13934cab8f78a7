"""A cache of computed heights, because layouts ask for the same ones again and again."""

from typing import TypeVar

_Asked = TypeVar("_Asked")

# More than the number of widths that the surrounding layouts try before they settle on one.
_MOST = 16


class Heights(dict[_Asked, int]):
    """The known heights in pixels, by width. The owner clears them when they become invalid.

    Resizing a window passes through hundreds of widths that are never used again, so a full cache is emptied.
    """

    def __setitem__(self, asked: _Asked, height: int) -> None:
        if len(self) >= _MOST:
            self.clear()
        super().__setitem__(asked, height)
