"""Choices on a page of the shelf, in the look of the form's own."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from core.case.scenario import FieldSpec
from core.content import ChoiceLabel, FieldLabel
from gui.layouts.flow import FlowLayout
from gui.look.theme import theme_manager
from gui.widgets.field_editors import ChoiceEditor


def one_of(name: str, label: str, choices: tuple[tuple[str, str], ...], parent: QWidget) -> ChoiceEditor:
    """Return an editor for one of these choices, given as id and words. A choice that is taken back is answered as None."""
    labels = tuple(ChoiceLabel(id=id_, label=words) for id_, words in choices)
    spec = FieldSpec(name, "choice", None, label, tuple(id_ for id_, _ in choices))
    return ChoiceEditor(spec, FieldLabel(id=name, label=label, help=label, choices=labels), labels, parent)


class ChoiceLine(QWidget):
    """Editors side by side, their labels on one line, going on below where there is no room."""

    def __init__(self, editors: Sequence[QGroupBox], parent: QWidget) -> None:
        super().__init__(parent)
        self._editors = tuple(editors)
        self._flow = FlowLayout(self)
        for editor in self._editors:
            rows = editor.layout()
            assert isinstance(rows, QVBoxLayout)
            rows.addStretch(1)
            self._flow.addWidget(editor)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._flow.set_gap(manager.px("huge"), manager.px("medium"))
        for editor in self._editors:
            editor.setMinimumHeight(0)
        tallest = max(editor.sizeHint().height() for editor in self._editors)
        for editor in self._editors:
            editor.setMinimumHeight(tallest)
