"""The Teach place: choose a case, commit on it here, present it to a room, or take a quiz."""

from collections.abc import Sequence
from random import SystemRandom

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.report.explain import Explainer, Explanation
from core.teaching.cases import TeachingCase
from core.teaching.lesson import Lesson, make_lesson
from core.teaching.session import TeachingSession
from gui.base.preferences import Preferences
from gui.layouts.flow import FlowLayout
from gui.look.theme import theme_manager
from gui.state import CaseState
from gui.teach.case_list import CaseList
from gui.teach.case_page import CasePage
from gui.teach.handout import HandoutButton
from gui.teach.library import open_library
from gui.teach.own_cases import OwnCases
from gui.teach.presenter import Presenter
from gui.teach.quiz_run import QuizRun
from gui.widgets.explanation_panel import ExplanationPanel

_LENGTHS = (5, 10, 20)
# The width of the list, in percent of the width of the place.
_LIST_SHARE = 27
# The least height of the case, in pixels at 100 % zoom.
_LEAST_PAGE = 48


class TeachPlace(QWidget):
    """Shows the list of cases and the selected case. `decide_requested(object)` carries a Case to open in Decide."""

    decide_requested = Signal(object)

    def __init__(
        self, state: CaseState, preferences: Preferences, own_actions: Sequence[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("teach_place")
        self.library = open_library(state.content, state.today)
        self.presenter: Presenter | None = None
        self._case: TeachingCase | None = None
        self._session: TeachingSession | None = None
        self.cases = CaseList(self.library, own_actions, self)
        self.page = CasePage(self)
        self.run = QuizRun(self.page, self)
        self.own = OwnCases(self.library, state, self)
        self.why = ExplanationPanel(self)
        self._pages = QStackedWidget(self)
        for page in (self.page, self.run.result, self.own.editor):
            self._pages.addWidget(page)
        self._present = self._button("present", "&Present", "primary")
        self._present.setToolTip("F5")
        self._present.clicked.connect(self.present)
        self._decide = self._button("teach_decide", "&Open in Decide", "plain")
        self._decide.clicked.connect(self._on_decide)
        self._again = self._button("try_again", "Try a&gain", "plain")
        self._again.clicked.connect(self._on_again)
        self._edit = self._button("edit_case", "", "plain")
        self._edit.clicked.connect(self._on_edit)
        self.handout = HandoutButton(self.library, preferences, self)
        self.handout.failed.connect(self._on_failed)
        self._length = QComboBox(self)
        self._length.setObjectName("quiz_length")
        self._length.setAccessibleName("Cases in the quiz")
        self._length.setAccessibleDescription(
            self._length.accessibleName()
        )  # The selected choice is the accessible name.
        self._length.view().setAccessibleName(self._length.accessibleName())
        for length in _LENGTHS:
            self._length.addItem(f"{length} cases", length)
        self._start = self._button("quiz_start", "&Quiz", "plain")
        self._start.clicked.connect(self._on_start_quiz)
        self._arrange()
        self._connect()
        self._show_look()
        if self.library.cases:
            self.cases.select(self.library.cases[0])
            self._on_selected(self.library.cases[0])
        self._show_mode()
        self._pages.raise_()  # Read out after the buttons above it.
        self.why.raise_()

    def start(self) -> None:
        """Move the focus to the cases, unless the user has moved it to another widget of this place."""
        focus = QApplication.focusWidget()
        # Qt focuses the first field when another place closes. Digits typed there would become search text.
        if focus is None or focus is self.cases.search or not self.isAncestorOf(focus):
            self.cases.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_case(self, name: str) -> None:
        """Select a case by its id, regardless of the filters. A quiz or a form in place of the list is left as it is."""
        if self.cases.isHidden():
            return
        self.cases.show_everything()
        self.cases.select(next(case for case in self.library.cases if case.id == name))
        self.cases.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Case

    @Slot(object)
    def _on_selected(self, case: TeachingCase) -> None:
        self._case = case
        self.handout.show_case(case)
        self._session = None
        if self.run.quiz is None:
            self.page.show_lesson(self.library.lesson(case))
        self._again.setEnabled(False)
        self._edit.setText("E&dit" if self.library.is_own(case) else "E&dit a copy")

    @Slot()
    def _on_again(self) -> None:
        if self._case is not None:
            self._on_selected(self._case)
            self.page.focus_first()

    @Slot()
    def _on_committed(self) -> None:
        self._again.setEnabled(True)

    @Slot()
    def _on_revealed(self) -> None:
        """Go to the next case of the list or of the quiz."""
        if self.run.quiz is not None:
            self.run.take_keyboard()
        else:
            self.cases.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_decide(self) -> None:
        if self.page.lesson is not None:
            self.decide_requested.emit(self.page.lesson.case)

    # Own cases

    @Slot()
    def _on_edit(self) -> None:
        if self._case is not None:
            self.own.edit(self._case)

    @Slot(object)
    def _on_own_changed(self, case: TeachingCase | None) -> None:
        """Show the current cases, and select one of them unless another case is being edited."""
        self.cases.refresh()
        self._show_mode()
        if case is not None and not self.own.editing:
            if case not in self.cases.shown:
                self.cases.show_everything()
            self.cases.select(case)
        if not self.own.editing and self.run.quiz is None:
            self.cases.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, object)
    def _tell(self, title: str, lines: Sequence[str]) -> None:
        anchor = QApplication.focusWidget() or self.cases.list
        anchor = anchor if self.isAncestorOf(anchor) else self.cases.list
        self.why.show_explanation(Explanation(title, tuple(lines), "", (), ()), anchor)

    @Slot(str, str)
    def _on_failed(self, title: str, text: str) -> None:
        self.why.show_explanation(Explanation(title, (text,), "", (), ()), self.handout)

    # Presentation

    @Slot()
    def present(self) -> None:
        """Present the selected case and those after it on the window's screen. Resume an earlier session."""
        self.present_on(None)

    def present_on(self, screen: QScreen | None) -> None:
        """Present on a screen, or on that of the window if it is None."""
        if self.presenter is not None and self.presenter.isVisible():
            return
        session = self._draft_session() if self.own.editing else self._room_session()
        if session is None:
            return
        if self.presenter is not None:
            self.presenter.deleteLater()
        self.presenter = Presenter(session, self)
        self.presenter.closed.connect(self._on_presented)
        self.presenter.start(screen)

    def _room_session(self) -> TeachingSession | None:
        """Return a session on the listed cases. Resume the earlier session, or start at the selected case."""
        if self._case is not None and self._session is None:
            shown = self.cases.shown if self._case in self.cases.shown else (self._case,)
            lessons = tuple(self.library.lesson(case) for case in shown)
            self._session = TeachingSession(lessons, shown.index(self._case))
        return self._session

    def _draft_session(self) -> TeachingSession | None:
        """Return a preview of the case in the form, or None if it is incomplete. The form then shows the errors."""
        case = self.own.editor.finished()
        library = self.library
        if case is None:
            return None
        lesson = make_lesson(case, library.content, library.today, library.sources)
        return TeachingSession((lesson,))

    @Slot()
    def _on_presented(self) -> None:
        """Return to the case where the session ended, and keep the session for the next time."""
        session = self._session
        if session is None or self.own.editing:
            return
        reached = next((c for c in self.cases.shown if self.library.lesson(c) is session.lesson), self._case)
        if reached is not None and reached is not self._case:
            self.cases.select(reached)
        self._session = session
        self._present.setFocus(Qt.FocusReason.OtherFocusReason)

    # Quiz

    @Slot()
    def _on_start_quiz(self) -> None:
        self.start_quiz(self._length.currentData(), SystemRandom().randrange(2**32))

    def start_quiz(self, count: int, seed: int) -> None:
        """Ask this many of the listed cases, in an order given by the seed."""
        lessons = [self.library.lesson(case) for case in self.cases.shown]
        if lessons:
            self.run.start(lessons, count, seed)

    @Slot()
    def _on_quiz_ended(self) -> None:
        """Return to the list and the case that was selected there."""
        if self._case is not None:
            self._on_selected(self._case)
        self.cases.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _explain(self, lesson: Lesson, anchor: QWidget) -> None:
        """Explain next to the anchor why the answer of a lesson is right."""
        explainer = Explainer(self.library.content, lesson.case.scenario, lesson.report)
        self.why.show_explanation(explainer.explain("advice", ""), anchor)

    @Slot()
    def _show_mode(self) -> None:
        """Show the widgets for browsing, for a running or finished quiz, or for the form of a case."""
        quiz, form = self.run.quiz is not None, self.own.editing
        browsing = not quiz and not form
        self.cases.setVisible(browsing)
        for widget in (self._present, self._decide, self._again, self._edit, self.handout, self._length, self._start):
            widget.setVisible(browsing)
        self.run.show_bar(quiz and not form)
        page = self.run.result if self.run.shows_result else self.page
        self._pages.setCurrentWidget(self.own.editor if form else page)

    # Parts

    def _button(self, name: str, text: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("role", role)
        return button

    def _arrange(self) -> None:
        actions = QWidget(self)
        self._bar = FlowLayout(actions)
        for widget in (
            self._present, self._decide, self._again, self._edit, self.handout, self._length, self._start, *self.run.bar,
        ):  # fmt: skip
            self._bar.addWidget(widget)
        self._pages.setProperty("role", "panel")
        self._pages.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._right = QVBoxLayout()
        self._right.addWidget(actions)
        self._right.addWidget(self._pages, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.cases, stretch=_LIST_SHARE)
        row.addLayout(self._right, stretch=100 - _LIST_SHARE)

    def _connect(self) -> None:
        self.cases.selected.connect(self._on_selected)
        self.page.committed.connect(self._on_committed)
        self.page.revealed.connect(self._on_revealed)
        self.run.changed.connect(self._show_mode)
        self.run.ended.connect(self._on_quiz_ended)
        self.run.result.why_requested.connect(self._explain)
        self.run.result.told.connect(self._tell)
        self.own.editor.present_requested.connect(self.present)
        self.own.opened.connect(self._show_mode)
        self.own.changed.connect(self._on_own_changed)
        self.own.told.connect(self._tell)
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
        if self.page.isVisible():  # Not below the form of a case.
            self.page.commit(int(shortcut.objectName().removeprefix("commit_")))

    @Slot()
    def _show_look(self) -> None:
        manager = theme_manager()
        gap = manager.px("medium")
        self._right.setContentsMargins(gap, gap, gap, gap)
        self._right.setSpacing(gap)
        self._bar.set_gap(manager.px("small"), manager.px("tiny"))
        # In a low window with large text the buttons take priority. The page scrolls.
        self._pages.setMinimumHeight(manager.px(_LEAST_PAGE))
        least = max(manager.px(180), self.cases.least_width)
        self.cases.setMinimumWidth(least)
        self.cases.setMaximumWidth(max(least, manager.px(320)))
