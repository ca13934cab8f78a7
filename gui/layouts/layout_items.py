"""Access to the content of a layout, and emptying it, without keeping its items.

Python keeps the object from `QLayout.itemAt()` as long as the layout lives, even after Qt has deleted the item. It then
confuses it with whatever Qt creates at the same address (PySide6 6.11).
"""

from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import delete


def placed_in(layout: QLayout) -> list[QWidget]:
    """Return the widgets of a layout in order, without those in nested layouts."""
    return [part for part in parts_of(layout) if isinstance(part, QWidget)]


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """Return the widgets and nested layouts of a layout, in order."""
    owner = layout.parentWidget()
    candidates = [*(owner.children() if owner else ()), *layout.children()]
    found = [
        (layout.indexOf(each), each)
        for each in candidates
        if isinstance(each, QWidget | QLayout) and each is not layout
    ]
    return [part for _, part in sorted((pair for pair in found if pair[0] >= 0), key=lambda pair: pair[0])]


def take_out(layout: QLayout) -> list[QWidget]:
    """Empty a layout that contains no other layout. Return its widgets in order."""
    widgets = placed_in(layout)
    for widget in widgets:
        # Not takeAt(): PySide6 6.11 never deletes the item it returns, and the widget keeps notifying that item.
        layout.removeWidget(widget)
    while (stretch := layout.takeAt(0)) is not None:
        delete(stretch)
    return widgets
