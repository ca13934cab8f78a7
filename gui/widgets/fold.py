"""A collapsible group of fields that shows its answers in one line while collapsed."""

from PySide6.QtCore import QMargins, Signal, Slot
from PySide6.QtWidgets import QFrame, QGroupBox, QPushButton, QWidget

from gui.layouts.rows import Rows
from gui.look.icons import set_icon
from gui.look.theme import Paragraph, set_text_role, theme_manager
from gui.widgets.wrapping_button import WrappingButton


class Fold(QGroupBox):
    """A heading that expands and collapses the fields below it. `toggled_open(bool)` follows."""

    toggled_open = Signal(bool)

    def __init__(self, name: str, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"fold_{name}")
        self._label = label.replace("&", "")
        self.setAccessibleName(self._label)
        self._head = WrappingButton(label, self)
        self._head.setObjectName(f"fold_{name}_head")
        self._head.setProperty("role", "fold")
        self._head.setCheckable(True)
        self._head.toggled.connect(self._on_toggled)
        set_text_role(self._head, "body")
        self._summary = Paragraph("", "caption", "secondary", self)
        self.body = QWidget(self)
        self.body.hide()
        self.rows = Rows(self.body)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        column = Rows(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addWidget(self._head)
        column.addWidget(self._summary)
        column.addWidget(self.body)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self._head.isChecked()

    def set_open(self, wanted: bool) -> None:
        """Expand or collapse the group."""
        self._head.setChecked(wanted)

    def set_summary(self, text: str) -> None:
        """Set the summary for the collapsed group. An empty one takes no line but is still announced to screen readers."""
        self._summary.setText(text)
        self._summary.setVisible(bool(text) and not self.is_open)
        self._head.setAccessibleDescription(text or "Nothing recorded")

    def head(self) -> QPushButton:
        """Return the button that expands and collapses the group."""
        return self._head

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        self.body.setVisible(wanted)
        self._summary.setVisible(bool(self._summary.text()) and not wanted)
        self._show_look()
        self.toggled_open.emit(wanted)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        name = "chevron_down" if self.is_open else "chevron_right"
        set_icon(self._head, name, manager.theme.text.secondary)
        # Align the summary with the words of the heading, which come after its arrow.
        self._summary.setContentsMargins(QMargins(manager.px(29), 0, manager.px("small"), manager.px("small")))
        self.rows.setContentsMargins(QMargins(manager.px("small"), manager.px("tiny"), 0, manager.px("medium")))
        self.rows.setSpacing(manager.px("medium"))
