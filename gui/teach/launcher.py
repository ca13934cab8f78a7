"""The Teach place before its first use: empty, so that the window starts without it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.base.preferences import Preferences
from gui.layouts.measure import room_beside
from gui.state import CaseState

if TYPE_CHECKING:
    from gui.teach.place import TeachPlace
    from gui.widgets.explanation_panel import ExplanationPanel


class TeachLauncher(QWidget):
    """Holds the Teach place, which is made when it is first shown or requested.

    `own_actions` are for the user's own cases. `show_requested()` asks to show the place for one of them.
    """

    decide_requested = Signal(object)
    show_requested = Signal()

    def __init__(self, state: CaseState, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("teach")
        self._state, self._preferences = state, preferences
        self._place: TeachPlace | None = None
        self.own_actions = (
            self._action("make_case", "&Make a teaching case", self._make_case),
            self._action("open_cases", "Open case &files…", self._open_files),
            self._action("open_case_folder", "Open a fol&der of cases…", self._open_folder),
        )
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    @property
    def place(self) -> "TeachPlace":
        """The Teach place."""
        if self._place is None:
            from gui.teach.place import TeachPlace

            self._place = TeachPlace(self._state, self._preferences, self.own_actions, self)
            self._place.decide_requested.connect(self.decide_requested)
            self._rows.addWidget(self._place)
        return self._place

    @property
    def why(self) -> "ExplanationPanel":
        """The panel for explanations and error messages."""
        return self.place.why

    def resizeEvent(self, _: QResizeEvent) -> None:
        beside = room_beside(self.width())
        self._rows.setContentsMargins(beside, 0, beside, 0)

    def showEvent(self, event: QShowEvent) -> None:
        self.place.show()
        super().showEvent(event)

    def _action(self, name: str, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    @Slot()
    def _make_case(self) -> None:
        self.show_requested.emit()
        self.place.own.make()

    @Slot()
    def _open_files(self) -> None:
        self.show_requested.emit()
        self.place.own.ask_for_files()

    @Slot()
    def _open_folder(self) -> None:
        self.show_requested.emit()
        self.place.own.ask_for_folder()
