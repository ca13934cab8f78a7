"""What a layout holds, and how it is emptied, without keeping its items.

Python keeps what `QLayout.itemAt()` gives for as long as the layout lives, beyond the item's end in Qt, and then takes
whatever Qt makes at that place in memory for it (PySide6 6.11).
"""

from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import delete


def placed_in(layout: QLayout) -> list[QWidget]:
    """The widgets that a layout holds, in its order, without those in layouts inside it."""
    return [part for part in parts_of(layout) if isinstance(part, QWidget)]


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and the layouts that a layout holds, in its order."""
    owner = layout.parentWidget()
    candidates = [*(owner.children() if owner else ()), *layout.children()]
    found = [
        (layout.indexOf(each), each)
        for each in candidates
        if isinstance(each, QWidget | QLayout) and each is not layout
    ]
    return [part for _, part in sorted((pair for pair in found if pair[0] >= 0), key=lambda pair: pair[0])]


def take_out(layout: QLayout) -> list[QWidget]:
    """Takes everything out of a layout that has none inside it; returns the widgets that it held, in its order."""
    widgets = placed_in(layout)
    for widget in widgets:
        # Not by takeAt(): nobody ends the item that PySide6 (6.11) gives, and the widget goes on reporting to it.
        layout.removeWidget(widget)
    while (stretch := layout.takeAt(0)) is not None:
        delete(stretch)
    return widgets
