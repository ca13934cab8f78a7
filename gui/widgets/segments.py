"""Choices as one joined control, with as many in a row as their words allow."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QSizePolicy, QWidget

from gui.base.heights import CachedHeights
from gui.look.theme import text_font, theme_manager

Corners = tuple[bool, bool, bool, bool]
"""Which corners are round: top left, top right, bottom right, bottom left."""

STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
"""The keys that move between the segments of a grid, and the number of steps."""


class _Segment(QAbstractButton if TYPE_CHECKING else object):  # type: ignore[misc]
    """The behavior shared by both kinds of segments, in addition to their Qt button class."""

    corners: Corners = (True, True, True, True)

    def sizeHint(self) -> QSize:
        return natural_size(self)

    def minimumSizeHint(self) -> QSize:
        return natural_size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt's button would take the rest of its group out of the Tab order. The grid decides that.
        QWidget.focusInEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            event.ignore()  # the grid handles it; Qt's button would treat it like the Tab key
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_segment(self, self.corners)


class RadioSegment(_Segment, QRadioButton):
    """One of several exclusive choices. Choosing the selected one again clears the answer."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        # Assistive clients read this as an exclusive choice. Qt does not enforce it within the grid's button group.
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)


class CheckSegment(_Segment, QCheckBox):
    """One of several choices that can be combined. A line separates selected neighbors."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.at_left: QAbstractButton | None = None
        self.above: QAbstractButton | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)


def natural_size(button: QAbstractButton) -> QSize:
    """Return the size that a segment needs in its widest state, selected."""
    return QSize(*_natural_size(button.text(), theme_manager().zoom_percent))


@lru_cache(maxsize=512)
def _natural_size(text: str, zoom_percent: int) -> tuple[int, int]:
    manager = theme_manager()
    metrics = QFontMetrics(text_font("caption_strong"))
    width = metrics.horizontalAdvance(text) + 2 * manager.px(6)
    return width, metrics.height() + 2 * manager.px(7)


def paint_segment(button: QAbstractButton, corners: Corners) -> None:
    """Draw a segment: filled and bold if selected, with a ring if it has the keyboard focus."""
    manager = theme_manager()
    theme, stroke = manager.theme, manager.scale.stroke
    chosen = button.isChecked()
    accent, surface = theme.accent, theme.surface
    fill = accent.fill if chosen else surface.field
    if button.isDown():
        fill = accent.fill_pressed if chosen else surface.pressed
    elif button.underMouse():
        fill = accent.fill_hover if chosen else surface.hover
    line = manager.px(stroke.control)
    area = QRectF(button.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(accent.fill if chosen else surface.field_border), line))
    painter.setBrush(QColor(fill))
    painter.translate(area.topLeft())
    painter.drawPath(_rounded(area.width(), area.height(), manager.px(manager.scale.radius.control), corners))
    painter.resetTransform()
    if button.hasFocus():
        ring = manager.px(stroke.focus)
        inner = QRectF(button.rect()).adjusted(1.5 * ring, 1.5 * ring, -1.5 * ring, -1.5 * ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.text.on_accent if chosen else accent.focus_ring), ring))
        painter.drawRoundedRect(inner, ring, ring)
    if isinstance(button, CheckSegment) and chosen:
        seam = QColor(theme.text.on_accent)
        if button.at_left is not None and button.at_left.isChecked():
            painter.fillRect(0, 0, line, button.height(), seam)
        if button.above is not None and button.above.isChecked():
            painter.fillRect(0, 0, button.width(), line, seam)
    painter.setFont(text_font("caption_strong" if chosen else "caption"))
    painter.setPen(QColor(theme.text.on_accent if chosen else theme.text.primary))
    painter.drawText(button.rect(), Qt.AlignmentFlag.AlignCenter, button.text())
    painter.end()


@lru_cache(maxsize=256)
def _rounded(width: float, height: float, radius: float, corners: Corners) -> QPainterPath:
    """Return a rectangle at the origin with the given corners rounded."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(0, 0, width, height, radius, radius)
    half_width, half_height = width / 2, height / 2
    places = ((0.0, 0.0), (half_width, 0.0), (half_width, half_height), (0.0, half_height))
    for is_round, (x, y) in zip(corners, places, strict=True):
        if not is_round:
            path.addRect(QRectF(x, y, half_width, half_height))
    return path.simplified()


class SegmentGrid(CachedHeights, QWidget):
    """Segments side by side in one row if they fit, else in two columns, else in one.

    `switched(index, chosen)` is emitted when the mouse, a key or an assistive client turns a segment on or off,
    `cleared` for the Delete key.
    """

    switched = Signal(int, bool)
    cleared = Signal()
    digit_pressed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.segments: list[RadioSegment | CheckSegment] = []
        self._group = QButtonGroup(self)
        # Not even for exclusive choices: the grid's owner turns the others off, and an answer can be cleared.
        self._group.setExclusive(False)
        self._group.idToggled.connect(self._on_toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_manager().changed.connect(self._on_look_changed)

    def add(self, segment: RadioSegment | CheckSegment) -> None:
        """Append a segment. Tab reaches the first one until another is selected."""
        self._group.addButton(segment, len(self.segments))
        self.segments.append(segment)
        self.forget_heights()
        self._move_tab_stop()

    def show_chosen(self, chosen: Sequence[bool]) -> None:
        """Show the selected segments without reporting a change by the user."""
        with QSignalBlocker(self):
            for segment, wanted in zip(self.segments, chosen, strict=True):
                segment.setChecked(wanted)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = sum(segment.sizeHint().width() for segment in self.segments)
        return QSize(width, self._row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(max((s.sizeHint().width() for s in self.segments), default=0), self._row_height())

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        focused = self._focused()
        if event.key() in STEPS and focused is not None:
            self._go(focused + STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif 0 <= digit < len(self.segments) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.digit_pressed.emit(digit)
        else:
            super().keyPressEvent(event)

    def tab_stop(self) -> RadioSegment | CheckSegment:
        """Return the segment that Tab reaches: the selected one, else the first."""
        return next((s for s in self.segments if s.isChecked()), self.segments[0])

    def _focused(self) -> int | None:
        return next((i for i, segment in enumerate(self.segments) if segment.hasFocus()), None)

    def _go(self, index: int) -> None:
        """Move the focus to a neighbor, and select it if the choices are exclusive."""
        segment = self.segments[index % len(self.segments)]
        segment.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(segment, RadioSegment) and not segment.isChecked():
            segment.click()

    @Slot(int, bool)
    def _on_toggled(self, index: int, chosen: bool) -> None:
        self._move_tab_stop()
        for segment in self.segments:
            segment.update()  # redraws the lines between selected neighbors
        self.switched.emit(index, chosen)

    def _move_tab_stop(self) -> None:
        stop = self.tab_stop()
        for segment in self.segments:
            several = isinstance(segment, CheckSegment)
            tabbed = several or segment is stop
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tabbed else Qt.FocusPolicy.ClickFocus)

    @Slot()
    def _on_look_changed(self) -> None:
        self.forget_heights()
        self.updateGeometry()
        self._arrange()
        for segment in self.segments:
            segment.update()

    def _height_at(self, width: int) -> int:
        rows = -(-len(self.segments) // self._columns(width))
        return rows * self._row_height() - (rows - 1) * self._overlap()

    def _row_height(self) -> int:
        return max((segment.sizeHint().height() for segment in self.segments), default=0)

    def _overlap(self) -> int:
        """Return the overlap that makes neighbors share one line."""
        return theme_manager().px(theme_manager().scale.stroke.control)

    def _columns(self, width: int) -> int:
        count = len(self.segments)
        if sum(segment.sizeHint().width() for segment in self.segments) <= width:
            return max(1, count)
        widest = max((segment.sizeHint().width() for segment in self.segments), default=0)
        return 2 if 2 * widest <= width and count > 2 else 1

    def _arrange(self) -> None:
        count, columns = len(self.segments), self._columns(self.width())
        row_height, overlap = self._row_height(), self._overlap()
        widths = self._widths(columns)
        for index, segment in enumerate(self.segments):
            row, column = divmod(index, columns)
            last_in_row = column == columns - 1 or index == count - 1
            left = sum(widths[:column]) - overlap * column
            right = self.width() if last_in_row else left + widths[column]
            place = QRect(left, row * (row_height - overlap), right - left, row_height)
            segment.setGeometry(place)
            last_row = (count - 1) // columns
            first, above_end = index == 0, row == 0 and last_in_row
            below_end = last_in_row and (row == last_row or index + columns >= count)
            below_first = row == last_row and column == 0
            before = self.segments[index - 1] if column else None
            segment.corners = first, above_end, below_end, below_first
            if isinstance(segment, CheckSegment):
                segment.at_left = before
                segment.above = self.segments[index - columns] if row else None
            segment.update()

    def _widths(self, columns: int) -> list[int]:
        """Return the column widths: in one row, what the words need plus a share of the rest; otherwise all equal."""
        if columns < len(self.segments):
            return [self.width() // columns + self._overlap()] * columns
        natural = [segment.sizeHint().width() for segment in self.segments]
        spare = self.width() - sum(natural) + self._overlap() * (columns - 1)
        return [width + spare // columns for width in natural]
