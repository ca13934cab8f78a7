"""The form in which a teacher writes a case: vignette and question, next to the program's decision on the case."""

import re
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.case.case_file import Case, CaseError
from core.content import by_id
from core.report.report import facts
from core.teaching.cases import option_label
from core.teaching.draft import MOST_OPTIONS, Draft, advice_on, finish, most_letters
from gui.layouts.column import Column
from gui.layouts.flow import FlowLayout
from gui.look.theme import Paragraph, Text, theme_manager
from gui.teach.lesson_words import difficulty_name
from gui.teach.library import Library
from gui.widgets.entries import ChoiceEntry, Entry, LineEntry, TextEntry, WordsEntry

# The width (pixels at 100 % zoom) from which two columns fit, and their maximum width.
_TWO_COLUMNS, _WIDEST = 720, 1280
_FIELD = re.compile(r"(?:teaching\.)?(\w+)[^:]*: (.*)", re.DOTALL)
_LEVELS = ("basic", "intermediate", "advanced")


class CaseEditor(Column):
    """Shows a draft and reads it back. Each signal asks for the action of one button."""

    present_requested = Signal()
    save_requested = Signal()
    save_as_requested = Signal()
    scenario_requested = Signal()
    left = Signal()

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__("case_editor", parent)
        self._library = library
        self._draft: Draft | None = None
        self._told = False
        self._heading = Text("Teaching case", "overline", "secondary", self)
        self._actions = QWidget(self)
        self._bar = FlowLayout(self._actions)
        self._button("case_save", "&Save", self.save_requested, "primary")
        self._save_as = self._button("case_save_as", "Save &as…", self.save_as_requested)
        self._button("case_present", "&Present", self.present_requested).setToolTip("F5")
        self._button("case_scenario", "Take the answers from &Decide", self.scenario_requested)
        self._button("case_leave", "&Leave without saving", self.left)
        self._told_facts = Paragraph("", "body", "primary", self)
        self._told_facts.setObjectName("case_facts")
        self._answer = Paragraph("", "body", "primary", self)
        self._answer.setObjectName("case_answer")
        self._other = Paragraph("", "caption_strong", "warning", self)
        self._other.setObjectName("problem_case")
        self._entries = self._made_entries()
        self._arrange()
        for entry in self._entries.values():
            entry.edited.connect(self._on_edited)
        theme_manager().changed.connect(self._show_look)
        self._show_look()

    def show_draft(self, draft: Draft, saved: bool) -> None:
        """Start with a draft. `saved`: the draft comes from a file, so it can be saved there or elsewhere."""
        self._draft, self._told = draft, False
        self._save_as.setVisible(saved)
        for name, entry in self._entries.items():
            value = getattr(draft, name)
            entry.give((value,) if name == "difficulty" else value)
        self._show_problems([])
        self._show_case()
        self.verticalScrollBar().setValue(0)
        self._entries["title"].take_keyboard()

    def take_scenario(self, case: Case) -> None:
        """Replace the answers of the draft with those of another case."""
        if self._draft is not None:
            self._draft = replace(self._draft, scenario=case.scenario)
            self._show_case()
            self._on_edited()

    @property
    def draft(self) -> Draft:
        """Return the content of the form."""
        assert self._draft is not None  # The form is never shown without a case.
        values = {name: entry.value for name, entry in self._entries.items()}
        values["difficulty"] = values["difficulty"][0]
        return replace(self._draft, **values)

    def finished(self) -> Case | None:
        """Return the case, or None if it is invalid. Then show the reason at each field and focus the first one."""
        library = self._library
        try:
            return finish(self.draft, library.content, library.sources, library.today)
        except CaseError as error:
            self._told = True
            self._show_problems(error.problems)
        wrong = [entry for entry in self._entries.values() if entry.problem]
        if wrong:
            wrong[0].take_keyboard()
        return None

    # Display

    def _show_case(self) -> None:
        """Show the title of the case and the program's decision on it."""
        assert self._draft is not None
        library, scenario = self._library, self._draft.scenario
        known = [f"{fact.label}: {fact.answer}" for fact in facts(scenario, library.content)]
        self._told_facts.setText(" · ".join(known) or "Nothing is answered yet.")
        self._answer.setText(advice_on(scenario, library.content, library.today))

    @Slot()
    def _on_edited(self) -> None:
        """After a failed save, update the remaining errors at every change."""
        if not self._told:
            return
        library = self._library
        try:
            finish(self.draft, library.content, library.sources, library.today)
        except CaseError as error:
            self._show_problems(error.problems)
        else:
            self._show_problems([])

    def _show_problems(self, problems: list[str]) -> None:
        told: dict[str, str] = {}
        for problem in problems:
            match = _FIELD.match(problem)
            field, finding = match.groups() if match and match[1] in self._entries else ("", problem)
            told.setdefault(field, finding)
        for name, entry in self._entries.items():
            finding = self._in_words(told[name]) if name == "options" and name in told else told.get(name, "")
            entry.tell(f"{entry.caption}: {finding}" if finding else "")
        self._other.setText(told.get("", ""))
        self._other.setVisible("" in told)

    def _in_words(self, problem: str) -> str:
        """Return a problem with the labels of the options instead of their ids."""
        content = self._library.content
        known = {*by_id(content.actions), *by_id(content.procedures)}
        return re.sub(r"\w+", lambda word: option_label(word[0], content) if word[0] in known else word[0], problem)

    # Parts

    def _made_entries(self) -> "dict[str, Entry]":
        content = self._library.content
        known = (*by_id(content.actions), *by_id(content.procedures))
        options = [(option, option_label(option, content)) for option in known]
        levels = [(level, difficulty_name(level)) for level in _LEVELS]
        entries: list[Entry] = [
            LineEntry("title", "Title", most_letters("title"), self),
            self._text("vignette", "Vignette", "What the room is told", 6),
            self._text("question", "Question", "What it is asked", 2),
            self._text("teaching_point", "Teaching point", "What it takes home", 3),
            ChoiceEntry("options", "Options", options, MOST_OPTIONS, "No option", self),
            ChoiceEntry("difficulty", "Difficulty", levels, 1, "", self),
            WordsEntry("topics", "Topics", "Words to find it by, with commas", _spaced, _joined, self),
            WordsEntry("sources", "Sources", "Numbers as in Reference, with commas", str, str, self),
        ]
        return {entry.name: entry for entry in entries}

    def _text(self, name: str, caption: str, hint: str, lines: int) -> TextEntry:
        return TextEntry(name, caption, hint, most_letters(name), lines, self)

    def _button(self, name: str, text: str, signal: object, role: str = "plain") -> QPushButton:
        button = QPushButton(text, self._actions)
        button.setObjectName(name)
        button.setProperty("role", role)
        button.clicked.connect(signal)
        self._bar.addWidget(button)
        return button

    def _arrange(self) -> None:
        self._words, self._facts = QVBoxLayout(), QVBoxLayout()
        self._told_rows: list[QVBoxLayout] = []
        for name in ("title", "vignette", "question", "teaching_point"):
            self._words.addWidget(self._entries[name])
        for caption, words in (("The case", self._told_facts), ("The answer", self._answer)):
            told = QVBoxLayout()
            told.addWidget(Text(caption, "label", "primary", self))
            told.addWidget(words)
            self._told_rows.append(told)
            self._facts.addLayout(told)
        for name in ("options", "difficulty", "topics", "sources"):
            self._facts.addWidget(self._entries[name])
        self._words.addStretch(1)
        self._facts.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addLayout(self._words, stretch=1)
        self._columns.addLayout(self._facts, stretch=1)
        self._form = QWidget(self)
        rows = QVBoxLayout(self._form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._heading)
        rows.addWidget(self._actions)
        rows.addWidget(self._other)
        rows.addLayout(self._columns)
        self._rows = rows
        self.rows.addWidget(self._form)
        self.rows.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_look()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        wide = self.width() >= manager.px(_TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        self._columns.setSpacing(manager.px("huge" if wide else "medium"))
        for column in (self._words, self._facts):
            column.setSpacing(manager.px("medium"))
        for told in self._told_rows:
            told.setSpacing(manager.px("tiny"))
        self._rows.setSpacing(manager.px("medium"))
        self._bar.set_gap(manager.px("small"))
        self._form.setMaximumWidth(manager.px(_WIDEST))
        self.set_spacing(manager.px("large"), manager.px("small"))


def _spaced(topic: str) -> str:
    return topic.replace("_", " ")


def _joined(words: str) -> str:
    return "_".join(words.lower().split())
