"""The periods of a site's schedule, one row each: the last month, and the months between visits."""

from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QGroupBox, QSpinBox, QVBoxLayout, QWidget

from core.schedule.local_protocol import LAST_MONTH, MOST_INTERVALS
from core.schedule.published import Period
from gui.look.theme import Paragraph, Text, theme_manager


class _Months(QSpinBox):
    """A number of months. 0 means none and is shown as a word. Scrolling the form under the pointer does not change it."""

    def __init__(self, name: str, accessible: str, none: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setRange(0, LAST_MONTH)
        self.setSpecialValueText(none)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _PeriodRow:
    """The widgets of one period."""

    def __init__(self, number: int, parent: "IntervalsEntry") -> None:
        self.start = Text("", "caption", "secondary", parent)
        until, least, most = (name.format(number=number) for name in parent.field_names())
        self.end = _Months(f"until_{number}", until, parent.word_for_open(), parent)
        self.least = _Months(f"least_{number}", least, "–", parent)  # noqa: RUF001
        self.most = _Months(f"most_{number}", most, "–", parent)  # noqa: RUF001
        self.fields = (self.end, self.least, self.most)
        self.widgets = (self.start, *self.fields)

    @property
    def is_used(self) -> bool:
        """Whether any field of the row is filled."""
        return any(field.value() for field in self.fields)


class IntervalsEntry(QGroupBox):
    """The schedule as rows. The first empty row ends it. `edited()` follows every change."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_intervals")
        self.setAccessibleName("Schedule of visits")
        self._rows: list[_PeriodRow] = []
        hint = "In months after the end of treatment. A period that stays open goes on without an end."
        self._problem = Paragraph("", "caption_strong", "warning", self)
        self._problem.setObjectName("problem_intervals")
        self._grid = QGridLayout()
        headings = ("From", "Until month", "Every, at least", "Every, at most")
        for column, heading in enumerate(headings):
            self._grid.addWidget(Paragraph(heading, "caption", "secondary", self), 0, column)
        self._grid.setColumnStretch(4, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(self.accessibleName(), "label", "primary", self))
        self._column.addWidget(Paragraph(hint, "caption", "secondary", self))
        self._column.addLayout(self._grid)
        self._column.addWidget(self._problem)
        self.tell("")
        for number in range(1, MOST_INTERVALS + 1):
            self._add_row(number)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def give(self, periods: tuple[Period, ...]) -> None:
        """Show these periods."""
        for row, period in zip(self._rows, (*periods, *[None] * len(self._rows)), strict=False):
            values = (period.to_month, period.least_months, period.most_months) if period else (0, 0, 0)
            for field, value in zip(row.fields, values, strict=True):
                field.setValue(value or 0)
        self.tell("")
        self._show_rows()

    def field_names(self) -> tuple[str, str, str]:
        """Return the names of a row's fields, each with the row's {number}."""
        return (
            "Period {number}, until month",
            "Period {number}, months at least",
            "Period {number}, months at most",
        )

    def word_for_open(self) -> str:
        """Return the text for a period without an end."""
        return "open"

    @property
    def value(self) -> list[dict[str, int]]:
        """Return the periods as in a file. A single number of months is both minimum and maximum."""
        found = []
        for before, row in zip((None, *self._rows), self._shown(), strict=False):
            if not row.is_used:
                break
            end, least, most = (field.value() for field in row.fields)
            period = {"from_month": before.end.value() if before else 0, "to_month": end}
            period |= {"least_months": least or most, "most_months": most or least}
            found.append({key: months for key, months in period.items() if months or key == "from_month"})
        return found

    def tell(self, problem: str) -> None:
        """Show an error, or clear it."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def take_keyboard(self) -> None:
        """Move the focus to the first row."""
        self._rows[0].end.setFocus()

    def _shown(self) -> list[_PeriodRow]:
        """Return the rows to show: one more than are used, but none after a row without an end."""
        shown = self._rows[:1]
        for before, row in pairwise(self._rows):
            if not before.is_used or not before.end.value():
                break
            shown.append(row)
        return shown

    def _add_row(self, number: int) -> None:
        row = _PeriodRow(number, self)
        self._rows.append(row)
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, number, column)
        for field in row.fields:
            field.valueChanged.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        self._show_rows()
        self.edited.emit()

    def _show_rows(self) -> None:
        shown = self._shown()
        for before, row in zip((None, *self._rows), self._rows, strict=False):
            for widget in row.widgets:
                widget.setVisible(row in shown)
            start = before.end.value() if before else 0
            row.start.setText(f"month {start}")

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._column.setSpacing(manager.px("tiny"))
        self._grid.setHorizontalSpacing(manager.px("small"))
        self._grid.setVerticalSpacing(manager.px("small"))
        for row in self._rows:
            row.start.setMinimumWidth(manager.px(64))
            for field in row.fields:
                field.setMinimumWidth(manager.px(88))
                # The left padding of the style sheet does not apply to the text of a spin box.
                field.lineEdit().setTextMargins(manager.px(10), 0, 0, 0)
