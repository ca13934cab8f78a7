"""Every source, the statements it supports, and the age of the content."""

from datetime import date

from PySide6.QtWidgets import QWidget

from core.content import Content
from core.content.citations import all_sources, source_details
from core.reference.shelf import Shelf
from core.reference.source_index import supported_by
from gui.look.theme import Paragraph, Text
from gui.reference.sections import Section


class SourcesSection(Section):
    """Lists the sources of the content and the reference, with the statements that cite each."""

    def __init__(self, content: Content, shelf: Shelf, today: date, parent: QWidget) -> None:
        super().__init__("sources", "Sources", "", parent)
        days = (today - content.topic.reviewed).days
        ago = "one day" if days == 1 else f"{days} days"
        self.introduction.setText(
            f"The article behind the content was reviewed on {content.topic.reviewed}, {ago} ago. "
            "A title in [brackets] is ours."
        )
        self._sources = all_sources(content, shelf)
        self._supported = supported_by(content, shelf)
        for source in self._sources.values():
            self.add_entry("source", source.id, f"{source.id}  {source.title}")

    def fill_entry(self, name: str) -> None:
        entry, tables = self.entries[name], self._tables()
        entry.rows.addWidget(Paragraph(source_details(self._sources[name]), "body", "primary", entry.body))
        entry.rows.addWidget(Text("Supports", "overline", "secondary", entry.body))
        for table, names in self._supported[name].items():
            text = f"{tables[table]}: {'; '.join(names)}"
            entry.rows.addWidget(Paragraph(text, "caption", "primary", entry.body))

    def _tables(self) -> dict[str, str]:
        """Return the tables of the packs in words."""
        return {
            "topic": "Scope",
            "variants": "Ratings",
            "exclusions": "Exclusions",
            "conflicts": "Contradictions",
            "requirements": "Answers needed",
            "status_texts": "Status",
            "assumptions": "Assumptions",
            "nodes": "Steps",
            "edges": "Ways between steps",
            "tumor_board": "Tumor board",
            "pitfalls": "Pitfalls",
            "notices": "Notices",
            "differential": "Differential",
            "questions": "Questions",
            "comparison": "Criteria",
            "earlier_edition": "Earlier edition",
            "edition_changes": "Changes since",
            "protocols": "Protocols",
            "radiation_bands": "Radiation levels",
            "radiation_levels": "Radiation levels of studies",
            "doses": "Published doses",
            "programs": "Programs compared",
            "radiation_notes": "Radiation",
            "schedules": "Schedules",
            "schedule_notes": "On schedules",
            "figures": "Numbers",
            "figure_notes": "On numbers",
        }
