"""The end of a quiz: the score, and what was missed with the way into each case."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.lesson import Lesson
from core.quiz import Quiz
from gui.theme import Paragraph, Text, theme_manager
from gui.widgets.column import Column


class QuizResult(Column):
    """Shows a quiz that is over. `review_requested(object)` carries the Lesson to look at again."""

    review_requested = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("quiz_result", parent)
        self._quiz: Quiz | None = None
        self._missed: list[Lesson] = []
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_result(self, quiz: Quiz) -> None:
        """Shows the score of this quiz. It is kept nowhere."""
        self._quiz = quiz
        rows = self.start_over()
        score = self.tr("{right} of {all}").format(right=quiz.score, all=len(quiz.lessons))
        rows.addWidget(Text(self.tr("Quiz"), "overline", "secondary", self.widget()))
        headline = Text(score, "display", "primary", self.widget())
        headline.setObjectName("quiz_score")
        rows.addWidget(headline)
        self._missed = [lesson for lesson, _ in quiz.missed()]
        if self._missed:
            rows.addWidget(Text(self.tr("To look at again"), "overline", "secondary", self.widget()))
        for index, (lesson, chosen) in enumerate(quiz.missed()):
            link = QPushButton(lesson.title, self.widget())
            link.setObjectName(f"quiz_review_{index}")
            link.setProperty("role", "link")
            link.setProperty("index", index)
            link.clicked.connect(self._on_review)
            rows.addWidget(link)
            right = lesson.right.text if lesson.right else lesson.report.headline
            text = self.tr("The answer: {right}. Chosen: {chosen}.")
            told = text.format(right=right, chosen=chosen.text if chosen else self.tr("nothing"))
            why = Paragraph(told, "caption", "secondary", self.widget())
            # In line with the words of the link, which keep room for their focus ring.
            why.setContentsMargins(theme_manager().px(5), 0, 0, theme_manager().px("small"))
            rows.addWidget(why)
        line = QWidget(self.widget())
        buttons = QHBoxLayout(line)
        buttons.setContentsMargins(0, theme_manager().px("medium"), 0, 0)
        for name, text, slot in (
            ("quiz_copy", self.tr("Copy the result"), self._copy),
            ("quiz_close", self.tr("Back to the cases"), self._end),
        ):
            button = QPushButton(text, self.widget())
            button.setObjectName(name)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows.addWidget(line)
        rows.addStretch(1)

    @Slot()
    def _on_review(self) -> None:
        link = self.sender()
        assert link is not None
        self.review_requested.emit(self._missed[link.property("index")])

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
