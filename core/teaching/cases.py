"""Teaching cases: a folder of case files that a room can vote on, and what of the content they teach.

The right answer stands in no file. It is the one option that the engine decides on, as an action or as its procedure.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from core.case.case_file import Case, CaseError, Difficulty, Teaching, read_case_file
from core.content import Content, by_id
from core.engine.decide import decide
from core.engine.decision import Decision
from core.reference.shelf import Shelf

ENDING = ".case.json"
"""What the name of a case file should end in. Any JSON file in a folder of cases is read as one."""
# The case that a course begins with.
_FIRST = "index"
# In a line of the coverage table; a step that every case takes would fill a screen.
_MOST_NAMED = 3


@dataclass(frozen=True)
class TeachingCase:
    """A case with its lesson, and the file that holds it."""

    path: Path
    case: Case
    teaching: Teaching

    @property
    def id(self) -> str:
        """The name of the file without the ending."""
        return self.path.name.removesuffix(".json").removesuffix(".case")


@dataclass(frozen=True)
class CaseFolder:
    """The teaching cases of a folder, in the order in which they are taught, and one line for each fault, file first."""

    cases: tuple[TeachingCase, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Taught:
    """Something that the content can say, and the ids of the cases in which it says it."""

    kind: str
    id: str
    cases: tuple[str, ...]

    def __str__(self) -> str:
        more = len(self.cases) - _MOST_NAMED
        named = ", ".join(self.cases[:_MOST_NAMED]) or "no case"
        return f"{self.kind} {self.id}: {named}{f' and {more} more' if more > 0 else ''}"


def load_cases(folder: Path, content: Content, sources: Collection[str], today: date) -> CaseFolder:
    """The teaching cases in the JSON files of a folder: the index case first, the others by difficulty and then by id.

    `sources` are the ids that a case may cite. A file with a fault is left out and named; the others load.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".json")
    except OSError as error:
        return CaseFolder((), (f"{folder}: cannot be read: {error.strerror}",))
    return read_cases(paths, content, sources, today)


def read_cases(paths: Iterable[Path], content: Content, sources: Collection[str], today: date) -> CaseFolder:
    """The teaching cases in these files, as `load_cases` gives those of a folder."""
    cases, faults = [], []
    for path in paths:
        try:
            case = read_case_file(path)
            problems = list(case_faults(case, content, sources, today))
        except CaseError as error:
            problems = error.problems
        if problems:
            faults += [f"{path.name}: {problem}" for problem in problems]
        elif case.teaching is not None:  # which is a fault above
            cases.append(TeachingCase(path, case, case.teaching))
    return CaseFolder(tuple(sorted(cases, key=_place)), tuple(faults))


def _place(case: TeachingCase) -> tuple[bool, int, str]:
    return case.id != _FIRST, get_args(Difficulty).index(case.teaching.difficulty), case.id


def listed_sources(content: Content, shelf: Shelf | None) -> frozenset[str]:
    """The ids of the sources that a case may cite."""
    return frozenset(source.id for source in (*content.sources, *(shelf.sources if shelf else ())))


def case_faults(case: Case, content: Content, sources: Collection[str], today: date) -> Iterator[str]:
    """What is wrong with a case as a teaching case, beside the form of its file: options and sources."""
    if case.teaching is None:
        yield "teaching: is missing; without a vignette and a question nothing can be asked"
        return
    options = case.teaching.options
    known = {*by_id(content.actions), *by_id(content.procedures)}
    unknown = [option for option in options if option not in known]
    for option in unknown:
        yield f"teaching.options: {option} is neither an action nor a procedure"
    for action, procedure in _same_answers(content):
        if action in options and procedure in options:
            yield f"teaching.options: {action} and {procedure} are one answer; keep one"
    if not unknown and not _right(case.teaching, decision := decide(case.scenario, content, today)):
        advice = decision.recommendation
        if advice.procedure is None:
            yield f"teaching.options: one must be {advice.action}"
        else:
            yield f"teaching.options: one must be {advice.action} or {advice.procedure}"
    for source in case.teaching.sources:
        if source not in sources:
            yield f"teaching.sources: {source} is not listed"


def same_answer(one: str, other: str, content: Content) -> bool:
    """Whether two options are one answer: the same, or an action and the procedure that it orders."""
    return one == other or {one, other} in map(set, _same_answers(content))


def _same_answers(content: Content) -> Iterator[tuple[str, str]]:
    """Actions with the procedures that they can order."""
    for node in content.nodes:
        for headline in node.headlines:
            if node.action and headline.procedure:
                yield node.action, headline.procedure


def _right(teaching: Teaching, decision: Decision) -> list[str]:
    advice = decision.recommendation
    return [option for option in teaching.options if option in (advice.action, advice.procedure)]


def right_option(case: TeachingCase, decision: Decision) -> str:
    """The option that is the engine's answer. Raise ValueError where that is not exactly one."""
    (right,) = _right(case.teaching, decision)
    return right


def option_label(option: str, content: Content) -> str:
    """An option in words: an action as it is called, a procedure by its short name."""
    action = by_id(content.actions).get(option)
    return action.label if action else by_id(content.procedures)[option].short


def coverage(cases: Sequence[TeachingCase], content: Content, today: date) -> tuple[Taught, ...]:
    """Everything that the content can say of a case, in its own order, with the cases that show it.

    What the content says of its own age is left out: no case can show it on every day.
    """
    shown = {case.id: set(_said(decide(case.case.scenario, content, today))) for case in cases}
    return tuple(
        Taught(kind, name, tuple(id_ for id_, said in shown.items() if (kind, name) in said))
        for kind, name in _sayable(content)
    )


def untaught(rows: Iterable[Taught]) -> list[str]:
    """One line for everything that no case shows."""
    return [f"cases: no case teaches {row.kind} {row.id}" for row in rows if not row.cases]


def _sayable(content: Content) -> Iterator[tuple[str, str]]:
    wanted = {redirect.variant for exclusion in content.exclusions for redirect in exclusion.redirects}
    yield from (("action", action.id) for action in content.actions)
    yield from (("exclusion", exclusion.id) for exclusion in content.exclusions)
    yield from (("redirect", variant.id) for variant in content.variants if variant.id in wanted)
    yield from (("conflict", conflict.id) for conflict in content.conflicts)
    yield from (("missing", requirement.field) for requirement in content.requirements)
    yield from (("step", edge.id) for edge in content.edges)
    yield from (("tumor board", reason.id) for reason in content.tumor_board)
    yield from (
        ("pitfall", f"{pitfall.id} {level.level}") for pitfall in content.pitfalls for level in pitfall.levels
    )  # fmt: skip
    yield from (("notice", notice.id) for notice in content.notices if notice.when)


def _said(decision: Decision) -> Iterator[tuple[str, str]]:
    yield "action", decision.recommendation.action
    yield from (("exclusion", name) for name in decision.exclusions)
    yield from (("redirect", name) for name in decision.redirects)
    yield from (("conflict", conflict.id) for conflict in decision.conflicts)
    yield from (("missing", name) for name in decision.missing)
    yield from (("step", name) for name in decision.edges)
    yield from (("tumor board", name) for name in decision.tumor_board)
    yield from (("pitfall", f"{pitfall.id} {pitfall.level}") for pitfall in decision.pitfalls)
    yield from (("notice", name) for name in decision.notices)
