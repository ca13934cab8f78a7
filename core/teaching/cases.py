"""Load teaching cases, a folder of case files that an audience can vote on, and list the content they cover.

The right answer is not stored in a file. It is the one option that the engine decides on, as an action or as its
procedure.
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

ENDING = ".case.json"
"""The usual ending of a case file. Every JSON file in a folder of cases is read as one."""
# The first case of a course.
_FIRST = "index"
# The limit for one line of the coverage table. A step that every case takes would fill a screen.
_MOST_NAMED = 3


@dataclass(frozen=True)
class TeachingCase:
    """A case with its lesson, and the file that holds it."""

    path: Path
    case: Case
    teaching: Teaching

    @property
    def id(self) -> str:
        """The file name without its ending."""
        return self.path.name.removesuffix(".json").removesuffix(".case")


@dataclass(frozen=True)
class CaseFolder:
    """The teaching cases of a folder in teaching order, and one line per fault, which starts with the file."""

    cases: tuple[TeachingCase, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Taught:
    """A statement of the content, and the ids of the cases that show it."""

    kind: str
    id: str
    cases: tuple[str, ...]

    def __str__(self) -> str:
        more = len(self.cases) - _MOST_NAMED
        named = ", ".join(self.cases[:_MOST_NAMED]) or "no case"
        return f"{self.kind} {self.id}: {named}{f' and {more} more' if more > 0 else ''}"


def load_cases(folder: Path, content: Content, sources: Collection[str], today: date) -> CaseFolder:
    """Return the teaching cases in the JSON files of a folder.

    The index case comes first, the others by difficulty and then by id. `sources` are the ids that a case may cite. A
    file with a fault is left out and reported. The others load.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".json")
    except OSError as error:
        return CaseFolder((), (f"{folder}: cannot be read: {error.strerror}",))
    return read_cases(paths, content, sources, today)


def read_cases(paths: Iterable[Path], content: Content, sources: Collection[str], today: date) -> CaseFolder:
    """Return the teaching cases in these files, in the same way as `load_cases`."""
    cases, faults = [], []
    for path in paths:
        try:
            case = read_case_file(path)
            problems = list(case_faults(case, content, sources, today))
        except CaseError as error:
            problems = error.problems
        if problems:
            faults += [f"{path.name}: {problem}" for problem in problems]
        elif case.teaching is not None:  # A missing lesson is reported as a fault above.
            cases.append(TeachingCase(path, case, case.teaching))
    return CaseFolder(tuple(sorted(cases, key=_place)), tuple(faults))


def _place(case: TeachingCase) -> tuple[bool, int, str]:
    return case.id != _FIRST, get_args(Difficulty).index(case.teaching.difficulty), case.id


def case_faults(case: Case, content: Content, sources: Collection[str], today: date) -> Iterator[str]:
    """Yield the faults in a case's options and sources. `read_case_file` has already checked the file's form."""
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
    """Return whether two options are the same answer: equal, or an action and the procedure that it orders."""
    return one == other or {one, other} in map(set, _same_answers(content))


def _same_answers(content: Content) -> Iterator[tuple[str, str]]:
    """Yield each action with each procedure that it can order."""
    for node in content.nodes:
        for headline in node.headlines:
            if node.action and headline.procedure:
                yield node.action, headline.procedure


def _right(teaching: Teaching, decision: Decision) -> list[str]:
    advice = decision.recommendation
    return [option for option in teaching.options if option in (advice.action, advice.procedure)]


def right_option(case: TeachingCase, decision: Decision) -> str:
    """Return the option that is the engine's answer. Raise ValueError unless exactly one is."""
    (right,) = _right(case.teaching, decision)
    return right


def option_label(option: str, content: Content) -> str:
    """Return an option in words: the label of an action, or the short name of a procedure."""
    action = by_id(content.actions).get(option)
    return action.label if action else by_id(content.procedures)[option].short


def coverage(cases: Sequence[TeachingCase], content: Content, today: date) -> tuple[Taught, ...]:
    """Return every statement that the content can make about a case, with the cases that show it.

    Notices on the age of the content are left out, because they depend on the date.
    """
    shown = {case.id: set(_said(decide(case.case.scenario, content, today))) for case in cases}
    return tuple(
        Taught(kind, name, tuple(id_ for id_, said in shown.items() if (kind, name) in said))
        for kind, name in _sayable(content)
    )


def untaught(rows: Iterable[Taught]) -> list[str]:
    """Return one line for every statement that no case shows."""
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
