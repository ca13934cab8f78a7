"""The proof of the proof: whatever is changed in the content pack, `verify` reports it with file, id and reason.

A mutant is the packaged content with one thing changed: a condition, a category, a role, a source, a step. Mutants are
made from the tables as they are read from the files, so that the loader has its part in finding them.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

import pytest

from core.base.resources import resource_path
from core.case.condition import fields_of
from core.case.scenario import field_specs
from core.content import Basis, Category, Content, Level, Node, Provenance, Role
from core.content import loading as content_module
from core.content.loading import ContentError, load_content, read_tables
from core.engine.scope import scope_conditions
from core.proof import pathway_check
from core.proof.case_space import CaseSpace, space_in_scope
from core.proof.pathway_check import after_assumptions, check_pathway
from core.proof.verify import unanswerable, unused_sources
from core.proof.vignette_coverage import answers_tried
from core.proof.vignettes import FOLDER, Vignettes, load_vignettes, vignette_faults
from tests.truth_table import rating_faults

Tables = Any
Step = str | int
Path = tuple[Step, ...]
GONE = object()

CONDITIONS = ("when", "reached_when", "stops_when", "ruled_out_when")
# How a thing is drawn and called, what it rests on, and which sentences a list of them holds: no proof can tell good
# from better.
PROSE = (
    *("key", "core", "row", "lane", "not_for"),
    *("name", "title", "label", "visible", "short", "brief"),
    *("sources", "locators", "acr_topic", "cited", "year", "reviewed", "stale_after_months"),
)
# What a part goes by, the first that it has.
KEYS = ("id", "field", "procedure", "variant", "status", "level")
WORDS = {
    "category": get_args(Category),
    "role": get_args(Role),
    "basis": get_args(Basis),
    "level": get_args(Level),
    "kind": get_args(Node.__annotations__["kind"]),
}


@dataclass(frozen=True)
class Mutant:
    """The tables with one thing changed, what that is, and the ids of the thing, outermost first."""

    change: str
    tables: Tables
    ids: tuple[str, ...]


def walk(tables: Tables, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every table, list and value in the tables, with the way to it."""
    inner = tables.items() if isinstance(tables, dict) else enumerate(tables) if isinstance(tables, list) else ()
    for step, value in inner:
        yield (*path, step), value
        if step not in CONDITIONS:
            yield from walk(value, (*path, step))


def changed(tables: Tables, path: Path, value: Any) -> Tables:
    """The tables with another value at the end of the path, or without it; what is not on the way is shared."""
    step, rest = path[0], path[1:]
    new = value if not rest else changed(tables[step], rest, value)
    if isinstance(tables, list):
        kept = [] if new is GONE else [new]
        return [*tables[:step], *kept, *tables[step + 1 :]]  # type: ignore[operator, misc]
    return {key: new if key == step else old for key, old in tables.items() if key != step or new is not GONE}


def at(tables: Tables, path: Path) -> Any:
    for step in path:
        tables = tables[step]
    return tables


def ids_along(tables: Tables, path: Path) -> tuple[str, ...]:
    """What the parts on a path go by, outermost first; the table's own name where it is no list of parts."""
    ids = [] if isinstance(tables[path[0]], list) else [str(path[0])]
    for end in range(2, len(path) + 1):
        part, step = at(tables, path[:end]), path[end - 1]
        if isinstance(part, dict):
            ids += [part[name] for name in KEYS if name in part][:1]
        if path[0] == "groups" and isinstance(part, dict):
            ids += part["fields"]
        if path[0] == "edges" and end == 2:
            ids += [part["source"], part["target"]]
        if path[end - 2] == "instead":
            ids.append(str(step))
    return tuple(ids)


# --- what can be changed ---------------------------------------------------------------------------------------------


def mutants(tables: Tables) -> Iterator[Mutant]:
    """Every change of one thing."""
    for path, value in walk(tables):
        ids = ids_along(tables, path)
        for change, where, new in changes(tables, path, value):
            # A part that has lost its id, or has another one, goes by its table or by that.
            renamed = (str(path[0]) if new is GONE else str(new),) if path[-1] in KEYS else ()
            name = ".".join(str(step) for step in path)
            yield Mutant(f"{name} ({', '.join(ids)}): {change}", changed(tables, where, new), (*ids, *renamed))


def changes(tables: Tables, path: Path, value: Any) -> Iterator[tuple[str, Path, Any]]:
    """List what can change in one table, list or value: a description, the place, and the new value."""
    name = path[-1]
    if path[0] == "cited" or set(PROSE) & set(path[1:]):
        return
    if name == "basis":
        return  # it is shown and decides nothing; that of the edges is in the truth table
    if len(path) > 1:
        yield "removed", path, GONE
    if name in CONDITIONS:
        for change, condition in guards_like(value):
            yield f"{name} {change}", path, condition
    elif name in WORDS:
        for other in WORDS[str(name)]:
            if other != value:
                yield f"{name} is {other}", path, other
    elif name == "provenance":
        for other in get_args(Provenance):
            if other not in value:
                yield f"also stated by {other}", path, [*value, other]
    else:
        yield from other_ids(tables, path, value)


def other_ids(tables: Tables, path: Path, value: Any) -> Iterator[tuple[str, Path, Any]]:
    """Another id of the same kind, another number, another day."""
    table, name = path[0], path[-1]

    def ids(of: str) -> list[str]:
        return [part["id"] for part in tables[of]]

    others: list[Any] = []
    if name == "action":
        others = ids("actions")
    elif name == "procedure":
        others = ids("procedures")
    elif table == "edges" and name in ("source", "target"):
        others = ids("nodes")
    elif name == "instead" and table == "variants":
        others = list(tables["instead"])
    elif name == "variant":
        others = ids("variants")
    elif name == "field":
        others = list(field_specs())
    elif table == "assumptions" and name == "value":
        others = list(field_specs()[at(tables, path[:-1])["field"]].choices or (True, False))
    elif name == "urgency":
        others = [n for n in range(-1, 5) if order_of_urgency(tables, path, n) != order_of_urgency(tables, path, value)]
    for other in others:
        if other != value:
            yield f"{name} is {other} instead of {value}", path, other


def order_of_urgency(tables: Tables, path: Path, urgency: int) -> list[str]:
    """The exclusions by their urgency if one of them had another one."""
    exclusions = changed(tables, path, urgency)["exclusions"]
    return [exclusion["id"] for exclusion in sorted(exclusions, key=lambda exclusion: -exclusion["urgency"])]


def guards_like(condition: Any) -> Iterator[tuple[str, Any]]:
    """The condition without an alternative, a field or a value, and with a value more."""
    alternatives = condition if isinstance(condition, list) else [condition]
    for place, alternative in enumerate(alternatives):
        if len(alternatives) > 1:
            yield f"loses alternative {place + 1}", alternatives[:place] + alternatives[place + 1 :]
        for field, values in alternative.items():

            def with_(table: dict[str, Any], place: int = place) -> list[Any]:
                return [*alternatives[:place], table, *alternatives[place + 1 :]]

            nth = f"in alternative {place + 1} " if len(alternatives) > 1 else ""
            yield f"{nth}asks no more for {field}", with_({f: v for f, v in alternative.items() if f != field})
            for value in values:
                fewer = [other for other in values if other != value]
                yield f"{nth}takes no more {field} = {value}", with_({**alternative, field: fewer})
            for value in legal_values(field, values):
                yield f"{nth}also takes {field} = {value}", with_({**alternative, field: [*values, value]})
            for value in other_bounds(values):
                yield f"{nth}takes {field} = {value}", with_({**alternative, field: [value]})


def legal_values(field: str, values: list[Any]) -> list[Any]:
    spec = field_specs()[field]
    own = {"yes_no": [True, False], "several": ["any", "empty", *spec.choices]}.get(spec.kind, [*spec.choices])
    return [value for value in [*own, "recorded", "not_recorded"] if not any(value is v or value == v for v in values)]


def other_bounds(values: list[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, dict):
            ((kind, bound),) = value.items()
            yield from ({kind: bound - 1}, {kind: bound + 1})
            yield {"at_least" if kind == "below" else "below": bound}


# Mutants that decide and say the same as the packaged content in every case, and why.
EQUIVALENT = {
    "nodes.4.reasons.5.when (mri): when asks no more for mars_available": (
        "Where metal spoils MRI the walk comes to it with artifact reduction only."
    ),
}


# --- what finds them -------------------------------------------------------------------------------------------------

Faults = Callable[[Mutant], Iterator[str]]


@cache
def packaged() -> tuple[Tables, dict[str, str], Vignettes]:
    tables, origin = read_tables(resource_path("content"))
    return tables, origin, load_vignettes(resource_path("content") / FOLDER)


@cache
def all_mutants() -> tuple[Mutant, ...]:
    return tuple(mutants(packaged()[0]))


@pytest.fixture
def faults_of(monkeypatch: pytest.MonkeyPatch) -> Faults:
    """Gives a function that yields what `verify` finds wrong with a mutant short of the enumeration, cheap checks first."""
    _, origin, proof = packaged()
    count = iter(range(10**9))
    monkeypatch.setattr(pathway_check, "space_in_scope", once_for_all(space_in_scope))
    monkeypatch.setattr(pathway_check, "after_assumptions", once_for_all(after_assumptions))

    def faults(mutant: Mutant) -> Iterator[str]:
        # The loader itself, with the tables of the mutant in place of what it would read from files.
        monkeypatch.setattr(content_module, "read_tables", lambda _: (mutant.tables, origin))
        monkeypatch.setattr(content_module, "content_hash", lambda _: f"mutant {next(count)}")
        try:
            content = load_content(resource_path("content"))
        except ContentError as error:
            yield from error.faults
            return
        yield from rating_faults(content)
        yield from unused_sources(content, None)
        yield from unanswerable(content)
        undecided = list(vignette_faults(content, proof))
        yield from undecided or answers_tried(content, proof.all)[1]
        yield from check_pathway(content)

    return faults


def once_for_all(work_out: Callable[[Any, Content], CaseSpace]) -> Callable[[Any, Content], CaseSpace]:
    """The cases of a space, kept for the next mutant that has the same: they depend on the scope and the assumptions."""
    kept: dict[Any, CaseSpace] = {}

    def space_of(conditions: Any, content: Content) -> CaseSpace:
        fields = conditions.fields if isinstance(conditions, CaseSpace) else fields_of(*(conditions := [*conditions]))
        if any(field_specs()[field].kind == "number" for field in fields):
            return work_out(conditions, content)  # which cases there are is a matter of the bounds
        key = (frozenset(fields), repr(scope_conditions(content)), repr(content.assumptions))
        if key not in kept:
            kept[key] = work_out(conditions, content)
        return kept[key]

    return space_of


def names_it(fault: str, mutant: Mutant) -> bool:
    """Whether a fault names the file and the part that was changed, or a vignette that no longer holds."""
    file, _, rest = fault.partition(": ")
    return file.startswith(f"{FOLDER}/") or (
        file.endswith(".toml") and any(re.search(rf"\b{re.escape(id_)}\b", rest) for id_ in mutant.ids)
    )


# --- the mutation run ------------------------------------------------------------------------------------------------


def survivors(tried: list[Mutant] | tuple[Mutant, ...], faults_of: Faults) -> list[str]:
    alive = [mutant.change for mutant in tried if not any(names_it(fault, mutant) for fault in faults_of(mutant))]
    return [change for change in alive if change not in EQUIVALENT]


def test_unchanged_content_has_no_fault(faults_of: Faults) -> None:
    assert list(faults_of(Mutant("nothing", packaged()[0], ()))) == []


def test_no_two_mutants_are_the_same(faults_of: Faults) -> None:
    names = [mutant.change for mutant in all_mutants()]
    assert len(names) == len(set(names)) > 5_000
    assert EQUIVALENT.keys() <= set(names)
    assert not [mutant.change for mutant in all_mutants() if mutant.tables == packaged()[0]]


@pytest.mark.slow
def test_no_mutant_of_a_sample_survives(faults_of: Faults, capsys: pytest.CaptureFixture[str]) -> None:
    sample = random.Random(1).sample(all_mutants(), 250)
    alive = survivors(sample, faults_of)
    with capsys.disabled():
        print(f"\n{len(sample)} mutants, {len(sample) - len(alive)} killed")
    assert alive == []


@pytest.mark.slow
@pytest.mark.parametrize("table", list(packaged()[0]))
def test_no_mutant_survives(table: str, faults_of: Faults, capsys: pytest.CaptureFixture[str]) -> None:
    of_table = [mutant for mutant in all_mutants() if re.split(r"[. ]", mutant.change)[0] == table]
    alive = survivors(of_table, faults_of)
    with capsys.disabled():
        print(f"\n{table}: {len(of_table)} mutants, {len(of_table) - len(alive)} killed")
    assert alive == []
