"""A page that is filled when it is first shown, so that the reference opens without delay."""

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
    """A section with a `fill` function that runs once, before the page is first shown.

    The part of the page for one entry is named after one of `parts`, followed by the id of the entry. An entry without
    such a part belongs to the `main_part`.
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
        """Fill the page."""
        raise NotImplementedError

    def show_case(self, scenario: Scenario) -> None:
        """Apply the current case to this page, once it is filled."""

    def add_note(self, kind: str, note: Statement) -> None:
        """Add a statement at the end of the page. Its name combines the kind and the id."""
        widget = PlotNote(f"{kind}_{note.id}", note.title, note.text, note.sources, self.sources, self.page)
        widget.why_requested.connect(self.why_requested)
        self.blocks.addWidget(widget)

    def open_entries(self, names: Sequence[str]) -> None:
        """Show the part of the page about the first of these ids, and move the keyboard focus there."""
        ways = (*(f"{start}{names[0]}" for start in self.parts), self.main_part)
        part = next(part for way in ways for part in self.page.findChildren(QWidget, way))
        # A new widget is shown in the next turn of the event loop and cannot take the focus before.
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
