"""A running quiz: the current case, the progress, and the review of missed cases."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from core.teaching.lesson import Lesson
from core.teaching.quiz import Quiz
from gui.look.theme import Text
from gui.teach.case_page import CasePage
from gui.teach.quiz_page import QuizResult


class QuizRun(QObject):
    """Asks on the page of a case and shows the score on a separate page.

    `changed()` follows each change of the display, and `ended()` the end. `bar` is the line above the page.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, page: CasePage, parent: QWidget) -> None:
        super().__init__(parent)
        self.quiz: Quiz | None = None
        self.result = QuizResult(parent)
        self._page = page
        self._reviewing = False
        self._progress = Text("", "label", "secondary", parent)
        self._progress.setObjectName("quiz_progress")
        self._onward = QPushButton("&Next case", parent)
        self._stop = QPushButton("End qui&z", parent)
        for button, name, role in ((self._onward, "quiz_next", "primary"), (self._stop, "quiz_stop", "plain")):
            button.setObjectName(name)
            button.setProperty("role", role)
        self.bar: tuple[QWidget, ...] = (self._progress, self._onward, self._stop)
        self._onward.clicked.connect(self.next)
        self._stop.clicked.connect(self.end)
        self.result.review_requested.connect(self._review)
        self.result.ended.connect(self.end)
        page.committed.connect(self._on_committed)

    @property
    def shows_result(self) -> bool:
        """Whether the score is shown instead of a case."""
        return self.quiz is not None and self.quiz.over and not self._reviewing

    def show_bar(self, visible: bool) -> None:
        """Show the buttons for the current state, or hide them."""
        over = self.quiz is not None and self.quiz.over
        self._progress.setVisible(visible and not over)
        self._onward.setVisible(visible and not self.shows_result)
        self._stop.setVisible(visible)

    def take_keyboard(self) -> None:
        """Move the focus to the button for the next step."""
        self._onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self, lessons: Sequence[Lesson], count: int, seed: int) -> None:
        """Ask this many of the lessons, in an order given by the seed."""
        self.quiz = Quiz(lessons, count, seed)
        self._show()

    @Slot()
    def next(self) -> None:
        """Go to the next case of the quiz, or to the score."""
        if self.quiz is not None:
            self.quiz.next()
            self._show()

    @Slot()
    def end(self) -> None:
        """End the quiz and discard the score."""
        self.quiz, self._reviewing = None, False
        self.changed.emit()
        self.ended.emit()

    @Slot(str)
    def _on_committed(self, option: str) -> None:
        if self.quiz is not None and not self.quiz.over:
            self.quiz.commit(option)
            self._show_progress(self.quiz)

    @Slot(object)
    def _review(self, lesson: Lesson) -> None:
        """Show a case of the quiz again, with all of its reasons."""
        missed = self.quiz.missed() if self.quiz else ()
        chosen = next((option for other, option in missed if other is lesson), None)
        self._page.show_lesson(lesson)
        at = lesson.options.index(chosen) if chosen else next((i for i, o in enumerate(lesson.options) if o.right), 0)
        self._page.commit(at + 1)
        self._page.reveal_all()
        self._reviewing = True
        self._onward.setText("&Back to the score")
        self.changed.emit()
        self.take_keyboard()

    def _show(self) -> None:
        """Show the current case, or the score."""
        assert self.quiz is not None
        self._reviewing = False
        self.changed.emit()
        if self.quiz.lesson is None:
            self.result.show_result(self.quiz)
            return
        self._page.show_lesson(self.quiz.lesson, with_title=False)
        self._show_progress(self.quiz)
        self._page.focus_first()

    def _show_progress(self, quiz: Quiz) -> None:
        text = "Case {number} of {all} · {right} of {answered} right"
        self._progress.setText(
            text.format(number=quiz.index + 1, all=len(quiz.lessons), right=quiz.score, answered=quiz.answered)
        )
        last = quiz.index + 1 == len(quiz.lessons)
        self._onward.setText("Show the &score" if last else "&Next case")
        self._onward.setEnabled(self._page.chosen is not None)
