"""The end of a quiz: the score, and the missed cases with a link to each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMargins, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from core.report.report import one_line
from core.teaching.lesson import Lesson
from core.teaching.quiz import Quiz
from gui.base.saving import save_whole
from gui.layouts.column import Column
from gui.layouts.flow import FlowLayout
from gui.look.theme import Paragraph, Text, theme_manager
from gui.widgets.link import Link


class QuizResult(Column):
    """Shows a finished quiz.

    `review_requested(object)` carries the Lesson to review. `why_requested(object, object)` carries the lesson to
    explain and the widget next to which to explain it. `told(title, lines)` carries an error.
    """

    review_requested = Signal(object)
    why_requested = Signal(object, object)
    told = Signal(str, object)
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("quiz_result", parent)
        self._quiz: Quiz | None = None
        self._missed: list[Lesson] = []
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_result(self, quiz: Quiz) -> None:
        """Show the score of this quiz. It is not stored."""
        self._quiz = quiz
        rows = self.start_over()
        score = f"{quiz.score} of {len(quiz.lessons)}"
        rows.addWidget(Text("Quiz", "overline", "secondary", self.widget()))
        headline = Text(score, "display", "primary", self.widget())
        headline.setObjectName("quiz_score")
        rows.addWidget(headline)
        self._missed = [lesson for lesson, _ in quiz.missed()]
        if self._missed:
            rows.addWidget(Text("To look at again", "overline", "secondary", self.widget()))
        for index, (lesson, chosen) in enumerate(quiz.missed()):
            links = QWidget(self.widget())
            flow = FlowLayout(links)
            flow.set_gap(theme_manager().px("medium"), 0)
            # A title may contain "&", which Qt reads as the mark of an Alt key.
            title = one_line(lesson.title or lesson.teaching.question).replace("&", "&&")
            flow.addWidget(self._link(f"quiz_review_{index}", title, index, self._on_review))
            why = self._link(f"quiz_why_{index}", "Why", index, self._on_why)
            why.setAccessibleName(f"Why: {lesson.title}")
            flow.addWidget(why)
            rows.addWidget(links)
            right = lesson.right.text if lesson.right else lesson.report.headline
            text = "The answer: {right}. Chosen: {chosen}."
            told = text.format(right=right, chosen=chosen.text if chosen else "nothing")
            answer = Paragraph(told, "caption", "secondary", self.widget())
            # Align with the text of the links, which keep space for a focus ring.
            answer.setContentsMargins(QMargins(theme_manager().px(5), 0, 0, theme_manager().px("small")))
            rows.addWidget(answer)
        line = QWidget(self.widget())
        buttons = FlowLayout(line)
        buttons.setContentsMargins(0, theme_manager().px("medium"), 0, 0)
        buttons.set_gap(theme_manager().px("small"), theme_manager().px("tiny"))
        for name, text, slot in (
            ("quiz_copy", "Copy the result", self._copy),
            ("quiz_save", "Save the result…", self._ask_where_to_save),
            ("quiz_close", "Back to the cases", self._end),
        ):
            button = QPushButton(text, self.widget())
            button.setObjectName(name)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        rows.addWidget(line)
        rows.addStretch(1)

    def save_to(self, path: Path) -> None:
        """Save the score and the missed cases as text, as a whole or not at all."""
        assert self._quiz is not None  # The page is never shown without a quiz.
        if problem := save_whole(path, self._quiz.result().encode()):
            self.told.emit(f"{path.name} was not saved", (problem,))

    def _link(self, name: str, text: str, index: int, slot: Callable[[], None]) -> Link:
        link = Link(text, self, "body")
        link.setObjectName(name)
        link.setProperty("index", index)
        link.clicked.connect(slot)
        return link

    @Slot()
    def _on_review(self) -> None:
        self.review_requested.emit(self._missed[self.sender().property("index")])

    @Slot()
    def _on_why(self) -> None:
        link = self.sender()
        self.why_requested.emit(self._missed[link.property("index")], link)

    @Slot()
    def _ask_where_to_save(self) -> None:
        title, kinds = "Save the result", "Text (*.txt)"
        name, _ = QFileDialog.getSaveFileName(self, title, "quiz.txt", kinds)
        if name:
            self.save_to(Path(name))

    @Slot()
    def _copy(self) -> None:
        if self._quiz is not None:
            QGuiApplication.clipboard().setText(self._quiz.result())

    @Slot()
    def _end(self) -> None:
        self.ended.emit()

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        self.set_spacing(manager.px("huge"), manager.px("small"))
