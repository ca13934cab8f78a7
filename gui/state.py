"""The case that the window is about, and the decision on it. The only object that asks the engine."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.case_file import Case
from core.content import Content, by_id
from core.decide import decide
from core.decision import Decision
from core.report import Report, report
from core.scenario import Answer, Scenario

_EMPTY = Case(schema="bonewatch.case/1", title="", scenario=Scenario())


class CaseState(QObject):
    """Holds the scenario, decides at every change, and tells the panels.

    `scenario_changed(object)` carries the new Scenario, for the form; `decision_changed(object)` the new Report, for
    everything that shows the answer; `decision_failed()` says that no answer can be shown. `case_replaced()` comes
    before the first answers of another case.
    """

    case_replaced = Signal()
    scenario_changed = Signal(object)
    decision_changed = Signal(object)
    decision_failed = Signal()

    def __init__(self, content: Content, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.today = today
        self.undo_stack = QUndoStack(self)
        self._case = _EMPTY
        self._decision: Decision | None = None
        self._report: Report | None = None
        self._decide()

    @property
    def scenario(self) -> Scenario:
        """The answers as they stand."""
        return self._case.scenario

    @property
    def title(self) -> str:
        """The title of the case that was opened, or an empty text."""
        return self._case.title

    @property
    def case(self) -> Case:
        """The case as a file holds it: the answers as they stand, with the title and lesson that it was opened with."""
        return self._case

    @property
    def decision(self) -> Decision | None:
        """The decision on the answers, or None where deciding failed."""
        return self._decision

    @property
    def report(self) -> Report | None:
        """The decision in words, or None where deciding failed."""
        return self._report

    def answer(self, field: str, value: Answer) -> None:
        """Takes an answer to one field (None: not recorded), as a step that can be undone."""
        if getattr(self.scenario, field) == value:
            return
        label = by_id(self.content.fields)[field].label
        scenario = Scenario(**{**self.scenario.__dict__, field: value})
        self._change(self._case.model_copy(update={"scenario": scenario}), label)

    def reset(self) -> None:
        """Starts an empty case, as a step that can be undone."""
        self.case_replaced.emit()
        if self._case != _EMPTY:
            self._change(_EMPTY, self.tr("Reset"))

    def open(self, case: Case) -> None:
        """Takes over a case that was read from a file. What was there before cannot be undone back into it."""
        self.case_replaced.emit()
        self.undo_stack.clear()
        self.show_case(case)

    def show_scenario(self, scenario: Scenario) -> None:
        """Replaces all answers at once, and decides."""
        self.show_case(self._case.model_copy(update={"scenario": scenario}))

    def show_case(self, case: Case) -> None:
        """Replaces the case, and decides."""
        self._case = case
        self.scenario_changed.emit(case.scenario)
        self._decide()

    def clear_decision(self) -> None:
        """Takes the answer off the screen: what it rests on can no longer be trusted."""
        self._decision = self._report = None
        self.decision_failed.emit()

    def _change(self, case: Case, name: str) -> None:
        self.undo_stack.push(_Change(self, case, name))

    def _decide(self) -> None:
        try:
            self._decision = decide(self.scenario, self.content, self.today)
            self._report = report(self.scenario, self._decision, self.content)
        except Exception:
            self.clear_decision()
            raise  # the fault handler tells the user and writes the log
        self.decision_changed.emit(self._report)


class _Change(QUndoCommand):
    """One step from a case to what an answer makes of it, or to another case."""

    def __init__(self, state: CaseState, after: Case, name: str) -> None:
        super().__init__(name)
        self._state, self._before, self._after = state, state.case, after

    def undo(self) -> None:
        self._state.show_case(self._before)

    def redo(self) -> None:
        self._state.show_case(self._after)
