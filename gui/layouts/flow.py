"""A layout that fills rows from the left and wraps like words on a page. Qt has no such layout."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from gui.base.heights import CachedHeights
from gui.look.theme import Text


class FlowLayout(CachedHeights, QLayout):
    """Lays out its items in rows, which may be centered."""

    def __init__(self, parent: QWidget, centered: bool = False) -> None:
        # Always pass a parent: PySide6 6.11 takes items that move into a parent's layout for deleted.
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = self._row_gap = 0
        self._centered = centered
        self.setContentsMargins(0, 0, 0, 0)

    def set_gap(self, gap: int, row_gap: int | None = None) -> None:
        """Set the space in pixels between items and, if it differs, between rows."""
        self._gap = gap
        self._row_gap = gap if row_gap is None else row_gap
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self.forget_heights()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        # An item wider than the row is narrowed to it. A minimum width could not be met, and Qt would still compute its
        # height.
        return QSize(1, max((item.minimumSize().height() for item in self._visible()), default=0))

    def _height_at(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Place the items in rows within the rectangle, each centered vertically in its row. Return the total height."""
        top = rect.top()
        for row in self._in_rows(rect.width()):
            height, left = max(size.height() for _, size in row), rect.left()
            if self._centered:
                left += (rect.width() - sum(size.width() + self._gap for _, size in row) + self._gap) // 2
            for item, size in row:
                if move:
                    place = QRect(QPoint(left, top + (height - size.height()) // 2), size)
                    item.setGeometry(place)
                left += size.width() + self._gap
            top += height + self._row_gap
        return max(0, top - self._row_gap - rect.top())

    def _in_rows(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        row: list[tuple[QLayoutItem, QSize]] = []
        taken = 0
        for item in self._visible():
            size = item.sizeHint()
            if size.width() > width:
                size = QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())
            if row and taken + size.width() > width:
                yield row
                row, taken = [], 0
            row.append((item, size))
            taken += size.width() + self._gap
        if row:
            yield row


class FlowText(Text):
    """A label in a flow: on one line if it fits, else on several."""

    def __init__(self, role: str, tone: str, parent: QWidget) -> None:
        super().__init__("", role, tone, parent)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        # Qt would wrap the words into a shape of its choice.
        return self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
