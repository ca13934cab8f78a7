"""A node of the flowchart as a button, accessible by keyboard and assistive tools."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.content import Node
from gui.look.theme import current_theme
from gui.widgets.flowchart.hand import Hand
from gui.widgets.flowchart.highlight import NodeState
from gui.widgets.flowchart.layout import Place
from gui.widgets.flowchart.navigation import Direction
from gui.widgets.flowchart.painting import node_look, outline, paint_node, paint_ring

_RING: Final = 5
"""Distance in pixels at 100 % zoom that the focus ring extends beyond a node."""

_KEYS: Final = {
    Qt.Key.Key_Down: Direction.DOWN,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Home: Direction.START,
    Qt.Key.Key_End: Direction.CURRENT,
}


class NodeButton(QAbstractButton):
    """A node. Pressing it asks for its reasons; an arrow key asks to move to another node."""

    activated = Signal(str)
    walked = Signal(str, object)
    entered = Signal(str)
    left = Signal(str)

    def __init__(self, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self.node = node
        self._place: Place | None = None
        self._hand: Hand | None = None
        self._state = NodeState.OFF_PATH
        self.setObjectName(f"node_{node.id}")
        self.setText(node.label)
        self.setAccessibleName(node.label)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._on_clicked)

    @property
    def state(self) -> NodeState:
        """The state of the node in the current case."""
        return self._state

    def stand_at(self, place: Place, hand: Hand) -> None:
        """Move to this place of the layout."""
        self._place, self._hand = place, hand
        box = place.box.grown(_RING * hand.unit)
        self.setGeometry(QRectF(box.left, box.top, box.width, box.height).toAlignedRect())
        self.update()

    def show_state(self, state: NodeState, words: str) -> None:
        """Show this state, and set this text as its accessible description."""
        self.setAccessibleDescription(words)
        if state is not self._state:
            self._state = state
            self.update()

    def hitButton(self, position: QPoint) -> bool:
        """Accept clicks only within the node's shape, not in the corners around it."""
        if self._place is None or self._hand is None:
            return False
        return outline(self._place, self._hand.unit).contains(QPointF(self.mapToParent(position)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the node, and the ring if it has the keyboard focus."""
        if self._place is None or self._hand is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.x(), -self.y())
        look = node_look(self._state, theme, self.underMouse(), self.isDown())
        paint_node(painter, self._place, self._state, look, self._hand)
        if self.hasFocus():
            paint_ring(painter, self._place, theme, self._hand.unit)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the node on Enter, as Space does, and move on arrow keys."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif plain and event.key() in _KEYS:
            self.walked.emit(self.node.id, _KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Signal that the node has received the keyboard focus."""
        super().focusInEvent(event)
        self.entered.emit(self.node.id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Signal that the node has lost the keyboard focus, unless the whole window has."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit(self.node.id)

    @Slot()
    def _on_clicked(self) -> None:
        self.activated.emit(self.node.id)
