"""Undo restores the previous state byte for byte, after random steps of every kind on a case with a file."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from core.base.validation import checked
from core.case.case_file import SCHEMA, Case, case_to_bytes
from core.case.scenario import FieldSpec, Scenario, field_specs
from core.content import Content
from core.engine.what_if import what_if
from gui.state import CaseFile, CaseState
from tests.decision_space import random_scenarios

STEPS = 100


def a_case(chance: random.Random) -> CaseFile:
    """Return a file with a random case, as if it had been read."""
    (answers,) = random_scenarios(1, seed=chance.randrange(10**9))
    case = Case(schema=SCHEMA, title=f"Case {chance.random()}", scenario=checked(Scenario, answers))
    return CaseFile(Path(f"/cases/{chance.random()}.case.json"), case_to_bytes(case), case)


def an_answer(spec: FieldSpec, chance: random.Random) -> object:
    """Return a random answer to a field, or sometimes none."""
    if chance.random() < 0.15:
        return None
    if spec.kind == "yes_no":
        return chance.random() < 0.5
    if spec.kind == "choice":
        return chance.choice(spec.choices)
    if spec.kind == "several":
        return tuple(chance.sample(spec.choices, chance.randint(0, len(spec.choices))))
    limit = int(spec.maximum or 0)
    return chance.choice((chance.randint(0, limit), chance.randint(0, 2 * limit) / 2))


def take_a_step(state: CaseState, chance: random.Random) -> None:
    """Do one random step: usually an answer, or else an applied what-if, an opened file, a case without a file, a reset."""
    kind = chance.choices(("answer", "what-if", "open", "untitled", "reset"), (90, 4, 2, 2, 2))[0]
    if kind == "open":
        file = a_case(chance)
        state.open(file.case, file)
    elif kind == "untitled":
        state.open(a_case(chance).case)
    elif kind == "reset":
        state.reset()
    elif kind == "what-if" and (changes := what_if(state.scenario, state.content, state.today)):
        change = chance.choice(changes)
        state.answer(change.field, change.value)
    else:
        spec = chance.choice(tuple(field_specs().values()))
        state.answer(spec.id, an_answer(spec, chance))  # type: ignore[arg-type]


def go_there_and_back(state: CaseState, seed: int) -> int:
    """Do a hundred steps from a case in a file, and undo them. Return the number of answers that were decided."""
    chance = random.Random(seed)
    start = a_case(chance)
    state.open(start.case, start)
    first, decision = state.undo_stack.index(), state.snapshot.decision
    while state.undo_stack.index() < first + STEPS:
        take_a_step(state, chance)
    end, end_file = case_to_bytes(state.case), state.file
    names = [state.undo_stack.text(index) for index in range(first, first + STEPS)]
    for _ in range(STEPS):
        state.undo_stack.undo()

    assert case_to_bytes(state.case) == start.data, seed
    assert (state.file, state.has_unsaved_changes, state.snapshot.decision) == (start, False, decision), seed
    assert all(names), seed
    state.undo_stack.setIndex(first + STEPS)
    assert (case_to_bytes(state.case), state.file) == (end, end_file), seed
    return 3 * STEPS


@pytest.mark.parametrize("seeds", [range(40), pytest.param(range(1000, 2000), marks=pytest.mark.slow)], ids=len)
def test_a_hundred_steps_and_undos_give_the_same_case_file(
    qapp: object, content: Content, today: date, seeds: range, record_property: Callable[[str, object], None]
) -> None:
    steps = 0
    for seed in seeds:
        state = CaseState(content, today)
        steps += go_there_and_back(state, seed)
        state.deleteLater()
    record_property("steps", steps)
    print(f"{len(seeds)} sequences of {STEPS} steps and {STEPS} undos: every case file identical to the byte")


def test_a_save_in_the_middle_is_known_on_the_way_back_and_there(qapp: object, content: Content, today: date) -> None:
    for seed in range(20):
        chance = random.Random(seed)
        state = CaseState(content, today)
        start = a_case(chance)
        state.open(start.case, start)
        chosen = tuple(field_specs().values())
        while state.undo_stack.index() < STEPS // 2:
            spec = chance.choice(chosen)
            state.answer(spec.id, an_answer(spec, chance))  # type: ignore[arg-type]
        state.belongs_to(CaseFile(start.path, case_to_bytes(state.case), state.case))
        saved_at = state.undo_stack.index()
        for index in (0, STEPS // 4, saved_at):
            state.undo_stack.setIndex(index)
            unsaved = state.file is not None and case_to_bytes(state.case) != state.file.data
            assert state.has_unsaved_changes == unsaved, (seed, index)
        assert not state.has_unsaved_changes
        state.deleteLater()


def test_undo_steps_do_not_fill_the_memory(content: Content, today: date) -> None:
    state = CaseState(content, today)
    for number in range(1_200):
        state.answer("age_years", number % 2)
    assert state.undo_stack.count() == 1_000
    state.undo_stack.setIndex(0)
    assert state.scenario.age_years == 1, "what came before is kept as it was then"
