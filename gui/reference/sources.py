"""Every source, what it supports, and how old the content is."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.content import Content
from core.reference.citations import supported_by
from core.reference.shelf import Shelf
from core.report.explain import source_details
from gui.language import said
from gui.look.theme import Paragraph, Text
from gui.reference.sections import Section


class SourcesSection(Section):
    """The sources of content and shelf with what rests on each."""

    def __init__(self, content: Content, shelf: Shelf, today: date, parent: QWidget) -> None:
        super().__init__("sources", QCoreApplication.translate("SourcesSection", "Sources"), "", parent)
        days = (today - content.topic.reviewed).days
        one = self.tr(
            "The article behind the content was reviewed on {day}, one day ago. A title in [brackets] is ours."
        )
        several = self.tr(
            "The article behind the content was reviewed on {day}, %n days ago. A title in [brackets] is ours.",
            "",
            days,
        )
        self.introduction.setText((one if days == 1 else several).format(day=content.topic.reviewed))
        self._sources = {source.id: source for source in (*content.sources, *shelf.sources)}
        self._supported = supported_by(content, shelf)
        for source in self._sources.values():
            self.add_entry("source", source.id, f"{source.id}  {source.title}")

    def fill_entry(self, name: str) -> None:
        entry, tables = self.entries[name], self._tables()
        entry.rows.addWidget(Paragraph(said(source_details(self._sources[name])), "body", "primary", entry.body))
        entry.rows.addWidget(Text(self.tr("Supports"), "overline", "secondary", entry.body))
        for table, names in self._supported[name].items():
            text = f"{tables[table]}: {'; '.join(names)}"
            entry.rows.addWidget(Paragraph(text, "caption", "primary", entry.body))

    def _tables(self) -> dict[str, str]:
        """The tables of the packs in words."""
        return {
            "topic": self.tr("Scope"),
            "variants": self.tr("Ratings"),
            "exclusions": self.tr("Exclusions"),
            "conflicts": self.tr("Contradictions"),
            "requirements": self.tr("Answers needed"),
            "status_texts": self.tr("Status"),
            "assumptions": self.tr("Assumptions"),
            "nodes": self.tr("Steps"),
            "edges": self.tr("Ways between steps"),
            "tumor_board": self.tr("Tumor board"),
            "pitfalls": self.tr("Pitfalls"),
            "notices": self.tr("Notices"),
            "differential": self.tr("Differential"),
            "questions": self.tr("Questions"),
            "comparison": self.tr("Criteria"),
            "earlier_edition": self.tr("Earlier edition"),
            "edition_changes": self.tr("Changes since"),
            "protocols": self.tr("Protocols"),
            "radiation_bands": self.tr("Radiation levels"),
            "radiation_levels": self.tr("Radiation levels of studies"),
            "doses": self.tr("Published doses"),
            "programs": self.tr("Programs compared"),
            "radiation_notes": self.tr("Radiation"),
            "schedules": self.tr("Schedules"),
            "schedule_notes": self.tr("On schedules"),
            "figures": self.tr("Numbers"),
            "figure_notes": self.tr("On numbers"),
        }
