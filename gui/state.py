"""The case shown in the window, its file and its decision. Only this object calls the engine."""

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
from core.engine.decision import Change, Decision
from core.engine.what_if import by_consequence, what_if
from core.report.report import Report, answer_text, make_report, one_line

if TYPE_CHECKING:
    from core.schedule.local_protocol import LocalProtocol

_EMPTY = Case(schema="bonewatch.case/1", title="", scenario=Scenario())
# Longest step name, in characters, that a menu shows.
_LONGEST_NAME = 60
# Limit of undo steps: more than a user goes back, and a bound on the memory of a window left open for weeks.
_MOST_STEPS = 1_000


@dataclass(frozen=True)
class CaseFile:
    """The file of a case: its path, its content when last read or written, and the identity of the case."""

    path: Path
    data: bytes
    case: Case


@dataclass(frozen=True)
class Snapshot:
    """The answers of a case and what the engine says about them.

    If deciding failed, `decision` and `report` are None and `what_if` is empty. `what_if` holds the single changes that
    alter the advice, the most helpful first.
    """

    scenario: Scenario
    decision: Decision | None = None
    report: Report | None = None
    what_if: tuple[Change, ...] = ()


class CaseState(QObject):
    """Holds the case, decides after every change, and notifies the panels.

    `case_changed(object)` carries the new Snapshot for everything that shows the case. `case_replaced()` precedes the
    first answers of another case. `file_changed()` is emitted when the case moves to another file or is saved.
    `local_changed()` is emitted when the site's own protocol changes, which does not affect the decision.
    """

    case_replaced = Signal()
    case_changed = Signal(object)
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
        self._snapshot = Snapshot(self.scenario)
        self._decide()

    @property
    def scenario(self) -> Scenario:
        """The current answers."""
        return self._case.scenario

    @property
    def title(self) -> str:
        """The title of the opened case, or an empty text."""
        return self._case.title

    @property
    def name(self) -> str:
        """A one-line name for the case: its title, else its file name, else an empty text."""
        return one_line(self.title) or (self._file.path.name if self._file else "")

    @property
    def case(self) -> Case:
        """The case as it would be saved: the current answers with the title and lesson it was opened with."""
        return self._case

    @property
    def file(self) -> CaseFile | None:
        """The file that the case was opened from or saved to, or None."""
        return self._file

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether the case differs from its file. A case without a file has no unsaved changes."""
        return self._file is not None and self._case != self._file.case

    @property
    def snapshot(self) -> Snapshot:
        """The current answers and what the engine says about them."""
        return self._snapshot

    @property
    def local(self) -> "LocalProtocol | None":
        """The site's own protocol, shown next to the decision, or None."""
        return self._local

    def set_local(self, protocol: "LocalProtocol | None") -> None:
        """Use the site's own protocol. A new, untouched case restarts with the protocol's answers."""
        from core.schedule.local_protocol import with_answers

        untouched = self._file is None and self._case == self._new_case
        self._local, self._new_case = protocol, with_answers(_EMPTY, protocol)
        self.local_changed.emit()
        if untouched:
            self.show_case(self._new_case)

    def answer(self, field: str, value: Answer) -> None:
        """Set the answer to one field (None: not recorded) as an undoable step.

        Raises ValueError for an invalid answer.
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
        """Start a new case without a file, with only the site's own answers, as an undoable step."""
        self.case_replaced.emit()
        if self._case != self._new_case or self._file is not None:
            self.undo_stack.push(_ReplaceCommand(self, self._new_case, None, "New case"))

    def open(self, case: Case, file: CaseFile | None = None) -> None:
        """Switch to another case, with its file if it has one, as an undoable step."""
        name = case.title or (file.path.name if file else "")
        self.undo_stack.push(_ReplaceCommand(self, case, file, f"Open {one_line(name)}"))

    def belongs_to(self, file: CaseFile | None) -> CaseFile | None:
        """Set the file of the case and return the previous one."""
        before, self._file = self._file, file
        self.file_changed.emit()
        return before

    def show_scenario(self, scenario: Scenario) -> None:
        """Replace all answers at once and decide."""
        self.show_case(self._case.but(scenario=scenario))

    def show_case(self, case: Case) -> None:
        """Replace the case and decide."""
        self._case = case
        self._decide()

    def clear_decision(self) -> None:
        """Remove the answer from the screen because its basis can no longer be trusted."""
        self._show(Snapshot(self.scenario))

    def _decide(self) -> None:
        scenario = self.scenario
        try:
            decision = decide(scenario, self.content, self.today)
            report = make_report(scenario, decision, self.content)
            changes = by_consequence(what_if(scenario, self.content, self.today))
        except Exception:
            self.clear_decision()
            raise  # the fault handler informs the user and writes the log
        self._show(Snapshot(scenario, decision, report, changes))

    def _show(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.case_changed.emit(snapshot)


class _CaseCommand(QUndoCommand):
    """One undoable change of an answer. It stays with its file, even if the case has been saved elsewhere since."""

    def __init__(self, state: CaseState, after: Case, name: str) -> None:
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        super().__init__(short.replace("&", "&&"))  # a menu would read a single one as the mark of an Alt key
        self._state, self._before, self._after = state, state.case, after

    def undo(self) -> None:
        self._state.show_case(self._before)

    def redo(self) -> None:
        self._state.show_case(self._after)


class _ReplaceCommand(_CaseCommand):
    """One undoable switch to another case, which belongs to another file or to none."""

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
        # Swap the files so that a save made since then is remembered for undo and redo.
        self._state.case_replaced.emit()
        self._other_file = self._state.belongs_to(self._other_file)
