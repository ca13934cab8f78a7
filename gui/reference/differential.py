"""The differential: the four groups of the article, in its order, with the signs that support each in this case."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from core.case.scenario import Scenario
from core.content import Source
from core.content.citations import collect
from core.reference.differential import Diagnosis, emphasized
from core.reference.shelf import Shelf
from gui.look.theme import Paragraph, Text, theme_manager
from gui.reference.sections import Section, SourcesButton
from gui.widgets.heading import Heading


class DifferentialSection(Section):
    """Lists every diagnosis, folded, with its signs by study. Diagnoses that the case makes more likely are marked."""

    def __init__(self, shelf: Shelf, sources: Mapping[str, Source], parent: QWidget) -> None:
        super().__init__(
            "differential",
            "Differential",
            "The order is fixed. A mark says which answers of the present case make a diagnosis worth a second look.",
            parent,
        )
        self._shelf = shelf
        self._sources = sources
        self._reasons: dict[str, Paragraph] = {}
        for group in shelf.differential:
            self.blocks.addWidget(Heading(group.title, "title", self.page))
            self.blocks.addWidget(Paragraph(group.summary, "body", "secondary", self.page))
            for diagnosis in group.diagnoses:
                self._add(diagnosis)

    def show_scenario(self, scenario: Scenario) -> None:
        for group in self._shelf.differential:
            for diagnosis in group.diagnoses:
                found = emphasized(diagnosis, scenario)
                self.entries[diagnosis.id].set_badge("Think of it here" if found else "")
                self._reasons[diagnosis.id].setText(" ".join(emphasis.reason for emphasis in found))
                self._reasons[diagnosis.id].setVisible(bool(found))

    def _add(self, diagnosis: Diagnosis) -> None:
        entry = self.add_entry("diagnosis", diagnosis.id, diagnosis.title)
        reason = self._reasons[diagnosis.id] = Paragraph("", "label", "accent", entry.body)
        entry.rows.addWidget(reason)
        entry.rows.addLayout(self._signs(diagnosis, entry.body))
        entry.rows.addWidget(Paragraph(diagnosis.tell_apart, "body", "primary", entry.body))
        cited = collect([diagnosis, *diagnosis.signs, *diagnosis.emphasis])
        button = SourcesButton(diagnosis.title, cited, self._sources, entry.body)
        button.why_requested.connect(self.why_requested)
        entry.rows.addWidget(button)

    def _signs(self, diagnosis: Diagnosis, parent: QWidget) -> QGridLayout:
        """Return the signs as two columns: the study and its finding."""
        studies = {study.id: study.label for study in self._shelf.studies}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(theme_manager().px("large"))
        grid.setVerticalSpacing(theme_manager().px("tiny"))
        for row, sign in enumerate(diagnosis.signs):
            grid.addWidget(
                Text(studies[sign.study], "caption_strong", "secondary", parent), row, 0, Qt.AlignmentFlag.AlignTop
            )
            grid.addWidget(Paragraph(sign.text, "body", "primary", parent), row, 1)
        return grid
