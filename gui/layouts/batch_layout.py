"""Grouping of many changes into one layout and one repaint."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from gui.layouts.column import Column


@contextmanager
def laid_out_once(panels: Sequence[QWidget], columns: Sequence[Column]) -> Iterator[None]:
    """Let panels and their content change, appear and disappear, then lay out their columns once.

    Qt would lay out the surroundings each time a widget is shown, and paint in between.
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
    """Lay out all changed widgets from the inside out.

    A new height passes from a row to its panel and on to its scroll area.
    """
    for widget in reversed(column.findChildren(QWidget)):
        layout = widget.layout()
        # Qt clears a layout's geometry when something in it changed.
        if layout is None or not layout.geometry().isNull() or not widget.isVisible():
            continue
        height = layout.totalHeightForWidth(widget.width())
        if height > widget.height():
            # Resize now. Otherwise the content would first be squeezed and get its room only in the next round.
            widget.resize(widget.width(), height)
        _send_layout_request(widget)
        around = widget.parentWidget()
        if around is not None and around.layout() is None:
            _send_layout_request(around)  # a viewport, whose height sets the scroll range
    _send_layout_request(column)


def _send_layout_request(widget: QWidget) -> None:
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)
