"""The menu of the screens for presenting."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu


class ScreenMenu(QMenu):
    """Lists the connected screens. `chosen(QScreen or None)` carries the selected one, or None if it was disconnected."""

    chosen = Signal(object)

    def __init__(self, title: str, parent: QMenu) -> None:
        super().__init__(title, parent)
        self.setObjectName("present_on")
        # Screens come and go, so list them when the menu opens.
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)

    @Slot()
    def fill(self) -> None:
        """List the connected screens."""
        self.clear()
        for number, screen in enumerate(QGuiApplication.screens(), start=1):
            size = screen.geometry()
            text = "Screen &{number}: {name}, {width} by {height}"
            action = self.addAction(
                text.format(number=number, name=screen.name(), width=size.width(), height=size.height())
            )
            action.setData(screen.name())

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        wanted: list[QScreen | None] = [s for s in QGuiApplication.screens() if s.name() == action.data()]
        self.chosen.emit(wanted[0] if wanted else None)
