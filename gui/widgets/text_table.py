"""A small table of text: cells wrap, columns are aligned, and cells are created when the table is first shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.layouts.layout_items import take_out
from gui.look.theme import Paragraph, refresh_fonts, theme_manager
from gui.widgets.link import Link


class TextTable(QWidget):
    """Rows of text below a row of headings. `shares` divides the width among the columns.

    A hidden table creates its cells when it is shown.
    """

    def __init__(self, name: str, headings: Sequence[str], shares: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._headings = tuple(headings)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._made: tuple[tuple[str, ...], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace the rows by these; each has as many cells as there are headings."""
        self._rows = tuple(tuple(row) for row in rows)
        if not (self.isHidden() and self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)):
            self._make_cells()

    def setVisible(self, visible: bool) -> None:
        # Fill it before showing it, so that its layout reserves space for all cells.
        if visible:
            self._make_cells()
        super().setVisible(visible)

    def _make_cells(self) -> None:
        if self._made == self._rows:
            return
        self._made = self._rows
        for cell in take_out(self._grid):
            cell.hide()
            cell.deleteLater()
        for column, words in enumerate(self._headings):
            self._add(words, "caption_strong", "secondary", 0, column)
        for number, row in enumerate(self._rows, start=1):
            for column, words in enumerate(row):
                self._add(words, "caption" if column else "caption_strong", "primary", number, column)
        refresh_fonts(self)

    def _add(self, words: str, role: str, tone: str, row: int, column: int) -> None:
        cell = Paragraph(words, role, tone, self)
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _set_spacing(self) -> None:
        self._grid.setHorizontalSpacing(theme_manager().px("large"))
        self._grid.setVerticalSpacing(theme_manager().px("tiny"))


class TableToggle(Link):
    """A link that shows and hides a table, which is hidden at first."""

    def __init__(self, name: str, table: TextTable, closed: str, opened: str, parent: QWidget) -> None:
        super().__init__(closed, parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self._table = table
        self._words = closed, opened
        self.toggled.connect(self._on_toggled)
        table.hide()

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        self._table.setVisible(wanted)
        self.setText(self._words[wanted])
