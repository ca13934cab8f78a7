"""The case behind the window: answers, undo, opening files and starting a new case."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import gui.state
from core.base.validation import checked
from core.case.case_file import SCHEMA, Case, Teaching, case_to_bytes
from core.case.scenario import Scenario
from core.content import Content
from core.engine.decide import decide
from core.engine.what_if import by_consequence, what_if
from core.report.report import make_report
from gui.state import CaseFile, CaseState, Snapshot
from tests.decision_space import random_scenarios
from tests.strategies import eligible

TEACHING = Teaching(
    vignette="A patient comes back.",
    question="What now?",
    options=("order_radiographs", "order_mri"),
    teaching_point="Films first.",
    sources=("S1",),
    difficulty="basic",
)


@pytest.fixture
def state(qapp: object, content: Content, today: date) -> CaseState:
    """Return a state as at launch, without a window."""
    return CaseState(content, today)


def test_it_starts_empty_and_decided(state: CaseState, content: Content, today: date) -> None:
    assert state.scenario == Scenario()
    assert state.title == ""
    assert state.snapshot.decision == decide(Scenario(), content, today)
    assert not state.undo_stack.canUndo()


def test_one_event_carries_the_case_and_its_answer(state: CaseState, content: Content, today: date) -> None:
    heard: list[Snapshot] = []
    state.case_changed.connect(heard.append)
    for scenario in random_scenarios(30, seed=5):
        wanted = checked(Scenario, scenario)
        state.show_scenario(wanted)
        decision = decide(wanted, content, today)
        changes = by_consequence(what_if(wanted, content, today))
        assert heard.pop() == Snapshot(wanted, decision, make_report(wanted, decision, content), changes)
        assert heard == []


def test_the_same_answer_again_is_no_step(state: CaseState, qtbot: QtBot) -> None:
    state.answer("purpose", "initial_staging")
    with qtbot.assertNotEmitted(state.case_changed):
        state.answer("purpose", "initial_staging")

    assert state.undo_stack.count() == 1


def test_no_answer_is_not_the_answer_none(state: CaseState) -> None:
    state.answer("symptoms", ())
    assert state.scenario.symptoms == ()
    assert state.undo_stack.count() == 1
    state.answer("symptoms", None)
    assert state.scenario.symptoms is None
    assert state.undo_stack.count() == 2


def test_an_unknown_answer_is_refused_and_changes_nothing(state: CaseState) -> None:
    with pytest.raises(ValueError, match="treated"):
        state.answer("treated", "perhaps")

    assert state.scenario == Scenario()
    assert not state.undo_stack.canUndo()


def test_a_reset_is_one_step_and_comes_back_whole(state: CaseState) -> None:
    state.open(Case(schema=SCHEMA, title="Femur", scenario=eligible(age_years=24), teaching=TEACHING))
    before = state.case
    state.reset()
    assert (state.scenario, state.title, state.case.teaching) == (Scenario(), "", None)
    state.undo_stack.undo()
    assert state.case == before
    state.undo_stack.redo()
    assert (state.scenario, state.title) == (Scenario(), "")


def test_a_reset_removes_the_title_of_an_empty_case(state: CaseState) -> None:
    state.open(Case(schema=SCHEMA, title="Femur", scenario=Scenario()))
    state.reset()

    assert state.title == ""


def test_a_reset_of_an_empty_case_is_no_step(state: CaseState) -> None:
    state.reset()

    assert not state.undo_stack.canUndo()


def test_an_opened_case_keeps_title_and_lesson_through_answers(state: CaseState) -> None:
    state.open(Case(schema=SCHEMA, title="Femur", scenario=eligible(), teaching=TEACHING))
    state.answer("radiograph_result", "stable")

    assert state.case == Case(
        schema=SCHEMA, title="Femur", scenario=eligible(radiograph_result="stable"), teaching=TEACHING
    )


def test_opening_is_one_step_and_the_steps_before_it_come_back(state: CaseState) -> None:
    state.answer("purpose", "initial_staging")
    state.open(Case(schema=SCHEMA, title="Femur", scenario=eligible()))
    assert state.undo_stack.undoText() == "Open Femur"
    state.undo_stack.undo()
    assert (state.scenario, state.title) == (Scenario(purpose="initial_staging"), "")
    state.undo_stack.undo()
    assert state.scenario == Scenario()
    state.undo_stack.setIndex(2)
    assert (state.scenario, state.title) == (eligible(), "Femur")


def test_a_step_is_named_by_its_answer(state: CaseState) -> None:
    state.answer("radiograph_result", "stable")
    assert state.undo_stack.undoText() == "Radiographs: Stable"
    state.answer("symptoms", ())
    assert state.undo_stack.undoText() == "Symptoms: None"
    state.reset()
    assert state.undo_stack.undoText() == "New case"


def test_a_name_from_a_file_is_one_short_line_without_alt_key(state: CaseState) -> None:
    state.open(Case(schema=SCHEMA, title="A & B\n" + "x" * 100, scenario=Scenario()))
    name = state.undo_stack.undoText()

    assert name.startswith("Open A && B x")
    assert len(name.replace("&&", "&")) == 60


# The file of the case


def file_of(name: str, **answers: object) -> CaseFile:
    """Return a file with a case, as if it had been read."""
    case = Case(schema=SCHEMA, title=name, scenario=eligible(**answers))
    return CaseFile(Path(f"/cases/{name}.case.json"), case_to_bytes(case), case)


def test_undo_goes_back_to_the_file_of_the_case_as_well(state: CaseState) -> None:
    first, second = file_of("first"), file_of("second", age_years=24)
    state.open(first.case, first)
    state.open(second.case, second)
    state.reset()
    found = []
    for _ in range(3):
        found.append((state.file, state.title))
        state.undo_stack.undo()

    assert found == [(None, ""), (second, "second"), (first, "first")]
    assert (state.file, state.scenario) == (None, Scenario())
    state.undo_stack.setIndex(2)
    assert (state.file, state.case) == (second, second.case)


def test_a_case_is_unsaved_while_it_differs_from_its_file(state: CaseState) -> None:
    state.answer("age_years", 24)
    assert not state.has_unsaved_changes, "it never was in a file"
    file = file_of("femur")
    state.open(file.case, file)
    assert not state.has_unsaved_changes
    state.answer("age_years", 24)
    assert state.has_unsaved_changes
    state.undo_stack.undo()
    assert not state.has_unsaved_changes


def test_a_save_stays_known_when_its_case_is_undone_and_redone(state: CaseState) -> None:
    file = file_of("femur")
    state.open(file.case, file)
    state.answer("age_years", 24)
    saved = CaseFile(file.path, case_to_bytes(state.case), state.case)
    state.belongs_to(saved)
    state.undo_stack.setIndex(0)
    assert state.file is None
    state.undo_stack.setIndex(2)
    assert state.file is saved
    assert not state.has_unsaved_changes
    state.undo_stack.undo()
    assert state.has_unsaved_changes, "the file holds the step that was undone"


def test_a_reset_of_an_empty_case_leaves_its_file(state: CaseState) -> None:
    empty = Case(schema=SCHEMA, title="", scenario=Scenario())
    file = CaseFile(Path("/cases/empty.case.json"), case_to_bytes(empty), empty)
    state.open(empty, file)
    state.reset()
    assert state.file is None
    state.undo_stack.undo()
    assert state.file is file


@pytest.mark.parametrize("part", ["decide", "make_report", "what_if"])
def test_a_fault_clears_the_answer_until_the_next_one(
    state: CaseState, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    state.show_scenario(eligible())
    with monkeypatch.context() as broken, qtbot.waitSignal(state.case_changed) as heard:
        broken.setattr(gui.state, part, failing())
        with pytest.raises(RuntimeError, match="broken on purpose"):
            state.answer("radiograph_result", "stable")
    assert heard.args == [Snapshot(eligible(radiograph_result="stable"))]
    assert state.snapshot == heard.args[0]

    state.answer("radiograph_result", "suspicious")
    assert state.snapshot.decision is not None
    assert state.snapshot.decision.recommendation.action == "order_mri"


def failing() -> Callable[..., None]:
    """Return a function that raises for any arguments."""

    def fail(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    return fail
