"""A column that scrolls up and down where it must, and never sideways."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from gui.base.idle_timer import when_idle
from gui.base.keyboard import still_there
from gui.layouts.layout_items import take_out
from gui.layouts.rows import Rows
from gui.look.theme import refresh_fonts, theme_manager


class _Body(QWidget):
    """What a column scrolls. Its least height follows from its width, which Qt would not ask for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # What stays where it was is not painted again when there is more below it.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)


class _Bar(QScrollBar):
    """A scroll bar that keeps its room, and shows nothing where there is nothing to scroll: no line is parted anew
    when a column becomes longer than the window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class Column(QScrollArea):
    """A column of panels that scrolls up and down where it must, and to what has the keyboard."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(_Bar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body: QWidget = _Body(self)
        self.rows = Rows(self.body)
        self.setWidget(self.body)
        # What a fold has just opened has no place yet; its places come in a few steps, each with a new range.
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._revealed: QWidget | None = None
        self._left_with: QWidget | None = None
        self._soon = when_idle(self, self._show_focus)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # no widget is made without one
        app.focusChanged.connect(self._on_focus_changed)

    def hold(self, panels: list[QWidget], stretching: QWidget | None = None) -> None:
        """Takes these panels in, from the top; one of them may take the spare height. The keyboard stays where it is."""
        focus = QApplication.focusWidget()
        take_out(self.rows)
        for panel in panels:
            self.rows.addWidget(panel, stretch=1 if panel is stretching else 0)
            panel.show()  # what comes from another column is hidden until the event loop turns
        # What is left over where the stretching one has become as high as it may.
        self.rows.addStretch(0 if stretching else 1)
        self.setVisible(bool(panels))
        refresh_fonts(self)
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_over(self) -> QVBoxLayout:
        """Ends everything that the column holds, and returns its rows to be filled anew."""
        for widget in take_out(self.rows):
            widget.hide()
            widget.deleteLater()
        self.verticalScrollBar().setValue(0)
        return self.rows

    def reveal(self, widget: QWidget) -> None:
        """Scrolls to all of a widget, or to its top, and stays with it while the keyboard is in it."""
        self._revealed, self._left_with = widget, None
        self._soon.start()

    def height_for_width(self, width: int) -> int:
        """The height in pixels that the rows need in this width."""
        return self.rows.totalHeightForWidth(width)

    def set_spacing(self, margin: int, gap: int, before: int = 0, after: int = 0) -> None:
        """Room around and between the panels, in pixels; the scroll bar's is part of it.

        `before` and `after` are what is left free besides at the start and at the end of lines.
        """
        bar = self.verticalScrollBar().sizeHint().width()
        self.rows.setContentsMargins(QMargins(margin + before, margin, max(0, margin - bar) + after, margin))
        self.rows.setSpacing(gap)

    def hideEvent(self, event: QHideEvent) -> None:
        # Another place comes on screen. Whoever comes back finds what was read where it was, keyboard or not.
        self._left_with = None if self.isHidden() else self.focusWidget()
        super().hideEvent(event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        # Nothing may move under a mouse button that is down.
        if now is not None and self.isAncestorOf(now) and not QGuiApplication.mouseButtons():
            self._soon.start()

    @Slot(int, int)
    def _on_range_changed(self, _: int, __: int) -> None:
        self._on_focus_changed(None, QApplication.focusWidget())

    @Slot()
    def _show_focus(self) -> None:
        focus, body = QApplication.focusWidget(), self.body
        if focus is None or not body.isAncestorOf(focus):
            return
        left_with, self._left_with = self._left_with, None
        if focus is left_with:
            return
        revealed = still_there(self._revealed)
        if revealed is not None and revealed.isAncestorOf(focus):
            focus = revealed
        # Qt's own would be content with the text cursor of a field. Where not all has room, the top has.
        place = QRect(focus.mapTo(body, QPoint(0, 0)), focus.size())
        for y in (place.bottom(), place.top()):
            self.ensureVisible(place.center().x(), y, 0, theme_manager().px("small"))
