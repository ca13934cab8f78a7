"""One editor for each kind of answer. Each is a group with the field's label as its accessible name."""

import math

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.case.scenario import Answer, FieldSpec, field_specs
from core.content import ChoiceLabel, Content, FieldLabel, by_id
from gui.look.theme import Paragraph, Text, theme_manager
from gui.widgets.combo_box import ComboBox
from gui.widgets.segments import CheckSegment, RadioSegment, SegmentGrid

# With more choices than this, show a list instead of segments.
_MOST_SEGMENTS = 5


class _Caption(Paragraph):
    """The label of a field. Its Alt key gives the keyboard focus to the field. Qt would also press the first choice."""

    def __init__(self, text: str, editor: "FieldEditor") -> None:
        super().__init__(text, "body", "primary", editor)
        self._editor = editor

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut:
            self._editor.focus_answer()
            return True
        return super().event(event)


class FieldEditor(QGroupBox):
    """An editor of one field.

    `answered(field, value)` follows every change by the user, `done(field)` a choice by digit key. The owner shows the
    answer with `show_answer`, which completes the change: it turns off the choice that was selected before.
    """

    answered = Signal(str, object)
    done = Signal(str)

    def __init__(self, spec: FieldSpec, label: FieldLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setObjectName(f"field_{spec.id}")
        self.setAccessibleName(label.label)
        self.setAccessibleDescription(label.help)
        self.caption = _Caption(_with_mnemonic(label), self)
        self.caption.setToolTip(label.help)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.addWidget(self.caption)
        self._local: Paragraph | None = None  # created on demand: few sites need it
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    def show_answer(self, value: Answer) -> None:
        """Show an answer without reporting it as the user's."""
        raise NotImplementedError

    def show_local(self, text: str) -> None:
        """Show the site's own answer below the field, or remove it if the text is empty."""
        if self._local is None and text:
            self._local = Paragraph("", "caption", "accent", self)
            self._local.setObjectName(f"{self.spec.id}_local")
            self.rows.addWidget(self._local)
        if self._local is not None:
            self._local.setText(text)
            self._local.setVisible(bool(text))

    def focus_answer(self) -> None:
        """Give the keyboard focus to the field."""
        raise NotImplementedError

    def forget_typing(self) -> None:
        """Discard typed text that is not a valid answer."""

    def _name(self, widget: QWidget) -> None:
        """Give the widget that takes the answer its names, and let the caption's Alt key lead to it."""
        widget.setObjectName(self.spec.id)
        widget.setAccessibleName(self.accessibleName())
        widget.setAccessibleDescription(self.accessibleDescription())
        self.caption.setBuddy(widget)

    @Slot()
    def _set_spacing(self) -> None:
        self.rows.setSpacing(theme_manager().px("tiny"))


class _SegmentEditor(FieldEditor):
    """The common part of the single and the multiple choice editor: segments in a grid."""

    def __init__(self, spec: FieldSpec, label: FieldLabel, parent: QWidget) -> None:
        super().__init__(spec, label, parent)
        self.grid = SegmentGrid(self)
        self.grid.digit_pressed.connect(self._on_digit)
        self.grid.switched.connect(self._on_switched)
        self.grid.cleared.connect(self._on_cleared)
        self.rows.addWidget(self.grid)

    def focus_answer(self) -> None:
        self.grid.tab_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, segment: RadioSegment | CheckSegment, choice: ChoiceLabel) -> None:
        segment.setObjectName(f"{self.spec.id}_{choice.id}")
        segment.setAccessibleName(choice.label)
        number = len(self.grid.segments) + 1
        segment.setToolTip(f"{choice.label} ({number})")
        segment.setAccessibleDescription(f"key {number}")
        self.grid.add(segment)
        if number == 1:
            self.caption.setBuddy(segment)

    @Slot(int)
    def _on_digit(self, index: int) -> None:
        segment = self.grid.segments[index]
        segment.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not segment.isChecked():
            segment.click()
        self.done.emit(self.spec.id)

    @Slot(int, bool)
    def _on_switched(self, index: int, chosen: bool) -> None:
        raise NotImplementedError

    @Slot()
    def _on_cleared(self) -> None:
        self.answered.emit(self.spec.id, self._no_answer())

    def _no_answer(self) -> Answer:
        """Return what no selection means: not recorded."""
        return None


class ChoiceEditor(_SegmentEditor):
    """One of a few choices, or yes and no. Choosing the selected one again sets "not recorded"."""

    def __init__(self, spec: FieldSpec, label: FieldLabel, choices: tuple[ChoiceLabel, ...], parent: QWidget) -> None:
        super().__init__(spec, label, parent)
        self._values: list[Answer] = []
        for choice in choices:
            self._values.append(choice.id == "yes" if spec.kind == "yes_no" else choice.id)
            self._add(RadioSegment(choice.short or choice.label, self.grid), choice)

    def show_answer(self, value: Answer) -> None:
        self.grid.show_chosen([own == value for own in self._values])

    @Slot(int, bool)
    def _on_switched(self, index: int, chosen: bool) -> None:
        self.answered.emit(self.spec.id, self._values[index] if chosen else None)


class SeveralEditor(_SegmentEditor):
    """Any number of a few choices. If the content offers "None", that is an answer; no selection means not recorded."""

    def __init__(self, spec: FieldSpec, label: FieldLabel, parent: QWidget) -> None:
        super().__init__(spec, label, parent)
        self._ids = [choice.id for choice in label.choices]
        for choice in label.choices:
            self._add(CheckSegment(choice.short or choice.label, self.grid), choice)

    def show_answer(self, value: Answer) -> None:
        ids = value if isinstance(value, tuple) else ()
        self.grid.show_chosen([own in ids or (own == "empty" and value == ()) for own in self._ids])

    @Slot(int, bool)
    def _on_switched(self, index: int, chosen: bool) -> None:
        ids = {own for own, segment in zip(self._ids, self.grid.segments, strict=True) if segment.isChecked()}
        value: Answer
        if self._ids[index] == "empty":
            value = () if chosen else None
        elif ids - {"empty"}:
            value = tuple(choice for choice in self.spec.choices if choice in ids)
        else:
            value = self._no_answer()
        self.answered.emit(self.spec.id, value)

    def _no_answer(self) -> Answer:
        return None if "empty" in self._ids else ()


class ListEditor(FieldEditor):
    """One of many choices."""

    def __init__(self, spec: FieldSpec, label: FieldLabel, parent: QWidget) -> None:
        super().__init__(spec, label, parent)
        self._list = ComboBox(self)
        self._name(self._list)
        self._list.view().setAccessibleName(label.label)
        self._list.addItem("Not recorded", None)
        for choice in label.choices:
            self._list.addItem(choice.label, choice.id)
        self._list.activated.connect(self._on_activated)
        self.rows.addWidget(self._list)

    def show_answer(self, value: Answer) -> None:
        with QSignalBlocker(self._list):
            self._list.setCurrentIndex(self._list.findData(value))

    def focus_answer(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.answered.emit(self.spec.id, self._list.itemData(index))


class NumberEditor(FieldEditor):
    """A number with its unit. An invalid or out-of-range number is reported at once and counts as not recorded."""

    def __init__(self, spec: FieldSpec, label: FieldLabel, parent: QWidget) -> None:
        super().__init__(spec, label, parent)
        self._line = QLineEdit(self)
        self._name(self._line)
        self._line.setPlaceholderText("not recorded")
        self._line.setMaxLength(12)
        self._line.setAcceptDrops(False)  # a file dropped here is meant for the window
        # textEdited would miss text that an assistive client enters.
        self._line.textChanged.connect(self._on_changed)
        self._unit = Text(spec.unit or "", "caption", "secondary", self)
        self._error = Paragraph("", "caption_strong", "warning", self)
        self._error.setObjectName(f"{spec.id}_error")
        self._error.hide()
        row = QHBoxLayout()
        row.addWidget(self._line, stretch=1)
        row.addWidget(self._unit)
        self.rows.addLayout(row)
        self.rows.addWidget(self._error)

    def show_answer(self, value: Answer) -> None:
        shown, _ = self._parse(self._line.text())
        if shown != value:
            self._show("" if value is None else f"{value:g}")

    def focus_answer(self) -> None:
        self._line.setFocus(Qt.FocusReason.TabFocusReason)

    def forget_typing(self) -> None:
        if not self._error.isHidden():
            self._show("")

    def _show(self, text: str) -> None:
        with QSignalBlocker(self._line):
            self._line.setText(text)
        self._tell("")

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        value, problem = self._parse(text)
        self._tell(problem)
        self.answered.emit(self.spec.id, value)

    def _tell(self, problem: str) -> None:
        """Show or clear the message about an invalid number."""
        self._error.setText(problem)
        self._error.setVisible(bool(problem))
        self._line.setAccessibleDescription(problem or self.accessibleDescription())

    def _parse(self, text: str) -> tuple[int | float | None, str]:
        """Return the number and the error message. A comma is accepted as the decimal point."""
        text = text.strip()
        if not text:
            return None, ""
        allowed = "Enter {low} to {high}.".format(low=f"{self.spec.minimum:g}", high=f"{self.spec.maximum:g}")
        try:
            # Python would also accept 1_8 and 1e2 as numbers.
            number = float(text.replace(",", ".")) if set(text) <= set("0123456789.,-+") else math.nan
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            return None, f"“{text}” is not a number. {allowed}"
        if number > float(self.spec.maximum or 0):
            return None, "{text} is above {limit}. {remedy}".format(
                text=text, limit=f"{self.spec.maximum:g}", remedy=allowed
            )
        if number < float(self.spec.minimum or 0):
            return None, "{text} is below {limit}. {remedy}".format(
                text=text, limit=f"{self.spec.minimum:g}", remedy=allowed
            )
        return (int(number) if number.is_integer() else number), ""


def field_editor(field: str, content: Content, parent: QWidget) -> FieldEditor:
    """Return the editor for a field of the scenario."""
    spec, label = field_specs()[field], by_id(content.fields)[field]
    if spec.kind == "number":
        return NumberEditor(spec, label, parent)
    if spec.kind == "several":
        return SeveralEditor(spec, label, parent)
    if spec.kind == "yes_no":
        return ChoiceEditor(spec, label, content.yes_no, parent)
    if len(spec.choices) > _MOST_SEGMENTS:
        return ListEditor(spec, label, parent)
    return ChoiceEditor(spec, label, label.choices, parent)


def _with_mnemonic(label: FieldLabel) -> str:
    """Return the visible label with its Alt key marked for Qt."""
    text = (label.visible or label.label).replace("&", "&&")
    if label.key is None:
        return text
    at = text.lower().index(label.key)
    return f"{text[:at]}&{text[at:]}"
