"""The protocol cards, adapted to the current case."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.content import Source, by_id
from core.content.citations import id_list
from core.pages.page import Page
from core.reference.protocols import Adapted, ParameterTable, ProtocolCard, adapted, card_for, references_of
from core.reference.shelf import Shelf
from gui.look.theme import Paragraph, Text, theme_manager
from gui.reference.sections import Disclosure, Section, SourcesButton
from gui.reference.tables import ReadingTable
from gui.state import CaseState
from gui.widgets.heading import Heading
from gui.widgets.link import Link
from gui.widgets.pool import Pool

# From this width (pixels at 100 % zoom) the columns fit.
_FIVE_COLUMNS = 640


class ProtocolsSection(Section):
    """Shows a folded card for each study. The card of the advised study is marked.

    `print_requested(page)` and `export_requested(page)` ask for a card on paper or in a file.
    """

    print_requested = Signal(object)
    export_requested = Signal(object)

    widest = 1000

    def __init__(self, state: CaseState, shelf: Shelf, sources: Mapping[str, Source], parent: QWidget) -> None:
        super().__init__("protocols", "Protocols", shelf.protocol_notice, parent)
        self._state = state
        self._cards = shelf.protocols
        self._shelf = shelf
        self._sources = sources
        self._case: dict[str, _CaseBlock] = {}
        for card in shelf.protocols:
            self.add_entry("protocol", card.id, card.title)
        state.case_changed.connect(self._show_case)
        self._show_case()

    @Slot()
    def _show_case(self) -> None:
        """Show the adaptations of each card to the current case, and mark the card of the advised study."""
        report = self._state.snapshot.report
        advised = card_for(report.procedure, self._cards) if report and report.procedure else None
        for card in self._cards:
            self.entries[card.id].set_badge("Advised now" if card is advised else "")
            if card.id in self._case:
                self._case[card.id].show_adaptations(adapted(card, self._state.scenario, self._state.content))

    def fill_entry(self, name: str) -> None:
        self._fill(self.entries[name], by_id(self._cards)[name])
        self._show_case()

    def _fill(self, entry: Disclosure, card: ProtocolCard) -> None:
        entry.rows.addWidget(Paragraph(card.summary, "body", "primary", entry.body))
        block = self._case[card.id] = _CaseBlock(card.id, {c.id: c.title for c in self._cards}, entry.body)
        block.card_requested.connect(self._open_card)
        entry.rows.addWidget(block)
        for table in card.tables:
            entry.rows.addWidget(Heading(table.title, "title", entry.body))
            entry.rows.addWidget(self._table(table, entry.body))
        entry.rows.addWidget(Heading("Pitfalls", "title", entry.body))
        for caution in card.pitfalls:
            entry.rows.addWidget(Paragraph(caution.text, "body", "primary", entry.body))
        entry.rows.addWidget(Heading("Not settled by any source here", "title", entry.body))
        for text in card.unsettled:
            entry.rows.addWidget(Paragraph(text, "body", "secondary", entry.body))
        button = SourcesButton(card.title, references_of(card), self._sources, entry.body)
        button.why_requested.connect(self.why_requested)
        entry.rows.addWidget(button)
        entry.rows.addLayout(self._ways_out(card, entry.body))

    def _ways_out(self, card: ProtocolCard, parent: QWidget) -> QHBoxLayout:
        """Return the buttons that print or export a card."""
        row = QHBoxLayout()
        for name, text, about, slot in (
            ("print", "Print this card…", "Print: {card}", self._on_print),
            ("export", "Export this card…", "Export: {card}", self._on_export),
        ):
            button = QPushButton(text, parent)
            button.setObjectName(f"{name}_{card.id}")
            button.setAccessibleName(about.format(card=card.title))
            button.setProperty("role", "plain")
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        return row

    @Slot()
    def _on_print(self) -> None:
        self.print_requested.emit(self._sheet_of_sender())

    @Slot()
    def _on_export(self) -> None:
        self.export_requested.emit(self._sheet_of_sender())

    def _sheet_of_sender(self) -> Page:
        """Return the sheet of the card whose button was pressed."""
        from core.pages.protocol_sheet import protocol_sheet

        card = by_id(self._cards)[self.sender().objectName().partition("_")[2]]
        state = self._state
        found = adapted(card, state.scenario, state.content)
        return protocol_sheet(card, found, self._shelf, state.content, self._sources, state.today)

    @Slot(str)
    def _open_card(self, name: str) -> None:
        self.open_entries((name,))

    def _table(self, table: ParameterTable, parent: QWidget) -> ReadingTable:
        values, purposes = table.values or "Setting", table.purposes or "Purpose"
        headings = ["Parameter", values, "Unit", purposes, "Source"]
        made = ReadingTable(headings, (5, 4, 3, 7, 2), _FIVE_COLUMNS, parent)
        for row in table.rows:
            made.add_row(
                [
                    made.words(row.name, "body", "secondary"),
                    made.words(row.value, "label"),
                    made.words(row.unit or "", "body"),
                    made.words(row.purpose, "caption"),
                    made.words(id_list(row.sources), "caption", "secondary"),
                ]
            )
        return made


class _CaseBlock(QWidget):
    """Lists the changes that the current case makes to a card, each with its reason. Empty if there are none.

    `card_requested(id)` asks for the card that a line links to.
    """

    card_requested = Signal(str)

    def __init__(self, card: str, titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"case_{card}")
        self._titles = titles
        self._heading = Text("For the present case", "title", "accent", self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._heading)
        self._pool = Pool(self._make_line)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_adaptations(self, found: tuple[Adapted, ...]) -> None:
        """Show these adaptations. Hide the list if there are none."""
        self.setVisible(bool(found))
        for number, (line, adaptation) in enumerate(zip(self._pool.show(len(found)), found, strict=True)):
            line.show_adaptation(adaptation, self._titles, f"{self.objectName()}_{number}")

    def _make_line(self) -> "_CaseLine":
        line = _CaseLine(self)
        line.card_requested.connect(self.card_requested)
        self._rows.addWidget(line)
        return line

    @Slot()
    def _show_look(self) -> None:
        self._rows.setSpacing(theme_manager().px("tiny"))


class _CaseLine(QWidget):
    """One adaptation, the answers behind it, and a link to another card."""

    card_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = Paragraph("", "label", "primary", self)
        self._because = Paragraph("", "caption", "secondary", self)
        self._link = Link("", self, "caption_strong")
        self._link.clicked.connect(self._on_link)
        link_row = QHBoxLayout()
        link_row.addWidget(self._link)
        link_row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._text)
        rows.addWidget(self._because)
        rows.addLayout(link_row)
        self._card = ""

    def show_adaptation(self, adaptation: Adapted, titles: Mapping[str, str], name: str) -> None:
        """Show this adaptation."""
        self._card = adaptation.see or ""
        self._text.setText(adaptation.text)
        reasons = "; ".join(f"{fact.label}: {fact.answer}" for fact in adaptation.because)
        self._because.setText(f"Because of {reasons}")
        self._link.setObjectName(f"{name}_card")
        self._link.setText("Open: {card}".format(card=titles.get(self._card, "")))
        self._link.setVisible(bool(self._card))

    @Slot()
    def _on_link(self) -> None:
        self.card_requested.emit(self._card)
