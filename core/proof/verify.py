"""Prove a whole content pack: its references, its vignettes, and its logic over every case."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from math import prod
from pathlib import Path

from core.case.scenario import Answer, Scenario, field_specs
from core.content import Content, Reference, by_id, walk_parts
from core.content.citations import all_sources
from core.content.loading import ContentError
from core.engine.decide import decide
from core.engine.decision import Decision
from core.proof.case_space import whole_space
from core.proof.pathway_check import check_pathway
from core.proof.vignette_coverage import answers_tried
from core.proof.vignettes import load_vignettes, vignette_faults
from core.reference.shelf import Shelf
from core.reference.source_index import orphans, supported_by
from core.teaching.cases import Taught, coverage, load_cases, untaught

# The answers that the decision depends on. One symptom represents any of them. The other fields only add conflicts,
# pitfalls and notices, each of which is proven over its own answers.
_DECISION_SPACE: dict[str, tuple[Answer, ...]] = {
    **{name: (*field_specs()[name].choices, None) for name in ("purpose", "tumor_origin")},
    "treated": (True, False, None),
    "symptoms": (None, (), *((symptom,) for symptom in field_specs()["symptoms"].choices)),
    **{
        name: (*field_specs()[name].choices, None)
        for name in ("radiograph_result", "clinical_suspicion", "mri_limitation")
    },
    "mars_available": (True, False, None),
    "gadolinium_contraindicated": (True, False, None),
    **{name: (*field_specs()[name].choices, None) for name in ("advanced_study", "advanced_result")},
}
_EMPTY = Scenario()
# A wrong rule fails in thousands of cases. A few of them are enough to identify it.
_MOST_FAULTS_OF_A_KIND = 5


@dataclass
class Findings:
    """The result of the proof: one line per fault, the number of items checked, and the coverage by teaching cases."""

    faults: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    taught: tuple[Taught, ...] = ()


def size_of_decision_space() -> int:
    """Return the number of scenarios in the enumeration."""
    return prod(len(answers) for answers in _DECISION_SPACE.values())


def verify(
    content: Content,
    vignettes: Path,
    shelf: Shelf | None,
    cases: Path | None,
    today: date,
    advance: Callable[[int], None],
) -> Findings:
    """Prove a loaded content pack with its vignettes, its shelf and its teaching cases.

    `advance` receives the number of scenarios enumerated since its last call.
    """
    findings = Findings()
    undecided = check_pathway(content)
    findings.faults += undecided
    _verify_vignettes(vignettes, content, findings)
    findings.faults += unused_sources(content, shelf)
    findings.faults += [fault for pack in (content, shelf) if pack for fault in orphans(pack)]
    findings.faults += unanswerable(content)
    findings.faults += steps_back(content)
    findings.counts["references"] = sum(
        isinstance(part, Reference) for pack in (content, shelf) if pack for _, part in walk_parts(pack)
    )
    findings.counts["sources"] = len(content.sources) + (len(shelf.sources) if shelf else 0)
    findings.counts["nodes"], findings.counts["edges"] = len(content.nodes), len(content.edges)
    if cases is not None and not undecided:
        _verify_cases(cases, content, shelf, today, findings)
    if not findings.faults:
        # A pack that fails the proof of the pathway would fail here again, a million times.
        _enumerate(content, today, findings, advance)
    return findings


def _verify_vignettes(folder: Path, content: Content, findings: Findings) -> None:
    try:
        vignettes = load_vignettes(folder)
    except ContentError as error:
        findings.faults += error.faults
        return
    findings.counts["vignettes"] = len(vignettes.all)
    findings.faults += vignette_faults(content, vignettes)
    if not findings.faults:
        # Untried answers can only be found in a pack that decides every case.
        findings.counts["answers that vignettes try"], untried = answers_tried(content, vignettes.all)
        findings.faults += untried


def unused_sources(content: Content, shelf: Shelf | None) -> list[str]:
    """Return the sources that no statement cites."""
    supported = supported_by(content, shelf)
    listed = [(content.files["sources"], source.id) for source in content.sources]
    if shelf is not None:
        listed += [(shelf.files["sources"], source.id) for source in shelf.sources]
    return [f"{file}: sources.{name}: nothing rests on this source" for file, name in listed if name not in supported]


def unanswerable(content: Content) -> list[str]:
    """Return the lists that are unanswered at first and have no choice for "none"."""
    open_lists = [id_ for id_, spec in field_specs().items() if spec.kind == "several" and spec.default is None]
    labels, file = by_id(content.fields), content.files["fields"]
    lacking = [id_ for id_ in open_lists if "empty" not in by_id(labels[id_].choices)]
    return [f"{file}: fields.{id_}: needs a choice 'empty', or nobody can answer that there is none" for id_ in lacking]


def steps_back(content: Content) -> list[str]:
    """Return the answers, except a named advanced study, that make a complete case incomplete again."""
    file = content.files["requirements"]
    space = whole_space(requirement.when for requirement in content.requirements)
    answers = {name: dict.fromkeys(getattr(case, name) for case in space.scenarios) for name in space.fields}
    found: dict[str, None] = {}
    for scenario in space.scenarios:
        if any(requirement.when.holds(scenario) for requirement in content.requirements):
            continue
        for name in space.fields:
            if getattr(scenario, name) is not None or name == "advanced_study":
                continue
            for answer in answers[name]:
                further = scenario.but(**{name: answer})
                for requirement in content.requirements:
                    if answer is not None and requirement.when.holds(further):
                        place = f"{file}: requirements.{requirement.field}"
                        found[f"{place}: answering {name} = {answer} makes a complete case incomplete"] = None
    return list(found)


def _enumerate(content: Content, today: date, findings: Findings, advance: Callable[[int], None]) -> None:
    statuses: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    names, done = tuple(_DECISION_SPACE), 0
    for done, answers in enumerate(product(*_DECISION_SPACE.values()), start=1):
        scenario = _EMPTY.but(**dict(zip(names, answers, strict=True)))
        decision = decide(scenario, content, today)
        statuses[decision.status] += 1
        for fault in decision_faults(decision, content):
            kinds[fault] += 1
            if kinds[fault] <= _MOST_FAULTS_OF_A_KIND:
                case = ", ".join(f"{name} = {answer}" for name, answer in zip(names, answers, strict=True))
                findings.faults.append(f"decision: {fault}: {case}")
        if done % 10_000 == 0:
            advance(10_000)
    advance(done % 10_000)
    findings.counts["scenarios"] = done
    findings.counts |= {f"scenarios {status}": count for status, count in sorted(statuses.items())}


def decision_faults(decision: Decision, content: Content) -> Iterator[str]:
    """Yield contradictions in a decision, such as ratings for a case that is not in scope."""
    in_scope = decision.status == "in_scope"
    if bool(decision.ratings) is not in_scope:
        yield "ratings are shown if and only if the case is in scope"
    if bool(decision.path) is not in_scope:
        yield "there is a path if and only if the case is in scope"
    advised = [row.procedure for row in decision.ratings if row.recommended]
    procedure = decision.recommendation.procedure
    if advised != ([procedure] if procedure else []):
        yield "the study advised is the one row marked in the table"
    if in_scope and by_id(content.nodes)[decision.path[-1]].action != decision.recommendation.action:
        yield "the action is that of the node where the walk stops"


def _verify_cases(folder: Path, content: Content, shelf: Shelf | None, today: date, findings: Findings) -> None:
    loaded = load_cases(folder, content, all_sources(content, shelf), today)
    findings.counts["cases"] = len(loaded.cases)
    findings.taught = coverage(loaded.cases, content, today)
    findings.faults += [*loaded.faults, *untaught(findings.taught)]
