"""The Teach place before anybody has opened it: empty, so that the window starts without it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.state import CaseState

if TYPE_CHECKING:
    from gui.teach.place import TeachPlace
    from gui.widgets.why_panel import WhyPanel


class TeachDoor(QWidget):
    """Holds the Teach place, which is made when it is first shown or asked for."""

    decide_requested = Signal(object)

    def __init__(self, state: CaseState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("teach")
        self._state = state
        self._place: TeachPlace | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    @property
    def place(self) -> "TeachPlace":
        """The place itself."""
        if self._place is None:
            from gui.teach.place import TeachPlace

            self._place = TeachPlace(self._state, self)
            self._place.decide_requested.connect(self.decide_requested)
            self._rows.addWidget(self._place)
        return self._place

    @property
    def why(self) -> "WhyPanel":
        """The panel that explains, or tells of what went wrong."""
        return self.place.why

    def showEvent(self, event: QShowEvent) -> None:
        self.place.show()
        super().showEvent(event)
