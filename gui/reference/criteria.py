"""The criteria: the five variants of the ACR topic, singly and side by side, and the changes since 2015."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from core.content import Category, Reference, Source, Variant, by_id
from core.content.citations import collect
from core.reference.criteria import (
    Shift,
    contrasted,
    editions,
    scenarios_before,
    side_by_side,
    variants_that_fit,
)
from core.reference.shelf import Shelf
from gui.look.theme import Paragraph, Text, theme_manager
from gui.reference.sections import Disclosure, Section, SourcesButton
from gui.reference.tables import ReadingTable
from gui.state import CaseState

# From these widths (pixels at 100 % zoom) the columns of the tables fit.
_FIVE_VARIANTS, _FOUR_COLUMNS = 760, 560


class CriteriaSection(Section):
    """Shows who fits each variant and its ratings. A table that Decide does not use says so."""

    widest = 1120

    def __init__(self, state: CaseState, shelf: Shelf, sources: Mapping[str, Source], parent: QWidget) -> None:
        content = state.content
        super().__init__(
            "criteria",
            "Criteria",
            f"All ratings of the ACR topic of {content.acr_topic.year}, scenario by scenario. A category is looked up, never computed.",
            parent,
        )
        self._state = state
        self._content, self._shelf, self._sources = content, shelf, sources
        self._procedures = by_id(content.procedures)
        self._words = {word.id: word.label for word in content.categories}
        self._notices: dict[str, Paragraph] = {}
        self._case = Paragraph("", "label", "accent", self.page)
        self._case.setObjectName("criteria_case")
        self.blocks.addWidget(self._case)
        for variant in content.variants:
            self.add_entry("criteria", variant.id, variant.title)
        self.add_entry("criteria", "side_by_side", "The five scenarios side by side")
        self.add_entry("criteria", "comparison", shelf.comparison.title)
        year = shelf.earlier_edition.year
        self.add_entry("criteria", "editions", f"What has changed since {year}")
        self.entries["side_by_side"].set_open(True)
        state.case_changed.connect(self._show_fitting)
        self._show_fitting()

    def fill_entry(self, name: str) -> None:
        entry, variants = self.entries[name], by_id(self._content.variants)
        if name in variants:
            self._fill_variant(entry, variants[name])
            self._show_fitting()
        else:
            fill = {
                "side_by_side": self._fill_side_by_side,
                "comparison": self._fill_comparison,
                "editions": self._fill_editions,
            }
            fill[name](entry)

    @Slot()
    def _show_fitting(self) -> None:
        """Mark the variants that fit the current case, and every table that does not apply to it."""
        decision = self._state.snapshot.decision
        fitting = variants_that_fit(decision, self._content) if decision else ()
        in_scope = decision is not None and decision.status == "in_scope"
        for variant in self._content.variants:
            fits = variant.id in fitting
            self.entries[variant.id].set_badge("Fits the case" if fits else "")
            if variant.id in self._notices:
                self._notices[variant.id].setVisible(not (in_scope and fits))
        titles = [variant.title for variant in self._content.variants if variant.id in fitting]
        if in_scope:
            text = "The case lies in: {titles}. Decide says what its ratings mean for it."
        elif titles:
            text = "The case is outside what Bonewatch decides. It fits: {titles}."
        elif decision is not None and decision.status == "out_of_scope":
            text = "The case is outside what Bonewatch decides, and no scenario of this topic fits it."
        else:
            text = "The case is not decided yet: none of these tables answers it."
        self._case.setText(text.format(titles="; ".join(titles)))

    def _fill_variant(self, entry: Disclosure, variant: Variant) -> None:
        facts = QGridLayout()
        facts.setColumnStretch(1, 1)
        facts.setHorizontalSpacing(theme_manager().px("large"))
        for row, (label, text) in enumerate(
            (("For", variant.fits), ("Not for", variant.fits_not)),
        ):
            facts.addWidget(Text(label, "caption_strong", "secondary", entry.body), row, 0)
            facts.addWidget(Paragraph(text, "body", "primary", entry.body), row, 1)
        entry.rows.addLayout(facts)
        notice = Paragraph(self._shelf.reading_notice, "label", "accent", entry.body)
        self._notices[variant.id] = notice
        entry.rows.addWidget(notice)
        entry.rows.addWidget(self._ratings(variant, entry.body))
        entry.rows.addWidget(Paragraph(self._content.topic.confirm_notice, "caption", "secondary", entry.body))
        self._add_sources(entry, collect([variant, *variant.ratings]))

    def _ratings(self, variant: Variant, parent: QWidget) -> ReadingTable:
        provenances = by_id(self._content.provenances)
        headings = ["Study", "Category", "Stated by", "To do"]
        table = ReadingTable(headings, (4, 3, 3, 3), _FOUR_COLUMNS, parent)
        for rating in variant.ratings:
            stated = ", ".join(provenances[provenance].label for provenance in rating.provenance)
            confirm = "Confirm in the ACR document" if rating.to_confirm else ""
            table.add_row(
                [
                    table.words(self._procedures[rating.procedure].short),
                    self._category(table, rating.category, rating.procedure, variant.title, None),
                    table.words(stated, "caption", "secondary"),
                    table.words(confirm, "caption", "primary"),
                ]
            )
        return table

    def _fill_side_by_side(self, entry: Disclosure) -> None:
        variants = self._content.variants
        table = ReadingTable(["", *(v.title for v in variants)], (5, 4, 4, 4, 4, 4), _FIVE_VARIANTS, entry.body)
        for label, texts in (
            ("For", [variant.fits for variant in variants]),
            ("Not for", [variant.fits_not for variant in variants]),
        ):
            table.add_row(
                [table.words(label, "caption_strong"), *(table.words(t, "caption", "secondary") for t in texts)]
            )
        for row in side_by_side(self._content):
            cells = zip(row.categories, variants, strict=True)
            table.add_row(
                [
                    table.words(self._procedures[row.procedure].short),
                    *(self._category(table, category, row.procedure, v.title, v) for category, v in cells),
                ]
            )
        entry.rows.addWidget(Paragraph(self._shelf.reading_notice, "label", "accent", entry.body))
        entry.rows.addWidget(table)
        self._add_legend(entry)
        self._add_sources(entry, collect(variants))

    def _fill_comparison(self, entry: Disclosure) -> None:
        comparison, variants = self._shelf.comparison, by_id(self._content.variants)
        entry.rows.addWidget(Paragraph(comparison.text, "body", "primary", entry.body))
        left, right = variants[comparison.left], variants[comparison.right]
        table = ReadingTable(
            ["", left.title, right.title, "From left to right"], (5, 4, 4, 4), _FOUR_COLUMNS, entry.body
        )
        for row, shift in contrasted(comparison, self._content):
            moved = shift in ("higher", "lower")
            table.add_row(
                [
                    table.words(self._procedures[row.procedure].short, "label" if moved else "body"),
                    self._category(table, row.categories[0], row.procedure, left.title, left),
                    self._category(table, row.categories[1], row.procedure, right.title, right),
                    table.words(
                        self._shift(shift), "label" if moved else "caption", "accent" if moved else "secondary"
                    ),
                ]
            )
        entry.rows.addWidget(table)
        self._add_legend(entry)
        self._add_sources(entry, comparison.sources)

    def _fill_editions(self, entry: Disclosure) -> None:
        edition, decided = self._shelf.earlier_edition, self._content.decided_variant
        for text in (edition.summary, edition.seen):
            entry.rows.addWidget(Paragraph(text, "body", "primary", entry.body))
        before = [f"{edition.year}: {scenario.title}" for scenario in scenarios_before(decided.id, edition)]
        columns: list[tuple[str, Variant | None]] = [(title, None) for title in before]
        columns.append((f"{self._content.acr_topic.year}: {decided.title}", decided))
        table = ReadingTable(["", *(t for t, _ in columns)], (5, *[4] * len(columns)), _FOUR_COLUMNS, entry.body)
        for row in editions(decided.id, edition, self._content):
            cells = zip(row.categories, columns, strict=True)
            table.add_row(
                [
                    table.words(self._procedures[row.procedure].short),
                    *(self._category(table, category, row.procedure, *column) for category, column in cells),
                ]
            )
        entry.rows.addWidget(table)
        self._add_legend(entry)
        for change in self._shelf.edition_changes:
            entry.rows.addWidget(Paragraph(change.title, "label", "primary", entry.body))
            entry.rows.addWidget(Paragraph(change.text, "body", "secondary", entry.body))
        self._add_sources(entry, collect([edition, *self._shelf.edition_changes]))

    def _category(
        self, table: ReadingTable, category: Category | None, procedure: str, column: str, variant: Variant | None
    ) -> QWidget:
        """Return a cell of a column with a title. In a current variant, a star marks each rating to be confirmed."""
        words = self._words[category] if category else "Not listed"
        if variant is not None and category and by_id(variant.ratings)[procedure].to_confirm:
            words += "\u00a0*"
        return table.category(category, words, f"{self._procedures[procedure].short}; {column}: {words}")

    def _add_legend(self, entry: Disclosure) -> None:
        dash = "A dash: the table has no such row."
        text = f"* {self._content.topic.confirm_notice} {dash}"
        entry.rows.addWidget(Paragraph(text, "caption", "secondary", entry.body))

    def _shift(self, shift: Shift) -> str:
        return {
            "lower": "Lower",
            "higher": "Higher",
            "same": "The same",
            "only_left": "Listed on the left only",
            "only_right": "Listed on the right only",
        }[shift]

    def _add_sources(self, entry: Disclosure, references: tuple[Reference, ...]) -> None:
        button = SourcesButton(entry.accessibleName(), references, self._sources, entry.body)
        button.why_requested.connect(self.why_requested)
        entry.rows.addWidget(button)
