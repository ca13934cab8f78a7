"""The case that the window is about, the file it belongs to, and the decision on it. The only object that asks the engine."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.case.case_file import Case
from core.case.scenario import Answer, Scenario, field_specs
from core.content import Content, by_id
from core.engine.decide import decide
from core.engine.decision import Decision
from core.report.report import Report, answer_text, make_report, one_line

if TYPE_CHECKING:
    from core.schedule.local_protocol import LocalProtocol

_EMPTY = Case(schema="bonewatch.case/1", title="", scenario=Scenario())
# Characters of a step's name that a menu has room for.
_LONGEST_NAME = 60
# Steps that can be undone: more than anybody goes back, and what a window holds that stays open for weeks.
_MOST_STEPS = 1_000


@dataclass(frozen=True)
class CaseFile:
    """The file that a case belongs to: what it held when it was last read or written, and which case that was."""

    path: Path
    data: bytes
    case: Case


class CaseState(QObject):
    """Holds the scenario, decides at every change, and tells the panels.

    `scenario_changed(object)` carries the new Scenario, for the form; `decision_changed(object)` the new Report, for
    everything that shows the answer; `decision_failed()` says that no answer can be shown. `case_replaced()` comes
    before the first answers of another case; `file_changed()` where the case belongs to another file, or was saved;
    `local_changed()` where the site's own protocol is another, which decides nothing.
    """

    case_replaced = Signal()
    scenario_changed = Signal(object)
    decision_changed = Signal(object)
    decision_failed = Signal()
    file_changed = Signal()
    local_changed = Signal()

    def __init__(self, content: Content, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.today = today
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(_MOST_STEPS)
        self._local: LocalProtocol | None = None
        self._case = self._new_case = _EMPTY
        self._file: CaseFile | None = None
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
    def name(self) -> str:
        """What to call the case on one line: its title, else its file's name, else an empty text."""
        return one_line(self.title) or (self._file.path.name if self._file else "")

    @property
    def case(self) -> Case:
        """The case as a file holds it: the answers as they stand, with the title and lesson that it was opened with."""
        return self._case

    @property
    def file(self) -> CaseFile | None:
        """The file that the case came from or was saved to, or None."""
        return self._file

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether the case is another than its file holds. One that has no file is nobody's copy of anything."""
        return self._file is not None and self._case != self._file.case

    @property
    def decision(self) -> Decision | None:
        """The decision on the answers, or None where deciding failed."""
        return self._decision

    @property
    def report(self) -> Report | None:
        """The decision in words, or None where deciding failed."""
        return self._report

    @property
    def local(self) -> "LocalProtocol | None":
        """What the site shows beside the decision, or None."""
        return self._local

    def set_local(self, protocol: "LocalProtocol | None") -> None:
        """Takes over the site's own protocol. A case that is new and untouched starts anew with its answers."""
        from core.schedule.local_protocol import with_answers

        untouched = self._file is None and self._case == self._new_case
        self._local, self._new_case = protocol, with_answers(_EMPTY, protocol)
        self.local_changed.emit()
        if untouched:
            self.show_case(self._new_case)

    def answer(self, field: str, value: Answer) -> None:
        """Takes an answer to one field (None: not recorded), as a step that can be undone.

        Raises ValueError for what is no answer to it.
        """
        if not field_specs()[field].takes(value):
            raise ValueError(f"{field}: {value!r} is not an answer to it")
        if getattr(self.scenario, field) == value:
            return
        scenario = self.scenario.but(**{field: value})
        label = by_id(self.content.fields)[field].label
        name = f"{label}: {answer_text(field, getattr(scenario, field), self.content, short=True)}"
        self.undo_stack.push(_CaseCommand(self, self._case.but(scenario=scenario), name))

    def reset(self) -> None:
        """Starts a new case without a file, empty but for the site's own answers, as a step that can be undone."""
        self.case_replaced.emit()
        if self._case != self._new_case or self._file is not None:
            self.undo_stack.push(_ReplaceCommand(self, self._new_case, None, "New case"))

    def open(self, case: Case, file: CaseFile | None = None) -> None:
        """Takes over another case, with its file where it has one, as a step that can be undone."""
        name = case.title or (file.path.name if file else "")
        self.undo_stack.push(_ReplaceCommand(self, case, file, f"Open {one_line(name)}"))

    def belongs_to(self, file: CaseFile | None) -> CaseFile | None:
        """Says which file holds the case from now on; returns the one before."""
        before, self._file = self._file, file
        self.file_changed.emit()
        return before

    def show_scenario(self, scenario: Scenario) -> None:
        """Replaces all answers at once, and decides."""
        self.show_case(self._case.but(scenario=scenario))

    def show_case(self, case: Case) -> None:
        """Replaces the case, and decides."""
        self._case = case
        self.scenario_changed.emit(case.scenario)
        self._decide()

    def clear_decision(self) -> None:
        """Takes the answer off the screen: what it rests on can no longer be trusted."""
        self._decision = self._report = None
        self.decision_failed.emit()

    def _decide(self) -> None:
        try:
            self._decision = decide(self.scenario, self.content, self.today)
            self._report = make_report(self.scenario, self._decision, self.content)
        except Exception:
            self.clear_decision()
            raise  # the fault handler tells the user and writes the log
        self.decision_changed.emit(self._report)


class _CaseCommand(QUndoCommand):
    """One step from a case to what an answer makes of it. It stays with its file, wherever that has got to by then."""

    def __init__(self, state: CaseState, after: Case, name: str) -> None:
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        super().__init__(short.replace("&", "&&"))  # a menu takes a single one for the mark of an Alt key
        self._state, self._before, self._after = state, state.case, after

    def undo(self) -> None:
        self._state.show_case(self._before)

    def redo(self) -> None:
        self._state.show_case(self._after)


class _ReplaceCommand(_CaseCommand):
    """One step from a case to another one, which belongs to another file or to none."""

    def __init__(self, state: CaseState, after: Case, file: CaseFile | None, name: str) -> None:
        super().__init__(state, after, name)
        self._other_file = file

    def undo(self) -> None:
        self._swap_files()
        super().undo()

    def redo(self) -> None:
        self._swap_files()
        super().redo()

    def _swap_files(self) -> None:
        # Swapped, not set: what was saved since then is remembered for the way back.
        self._state.case_replaced.emit()
        self._other_file = self._state.belongs_to(self._other_file)
