"""A small table of words: each cell wraps, the columns stay aligned."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.theme import Paragraph, refresh_fonts, theme_manager


class TextTable(QWidget):
    """Rows of words below a row of headings. `shares` says how the width is shared out among the columns."""

    def __init__(self, name: str, headings: Sequence[str], shares: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._headings = tuple(headings)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Shows these rows in place of the present ones; each has as many cells as there are headings."""
        wanted = tuple(tuple(row) for row in rows)
        if wanted == self._rows:
            return
        self._rows = wanted
        while (item := self._grid.takeAt(0)) is not None:
            cell = item.widget()
            if cell is not None:
                cell.hide()
                cell.deleteLater()
        for number, row in enumerate((self._headings, *wanted)):
            for column, words in enumerate(row):
                role, tone = ("overline", "secondary") if number == 0 else ("caption", "primary")
                if number and column == 0:
                    role = "caption_strong"
                cell = Paragraph(words, role, tone, self)
                self._grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)
        refresh_fonts(self)

    @Slot()
    def _set_spacing(self) -> None:
        self._grid.setHorizontalSpacing(theme_manager().px("large"))
        self._grid.setVerticalSpacing(theme_manager().px("tiny"))
