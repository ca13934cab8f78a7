"""A page that is filled when it is first looked at, so that opening the shelf does not wait for it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from core.scenario import Scenario
from gui.reference.sections import Section
from gui.theme import refresh_fonts


class LateSection(Section):
    """A section with a `fill` that runs once, before the page first shows."""

    def __init__(self, name: str, title: str, introduction: str, parent: QWidget) -> None:
        super().__init__(name, title, introduction, parent)
        self._filled = False
        self._scenario = Scenario()

    def fill(self) -> None:
        """Puts everything on the page."""
        raise NotImplementedError

    def show_case(self, scenario: Scenario) -> None:
        """Shows what the present case makes of this page, once it is filled."""

    def show_scenario(self, scenario: Scenario) -> None:
        self._scenario = scenario
        if self._filled:
            self.show_case(scenario)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._filled:
            self._filled = True
            self.fill()
            self.show_case(self._scenario)
            refresh_fonts(self)
        super().showEvent(event)
