"""Tables to read: columns under headings on a wide page, one list of cells per row on a narrow page."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from gui.layouts.layout_items import take_out
from gui.look.icons import category_pixmap
from gui.look.theme import Paragraph, theme_manager
from gui.widgets.picture import Picture

_DASH = "\u2013"
# The headings and cells of a narrow table. Other columns are empty.
_NARROW_SHARES = (2, 3, 0, 0, 0, 0, 0, 0)


class CategoryCell(QWidget):
    """A category with its shape, in words."""

    def __init__(self, category: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._category = category
        self._icon = Picture(self)
        self.words = Paragraph(words, "caption_strong", category, self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.words, stretch=1)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._line.setSpacing(manager.px(6))
        self._icon.setPixmap(category_pixmap(self._category, manager.px(manager.scale.icon.small)))


class ReadingTable(QWidget):
    """A table that fits the available width. Below `least` pixels at 100 % zoom each cell is shown next to its heading.

    `shares` are the parts of the width for the columns. Cells must be children of the table.
    """

    def __init__(self, headings: Sequence[str], shares: Sequence[int], least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._titles = tuple(headings)
        self._shares = tuple(shares)
        self._least = least
        self._wide: bool | None = None
        self._headings = [Paragraph(heading, "caption_strong", "secondary", self) for heading in headings]
        self._rows: list[list[QWidget]] = []
        self._tags: list[list[Paragraph]] = []
        self._rules: list[QFrame] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def add_row(self, cells: Sequence[QWidget]) -> None:
        """Add a row with a cell for each heading. The first cell names the row."""
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        self._rules.append(rule)
        self._rows.append(list(cells))
        self._wide = None

    def words(self, text: str, role: str = "body", tone: str = "primary") -> Paragraph:
        """Return a cell of text."""
        return Paragraph(text, role, tone, self)

    def category(self, category: str | None, words: str, name: str) -> QWidget:
        """Return a cell with a category, or a dash for none. Assistive clients read `name` in both cases."""
        cell = CategoryCell(category, words, self) if category else self.words(_DASH, "caption", "secondary")
        label = cell.words if isinstance(cell, CategoryCell) else cell
        # A screen reader may reach the cell alone, so its name must say which row the category is for.
        label.setAccessibleName(name)
        return cell

    def minimumSizeHint(self) -> QSize:
        # Switch to the narrow form if the columns do not fit.
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= theme_manager().px(self._least) and self._has_room_for_words()
        if wide == self._wide:
            return
        self._wide = wide
        if not wide and not self._tags:
            for _ in self._rows:
                self._tags.append([self.words(heading, "caption", "secondary") for heading in self._titles[1:]])
        take_out(self._grid)
        for column in range(len(self._titles)):
            self._grid.setColumnStretch(column, (self._shares if wide else _NARROW_SHARES)[column])
        for label in (*self._headings, *(tag for tags in self._tags for tag in tags)):
            label.hide()
        if wide:
            self._lay_out_in_columns()
        else:
            self._lay_out_below_each_other()

    def _has_room_for_words(self) -> bool:
        """Return whether the longest word of each column fits into its share of the width."""
        gaps = self._grid.horizontalSpacing() * (len(self._titles) - 1)
        columns = zip(self._headings, *self._rows, strict=True) if self._rows else ()
        whole = sum(self._shares)
        return all(
            max(map(_longest_word, column)) <= (self.width() - gaps) * share / whole
            for column, share in zip(columns, self._shares, strict=False)
        )

    def _lay_out_in_columns(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for column, heading in enumerate(self._headings):
            self._grid.addWidget(heading, 0, column, Qt.AlignmentFlag.AlignBottom)
            heading.setVisible(bool(heading.text()))
        for number, (rule, cells) in enumerate(zip(self._rules, self._rows, strict=True)):
            self._grid.addWidget(rule, 2 * number + 1, 0, 1, len(self._titles))
            for column, cell in enumerate(cells):
                self._grid.addWidget(cell, 2 * number + 2, column, top)

    def _lay_out_below_each_other(self) -> None:
        line = 0
        for rule, tags, cells in zip(self._rules, self._tags, self._rows, strict=True):
            self._grid.addWidget(rule, line, 0, 1, 2)
            self._grid.addWidget(cells[0], line + 1, 0, 1, 2)
            for number, (tag, cell) in enumerate(zip(tags, cells[1:], strict=True)):
                self._grid.addWidget(tag, line + 2 + number, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(cell, line + 2 + number, 1)
                tag.show()
            line += 2 + len(tags)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._grid.setHorizontalSpacing(manager.px("medium"))
        self._grid.setVerticalSpacing(manager.px(6))
        if self._rows:
            self._arrange()


def _longest_word(cell: QWidget) -> int:
    """Return the width of the longest word of a cell, including the icon before it."""
    label = cell.words if isinstance(cell, CategoryCell) else cell
    assert isinstance(label, Paragraph)
    words = re.split(r"[ \n]|(?<=[-/\u2013])", label.text())
    longest = max(map(label.fontMetrics().horizontalAdvance, words)) + 1
    return longest if label is cell else longest + cell.sizeHint().width() - label.sizeHint().width()
