"""Reuse of widgets whose number depends on the case: created once, then shown and hidden as needed."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

_Widget = TypeVar("_Widget", bound=QWidget)


class Pool(Generic[_Widget]):
    """As many widgets of one kind as were ever needed at once. `make` creates one and puts it in its place.

    Creating and polishing a button costs more than everything else about showing it.
    """

    def __init__(self, make: Callable[[], _Widget]) -> None:
        self._make = make
        self._widgets: list[_Widget] = []

    def show(self, count: int) -> list[_Widget]:
        """Show the first `count` widgets, hide the others, and return the shown ones."""
        self._have(count)
        for index, widget in enumerate(self._widgets):
            widget.setVisible(index < count)
        return self._widgets[:count]

    def first(self) -> _Widget:
        """Return the first widget, shown or not."""
        self._have(1)
        return self._widgets[0]

    def _have(self, count: int) -> None:
        while len(self._widgets) < count:
            self._widgets.append(self._make())
