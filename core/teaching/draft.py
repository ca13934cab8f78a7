"""A teaching case while it is written: what a form holds of it, and the case once nothing is wrong with it."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from core.base.model import Limits, field_names
from core.case.case_file import SCHEMA, Case, CaseError, Teaching, parse_case
from core.case.scenario import Scenario
from core.content import Content, by_id
from core.engine.decide import decide
from core.engine.decision import Recommendation
from core.engine.what_if import Change, by_consequence, what_if
from core.teaching.cases import case_faults, same_answer

MOST_OPTIONS = 4


@dataclass(frozen=True)
class Draft:
    """A teaching case as far as it is written; the texts may be empty, too long, or name what there is not."""

    scenario: Scenario
    title: str = ""
    vignette: str = ""
    question: str = ""
    options: tuple[str, ...] = ()
    teaching_point: str = ""
    sources: tuple[str, ...] = ()
    difficulty: str = "basic"
    topics: tuple[str, ...] = ()


def most_letters(name: str) -> int:
    """How many characters a text of a draft may have."""
    kind = Teaching if name in field_names(Teaching) else Case
    annotation: Any = next(field.type for field in fields(kind) if field.name == name)
    (limits,) = (part.limits for part in annotation.__metadata__ if isinstance(part, Limits))
    most: int = limits["max_length"]
    return most


def first_draft(case: Case, content: Content, today: date) -> Draft:
    """What to start from: the lesson of the case, or without one the options and sources that the engine suggests.

    The options are the engine's answer and what single other answers would have led to, in the content's order.
    """
    if case.teaching is not None:
        return Draft(case.scenario, case.title, **vars(case.teaching))
    advice = decide(case.scenario, content, today).recommendation
    options = _suggested(advice, what_if(case.scenario, content, today), content)
    sources = tuple(dict.fromkeys(reference.source for reference in advice.references))
    return Draft(case.scenario, case.title, options=options, sources=sources)


def finish(draft: Draft, content: Content, sources: Collection[str], today: date) -> Case:
    """The case. Raise CaseError with every problem, each with its field, as for a file that holds the same."""
    lesson = {name: value for name, value in vars(draft).items() if name not in ("scenario", "title")}
    document = {"schema": SCHEMA, "title": draft.title, "scenario": vars(draft.scenario), "teaching": lesson}
    case = parse_case(json.dumps(document).encode())
    problems = list(case_faults(case, content, sources, today))
    if problems:
        raise CaseError(problems)
    return case


def _suggested(advice: Recommendation, changes: tuple[Change, ...], content: Content) -> tuple[str, ...]:
    chosen: list[str] = []
    for option in _answers(advice, changes):
        if len(chosen) < MOST_OPTIONS and not any(same_answer(option, other, content) for other in chosen):
            chosen.append(option)
    # In the content's order: the first option would be the right one every time.
    known = [*by_id(content.actions), *by_id(content.procedures)]
    return tuple(sorted(chosen, key=known.index))


def _answers(advice: Recommendation, changes: tuple[Change, ...]) -> Iterator[str]:
    yield advice.procedure or advice.action
    # Answers that contradict each other or are missing teach nothing about imaging.
    told = [change for change in by_consequence(changes) if change.status in ("in_scope", "out_of_scope")]
    yield from (change.procedure or change.action for change in told)
