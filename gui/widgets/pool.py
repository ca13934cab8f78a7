"""Widgets that come and go with the case: made once, shown and hidden as many as are needed."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

_Widget = TypeVar("_Widget", bound=QWidget)


class Pool(Generic[_Widget]):
    """As many widgets of one kind as were ever needed at once. `make` makes one and puts it in its place.

    Making a button and polishing it costs more than all the rest of showing it.
    """

    def __init__(self, make: Callable[[], _Widget]) -> None:
        self._make = make
        self._widgets: list[_Widget] = []

    def show(self, count: int) -> list[_Widget]:
        """The first `count` widgets, shown; the others are hidden."""
        self._have(count)
        for index, widget in enumerate(self._widgets):
            widget.setVisible(index < count)
        return self._widgets[:count]

    def first(self) -> _Widget:
        """The first widget, shown or not."""
        self._have(1)
        return self._widgets[0]

    def _have(self, count: int) -> None:
        while len(self._widgets) < count:
            self._widgets.append(self._make())
