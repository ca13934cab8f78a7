"""The Tab order: through the layouts in their order, which is the reading order.

Qt would use the order in which widgets were created, and panels create some of theirs only when a case needs them.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from gui.layouts.layout_items import parts_of


def next_stop(root: QWidget, here: QWidget | None, forward: bool) -> QWidget | None:
    """Return the widget that Tab, or Shift+Tab if backward, reaches next, or None if no widget takes the keyboard."""
    way = [w for w in visible_in_order(root) if w is here or _takes_tab(w)]
    if not forward:
        way.reverse()
    at = way.index(here) if here in way else -1
    onward = [w for w in (*way[at + 1 :], *way[: at + 1]) if _takes_tab(w)]
    return onward[0] if onward else None


def visible_in_order(root: QWidget) -> Iterator[QWidget]:
    """Return the visible widgets below a widget, each before its own content."""
    for child in _children(root):
        if child.isVisible():
            yield child
            yield from visible_in_order(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    """Return the children of a widget: first those in its layout, then the others."""
    layout = widget.layout()
    placed = list(_widgets(layout)) if layout else []
    yield from placed
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow() and child not in placed:
            yield child


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for part in parts_of(layout):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _widgets(part)


def _takes_tab(widget: QWidget) -> bool:
    # The line edit of a spin box would pass the focus straight back to the spin box.
    alone = widget.focusProxy() is None
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.isEnabled() and alone
