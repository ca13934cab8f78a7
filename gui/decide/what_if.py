"""The single answers that would change the advice. One press applies each of them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.content import Content, by_id
from core.engine.decision import Change
from core.report.report import answer_text
from gui.look.icons import set_icon
from gui.look.theme import Paragraph, set_text_role, theme_manager
from gui.widgets.panel import Panel
from gui.widgets.pool import Pool
from gui.widgets.row_button import RowButton, let_clicks_through
from gui.widgets.wrapping_button import WrappingButton

# The number of changes shown at first. A button shows the rest.
_FIRST = 5


class ChangeRow(RowButton):
    """One change: the answer, and its result."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.change: Change | None = None
        self._answer = Paragraph("", "caption_strong", "accent", self)
        self._leads_to = Paragraph("", "caption", "secondary", self)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        for label in (self._answer, self._leads_to):
            let_clicks_through(label)
            self._rows.addWidget(label)
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    def show_change(self, change: Change, answer: str) -> None:
        """Show a change."""
        self.change = change
        self.setObjectName(f"change_{change.field}")
        self._answer.setText(answer)
        self._leads_to.setText(f"→ {change.headline}")
        self.setAccessibleName(f"{answer} → {change.headline}")
        self.setAccessibleDescription("Applies this answer; undo takes it back")

    @Slot()
    def _set_spacing(self) -> None:
        self._rows.setContentsMargins(*[theme_manager().px("tiny")] * 4)


class WhatIfPanel(Panel):
    """Lists the answers that would change the advice. `answered(field, value)` follows a press."""

    answered = Signal(str, object)

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__("what_if", "What would change this", parent)
        self._content = content
        self._changes: tuple[Change, ...] = ()
        self._all_shown = False
        self._pool = Pool(self._make_row)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._none = Paragraph("No single answer would.", "caption", "secondary", self)
        self._more = WrappingButton("", self)
        self._more.setObjectName("what_if_more")
        self._more.setProperty("role", "fold")
        self._more.clicked.connect(self._on_more)
        set_text_role(self._more, "caption_strong")
        self.rows.addWidget(self._none)
        self.rows.addLayout(self._list)
        self.rows.addWidget(self._more)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_changes(self, changes: tuple[Change, ...]) -> None:
        """Show these changes, in their order."""
        self._changes = changes
        self._show_rows()

    def _show_rows(self) -> None:
        shown = self._changes if self._all_shown else self._changes[:_FIRST]
        labels = by_id(self._content.fields)
        for row, change in zip(self._pool.show(len(shown)), shown, strict=True):
            words = answer_text(change.field, change.value, self._content)
            row.show_change(change, f"{labels[change.field].label}: {words}")
        self._none.setVisible(not self._changes)
        self._more.setVisible(len(self._changes) > _FIRST)
        rest = len(self._changes) - _FIRST
        self._more.setText("Fewer" if self._all_shown else f"More: {rest}")

    def _make_row(self) -> ChangeRow:
        row = ChangeRow(self)
        row.clicked.connect(self._on_clicked)
        self._list.addWidget(row)
        return row

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, ChangeRow) and row.change is not None
        self.answered.emit(row.change.field, row.change.value)

    @Slot()
    def _on_more(self) -> None:
        self._all_shown = not self._all_shown
        self._show_rows()
        self._show_look()

    @Slot()
    def _show_look(self) -> None:
        name = "chevron_down" if self._all_shown else "chevron_right"
        set_icon(self._more, name, theme_manager().theme.text.secondary)
