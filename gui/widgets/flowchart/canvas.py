"""The canvas of the flowchart: draws the lines, holds the nodes, and moves the keyboard focus between nodes."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from core.content import Content
from core.report.report import Report
from gui.look.theme import current_theme
from gui.widgets.flowchart.geometry import Box
from gui.widgets.flowchart.hand import Hand, fitted
from gui.widgets.flowchart.highlight import Highlight, Pair, course_of, description
from gui.widgets.flowchart.layout import Chart, Layout
from gui.widgets.flowchart.navigation import Direction, neighbor
from gui.widgets.flowchart.node_button import NodeButton
from gui.widgets.flowchart.painting import line_boxes, paint_edges

# The panel alternates between a few heights as the words of the banner change.
_MOST_ROOMS = 16


class Canvas(QWidget):
    """The picture. Tab reaches only one node: the focused one, else the current one, else the start."""

    node_activated = Signal(str)
    line_activated = Signal(str)
    node_entered = Signal(QWidget)
    dragged = Signal(QPoint)

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._chart = Chart(content)
        self._course = course_of(None, content)
        self._fitted: dict[tuple[int, int, int, int], tuple[Hand, Layout]] = {}
        self._layout: Layout | None = None
        self._hand: Hand | None = None
        self._grip: QPoint | None = None
        self._nodes = {node.id: NodeButton(node, self) for node in content.nodes}
        for button in self._nodes.values():
            button.activated.connect(self.node_activated)
            button.walked.connect(self._walk)
            button.entered.connect(self._on_entered)
            button.left.connect(self._on_left)
        self._show_course()

    @property
    def nodes(self) -> dict[str, NodeButton]:
        """The node buttons by node id."""
        return self._nodes

    @property
    def arrangement(self) -> Layout | None:
        """The positions of everything, once the canvas has a size."""
        return self._layout

    @property
    def current(self) -> NodeButton | None:
        """The node where the walk stops."""
        return self._nodes.get(self._course.current or "")

    def show_report(self, report: Report | None) -> None:
        """Highlight the report's path, or nothing if it has none."""
        course = course_of(report, self._content)
        if course != self._course:
            before, self._course = self._course, course
            self._show_course()
            self._update_lines(before)

    def _update_lines(self, before: Highlight) -> None:
        """Repaint the lines and labels that have changed. Nodes repaint themselves."""
        if self._layout is None or self._hand is None:
            return
        changed = QRegion()
        for pair in self._chart.edges:
            if before.taken.get(pair) != self._course.taken.get(pair):
                for box in line_boxes(self._layout, self._chart, pair, self._hand.unit):
                    changed += QRectF(box.left, box.top, box.width, box.height).toAlignedRect()
        self.update(changed)

    def _show_course(self) -> None:
        for key, button in self._nodes.items():
            button.show_state(self._course.states[key], description(button.node, self._course, self._content))
        if not self._holds(QApplication.focusWidget()):
            self._rest()

    def take_room(self, width: int, height: int, zoom_percent: int, least_percent: int) -> None:
        """Arrange everything for this size and text zoom. If it does not fit, use smaller text or a larger picture."""
        room = (width, height, zoom_percent, least_percent)
        if room not in self._fitted:
            if len(self._fitted) == _MOST_ROOMS:
                del self._fitted[next(iter(self._fitted))]
            self._fitted[room] = fitted(self._chart, (width, height), zoom_percent, least_percent)
        self._hand, self._layout = self._fitted[room]
        self.resize(*(int(length) for length in self._layout.size))
        for key, place in self._layout.places.items():
            self._nodes[key].stand_at(place, self._hand)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the lines; the nodes draw themselves."""
        if self._layout is None or self._hand is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(event.rect()), QColor(theme.flowchart.canvas))
        paint_edges(painter, self._layout, self._chart, self._course, theme, self._hand)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start to drag the picture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint()
            line = self._line_at(event.position())
            if line is not None:
                self.line_activated.emit(":".join(line))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Emit the movement while the picture is dragged."""
        if self._grip is not None:
            here = event.globalPosition().toPoint()
            self.dragged.emit(here - self._grip)
            self._grip = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self._grip = None

    def _line_at(self, position: QPointF) -> Pair | None:
        """Return the line whose label is at this point, if any."""
        if self._layout is None:
            return None
        labels = {pair: label for pair, label in self._layout.quiet.items() if pair not in self._course.taken}
        for pair, edge in self._course.taken.items():
            if edge.id in self._layout.taken:
                labels[pair] = self._layout.taken[edge.id]
        spot = Box(position.x(), position.y(), 1, 1)
        return next((pair for pair, label in labels.items() if label.box.overlaps(spot)), None)

    @Slot(str, object)
    def _walk(self, start: str, direction: Direction) -> None:
        if self._layout is None:
            return
        boxes = {key: place.box for key, place in self._layout.places.items()}
        there = neighbor(start, direction, boxes, self._chart.edges, self._course)
        if there is not None:
            self._nodes[there].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_entered(self, key: str) -> None:
        self._let_tab_reach(key)
        self.node_entered.emit(self._nodes[key])

    @Slot(str)
    def _on_left(self, key: str) -> None:
        if not self._holds(QApplication.focusWidget()):
            self._rest()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and widget in self._nodes.values()

    def _rest(self) -> None:
        """Let Tab reach the current node, or the start if there is no current node."""
        start = next(node.id for node in self._content.nodes if node.kind == "start")
        self._let_tab_reach(self._course.current or start)

    def _let_tab_reach(self, key: str) -> None:
        for other, button in self._nodes.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)
