"""Find and Help before anybody has asked for them: nothing is built and nothing is read while the window opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QApplication, QMenuBar, QPushButton, QWidget

from gui.icons import set_icon
from gui.theme import theme_manager

if TYPE_CHECKING:
    from gui.find.ways import Ways
    from gui.help.panel import HelpPanel
    from gui.main_window import MainWindow


class FindDoor(QObject):
    """Opens the palette and the help over the host, and makes each when it is first opened. The bar has the commands."""

    def __init__(self, window: "MainWindow", bar: QMenuBar, host: QWidget) -> None:
        super().__init__(window)
        self._window, self._bar, self._host = window, bar, host
        self._ways: Ways | None = None
        self._help: HelpPanel | None = None

    @property
    def ways(self) -> "Ways":
        """The palette with where its entries lead."""
        if self._ways is None:
            from gui.find.ways import Ways

            self._ways = Ways(self._window, self._bar, self._host)
            self._ways.help_requested.connect(self.show_page)
        return self._ways

    @property
    def help(self) -> "HelpPanel":
        """The pages of the help."""
        if self._help is None:
            from gui.help.panel import HelpPanel

            self._help = HelpPanel(self._bar, self._host)
        return self._help

    @Slot()
    def find(self) -> None:
        """Opens the palette. The help, which would cover what is gone to, gives way."""
        if self._help is not None:
            self._help.dismiss()
        self.ways.open()

    @Slot()
    def show_help(self) -> None:
        """Opens the help on the part of the window that has the keyboard."""
        here = QApplication.focusWidget()
        if self._ways is not None:
            self._ways.palette.dismiss()
        self.help.open_about(here)

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Opens a page of the help."""
        self.help.open_page(page)


class FindButton(QPushButton):
    """Says in the header that anything can be found, and by which keys."""

    def __init__(self, parent: QWidget) -> None:
        word = QCoreApplication.translate("FindButton", "Find")
        super().__init__(f"{word}  Ctrl+K", parent)
        self.setObjectName("find")
        self.setAccessibleName(self.tr("Find"))
        self.setProperty("role", "tab")
        self.setToolTip(self.tr("Find anything"))
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def _show_look(self) -> None:
        set_icon(self, "search", theme_manager().theme.text.secondary)
