"""Fitting the window to its screen. Screens differ in size and density and may change at run time."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QDialog, QWidget

from gui.base.idle_timer import when_idle
from gui.look.icons import densities
from gui.look.theme import theme_manager

_FILLING = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized


class WindowGeometry(QObject):
    """Keeps a window within the available area of its screen and its icons sharp.

    If a screen shrinks, as a laptop's does when it mirrors a projector, the window shrinks with it and regains its size
    afterwards. A window that moves to another screen is made smaller if needed but never larger: resizing would pull it
    from under the mouse that drags it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # a widget requires an application
        self._densities = densities()
        self._shrunk, self._before = QSize(), QSize()
        self._screen_changed = False
        # Wait until Qt has informed the window of the new screen as well.
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
            assert handle is not None  # a visible window has a handle
            handle.screenChanged.connect(self._on_other_screen)
            self._on_screen()  # the frame is known from here on
        return False

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._on_screen)
        self._on_other_screen()

    @Slot()
    def _on_screen(self) -> None:
        """Handle a screen that changed or was removed, and the first time the window is shown."""
        self._screen_changed = True
        self._soon.start()

    @Slot()
    def _on_other_screen(self) -> None:
        """Handle a move of the window to another screen, and a screen that was added."""
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
        """Redraw the icons if the set of screen densities has changed since they were drawn."""
        if densities() != self._densities:
            self._densities = densities()
            theme_manager().draw_anew()


def _within(room: QRect, box: QRect) -> QPoint:
    """Return the position nearest to its own at which a box lies entirely within a larger area."""
    left = max(room.left(), min(box.left(), room.right() + 1 - box.width()))
    top = max(room.top(), min(box.top(), room.bottom() + 1 - box.height()))
    return QPoint(left, top)


def stand_before(window: QWidget, dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog this size in pixels at 100 % zoom, limited to the screen, in the middle of its window.

    Set the position before the dialog is shown: if Qt moves a dialog to a screen of another density, its size is wrong.
    """
    manager, room = theme_manager(), window.screen().availableGeometry()
    frame = window.frameGeometry().size() - window.size()  # the dialog's own frame is unknown before it is shown
    dialog.resize(QSize(manager.px(width), manager.px(height)).boundedTo(room.size() - frame))
    box = QRect(QPoint(), dialog.size() + frame)
    box.moveCenter((dialog if dialog.isVisible() else window).geometry().center())
    dialog.move(_within(room, box))
