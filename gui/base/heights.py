"""Heights that are worked out once, as layouts ask for them again and again."""

from typing import TypeVar

_Asked = TypeVar("_Asked")

# More than the widths that the layouts around a widget ask for before one is settled.
_MOST = 16


class Heights(dict[_Asked, int]):
    """The heights in pixels that are known, by the width, until whoever keeps them clears them or too many are known.

    A window that is pulled to another size goes through hundreds of widths, which nobody will ask for again.
    """

    def __setitem__(self, asked: _Asked, height: int) -> None:
        if len(self) >= _MOST:
            self.clear()
        super().__setitem__(asked, height)
