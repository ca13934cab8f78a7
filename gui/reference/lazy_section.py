"""A page that is filled when it is first looked at, so that opening the shelf does not wait for it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from core.case.scenario import Scenario
from core.content import Source
from core.content.statement import Statement
from gui.layouts.tab_order import next_stop
from gui.look.theme import refresh_fonts
from gui.reference.plot_panel import PlotNote
from gui.reference.sections import Section


class LazySection(Section):
    """A section with a `fill` that runs once, before the page first shows.

    The parts of the page that are about one entry have names that begin like one of `parts` and end with its id; an
    entry without a part of its own stands in the `main_part`.
    """

    parts: tuple[str, ...] = ()
    main_part = ""

    def __init__(
        self, name: str, title: str, introduction: str, sources: Mapping[str, Source], parent: QWidget
    ) -> None:
        super().__init__(name, title, introduction, parent)
        self.sources = sources
        self._filled = False
        self._scenario = Scenario()

    def fill(self) -> None:
        """Put everything on the page."""
        raise NotImplementedError

    def show_case(self, scenario: Scenario) -> None:
        """Show what the present case makes of this page, once it is filled."""

    def add_note(self, kind: str, note: Statement) -> None:
        """Put a statement below what is on the page; its name is made of the kind and the id."""
        widget = PlotNote(f"{kind}_{note.id}", note.title, note.text, note.sources, self.sources, self.page)
        widget.why_requested.connect(self.why_requested)
        self.blocks.addWidget(widget)

    def open_entries(self, names: Sequence[str]) -> None:
        """Show the part of the page that is about the first of these ids, with the keyboard in it."""
        ways = (*(f"{start}{names[0]}" for start in self.parts), self.main_part)
        part = next(part for way in ways for part in self.page.findChildren(QWidget, way))
        # What has just been put on the page is shown with the next turn only, and could not take the keyboard now.
        part.show()
        self.reveal(part)
        stop = next_stop(part, None, True)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
