"""The form: every field of the scenario, five always in view, the others in folds.

The fields in the folds are made after the first paint, or earlier on request, so that the window opens without them.
"""

from collections.abc import Mapping

from PySide6.QtCore import QMargins, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from core.case.scenario import Answer, Scenario, field_specs
from core.content import Content, FieldGroup, by_id
from core.report.report import Report, answer_text
from gui.base.idle_timer import when_idle
from gui.layouts.rows import Rows
from gui.look.theme import Text, theme_manager
from gui.widgets.field_editors import FieldEditor, field_editor
from gui.widgets.fold import Fold


class ScenarioForm(QGroupBox):
    """Shows a scenario and emits `answered(field, value)` for each answer."""

    answered = Signal(str, object)

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("scenario")
        self._content = content
        self._editors: dict[str, FieldEditor] = {}
        self._folds: dict[str, Fold] = {}
        self._empty_folds: list[FieldGroup] = []
        self._soon = when_idle(self, self._fill_folds)
        self._scenario = Scenario()
        self._mattering: frozenset[str] = frozenset()
        self._badge, self._local_answers = "", dict[str, Answer]()
        self._rows = Rows(self)
        self._fold_rows = QVBoxLayout()
        self._fold_rows.setSpacing(0)
        for group in content.groups:
            if group.core:
                self.setAccessibleName(group.label)
                self._rows.addWidget(Text(group.label, "overline", "secondary", self))
                self._add_editors(group, self._rows, self)
            else:
                self._add_fold(group)
        self._rows.addLayout(self._fold_rows)
        self._rows.addStretch(1)
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    @property
    def editors(self) -> Mapping[str, FieldEditor]:
        """The editor of each field."""
        self._fill_folds()
        return self._editors

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty_folds:
            self._soon.start()

    def show_scenario(self, scenario: Scenario) -> None:
        """Show these answers."""
        self._scenario = scenario
        for field, editor in self._editors.items():
            editor.show_answer(getattr(scenario, field))
        for group in self._content.groups:
            if group.id in self._folds:
                self._folds[group.id].set_summary(self._summary(group, scenario))

    def show_local(self, badge: str, answers: Mapping[str, Answer], scenario: Scenario) -> None:
        """Show the site's answers at these fields, under its badge, and show the scenario again."""
        self._badge, self._local_answers = badge, dict(answers)
        for field, editor in self.editors.items():
            if field in answers:
                words = answer_text(field, answers[field], self._content, short=True)
                editor.show_local(f"{badge} · {words}")
            else:
                editor.show_local("")
        self.show_scenario(scenario)

    @Slot()
    def forget_typing(self) -> None:
        """Remove text that was typed but is not a valid answer, because another case is about to be shown."""
        for editor in self._editors.values():
            editor.forget_typing()

    def show_report(self, report: Report) -> None:
        """Open each fold that holds an answer which is missing, in conflict, or assumed."""
        mattering = frozenset(
            [point.id for point in report.missing]
            + [assumed.field for assumed in report.assumptions]
            + [fact.field for fact in report.because if report.conflicts]
        )
        for group in self._content.groups:
            if group.id in self._folds and (mattering - self._mattering) & set(group.fields):
                self._open_fold(group)
        self._mattering = mattering

    def go_to(self, field: str) -> None:
        """Open the fold that holds a field and move the keyboard focus to the field."""
        for group in self._content.groups:
            if field in group.fields and group.id in self._folds:
                self._open_fold(group)
        self.editors[field].focus_answer()

    def focus_first(self) -> None:
        """Move the keyboard focus to the first question."""
        (core,) = (group.fields for group in self._content.groups if group.core)
        self._editors[core[0]].focus_answer()

    def _add_fold(self, group: FieldGroup) -> None:
        at = group.label.lower().index(group.key) if group.key else 0
        label = f"{group.label[:at]}&{group.label[at:]}" if group.key else group.label
        fold = self._folds[group.id] = Fold(group.id, label, self)
        self._empty_folds.append(group)
        self._fold_rows.addWidget(fold)

    @Slot()
    def _fill_folds(self) -> None:
        """Make the fields in the folds if they do not exist yet."""
        while self._empty_folds:
            group = self._empty_folds.pop(0)
            fold = self._folds[group.id]
            self._add_editors(group, fold.rows, fold.body)
            for field in group.fields:
                self._editors[field].show_answer(getattr(self._scenario, field))

    def _open_fold(self, group: FieldGroup) -> None:
        self._fill_folds()
        self._folds[group.id].set_open(True)

    def _add_editors(self, group: FieldGroup, rows: QVBoxLayout, parent: QWidget) -> None:
        for field in group.fields:
            editor = self._editors[field] = field_editor(field, self._content, parent)
            editor.answered.connect(self.answered)
            editor.done.connect(self._go_on)
            rows.addWidget(editor)

    @Slot(str)
    def _go_on(self, field: str) -> None:
        """Move to the next field in view after a choice by digit. The last field keeps the focus."""
        (core,) = (group.fields for group in self._content.groups if group.core)
        if field in core[:-1]:
            self._editors[core[core.index(field) + 1]].focus_answer()

    def _summary(self, group: FieldGroup, scenario: Scenario) -> str:
        """Return the answers of a folded group in one line."""
        labels, parts = by_id(self._content.fields), []
        for field in group.fields:
            spec, value = field_specs()[field], getattr(scenario, field)
            if value in (None, spec.default):
                continue
            text = answer_text(field, value, self._content, short=True)
            alone_says_little = spec.kind == "yes_no" or value == "none"
            said = f"{labels[field].label}: {text}" if alone_says_little else text
            is_local = field in self._local_answers and self._local_answers[field] == value
            parts.append(f"{said} ({self._badge})" if is_local else said)
        return " · ".join(parts)

    @Slot()
    def _set_spacing(self) -> None:
        manager = theme_manager()
        side = manager.px("medium")
        # Match the room that the column keeps for its scroll bar on the other side.
        self._rows.setContentsMargins(QMargins(side, manager.px("large"), 0, manager.px("large")))
        self._rows.setSpacing(manager.px("medium"))
