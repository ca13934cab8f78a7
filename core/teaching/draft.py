"""Write a teaching case: the draft in the form, and the finished case once it has no faults."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from annotated_types import Len, MaxLen

from core.base.model import field_names
from core.case.case_file import SCHEMA, Case, CaseError, Teaching, parse_case
from core.case.scenario import Scenario
from core.content import Content, by_id
from core.content.citations import source_ids
from core.engine.decide import decide
from core.engine.decision import Change, Recommendation
from core.engine.what_if import by_consequence, what_if
from core.teaching.cases import case_faults, same_answer

MOST_OPTIONS = 4


@dataclass(frozen=True)
class Draft:
    """An unfinished teaching case. Its texts may be empty or too long, and its options and sources may not exist."""

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
    """Return the maximum number of characters in a text of a draft."""
    kind = Teaching if name in field_names(Teaching) else Case
    annotation: Any = next(field.type for field in fields(kind) if field.name == name)
    limit: Any
    (limit,) = (part for part in annotation.__metadata__ if isinstance(part, Len | MaxLen))
    most: int = limit.max_length
    return most


def first_draft(case: Case, content: Content, today: date) -> Draft:
    """Return the lesson of the case, or suggested options and sources if it has no lesson.

    The suggested options are the engine's answer and the answers after single changes, in the content's order.
    """
    if case.teaching is not None:
        return Draft(case.scenario, case.title, **vars(case.teaching))
    advice = decide(case.scenario, content, today).recommendation
    options = _suggested(advice, what_if(case.scenario, content, today), content)
    return Draft(case.scenario, case.title, options=options, sources=source_ids(advice.references))


def advice_on(scenario: Scenario, content: Content, today: date) -> str:
    """Return the headline of the engine's advice on these answers."""
    return decide(scenario, content, today).recommendation.headline


def finish(draft: Draft, content: Content, sources: Collection[str], today: date) -> Case:
    """Return the finished case.

    Raise CaseError with every problem, each with its field, as for the same case in a file.
    """
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
    # Sort in the content's order. Otherwise the first option would always be the right one.
    known = [*by_id(content.actions), *by_id(content.procedures)]
    return tuple(sorted(chosen, key=known.index))


def _answers(advice: Recommendation, changes: tuple[Change, ...]) -> Iterator[str]:
    yield advice.procedure or advice.action
    # Conflicting or incomplete answers teach nothing about imaging.
    told = [change for change in by_consequence(changes) if change.status in ("in_scope", "out_of_scope")]
    yield from (change.procedure or change.action for change in told)
