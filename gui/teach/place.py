"""The Teach place: choose a case, commit on it here, present it to a room, or take a quiz."""

from random import SystemRandom

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.cases import TeachingCase
from core.lesson import Lesson
from core.quiz import Quiz
from core.teaching_session import TeachingSession
from gui.state import CaseState
from gui.teach.case_list import CaseList
from gui.teach.case_page import CasePage
from gui.teach.library import open_library
from gui.teach.presenter import Presenter
from gui.teach.quiz_page import QuizResult
from gui.theme import Text, theme_manager
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.why_panel import WhyPanel

_LENGTHS = (5, 10, 20)
# The width of the list, in percent of the place's.
_LIST_SHARE = 27


class TeachPlace(QWidget):
    """`decide_requested(object)` carries a Case to open in the Decide place."""

    decide_requested = Signal(object)

    def __init__(self, state: CaseState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("teach_place")
        self.library = open_library(state.content, state.today)
        self.presenter: Presenter | None = None
        self._case: TeachingCase | None = None
        self._session: TeachingSession | None = None
        self.quiz: Quiz | None = None
        self.cases = CaseList(self.library, self)
        self.page = CasePage(self)
        self.result = QuizResult(self)
        self.why = WhyPanel(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.result)
        self._present = self._button("present", self.tr("&Present"), "primary")
        self._present.setToolTip("F5")
        self._present.clicked.connect(self.present)
        self._decide = self._button("teach_decide", self.tr("&Open in Decide"), "plain")
        self._decide.clicked.connect(self._on_decide)
        self._again = self._button("try_again", self.tr("Try a&gain"), "plain")
        self._again.clicked.connect(self._on_again)
        self._length = QComboBox(self)
        self._length.setObjectName("quiz_length")
        self._length.setAccessibleName(self.tr("Cases in the quiz"))
        self._length.setAccessibleDescription(self._length.accessibleName())  # the name read out is the choice
        self._length.view().setAccessibleName(self._length.accessibleName())
        for length in _LENGTHS:
            self._length.addItem(self.tr("{count} cases").format(count=length), length)
        self._start = self._button("quiz_start", self.tr("&Quiz"), "plain")
        self._start.clicked.connect(self._on_start_quiz)
        self._progress = Text("", "label", "secondary", self)
        self._progress.setObjectName("quiz_progress")
        self._onward = self._button("quiz_next", self.tr("&Next case"), "primary")
        self._onward.clicked.connect(self.quiz_next)
        self._stop = self._button("quiz_stop", self.tr("End qui&z"), "plain")
        self._stop.clicked.connect(self.end_quiz)
        self._arrange()
        self._connect()
        self._show_look()
        if self.library.cases:
            self.cases.select(self.library.cases[0])
            self._on_selected(self.library.cases[0])
        self._show_mode()
        self._pages.raise_()  # read out after the buttons above it
        self.why.raise_()

    def start(self) -> None:
        """Gives the keyboard to the cases, unless something here has it by the user's wish."""
        focus = QApplication.focusWidget()
        # Qt gives it to the first field when another place closes; digits typed there would be words to search.
        if focus is None or focus is self.cases.search or not self.isAncestorOf(focus):
            self.cases.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # The case

    @Slot(object)
    def _on_selected(self, case: TeachingCase) -> None:
        self._case = case
        self._session = None
        self.page.show_lesson(self.library.lesson(case))
        self._again.setEnabled(False)

    @Slot()
    def _on_again(self) -> None:
        if self._case is not None:
            self._on_selected(self._case)
            self.page.focus_first()

    @Slot(str)
    def _on_committed(self, option: str) -> None:
        self._again.setEnabled(True)
        if self.quiz is not None and not self.quiz.over:
            self.quiz.commit(option)
            self._show_progress()

    @Slot()
    def _on_decide(self) -> None:
        if self.page.lesson is not None:
            self.decide_requested.emit(self.page.lesson.case)

    # Before a room

    @Slot()
    def present(self) -> None:
        """Presents the chosen case and those after it, from where a room was left, on the window's screen."""
        self.present_on(None)

    def present_on(self, screen: QScreen | None) -> None:
        """Presents on a screen; without one, on that of the window."""
        if self._case is None or (self.presenter is not None and self.presenter.isVisible()):
            return
        if self._session is None:
            shown = self.cases.shown if self._case in self.cases.shown else (self._case,)
            lessons = tuple(self.library.lesson(case) for case in shown)
            self._session = TeachingSession(lessons, shown.index(self._case))
        if self.presenter is not None:
            self.presenter.deleteLater()
        self.presenter = Presenter(self._session, self)
        self.presenter.closed.connect(self._on_presented)
        self.presenter.start(screen)

    @Slot()
    def _on_presented(self) -> None:
        """Back to the case at which the room was left, with the session kept for the next time."""
        session = self._session
        if session is None:
            return
        reached = next((c for c in self.cases.shown if self.library.lesson(c) is session.lesson), self._case)
        if reached is not None and reached is not self._case:
            self.cases.select(reached)
        self._session = session
        self._present.setFocus(Qt.FocusReason.OtherFocusReason)

    # The quiz

    @Slot()
    def _on_start_quiz(self) -> None:
        self.start_quiz(self._length.currentData(), SystemRandom().randrange(2**32))

    def start_quiz(self, count: int, seed: int) -> None:
        """Asks this many of the cases that the list shows, in an order that the seed decides."""
        lessons = [self.library.lesson(case) for case in self.cases.shown]
        if lessons:
            self.quiz = Quiz(lessons, count, seed)
            self._show_question()

    @Slot()
    def quiz_next(self) -> None:
        """On to the next case of the quiz, or to its score."""
        if self.quiz is not None:
            self.quiz.next()
            self._show_question()

    @Slot()
    def end_quiz(self) -> None:
        """Back to the list; the score is forgotten."""
        self.quiz = None
        self._show_mode()
        if self._case is not None:
            self._on_selected(self._case)
        self.cases.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_review(self, lesson: Lesson) -> None:
        """Shows a case of the quiz again, with all of its reasons."""
        chosen = (
            next((option for missed, option in self.quiz.missed() if missed is lesson), None) if self.quiz else None
        )
        self.page.show_lesson(lesson)
        at = lesson.options.index(chosen) if chosen else next((i for i, o in enumerate(lesson.options) if o.right), 0)
        self.page.commit(at + 1)
        self.page.reveal_all()
        self._pages.setCurrentWidget(self.page)
        self._onward.setText(self.tr("&Back to the score"))
        self._onward.show()
        self._onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self) -> None:
        self._show_mode()
        if self.quiz is None:
            return
        if self.quiz.lesson is None:
            self.result.show_result(self.quiz)
            return
        self.page.show_lesson(self.quiz.lesson, with_title=False)
        self._show_progress()
        self.page.focus_first()

    def _show_progress(self) -> None:
        quiz = self.quiz
        if quiz is None or quiz.over:
            return
        text = self.tr("Case {number} of {all} · {right} of {answered} right")
        self._progress.setText(
            text.format(number=quiz.index + 1, all=len(quiz.lessons), right=quiz.score, answered=quiz.answered)
        )
        last = quiz.index + 1 == len(quiz.lessons)
        self._onward.setText(self.tr("Show the &score") if last else self.tr("&Next case"))
        self._onward.setEnabled(self.page.chosen is not None)

    def _show_mode(self) -> None:
        """Shows what belongs to browsing, to a quiz under way, or to its end."""
        quiz, over = self.quiz is not None, self.quiz is not None and self.quiz.over
        self.cases.setVisible(not quiz)
        for widget in (self._present, self._decide, self._again, self._length, self._start):
            widget.setVisible(not quiz)
        self._progress.setVisible(quiz and not over)
        self._onward.setVisible(quiz and not over)
        self._stop.setVisible(quiz)
        self._pages.setCurrentWidget(self.result if over else self.page)

    # Parts

    def _button(self, name: str, text: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("role", role)
        return button

    def _arrange(self) -> None:
        self._bar = FlowLayout()
        for widget in (
            self._present, self._decide, self._again, self._progress, self._length, self._start, self._onward, self._stop,
        ):  # fmt: skip
            self._bar.addWidget(widget)
        self._pages.setProperty("role", "panel")
        self._pages.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._right = QVBoxLayout()
        self._right.addLayout(self._bar)
        self._right.addWidget(self._pages, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.cases, stretch=_LIST_SHARE)
        row.addLayout(self._right, stretch=100 - _LIST_SHARE)

    def _connect(self) -> None:
        self.cases.selected.connect(self._on_selected)
        self.page.committed.connect(self._on_committed)
        self.result.review_requested.connect(self._on_review)
        self.result.ended.connect(self.end_quiz)
        theme_manager().changed.connect(self._show_look)
        for number in range(1, 5):
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setObjectName(f"commit_{number}")
            shortcut.activated.connect(self._on_digit)

    @Slot()
    def _on_digit(self) -> None:
        shortcut = self.sender()
        assert shortcut is not None
        self.page.commit(int(shortcut.objectName().removeprefix("commit_")))

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        gap = manager.px("medium")
        self._right.setContentsMargins(gap, gap, gap, gap)
        self._right.setSpacing(gap)
        self._bar.set_gap(manager.px("small"))
        self.cases.setMinimumWidth(manager.px(180))
        self.cases.setMaximumWidth(manager.px(320))
