"""Questions that clinicians ask. Those about the current case come first."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from core.case.scenario import Scenario
from core.content import Source
from core.reference.questions import questions_for
from core.reference.shelf import Shelf
from gui.look.theme import Paragraph
from gui.reference.sections import Section, SourcesButton


class QuestionsSection(Section):
    """Lists every question with its answer folded below it."""

    def __init__(self, shelf: Shelf, sources: Mapping[str, Source], parent: QWidget) -> None:
        super().__init__(
            "questions",
            "Questions",
            "Those that the present case raises come first.",
            parent,
        )
        self._shelf = shelf
        for question in shelf.questions:
            entry = self.add_entry("question", question.id, question.question)
            for paragraph in question.answer:
                entry.rows.addWidget(Paragraph(paragraph, "body", "primary", entry.body))
            button = SourcesButton(question.question, question.sources, sources, entry.body)
            button.why_requested.connect(self.why_requested)
            entry.rows.addWidget(button)

    def show_scenario(self, scenario: Scenario) -> None:
        for question, raised in questions_for(scenario, self._shelf):
            entry = self.entries[question.id]
            entry.set_badge("This case" if raised else "")
            self.put_last(entry)
