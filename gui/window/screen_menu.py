"""The menu of the screens to present on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu


class ScreenMenu(QMenu):
    """Lists the screens that there are; `chosen(QScreen or None)` carries one, None where it is gone by then."""

    chosen = Signal(object)

    def __init__(self, title: str, parent: QMenu) -> None:
        super().__init__(title, parent)
        self.setObjectName("present_on")
        # Screens come and go: the list is made when somebody looks.
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)

    @Slot()
    def fill(self) -> None:
        """List the screens as they are now."""
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
