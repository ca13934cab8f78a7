"""Choices on a page of the reference, styled like those of the form."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from core.case.scenario import FieldSpec
from core.content import ChoiceLabel, FieldLabel
from gui.layouts.flow import FlowLayout
from gui.look.theme import theme_manager
from gui.widgets.field_editors import ChoiceEditor


def one_of(name: str, label: str, choices: tuple[tuple[str, str], ...], parent: QWidget) -> ChoiceEditor:
    """Return an editor for these choices, given as id and text. Clearing the choice answers None."""
    labels = tuple(ChoiceLabel(id=id_, label=words) for id_, words in choices)
    spec = FieldSpec(name, "choice", None, label, tuple(id_ for id_, _ in choices))
    return ChoiceEditor(spec, FieldLabel(id=name, label=label, help=label, choices=labels), labels, parent)


class ChoiceLine(QWidget):
    """Editors side by side with aligned labels. They wrap where the width is too small."""

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
