"""A column that scrolls vertically if needed and never horizontally."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from gui.base.idle_timer import when_idle
from gui.base.keyboard import still_there
from gui.layouts.layout_items import take_out
from gui.layouts.rows import Rows
from gui.look.theme import refresh_fonts, theme_manager


class _Body(QWidget):
    """The scrolled content of a column. Its minimum height depends on its width, which Qt does not ask for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Content that does not move need not be repainted when more appears below it.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)


class _Bar(QScrollBar):
    """A scroll bar that always takes its width but is invisible when there is nothing to scroll.

    Lines therefore keep their wrapping when a column becomes longer than the window.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class Column(QScrollArea):
    """A column of panels that scrolls vertically if needed and follows the keyboard focus."""

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
        # The content of a fold that has just opened gets its place in a few steps, each with a new range.
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._revealed: QWidget | None = None
        self._left_with: QWidget | None = None
        self._soon = when_idle(self, self._show_focus)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # a widget requires an application
        app.focusChanged.connect(self._on_focus_changed)

    def hold(self, panels: list[QWidget], stretching: QWidget | None = None) -> None:
        """Show these panels from the top. One of them may take the spare height. The keyboard focus does not move."""
        focus = QApplication.focusWidget()
        take_out(self.rows)
        for panel in panels:
            self.rows.addWidget(panel, stretch=1 if panel is stretching else 0)
            panel.show()  # a widget from another column is hidden until the event loop runs
        # Fills the height that remains when the stretching panel has reached its maximum.
        self.rows.addStretch(0 if stretching else 1)
        self.setVisible(bool(panels))
        refresh_fonts(self)
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_over(self) -> QVBoxLayout:
        """Delete everything in the column and return its empty rows."""
        for widget in take_out(self.rows):
            widget.hide()
            widget.deleteLater()
        self.verticalScrollBar().setValue(0)
        return self.rows

    def reveal(self, widget: QWidget) -> None:
        """Scroll to show a whole widget, or its top, and keep it visible while it has the keyboard focus."""
        self._revealed, self._left_with = widget, None
        self._soon.start()

    def height_for_width(self, width: int) -> int:
        """Return the height in pixels that the rows need at this width."""
        return self.rows.totalHeightForWidth(width)

    def set_spacing(self, margin: int, gap: int, before: int = 0, after: int = 0) -> None:
        """Set the space around and between the panels, in pixels, including the scroll bar.

        `before` and `after` are additional space at the start and at the end of lines.
        """
        bar = self.verticalScrollBar().sizeHint().width()
        self.rows.setContentsMargins(QMargins(margin + before, margin, max(0, margin - bar) + after, margin))
        self.rows.setSpacing(gap)

    def hideEvent(self, event: QHideEvent) -> None:
        # Another page is shown. Keep the focus and the scroll position for the return to this one.
        self._left_with = None if self.isHidden() else self.focusWidget()
        super().hideEvent(event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        # Never move anything under a pressed mouse button.
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
        # Qt's own method shows only the text cursor of a field. If the widget does not fit, show its top.
        place = QRect(focus.mapTo(body, QPoint(0, 0)), focus.size())
        for y in (place.bottom(), place.top()):
            self.ensureVisible(place.center().x(), y, 0, theme_manager().px("small"))
