"""A case presented to a room: full screen, driven by the keys of a clicker, without scrolling."""

from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QScreen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from core.teaching.session import LAST_PAGE, TeachingSession
from gui.look.theme import load_scale, theme_manager
from gui.teach.pointer import Blank, Overlay
from gui.teach.slide import Slide

_NEXT: Final = {
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}
_BACK: Final = {Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace}
_BLANK: Final[dict[int, Blank]] = {
    Qt.Key.Key_B: "black",
    Qt.Key.Key_Period: "black",
    Qt.Key.Key_W: "white",
    Qt.Key.Key_Comma: "white",
}
_ZOOM: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Underscore: -1}
_DIGITS: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
# The characters of Shift and a digit, for keyboards that report characters instead of keys.
_SHIFTED: Final = (Qt.Key.Key_Exclam, Qt.Key.Key_At, Qt.Key.Key_NumberSign, Qt.Key.Key_Dollar)


class Presenter(QWidget):
    """Shows a session on a full screen. `closed()` follows when it ends. The session keeps its position."""

    closed = Signal()

    def __init__(self, session: TeachingSession, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("presenter")
        self.setProperty("role", "presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Presenter - Bonewatch")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.session = session
        self._zoom = 0
        self.slide = Slide(self)
        self.slide.setMouseTracking(True)
        self.slide.voted.connect(self.vote)
        self.overlay = Overlay(self)
        self.overlay.point_at(QPointF(self.rect().center()))
        theme_manager().changed.connect(self._on_look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # Every widget is made with one.
        app.screenRemoved.connect(self._on_screen_removed)
        app.screenAdded.connect(self._watch)
        for each in app.screens():
            self._watch(each)

    # Screen

    def start(self, screen: QScreen | None = None) -> None:
        """Fill a screen: the named one, or the one of the parent window."""
        parent = self.parentWidget()
        self._fill(screen or (parent.screen() if parent else QGuiApplication.primaryScreen()))
        self.activateWindow()
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _fill(self, screen: QScreen) -> None:
        # A full-screen window cannot move to another screen before it is a normal window again.
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_geometry)

    @Slot()
    def _on_geometry(self) -> None:
        """Resize to the screen. A screen that mirrors a projector changes its size during a session."""
        if self.isVisible() and self.geometry() != self.screen().geometry():
            self._fill(self.screen())

    @Slot(QScreen)
    def _on_screen_removed(self, gone: QScreen) -> None:
        rest = [screen for screen in QGuiApplication.screens() if screen is not gone]
        if not self.isVisible() or not rest:
            return
        # Qt may have moved the window by now, but it keeps its size and state.
        if self.screen() is gone or self.screen() not in rest or self.geometry() != self.screen().geometry():
            primary = QGuiApplication.primaryScreen()
            self._fill(primary if primary in rest else rest[0])

    # Navigation

    @Slot()
    def go_on(self) -> None:
        """Go to the next page, step or case."""
        if self.session.page + 1 < self.slide.page_count:
            self.session.page += 1
        elif not self.session.next():
            return
        self._show()

    @Slot()
    def go_back(self) -> None:
        """Go to the previous page, step or case."""
        if self.session.page > 0:
            self.session.page -= 1
        elif self.session.back():
            self.session.page = LAST_PAGE
        else:
            return
        self._show()

    @Slot(int, int)
    def vote(self, number: int, votes: int) -> None:
        """Count votes for an option while the question is open."""
        step = self.session.step
        if self.session.vote(number, votes):
            if self.session.step is step:
                self.slide.show_votes(self.session)
            else:
                self._show()

    def zoom_by(self, steps: int) -> None:
        """Move up or down this many zoom steps."""
        last = len(load_scale().presenter.zoom_steps) - 1
        wanted = max(0, min(last, self._zoom + steps))
        if wanted != self._zoom:
            self._zoom = wanted
            self._show()

    @property
    def zoom_name(self) -> str:
        """Return the name of the zoom step."""
        names = ("Standard", "Large", "Larger", "Largest")
        return names[self._zoom]

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.overlay.blank:
            self._end_blank(key)
        elif key in _NEXT:
            self.go_on()
        elif key in _BACK:
            self.go_back()
        elif key in _BLANK:
            self.overlay.set_blank(_BLANK[Qt.Key(key)])
        elif key in _ZOOM:
            self.zoom_by(_ZOOM[Qt.Key(key)])
        elif key == Qt.Key.Key_0:
            self.zoom_by(-self._zoom)
        elif key in _DIGITS or key in _SHIFTED:
            self._on_digit(Qt.Key(key), event.modifiers())
        elif key == Qt.Key.Key_S:
            self.overlay.toggle_spotlight()
        elif key == Qt.Key.Key_L:
            self._toggle_laser()
        elif key == Qt.Key.Key_Home:
            self.session.go_to_step("vignette")
            self._show()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _end_blank(self, key: int) -> None:
        """Show the slide again on any key, except a key for the other kind of blank, which switches to that."""
        wanted = _BLANK.get(Qt.Key(key), "")
        self.overlay.set_blank("" if wanted == self.overlay.blank else wanted)

    def _on_digit(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        back = modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        if key in _SHIFTED:
            self.vote(_SHIFTED.index(key) + 1, -1)
        else:
            self.vote(_DIGITS.index(key) + 1, -1 if back else 1)

    def _toggle_laser(self) -> None:
        self.overlay.toggle_laser()
        if self.overlay.laser:
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.unsetCursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.overlay.point_at(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        up = event.angleDelta().y()
        if up and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if up > 0 else -1)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.slide.resize(event.size())
        self.overlay.resize(event.size())
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    # Slide

    def _show(self) -> None:
        percent = load_scale().presenter.zoom_steps[self._zoom]
        self.slide.show_page(self.session, percent, self.zoom_name if self._zoom else "")
        self.setAccessibleName(self.slide.accessibleName())
        self.setAccessibleDescription(self.slide.accessibleDescription())
        self.overlay.raise_()

    @Slot()
    def _on_look(self) -> None:
        self.slide.refresh()
        self.overlay.update()
