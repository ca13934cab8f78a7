"""The window and the screens: they differ in size and density, come, go and change under it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QDialog, QWidget

from gui.base.idle_timer import when_idle
from gui.look.icons import densities
from gui.look.theme import theme_manager

_FILLING = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized


class WindowGeometry(QObject):
    """Keeps a window no larger than its screen leaves room for, and what is drawn in it sharp.

    A window that had to be made smaller because its screen became so, as a laptop that doubles a projector does, gets
    its size back with the screen. One that is taken to another screen is made smaller where it must be, and never larger
    again: that would pull it from under the mouse that carries it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # no widget is made without one
        self._densities = densities()
        self._shrunk, self._before = QSize(), QSize()
        self._screen_changed = False
        # By then Qt has told the window of the new screen, too.
        self._soon = when_idle(self, self._fit)
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._on_screen)
        for screen in app.screens():
            self._watch(screen)
        window.installEventFilter(self)
        self._fit()

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            window.removeEventFilter(self)
            handle = self._window.windowHandle()
            assert handle is not None  # what is shown has one
            handle.screenChanged.connect(self._on_other_screen)
            self._on_screen()  # now it has a frame
        return False

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._on_screen)
        self._on_other_screen()

    @Slot()
    def _on_screen(self) -> None:
        """A screen has other measures, or has gone, or the window is shown for the first time."""
        self._screen_changed = True
        self._soon.start()

    @Slot()
    def _on_other_screen(self) -> None:
        """The window is on another screen, or there is one more."""
        self._soon.start()

    @Slot()
    def _fit(self) -> None:
        self._sharpen()
        changed, self._screen_changed = self._screen_changed, False
        window = self._window
        if window.windowState() & _FILLING:
            return
        room = window.screen().availableGeometry()
        frame = window.frameGeometry().size() - window.size()
        wanted = self._before if changed and window.size() == self._shrunk else window.size()
        size = wanted.boundedTo(room.size() - frame)
        if size != wanted:
            self._before, self._shrunk = wanted, size
        if size != window.size():
            window.resize(size)
        elif not changed:
            return
        window.move(_within(room, QRect(window.pos(), size + frame)))

    def _sharpen(self) -> None:
        """Draws the icons anew where there is a screen of another density than when they were drawn, or no longer one."""
        if densities() != self._densities:
            self._densities = densities()
            theme_manager().draw_anew()


def _within(room: QRect, box: QRect) -> QPoint:
    """Where a box that fits a room is all in it, as near to its own place as can be."""
    left = max(room.left(), min(box.left(), room.right() + 1 - box.width()))
    top = max(room.top(), min(box.top(), room.bottom() + 1 - box.height()))
    return QPoint(left, top)


def stand_before(window: QWidget, dialog: QDialog, width: int, height: int) -> None:
    """Gives a dialog this size in pixels at 100 % zoom, as far as the screen has room, in the middle of its window.

    With a place of its own from the start: what Qt moves to a screen of another density comes up in a wrong size.
    """
    manager, room = theme_manager(), window.screen().availableGeometry()
    frame = window.frameGeometry().size() - window.size()  # its own is not known before it is shown
    dialog.resize(QSize(manager.px(width), manager.px(height)).boundedTo(room.size() - frame))
    box = QRect(QPoint(), dialog.size() + frame)
    box.moveCenter((dialog if dialog.isVisible() else window).geometry().center())
    dialog.move(_within(room, box))
