"""Many changes, one layout: what a case changes on the screen finds its places once, and is painted once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.column import Column


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
            # From the inside out: a new height climbs from a row to its panel and on to what scrolls it.
            for widget in (*reversed(column.findChildren(QWidget)), column):
                QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)
