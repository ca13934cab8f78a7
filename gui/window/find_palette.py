"""The palette: a line to type in, and the matches below it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.search import Index, Target
from gui.base.announcements import announce
from gui.base.keyboard import give_keyboard_back
from gui.look.theme import Text, text_font, theme_manager

_MOST = 50
"""The most rows. A user who does not find the entry among them types another letter."""

_WIDTH, _TOP = 640, 56
"""The preferred size in pixels at 100 % zoom, if the window is large enough."""

_ROWS = 9
"""The visible rows, if the window is large enough."""

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 7,
    Qt.Key.Key_PageUp: -7,
}


class Listed(NamedTuple):
    """The text of a row next to its title: its kind and its keys."""

    where: str
    keys: str = ""


class FindPalette(QFrame):
    """Searches during typing. `chosen(object)` carries a Target. Esc closes it and returns the keyboard focus."""

    chosen = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("find_palette")
        self.setProperty("role", "popover")
        self._host = host
        self._index = Index(())
        self._before: QWidget | None = None
        self.line = QLineEdit(self)
        self.line.setObjectName("find_line")
        self.line.setAccessibleName("Find anything")
        self.line.setPlaceholderText("A command, an answer, a protocol, a question, a case…")
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.rows = _FoundRows(self)
        self.list = QListView(self)
        self.list.setObjectName("find_results")
        self.list.setProperty("role", "results")
        self.list.setAccessibleName("Found")
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_RowPainter(self.rows, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._say_row)
        self.count = Text("", "caption", "secondary", self)
        self.count.setObjectName("find_count")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.line)
        self._column.addWidget(self.list, stretch=1)
        self._column.addWidget(self.count)
        self.hide()
        host.installEventFilter(self)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def open(self, index: Index, listed: Callable[[Target], Listed]) -> None:
        """Open with all targets, or reset the search. `listed` returns the text of a row."""
        self._index, self.rows.listed = index, listed
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            app.focusChanged.connect(self._on_focus_changed)
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        if self.line.text():
            self.line.clear()
        else:
            self._find("")

    @Slot()
    def dismiss(self) -> None:
        """Close, and return the focus to the widget that had it."""
        before = self._before
        if not self.isVisible():
            return
        self._close()
        give_keyboard_back(before)

    def focusNextPrevChild(self, _: bool) -> bool:
        # Tab stays in the line. The list is reached from the line, and Esc closes the palette.
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        """Return whether the palette has used the key, so that the line must not."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._go_to_row(self.list.currentIndex().row() + _MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def _go_to_row(self, row: int) -> None:
        row = max(0, min(row, self.rows.rowCount() - 1))
        self.list.setCurrentIndex(self.rows.index(row))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            target = self.rows.targets[index.row()]
            # Run a command on the widget that had the focus before.
            self.dismiss()
            self.chosen.emit(target)

    @Slot(str)
    def _find(self, typed: str) -> None:
        found, count = self._index.find(typed, _MOST)
        self.rows.show_targets(found)
        self.count.setText(self._counted(count))
        self._go_to_row(0)
        if not found:
            self._say("")

    def _counted(self, count: int) -> str:
        if count == 0:
            return "Nothing found. Fewer letters find more."
        if count > _MOST:
            return f"{count} found, the first {_MOST} shown"
        return "1 found" if count == 1 else f"{count} found"

    @Slot()
    def _say_row(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self._say(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _say(self, row: str) -> None:
        """Announce the number of matches and the selected row, because the focus stays in the line."""
        words = f"{row}. {self.count.text()}" if row else self.count.text()
        self.line.setAccessibleDescription(words)
        announce(self.line, words)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self.line and now.window() is self.window():
            self._close()

    def _close(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._on_focus_changed)
        self._before = None
        self.hide()

    def _place(self) -> None:
        manager, room = theme_manager(), self._host.rect()
        gap = manager.px("small")
        width = min(manager.px(_WIDTH), room.width() - 2 * gap)
        row, frame = row_height(), 2 * manager.px(manager.scale.stroke.focus)
        rest = self.line.sizeHint().height() + self.count.sizeHint().height() + 2 * self._column.spacing()
        rest += 2 * (manager.px("medium") + self.frameWidth())
        rows = min(_ROWS, (room.height() - 2 * gap - rest - frame) // row)
        # Show whole rows only.
        self.list.setFixedHeight(rows * row + frame)
        height = rest + rows * row + frame
        top = max(gap, min(manager.px(_TOP), room.height() - height - gap))
        self.setGeometry((room.width() - width) // 2, top, width, height)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._column.setContentsMargins(*[manager.px("medium")] * 4)
        self._column.setSpacing(manager.px("small"))
        self._place()


class _FoundRows(QAbstractListModel):
    """The rows of the list. A caller reads the targets from `targets`, because Qt roles hold no Python objects here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.targets: tuple[Target, ...] = ()
        self.listed: Callable[[Target], Listed] = _nothing_listed

    def show_targets(self, targets: tuple[Target, ...]) -> None:
        """Show these targets."""
        self.beginResetModel()
        self.targets = targets
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.targets)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        target = self.targets[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return target.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (target.title, *self.listed(target))))
        return None


def row_height() -> int:
    """Return the size of a row in pixels: two lines of text with padding."""
    lines = sum(QFontMetrics(text_font(role)).height() for role in ("label", "caption"))
    return lines + 2 * theme_manager().px(5)


def _nothing_listed(_: Target) -> Listed:
    return Listed("")


class _RowPainter(QStyledItemDelegate):
    """Paint a row: the title, its kind below, and its keys at the right."""

    def __init__(self, rows: _FoundRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, _: QStyleOptionViewItem, __: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        target = self._rows.targets[index.row()]
        manager, listed = theme_manager(), self._rows.listed(target)
        theme, side = manager.theme, manager.px("small")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        radius = manager.px(manager.scale.radius.small)
        if chosen:
            self._paint_choice(painter, option.rect, radius)
        room = option.rect.adjusted(side, manager.px(5), -side, -manager.px(5))
        # The advance is rounded. Text that is a fraction of a pixel wider than its room would be cut off.
        keys_width = QFontMetrics(text_font("caption_strong")).horizontalAdvance(listed.keys) + 2
        ink = theme.accent.ink if chosen else theme.text.primary
        title = QRect(room.x(), room.y(), room.width() - keys_width - side, room.height())
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        title = title
        self._write(painter, title, top, "label", ink, target.title)
        self._write(painter, title, bottom, "caption", theme.text.secondary, listed.where)
        keys = room.adjusted(room.width() - keys_width, 0, 0, 0)
        self._write(painter, keys, Qt.AlignmentFlag.AlignVCenter, "caption_strong", theme.text.secondary, listed.keys)
        painter.restore()

    def _paint_choice(self, painter: QPainter, room: QRect, radius: int) -> None:
        theme = theme_manager().theme
        painter.setPen(QColor(theme.accent.focus_ring))
        painter.setBrush(QColor(theme.accent.soft))
        painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), radius, radius)

    def _write(self, painter: QPainter, room: QRect, place: Qt.AlignmentFlag, role: str, color: str, text: str) -> None:
        font = text_font(role)
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, place | Qt.AlignmentFlag.AlignLeft, shown)
