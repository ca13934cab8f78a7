"""The parts of the pages with plots: panels, plots with their notes, and statements."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QGroupBox, QVBoxLayout, QWidget

from core.content import Reference, Source
from core.report.explain import Explanation
from gui.base.pictures import save_picture
from gui.layouts.flow import FlowLayout
from gui.look.theme import Paragraph, theme_manager
from gui.reference.sections import SourcesButton
from gui.widgets.link import Link
from gui.widgets.plot import Plot, PlotView
from gui.widgets.text_table import TableToggle, TextTable

_FORMATS = (".svg", ".pdf", ".png")


class PlotBox(QGroupBox):
    """A titled panel on a page; its accessible name is its title."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self.setAccessibleName(title)
        self._title = Paragraph(title, "title", "primary", self)
        self.rows = QVBoxLayout(self)
        self.rows.addWidget(self._title)
        self._set_margins()
        theme_manager().changed.connect(self._set_margins)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    @Slot()
    def _set_margins(self) -> None:
        manager = theme_manager()
        self.rows.setContentsMargins(*[manager.px("large")] * 4)
        self.rows.setSpacing(manager.px("medium"))


class PlotPanel(PlotBox):
    """A panel with one plot. `why_requested(anchor, explanation)` asks to show its sources, or why a file was not saved."""

    why_requested = Signal(object, object)

    def __init__(
        self,
        name: str,
        plot: Plot,
        lead: str,
        table: TextTable,
        references: tuple[Reference, ...],
        sources: Mapping[str, Source],
        parent: QWidget,
    ) -> None:
        super().__init__(name, plot.title, parent)
        self._lead = Paragraph(lead, "body", "secondary", self)
        self.plot = PlotView(f"{name}_plot", plot, self)
        table.setParent(self)
        self.table = table
        words = "As a table", "Hide the table"
        self._toggle = TableToggle(f"{name}_table_toggle", table, *words, self)
        self._sources = SourcesButton(plot.title, references, sources, self)
        self._sources.setObjectName(f"{name}_sources")
        self._sources.why_requested.connect(self.why_requested)
        self._save = Link("Save picture…", self)
        self._save.setObjectName(f"{name}_save")
        self._save.clicked.connect(self._on_save)
        links = QWidget(self)
        self._links = FlowLayout(links)
        for link in (self._toggle, self._sources, self._save):
            self._links.addWidget(link)
        self.rows.addWidget(self._lead)
        self.rows.addWidget(self.plot)
        self.rows.addWidget(links)
        self.rows.addWidget(table)
        self.show_plot(plot, lead)
        self._set_gaps()
        theme_manager().changed.connect(self._set_gaps)

    def show_plot(self, plot: Plot, lead: str) -> None:
        """Show another plot with its summary."""
        self.set_title(plot.title)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.plot.show_plot(plot)
        self._save.setAccessibleName(f"Save picture: {plot.title}")
        self._toggle.setAccessibleName(f"As a table: {plot.title}")

    def save(self, path: Path) -> None:
        """Write the plot in the format of the file's suffix, or as SVG if the suffix is unknown."""
        if path.suffix.lower() not in _FORMATS:
            path = path.with_name(f"{path.name}.svg")
        problem = save_picture(self.plot, path)
        if problem:
            title = f"{path.name} was not saved"
            self.why_requested.emit(self._save, Explanation(title, (problem,), "", (), ()))

    @Slot()
    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Save picture", f"{self.objectName()}.svg", "Pictures (*.svg *.pdf *.png)"
        )
        if name:
            self.save(Path(name))

    @Slot()
    def _set_gaps(self) -> None:
        manager = theme_manager()
        self._links.set_gap(manager.px("medium"), manager.px("tiny"))


class PlotNote(QWidget):
    """A heading, a statement, and its sources."""

    why_requested = Signal(object, object)

    def __init__(
        self,
        name: str,
        title: str,
        text: str,
        references: Sequence[Reference],
        sources: Mapping[str, Source],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(Paragraph(title, "label", "primary", self))
        self._rows.addWidget(Paragraph(text, "body", "primary", self))
        link = SourcesButton(title, tuple(references), sources, self)
        link.setObjectName(f"{name}_sources")
        link.why_requested.connect(self.why_requested)
        self._rows.addWidget(link)
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    @Slot()
    def _set_spacing(self) -> None:
        self._rows.setSpacing(theme_manager().px("tiny"))
