"""Find and Help before their first use. Nothing is built or read while the window opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

if TYPE_CHECKING:
    from gui.help.panel import HelpPanel
    from gui.window.navigation import Navigation, Places


class FindLauncher(QObject):
    """Opens the palette and the help over the host, and makes each on first use. The bar holds the commands."""

    def __init__(self, places: "Places", bar: QMenuBar, host: QWidget) -> None:
        super().__init__(host)
        self._places, self._bar, self._host = places, bar, host
        self._ways: Navigation | None = None
        self._help: HelpPanel | None = None

    @property
    def ways(self) -> "Navigation":
        """The palette, with the targets of its entries."""
        if self._ways is None:
            from gui.window.navigation import Navigation

            self._ways = Navigation(self._places, self._bar, self._host)
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
        """Open the palette. Close the help, which would cover the target."""
        if self._help is not None:
            self._help.dismiss()
        self.ways.open()

    @Slot()
    def show_help(self) -> None:
        """Open the help at the page about the focused part of the window."""
        here = QApplication.focusWidget()
        if self._ways is not None:
            self._ways.palette.dismiss()
        self.help.open_about(here)

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Open a page of the help."""
        self.help.open_page(page)
