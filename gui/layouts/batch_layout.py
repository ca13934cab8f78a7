"""Many changes, one layout: what a case changes on the screen finds its places once, and is painted once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from gui.layouts.column import Column


@contextmanager
def laid_out_once(panels: Sequence[QWidget], columns: Sequence[Column]) -> Iterator[None]:
    """Lets panels and what is in them change, come and go without a new layout for each; then lays out their columns.

    Qt would lay out everything around a widget whenever one is shown, and paint between one round and the next.
    """
    layouts = [layout for panel in panels if (layout := panel.layout())]
    layouts += [column.rows for column in columns]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
        for column in columns:
            _lay_out(column)


def _lay_out(column: Column) -> None:
    """Finds places for all that changed, from the inside out: a new height climbs from a row to its panel and on to
    what scrolls it."""
    for widget in reversed(column.findChildren(QWidget)):
        layout = widget.layout()
        # Qt takes a layout's place away when something in it changed.
        if layout is None or not layout.geometry().isNull() or not widget.isVisible():
            continue
        height = layout.totalHeightForWidth(widget.width())
        if height > widget.height():
            # At once: what it holds would be squeezed first, and given its room by the next round.
            widget.resize(widget.width(), height)
        _send_layout_request(widget)
        around = widget.parentWidget()
        if around is not None and around.layout() is None:
            _send_layout_request(around)  # a viewport, which scrolls by it
    _send_layout_request(column)


def _send_layout_request(widget: QWidget) -> None:
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)
