"""The fields of the teaching case form. Each remembers the value it was given, so untouched values stay exactly as is."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gui.look.theme import Paragraph, Text, set_text_role, text_font, theme_manager
from gui.widgets.combo_box import ComboBox

_Value = TypeVar("_Value")
Words = tuple[str, ...]


class Entry(QGroupBox, Generic[_Value]):
    """A field with its caption, the remaining room for text, and an error message.

    `edited()` is emitted after every change.
    """

    edited = Signal()

    def __init__(self, name: str, caption: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"entry_{name}")
        self.setAccessibleName(caption)
        self.name, self.caption = name, caption
        self._given: tuple[_Value, object] | None = None
        self._count = Text("", "caption", "secondary", self)
        self._count.setObjectName(f"count_{name}")
        self._problem = Paragraph("", "caption_strong", "warning", self)
        self._problem.setObjectName(f"problem_{name}")
        self._problem.hide()
        head = QHBoxLayout()
        head.addWidget(Text(caption, "label", "primary", self), stretch=1)
        head.addWidget(self._count)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.addLayout(head)
        self.rows.addWidget(self._problem)
        self._set_spacing()
        theme_manager().changed.connect(self._set_spacing)

    @property
    def value(self) -> _Value:
        """The value of the field, identical to the given one if the user has not changed it."""
        shown = self._shown()
        if self._given is not None and self._given[1] == shown:
            return self._given[0]
        return self._read()

    def give(self, value: _Value) -> None:
        """Show a value."""
        self._write(value)
        # Qt drops some characters and turns others into line breaks.
        self._given = (value, self._shown())
        self.tell("")

    def tell(self, problem: str) -> None:
        """Show an error message, or remove it if the text is empty."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        for widget in self._widgets():
            widget.setAccessibleDescription(problem)

    @property
    def problem(self) -> str:
        """The error message that is shown."""
        return self._problem.text()

    def take_keyboard(self) -> None:
        """Give the keyboard focus to the field."""
        self._widgets()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold(self, widget: QWidget, name: str, accessible: str = "") -> None:
        widget.setObjectName(name)
        widget.setAccessibleName(accessible or self.caption)
        self.rows.insertWidget(self.rows.count() - 1, widget)

    def _shown(self) -> object:
        """Return the text shown in the field."""
        raise NotImplementedError

    def _read(self) -> _Value:
        raise NotImplementedError

    def _write(self, value: _Value) -> None:
        raise NotImplementedError

    def _widgets(self) -> Sequence[QWidget]:
        raise NotImplementedError

    @Slot()
    def _set_spacing(self) -> None:
        self.rows.setSpacing(theme_manager().px("tiny"))


class _CountedEntry(Entry[str]):
    """A text of at most `most` characters. The count is shown; longer text is only marked."""

    def __init__(self, name: str, caption: str, most: int, parent: QWidget) -> None:
        super().__init__(name, caption, parent)
        self._most = most

    def _shown(self) -> object:
        return self._read()

    def _show_count(self) -> None:
        number = len(self._read())
        self._count.setText(f"{number} of {self._most}")
        set_text_role(self._count, "caption", "warning" if number > self._most else "secondary")

    @Slot()
    def _on_text(self) -> None:
        self._show_count()
        self.edited.emit()


class LineEntry(_CountedEntry):
    """A text on one line."""

    def __init__(self, name: str, caption: str, most: int, parent: QWidget) -> None:
        super().__init__(name, caption, most, parent)
        self._line = QLineEdit(self)
        self._hold(self._line, name)
        self._line.textChanged.connect(self._on_text)

    def _read(self) -> str:
        return self._line.text()

    def _write(self, value: str) -> None:
        self._line.setText(value)
        self._line.setCursorPosition(0)
        self._show_count()

    def _widgets(self) -> Sequence[QWidget]:
        return (self._line,)


class WordsEntry(Entry[Words]):
    """Several words or ids, separated by commas. `show` and `read` convert one to text and back."""

    def __init__(
        self,
        name: str,
        caption: str,
        hint: str,
        show: Callable[[str], str],
        read: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(name, caption, parent)
        self._show_one, self._read_one = show, read
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(hint)
        self._hold(self._line, name)
        self._line.textChanged.connect(self.edited)

    def _shown(self) -> object:
        return self._line.text()

    def _read(self) -> Words:
        parts = (part.strip() for part in self._line.text().split(","))
        return tuple(self._read_one(part) for part in parts if part)

    def _write(self, value: Words) -> None:
        self._line.setText(", ".join(map(self._show_one, value)))
        self._line.setCursorPosition(0)

    def _widgets(self) -> Sequence[QWidget]:
        return (self._line,)


class TextEntry(_CountedEntry):
    """A multi-line text with a hint that is visible while the field is empty."""

    def __init__(self, name: str, caption: str, hint: str, most: int, lines: int, parent: QWidget) -> None:
        super().__init__(name, caption, most, parent)
        self._lines = lines
        self._text = QPlainTextEdit(self)
        self._text.setPlaceholderText(hint)
        self._text.setTabChangesFocus(True)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hold(self._text, name)
        self._text.textChanged.connect(self._on_text)
        self._set_height()
        theme_manager().changed.connect(self._set_height)

    def _read(self) -> str:
        return self._text.toPlainText()

    def _write(self, value: str) -> None:
        self._text.setPlainText(value)
        self._show_count()

    def _widgets(self) -> Sequence[QWidget]:
        return (self._text,)

    @Slot()
    def _set_height(self) -> None:
        line = QFontMetrics(text_font("body")).lineSpacing()
        self._text.setFixedHeight(self._lines * line + theme_manager().px(28))


class ChoiceEntry(Entry[Words]):
    """One or several lists to choose from. `choices` are ids with their words. A list may stay at "None"."""

    def __init__(
        self, name: str, caption: str, choices: Sequence[tuple[str, str]], lists: int, none: str, parent: QWidget
    ) -> None:
        super().__init__(name, caption, parent)
        self._lists = [ComboBox(self) for _ in range(lists)]
        for number, box in enumerate(self._lists, start=1):
            box.ensurePolished()
            if none:
                box.addItem(none, "")
            for choice, words in choices:
                box.addItem(words, choice)
            many = lists > 1
            self._hold(box, f"{name}_{number}" if many else name, f"{caption} {number}" if many else "")
            box.activated.connect(self.edited)

    def _shown(self) -> object:
        return tuple(box.currentIndex() for box in self._lists)

    def _read(self) -> Words:
        return tuple(box.currentData() for box in self._lists if box.currentData())

    def _write(self, value: Words) -> None:
        wanted = (*value, *[""] * len(self._lists))
        for box, choice in zip(self._lists, wanted, strict=False):
            box.setCurrentIndex(box.findData(choice))

    def _widgets(self) -> Sequence[QWidget]:
        return self._lists
