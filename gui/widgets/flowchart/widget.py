"""The flowchart as a widget: it fits its panel, and users can zoom in and out."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.content import Content
from core.report.report import Report
from gui.look.theme import theme_manager
from gui.widgets.flowchart.canvas import Canvas
from gui.widgets.flowchart.node_button import NodeButton

ZOOM_STEPS: Final = (50, 75, 100, 125, 150, 200, 300)
"""Sizes of the picture in percent. At 100 it fits its panel, with text of the usual size if possible."""

_FIT: Final = 100
# To fit, text may shrink somewhat, but must stay readable for everyone.
_SMALLER: Final = 0.75
_LEGIBLE: Final = 88
_WHEEL_STEP: Final = 120


class Flowchart(QWidget):
    """The pathway as a picture.

    `node_activated` carries the id of a node that was clicked or pressed. `line_activated` carries the ids of the two
    nodes that a line joins, "source:target", when its label was clicked.
    """

    node_activated = Signal(str)
    line_activated = Signal(str)
    zoom_changed = Signal(int)

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = _FIT
        self._canvas = Canvas(content)
        self._view = _View(self._canvas, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._canvas.node_activated.connect(self.node_activated)
        self._canvas.line_activated.connect(self.line_activated)
        self._canvas.node_entered.connect(self._reveal)
        self._canvas.dragged.connect(self._view.pan)
        self._view.zoom_asked.connect(self._zoom_by)
        theme_manager().changed.connect(self._rearrange)

    @property
    def canvas(self) -> Canvas:
        """The picture."""
        return self._canvas

    @property
    def zoom_percent(self) -> int:
        """The size of the picture, one of ZOOM_STEPS."""
        return self._zoom

    @Slot(object)
    def show_report(self, report: Report) -> None:
        """Highlight the path of this report. Outside the scope there is none."""
        self._canvas.show_report(report)
        if self._canvas.current is not None:
            self._reveal(self._canvas.current)

    @Slot()
    def show_nothing(self) -> None:
        """Highlight nothing because there is no decision."""
        self._canvas.show_report(None)

    @Slot()
    def fit(self) -> None:
        """Fit the whole picture into the panel."""
        self._set_zoom(_FIT)

    @Slot()
    def zoom_in(self) -> None:
        """Enlarge the picture by one step."""
        self._zoom_by(1)

    @Slot()
    def zoom_out(self) -> None:
        """Shrink the picture by one step."""
        self._zoom_by(-1)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return self._scaled(640, 560)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that is still useful with scrolling."""
        return self._scaled(240, 180)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new size, unless the widget is hidden: the size may change again before it is shown."""
        super().resizeEvent(event)
        if self.isVisible():
            self._rearrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the current size."""
        self._rearrange()
        super().showEvent(event)

    def _scaled(self, width: int, height: int) -> QSize:
        return QSize(theme_manager().px(width), theme_manager().px(height))

    @Slot(int)
    def _zoom_by(self, steps: int) -> None:
        index = ZOOM_STEPS.index(self._zoom) + steps
        self._set_zoom(ZOOM_STEPS[max(0, min(len(ZOOM_STEPS) - 1, index))])

    def _set_zoom(self, percent: int) -> None:
        if percent == self._zoom:
            return
        middle = self._view.middle()
        self._zoom = percent
        self._rearrange()
        self._view.look_at(middle)
        self.zoom_changed.emit(percent)

    @Slot()
    def _rearrange(self) -> None:
        """Arrange the picture in the available space, less the scroll bars that turn out to be needed."""
        room = self._view.maximumViewportSize()
        self._take(room)
        size, bar = self._canvas.size(), self._view.bar_width()
        too_wide, too_high = size.width() > room.width(), size.height() > room.height()
        if too_wide or too_high:
            self._take(QSize(room.width() - bar * too_high, room.height() - bar * too_wide))
        self.updateGeometry()

    def _take(self, room: QSize) -> None:
        larger = max(self._zoom, _FIT) / _FIT
        percent = round(theme_manager().zoom_percent * self._zoom / _FIT)
        least = max(round(percent * _SMALLER), min(percent, _LEGIBLE)) if self._zoom == _FIT else percent
        self._canvas.take_room(int(room.width() * larger), int(room.height() * larger), percent, least)

    @Slot(QWidget)
    def _reveal(self, node: NodeButton) -> None:
        self._view.ensureWidgetVisible(node, theme_manager().px("medium"), theme_manager().px("medium"))


class _View(QScrollArea):
    """The viewport onto the canvas. It is not in the Tab order; the nodes are."""

    zoom_asked = Signal(int)

    def __init__(self, canvas: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._wheeled = 0
        self.setWidget(canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def bar_width(self) -> int:
        """Return the width of a scroll bar."""
        return self.verticalScrollBar().sizeHint().width()

    def middle(self) -> QPointF:
        """Return the center of the view, as fractions of the canvas's width and height."""
        canvas = self._canvas
        spot = canvas.mapFrom(self.viewport(), self.viewport().rect().center())
        return QPointF(spot.x() / max(canvas.width(), 1), spot.y() / max(canvas.height(), 1))

    def look_at(self, part: QPointF) -> None:
        """Scroll this point of the canvas to the center of the view."""
        canvas, center = self._canvas, self.viewport().rect().center()
        self.horizontalScrollBar().setValue(round(part.x() * canvas.width()) - center.x())
        self.verticalScrollBar().setValue(round(part.y() * canvas.height()) - center.y())

    @Slot(QPoint)
    def pan(self, distance: QPoint) -> None:
        """Scroll by this distance."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - distance.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - distance.y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, zoom by wheel notches, which a touchpad sends in fractions. Otherwise scroll."""
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheeled += event.angleDelta().y()
        steps = int(self._wheeled / _WHEEL_STEP)
        self._wheeled -= steps * _WHEEL_STEP
        if steps:
            self.zoom_asked.emit(steps)
        event.accept()
