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


class CaseState(QObject):
    """Holds the scenario, decides at every change, and tells the panels.

    `scenario_changed(object)` carries the new Scenario, for the form; `decision_changed(object)` the new Report, for
    everything that shows the answer; `decision_failed()` says that no answer can be shown.
    """

    scenario_changed = Signal(object)
    decision_changed = Signal(object)
    decision_failed = Signal()

    def __init__(self, content: Content, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.today = today
        self.undo_stack = QUndoStack(self)
        self._title = ""
        self._scenario = Scenario()
        self._decision: Decision | None = None
        self._report: Report | None = None
        self._decide()

    @property
    def scenario(self) -> Scenario:
        """The answers as they stand."""
        return self._scenario

    @property
    def title(self) -> str:
        """The title of the case that was opened, or an empty text."""
        return self._title

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
        if getattr(self._scenario, field) == value:
            return
        label = by_id(self.content.fields)[field].label
        self._change(Scenario(**{**self._scenario.__dict__, field: value}), label)

    def reset(self) -> None:
        """Starts an empty case, as a step that can be undone."""
        if self._scenario != Scenario():
            self._change(Scenario(), self.tr("Reset"))

    def open(self, case: Case) -> None:
        """Takes over a case that was read from a file. What was there before cannot be undone back into it."""
        self.undo_stack.clear()
        self._title = case.title
        self.show_scenario(case.scenario)

    def show_scenario(self, scenario: Scenario) -> None:
        """Replaces all answers at once, and decides."""
        self._scenario = scenario
        self.scenario_changed.emit(scenario)
        self._decide()

    def clear_decision(self) -> None:
        """Takes the answer off the screen: what it rests on can no longer be trusted."""
        self._decision = self._report = None
        self.decision_failed.emit()

    def _change(self, scenario: Scenario, name: str) -> None:
        self.undo_stack.push(_Change(self, scenario, name))

    def _decide(self) -> None:
        try:
            self._decision = decide(self._scenario, self.content, self.today)
            self._report = report(self._scenario, self._decision, self.content)
        except Exception:
            self.clear_decision()
            raise  # the fault handler tells the user and writes the log
        self.decision_changed.emit(self._report)


class _Change(QUndoCommand):
    """One step from a scenario to another."""

    def __init__(self, state: CaseState, after: Scenario, name: str) -> None:
        super().__init__(name)
        self._state, self._before, self._after = state, state.scenario, after

    def undo(self) -> None:
        self._state.show_scenario(self._before)

    def redo(self) -> None:
        self._state.show_scenario(self._after)
