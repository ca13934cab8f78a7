"""Vignettes: readable cases in a content pack, each with the expected decision.

A file of vignettes is TOML. `given` holds the answers that all its cases start from. Each `[[vignettes]]` has a
sentence as `name`, further answers as `scenario` ("not_recorded" removes an answer), and the expected results. Values
that a vignette does not mention are not checked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from core.base.duplicates import duplicates
from core.base.field_types import Id, Several, Text
from core.base.model import Model
from core.base.validation import ModelError, checked
from core.case.scenario import Scenario
from core.content import Basis, Conflict, Content, Exclusion, Level, Requirement, Status, by_id
from core.content.loading import ContentError, read_toml
from core.engine.decide import decide
from core.engine.decision import Decision
from core.engine.pathway import Pathway, PathwayError

FOLDER = "vignettes"
NO_PROCEDURE = "none"
_NOT_RECORDED = "not_recorded"


class Vignette(Model):
    """A case and the expected decision on it.

    Lists are complete and in order. `pitfalls` (their levels), `because` (the answers that set the levels) and
    `instead` only cover the ids that they name. `headline` is a part of the headline, and `says` has a part of each
    sentence of the rationale. `as_of` is the date of the decision, by default the date of the content's review.
    """

    name: Text
    scenario: Scenario
    as_of: date | None = None
    status: Status | None = None
    action: Id | None = None
    procedure: Id | None = None
    basis: Basis | None = None
    headline: Text | None = None
    says: Several[Text] | None = None
    exclusions: Several[Id] | None = None
    redirects: Several[Id] | None = None
    conflicts: Several[Id] | None = None
    missing: Several[Id] | None = None
    assumptions: Several[Id] | None = None
    tumor_board: Several[Id] | None = None
    notices: Several[Id] | None = None
    path: Several[Id] | None = None
    ruled_out: Several[Id] | None = None
    pitfalls: dict[Id, Level] = field(default_factory=dict)
    because: dict[Id, Several[Id]] = field(default_factory=dict)
    instead: dict[Id, Id] = field(default_factory=dict)

    def __post_init__(self) -> None:
        expected = {name: value for name, value in vars(self).items() if name not in ("name", "scenario", "as_of")}
        if all(value is None or value == {} for value in expected.values()):
            raise ValueError("expects nothing")


class _File(Model):
    given: dict[str, Any] = field(default_factory=dict)
    vignettes: Several[dict[str, Any]]


@dataclass(frozen=True)
class Vignettes:
    """The vignettes of a pack, by file."""

    files: dict[str, tuple[Vignette, ...]]

    @property
    def all(self) -> tuple[Vignette, ...]:
        """The vignettes of all files."""
        return tuple(vignette for vignettes in self.files.values() for vignette in vignettes)


def load_vignettes(folder: Path) -> Vignettes:
    """Return the vignettes in `folder`. Raise ContentError with every fault found."""
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise ContentError([f"{folder.name}: the pack carries no vignettes, so nothing shows that it decides rightly"])
    files: dict[str, tuple[Vignette, ...]] = {}
    faults: list[str] = []
    for path in paths:
        file = f"{folder.name}/{path.name}"
        try:
            files[file] = _vignettes_in(_validated(_File, read_toml(path)))
        except ContentError as error:
            faults += [f"{file}: {fault}" for fault in error.faults]
    faults += _named_twice(files)
    if faults:
        raise ContentError(faults)
    return Vignettes(files)


_Read = TypeVar("_Read", bound=Model)


def _validated(model: type[_Read], table: dict[str, Any], name: str = "") -> _Read:
    try:
        return checked(model, table)
    except ModelError as error:
        faults = []
        for item in error.faults:
            steps = [name, ".".join(map(str, item["loc"])), item["msg"]]
            faults.append(": ".join(step for step in steps if step))
        raise ContentError(faults) from None


def _vignettes_in(file: _File) -> tuple[Vignette, ...]:
    vignettes, faults = [], []
    for number, table in enumerate(file.vignettes, start=1):
        own = table.get("scenario", {})
        answers = {**file.given, **own} if isinstance(own, dict) else own
        if isinstance(answers, dict):
            answers = {field: None if answer == _NOT_RECORDED else answer for field, answer in answers.items()}
        try:
            name = str(table.get("name", f"vignette {number}"))
            vignettes.append(_validated(Vignette, {**table, "scenario": answers}, name))
        except ContentError as error:
            faults += error.faults
    if faults:
        raise ContentError(faults)
    return tuple(vignettes)


def _named_twice(files: dict[str, tuple[Vignette, ...]]) -> Iterator[str]:
    listed = [(vignette.name, file) for file, vignettes in files.items() for vignette in vignettes]
    for repeated in duplicates(name for name, _ in listed):
        for earlier, later in pairwise(file for name, file in listed if name == repeated):
            yield f"{later}: {repeated}: stands in {earlier} already"


# --- the actual decision compared with the expected one -------------------------------------------------------------


def decide_vignette(vignette: Vignette, content: Content) -> Decision:
    """Return the decision on the vignette's case. The pack may not be proven yet.

    Raise PathwayError, with a reason, if the pack does not decide the case.
    """
    try:
        return decide(vignette.scenario, content, vignette.as_of or content.topic.reviewed)
    except (StopIteration, RuntimeError) as error:
        # No condition in a first-match list holds. Inside a generator, StopIteration becomes a RuntimeError.
        raise PathwayError("a start, a level of a pitfall or an 'instead' is missing for this case") from error


def vignette_faults(content: Content, vignettes: Vignettes) -> Iterator[str]:
    """Yield one line per unexpected result, with file, vignette, id and reason."""
    for file, cases in vignettes.files.items():
        for vignette in cases:
            yield from (f"{file}: {vignette.name}: {fault}" for fault in _faults(vignette, content))


def _faults(vignette: Vignette, content: Content) -> Iterator[str]:
    try:
        decision = decide_vignette(vignette, content)
    except PathwayError as error:
        yield f"cannot be decided: {error}"
        yield from _faults_of_steps(vignette, content)
        return
    yield from _faults_of_lists(vignette, decision, content)
    yield from _faults_of_path(vignette, decision, content)
    yield from _faults_of_advice(vignette, decision, content)
    yield from _faults_beside_the_path(vignette, decision, content)


def ruled_out(scenario: Scenario, content: Content) -> tuple[str, ...]:
    """Return the procedures that the answers rule out."""
    return tuple(p.id for p in content.procedures if p.ruled_out_when and p.ruled_out_when.holds(scenario))


def _faults_of_lists(vignette: Vignette, decision: Decision, content: Content) -> Iterator[str]:
    # The expected value, the table of the ids in it, and the actual value.
    lists: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("exclusions", "exclusions", decision.exclusions),
        ("redirects", "variants", decision.redirects),
        ("conflicts", "conflicts", (conflict.id for conflict in decision.conflicts)),
        ("missing", "requirements", decision.missing),
        ("assumptions", "assumptions", (assumption.field for assumption in decision.assumptions)),
        ("tumor_board", "tumor_board", decision.tumor_board),
        ("notices", "notices", decision.notices),
        ("ruled_out", "procedures", ruled_out(vignette.scenario, content)),
    )
    for name, table, ids in lists:
        expected, found = getattr(vignette, name), tuple(ids)
        if expected is None or expected == found:
            continue
        place = f"{name}, from {content.files[table]}"
        if name == "redirects":
            place = (
                f"redirects of {', '.join(decision.exclusions) or 'no exclusion'}, from {content.files['exclusions']}"
            )
        yield from (f"{place}: {id_} is missing" for id_ in expected if id_ not in found)
        yield from (f"{place}: {id_} is there as well" for id_ in found if id_ not in expected)
        if set(expected) == set(found):
            yield f"{place}: the order is {', '.join(found)}"


def _faults_of_path(vignette: Vignette, decision: Decision, content: Content) -> Iterator[str]:
    expected, found = vignette.path, decision.path
    if expected is None or expected == found:
        return
    if not found:
        causes = (*decision.exclusions, *(conflict.id for conflict in decision.conflicts), *decision.missing)
        yield f"path: there is none, the case is {decision.status}: {', '.join(causes)}"
        return
    common = 0
    while expected[common : common + 1] == found[common : common + 1] != ():
        common += 1
    taken = f"edge {decision.edges[common - 1]} to {found[common]}" if 0 < common < len(found) else "nothing"
    wanted = expected[common] if common < len(expected) else "nothing"
    yield f"path: after {found[common - 1] if common else 'nothing'} comes {taken} instead of {wanted}"
    yield from _faults_of_steps(vignette, content)


def _faults_of_steps(vignette: Vignette, content: Content) -> Iterator[str]:
    """Yield the steps of the expected path without a matching edge, and an edge that leads on from its end."""
    if not any(node.kind == "start" for node in content.nodes):
        return
    path, resolved = vignette.path or (), Pathway(content).resolve(vignette.scenario)
    for source, target in pairwise(path):
        edges = [edge for edge in content.edges if (edge.source, edge.target) == (source, target)]
        if not any(edge.when.holds(resolved) for edge in edges):
            names = ", ".join(edge.id for edge in edges) or "none"
            yield f"path: no edge from {source} to {target} holds (there are: {names})"
    for edge in content.edges:
        if path[-1:] == (edge.source,) and edge.when.holds(resolved):
            yield f"path: edge {edge.id} leads on from {edge.source}"


def _faults_of_advice(vignette: Vignette, decision: Decision, content: Content) -> Iterator[str]:
    advice = decision.recommendation
    place = f"nodes.{decision.path[-1]}" if decision.path else f"status_texts.{decision.status}"
    found = {
        "status": decision.status,
        "action": advice.action,
        "procedure": advice.procedure or NO_PROCEDURE,
        "basis": advice.basis,
    }
    for name, value in found.items():
        expected = getattr(vignette, name)
        if expected is not None and value != expected:
            yield f"{place}: {name} is {value} instead of {expected}"
    if vignette.headline is not None and vignette.headline not in advice.headline:
        yield f"{place}: the headline is '{advice.headline}' instead of '{vignette.headline}'"
    if vignette.says is None:
        return
    unmatched = sentences(decision, content)
    for words in vignette.says:
        sentence = next((sentence for sentence in unmatched if words in sentence), None)
        if sentence is None:
            yield f"{place}: says nothing of '{words}'"
        else:
            unmatched.remove(sentence)
    yield from (f"{place}: says '{sentence}' as well" for sentence in unmatched)


def sentences(decision: Decision, content: Content) -> list[str]:
    """Return the sentences of the content that make up the rationale."""
    if decision.path:
        known = [reason.text for reason in by_id(content.nodes)[decision.path[-1]].reasons]
    else:
        causes: list[Exclusion | Conflict | Requirement] = [
            *content.exclusions,
            *content.conflicts,
            *content.requirements,
        ]
        known = [cause.message for cause in causes]
    return [text for text in known if text in decision.recommendation.rationale]


def _faults_beside_the_path(vignette: Vignette, decision: Decision, content: Content) -> Iterator[str]:
    found = {pitfall.id: pitfall for pitfall in decision.pitfalls}
    for id_ in {**vignette.pitfalls, **vignette.because}:
        place = f"{content.files['pitfalls']}: pitfalls.{id_}"
        if id_ not in found:
            yield f"{place} is not there"
            continue
        level, because = vignette.pitfalls.get(id_), vignette.because.get(id_)
        if level is not None and level != found[id_].level:
            yield f"{place} is {found[id_].level} instead of {level}"
        if because is not None and because != found[id_].because:
            yield f"{place} is so because of {', '.join(found[id_].because)} instead of {', '.join(because)}"
    offered = {row.procedure: row.instead for row in decision.ratings}
    lists = {rating.procedure: rating.instead for rating in content.decided_variant.ratings}
    for row, procedure in vignette.instead.items():
        if offered.get(row) != procedure:
            place = f"{content.files['instead']}: instead.{lists.get(row)}"
            yield f"{place}: offers {offered.get(row) or 'nothing'} instead of {row}, where {procedure} is expected"
