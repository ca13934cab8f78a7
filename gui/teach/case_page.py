"""A case in the window: read it, choose an answer, then see the solution and its reasons step by step."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.teaching.lesson import Block, Lesson, LessonStep
from gui.layouts.column import Column
from gui.layouts.layout_items import placed_in
from gui.layouts.measure import room_after
from gui.look.icons import category_pixmap, level_pixmap
from gui.look.theme import Paragraph, Text, set_text_role, theme_manager
from gui.teach.choice import Choice
from gui.teach.lesson_words import difficulty_name
from gui.widgets.heading import Heading
from gui.widgets.picture import Picture

# The page itself has already shown these blocks when the answer appears.
_TOLD = ("vignette", "question", "commit", "answer")


class BlockRow(QWidget):
    """A block of a lesson in the text sizes of the window."""

    def __init__(self, block: Block, parent: QWidget) -> None:
        super().__init__(parent)
        self._block = block
        self._icon = Picture(self)
        strong = block.look in ("strong", "here", "quote")
        words = QVBoxLayout()
        words.setSpacing(0)
        aside = f" → {block.aside}" if block.mark.startswith("step.") and block.aside else ""
        number = f"{block.mark.removeprefix('step.')}  " if block.mark.startswith("step.") else ""
        if block.text:
            words.addWidget(Paragraph(f"{number}{block.text}{aside}", "label" if strong else "body", "primary", self))
        if block.aside and not aside:
            words.addWidget(Paragraph(block.aside, "caption", "secondary", self))
        if block.detail:
            words.addWidget(Paragraph(block.detail, "caption", "secondary", self))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, stretch=1)
        self._icon.setVisible(block.mark.startswith(("category.", "level.")))
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._line.setSpacing(manager.px("small"))
        kind, _, name = self._block.mark.partition(".")
        if kind in ("category", "level"):
            draw = category_pixmap if kind == "category" else level_pixmap
            self._icon.setPixmap(draw(name, manager.px(manager.scale.icon.medium)))


class CasePage(Column):
    """Shows a lesson. `committed(str)` carries the id of the chosen option.

    `revealed` is emitted before the buttons for the next step are hidden while one of them has the keyboard focus.
    """

    committed = Signal(str)
    revealed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("case_page", parent)
        self.lesson: Lesson | None = None
        self.chosen: str | None = None
        self._choices: list[Choice] = []
        self._steps: list[LessonStep] = []
        self._next: QPushButton | None = None
        self._all: QPushButton | None = None
        self._ways_on: QHBoxLayout | None = None
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_margins()

    def show_lesson(self, lesson: Lesson, with_title: bool = True) -> None:
        """Show a case from its start. A quiz hides title and topics, since they may reveal the answer."""
        self.lesson, self.chosen = lesson, None
        # Each node of a path would be a section here. The last one shows all nodes.
        last = next((step.id for step in reversed(lesson.steps) if step.keeps_end), "")
        self._steps = [
            step for step in lesson.steps if step.id not in _TOLD and (not step.keeps_end or step.id == last)
        ]
        rows = self.start_over()
        kind = " · ".join((difficulty_name(lesson.teaching.difficulty), *(lesson.topics if with_title else ())))
        rows.addWidget(Text(kind, "overline", "secondary", self.widget()))
        if with_title and lesson.title:
            rows.addWidget(Paragraph(lesson.title, "title", "primary", self.widget()))
        vignette = Paragraph(lesson.teaching.vignette, "lead", "primary", self.widget())
        vignette.setObjectName("vignette")
        rows.addWidget(vignette)
        question = Heading(lesson.teaching.question, "headline", self)
        question.setObjectName("question")
        rows.addWidget(question)
        self._choices = []
        for number, option in enumerate(lesson.options, start=1):
            choice = Choice(number, option, self)
            choice.clicked.connect(self._on_choice)
            self._choices.append(choice)
            rows.addWidget(choice)
        self._next = self._all = self._ways_on = None
        rows.addStretch(1)
        self._show_now()

    def commit(self, number: int) -> None:
        """Choose the option with this number, from 1, once. Ignore a number without an option."""
        if self.lesson is None or self.chosen is not None or not 1 <= number <= len(self._choices):
            return
        self.chosen = self._choices[number - 1].option.id
        for choice in self._choices:
            choice.settle(choice.option.id == self.chosen)
        self._add_answer(self.lesson)
        self.committed.emit(self.chosen)

    def _show_margins(self) -> None:
        manager = theme_manager()
        margin = manager.px("huge")
        self.set_spacing(margin, manager.px("small"), after=room_after(self.width() - 2 * margin))

    @Slot()
    def reveal_next(self) -> None:
        """Show the next step of the lesson below the others."""
        if self._steps and self.chosen is not None:
            self._add_step(self._steps.pop(0))
            self._show_buttons()

    @Slot()
    def reveal_all(self) -> None:
        """Show all remaining steps."""
        while self._steps and self.chosen is not None:
            self._add_step(self._steps.pop(0))
        self._show_buttons()

    def focus_first(self) -> None:
        """Move the focus to the first option, or to the next button if an option was chosen."""
        target = self._next if self.chosen is not None else self._choices[0] if self._choices else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_choice(self) -> None:
        choice = self.sender()
        assert isinstance(choice, Choice)
        self.commit(choice.number)

    def _add_answer(self, lesson: Lesson) -> None:
        """Show whether the choice was right, and offer the next step."""
        right = lesson.right
        said = "Right" if right and self.chosen == right.id else "Not the answer"
        self._insert(self._rule())
        verdict = Text(said, "overline", "accent", self.widget())
        verdict.setObjectName("verdict")
        self._insert(verdict)
        headline = Paragraph(lesson.report.headline, "headline", "primary", self.widget())
        headline.setObjectName("answer")
        self._insert(headline)
        self._next = self._button("reveal_next", "primary", self.reveal_next)
        self._all = self._button("reveal_all", "plain", self.reveal_all)
        self._all.setText("Show all")
        line = QWidget(self.widget())
        self._ways_on = QHBoxLayout(line)
        self._ways_on.addWidget(self._next)
        self._ways_on.addWidget(self._all)
        self._ways_on.addStretch(1)
        self._show_look()
        self.rows.insertWidget(self.rows.count() - 1, line)
        self._show_buttons()
        self._show_now()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, name: str, role: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(self.widget())
        button.setObjectName(name)
        button.setProperty("role", role)
        button.clicked.connect(slot)
        return button

    def _show_buttons(self) -> None:
        if self._next is None or self._all is None:
            return
        if not self._steps and QApplication.focusWidget() in (self._next, self._all):
            # Otherwise Qt would move the focus to the next widget, which is the tab of another place.
            self.revealed.emit()
        self._next.setVisible(bool(self._steps))
        self._all.setVisible(len(self._steps) > 1)
        if self._steps:
            self._next.setText(f"Next: {self._steps[0].name}")

    def _add_step(self, step: LessonStep) -> None:
        section = QWidget(self.widget())
        section.setObjectName(f"step_{step.id}")
        section.setAccessibleName(step.name)
        rows = QVBoxLayout(section)
        gap = theme_manager().px("small")
        rows.setContentsMargins(0, gap, 0, 0)
        rows.setSpacing(gap)
        rows.addWidget(self._rule())
        rows.addWidget(Text(step.name, "overline", "secondary", section))
        for block in step.blocks:
            rows.addWidget(BlockRow(block, section))
        self.rows.insertWidget(self.rows.count() - 2, section)  # Insert above the buttons, which stay last.
        section.show()

    def _show_now(self) -> None:
        """Show the added widgets now. A layout would show them later, and a hidden widget cannot take the focus."""
        for widget in placed_in(self.rows):
            widget.show()

    def _insert(self, widget: QWidget) -> None:
        self.rows.insertWidget(self.rows.count() - 1, widget)

    def _rule(self) -> QFrame:
        rule = QFrame(self.widget())
        rule.setProperty("role", "rule")
        return rule

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self._show_margins()
        for button in (self._next, self._all):
            if button is not None:
                set_text_role(button, "body")
        if self._ways_on is not None:
            self._ways_on.setContentsMargins(0, manager.px("medium"), 0, 0)
