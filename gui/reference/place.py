"""The Reference place: one page at a time, filled when it is first opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.base.resources import resource_path
from core.case.scenario import Scenario
from core.content.citations import all_sources
from gui.layouts.flow import FlowLayout
from gui.look.theme import theme_manager
from gui.state import CaseState, Snapshot
from gui.widgets.explanation_panel import ExplanationPanel

if TYPE_CHECKING:
    from core.reference.shelf import Shelf
    from core.report.explain import Explanation
    from gui.reference.sections import Section


class ReferencePlace(QWidget):
    """Shows the pages from criteria to sources. `decide_requested()` asks to go back to the case.

    `print_requested(page)` and `export_requested(page)` ask for a page on paper or in a file.
    """

    decide_requested = Signal()
    print_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self, state: CaseState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reference")
        self._state = state
        self._shelf: Shelf | None = None
        self._sections: list[Section] = []
        self._tab_row = QWidget(self)
        self._tabs = FlowLayout(self._tab_row, centered=True)
        self._back = QPushButton("Back to the case", self)
        self._back.setObjectName("back_to_decide")
        self._back.clicked.connect(self._on_back)
        self._back.hide()
        self._top = QHBoxLayout()
        self._top.addWidget(self._tab_row, stretch=1)
        self._top.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignTop)
        self._choices = QButtonGroup(self)
        self._pages = QStackedWidget(self)
        self.why = ExplanationPanel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._pages, stretch=1)
        # Do not rely on clicks: an assistive client selects a tab without one.
        self._choices.idToggled.connect(self._on_tab)
        state.case_changed.connect(self._on_case)
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._sections:
            self._fill()
        self._show_scenario(self._state.scenario)
        super().showEvent(event)

    @Slot(int)
    def show_page(self, index: int) -> None:
        """Show the page with this number, from 0."""
        self._choices.button(index).setChecked(True)

    def open_entries(self, page: str, names: Sequence[str]) -> None:
        """Open entries of a page by their ids, and offer the way back. The place must be on screen."""
        section = next(section for section in self._sections if section.objectName() == page)
        self.show_page(self._sections.index(section))
        if names:
            section.open_entries(names)
        self._back.show()

    def open_protocol(self, procedure: str) -> None:
        """Open the protocol card of a rated procedure, or the page if it has no card."""
        from core.reference.protocols import card_for

        assert self._shelf is not None
        card = card_for(procedure, self._shelf.protocols)
        self.open_entries("protocols", (card.id,) if card else ())

    @Slot()
    def _on_back(self) -> None:
        self.decide_requested.emit()
        self._back.hide()

    @Slot(int, bool)
    def _on_tab(self, index: int, chosen: bool) -> None:
        if chosen:
            self.why.dismiss()
            self._pages.setCurrentIndex(index)

    def _fill(self) -> None:
        # Load the reference and its pages on first use, not while the window opens.
        from core.reference.shelf import load_shelf
        from gui.reference.criteria import CriteriaSection
        from gui.reference.differential import DifferentialSection
        from gui.reference.numbers import NumbersSection
        from gui.reference.protocols import ProtocolsSection
        from gui.reference.questions import QuestionsSection
        from gui.reference.radiation import RadiationSection
        from gui.reference.schedules import SchedulesSection
        from gui.reference.sources import SourcesSection

        content = self._state.content
        shelf = self._shelf = load_shelf(resource_path("reference"), content)
        sources = all_sources(content, shelf)
        protocols = ProtocolsSection(self._state, shelf, sources, self)
        protocols.print_requested.connect(self.print_requested)
        protocols.export_requested.connect(self.export_requested)
        self._sections = [
            CriteriaSection(self._state, shelf, sources, self),
            protocols,
            RadiationSection(content, shelf, sources, self),
            SchedulesSection(self._state, shelf, sources, self),
            NumbersSection(shelf, sources, self),
            DifferentialSection(shelf, sources, self),
            QuestionsSection(shelf, sources, self),
            SourcesSection(content, shelf, self._state.today, self),
        ]
        for index, section in enumerate(self._sections):
            section.why_requested.connect(self._show_why)
            self._pages.addWidget(section)
            tab = QPushButton(section.accessibleName(), self._tab_row)
            tab.setObjectName(f"page_{section.objectName()}")
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.setAutoExclusive(True)  # Screen readers read it as one of a group.
            self._choices.addButton(tab, index)
            self._tabs.addWidget(tab)
        self.show_page(0)
        self.why.raise_()

    @Slot(object)
    def _on_case(self, snapshot: Snapshot) -> None:
        if self.isVisible():
            self._show_scenario(snapshot.scenario)

    def _show_scenario(self, scenario: Scenario) -> None:
        for section in self._sections:
            section.show_scenario(scenario)

    @Slot(object, object)
    def _show_why(self, anchor: QWidget, explanation: "Explanation") -> None:
        self.why.show_explanation(explanation, anchor)

    @Slot()
    def _set_spacing(self) -> None:
        manager = theme_manager()
        self._top.setContentsMargins(manager.px("large"), manager.px("small"), manager.px("large"), 0)
        self._tabs.set_gap(manager.px("tiny"))
