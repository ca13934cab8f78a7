"""Everything that the core says of a dozen cases, compared with text that somebody has read and approved.

After an intended change, run this and read the difference before it is committed:

    APPROVE=1 python -m pytest tests/core/test_approved.py && git diff tests/core/approved
"""

import json
import os
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from core.base.model import Model
from core.case.case_file import SCHEMA, Case
from core.case.scenario import Scenario
from core.content import Content, Reference, Source
from core.engine.decide import decide
from core.engine.what_if import by_consequence, one_for_each_end, what_follows, what_if
from core.pages.decision_page import decided_page, one_page
from core.pages.handout import handout
from core.pages.markdown import to_markdown
from core.pages.note import to_note
from core.pages.plain_text import to_text
from core.pages.protocol_sheet import protocol_sheet
from core.reference.differential import emphasized
from core.reference.lookup import entries
from core.reference.protocols import adapted
from core.reference.questions import questions_for
from core.reference.radiation import program_doses
from core.reference.shelf import Shelf
from core.report.compare import Side, compare
from core.report.explain import Explainer
from core.report.local_notes import lines_for
from core.report.report import Report, make_report
from core.report.why import why_document
from core.search import Index, content_targets
from core.teaching.lesson import make_lesson
from tests.local_protocols import FULL
from tests.strategies import eligible
from tests.teaching_cases import CASES

FOLDER = Path(__file__).parent / "approved"
MRI = {"radiograph_result": "indeterminate", "advanced_study": "mri"}

SCENARIOS: dict[str, Scenario] = {
    "index": eligible(age_years=24, histology="osteosarcoma", site="femur", surgery="limb_sparing_resection"),
    "stable": eligible(radiograph_result="stable", baseline_available=True, priors_available=False, site="spine"),
    "stable_high_suspicion": eligible(radiograph_result="stable", clinical_suspicion="high", age_years=9),
    "suspicious": eligible(radiograph_result="suspicious", hardware="endoprosthesis", months_since_treatment=20),
    "no_gadolinium": eligible(radiograph_result="suspicious", gadolinium_contraindicated=True, hardware="none"),
    "no_mri": eligible(radiograph_result="indeterminate", mri_limitation="contraindicated"),
    "metal": eligible(
        radiograph_result="suspicious",
        hardware="internal_fixation",
        mri_limitation="severe_artifact",
        mars_available=False,
    ),
    "mri_negative": eligible(**MRI, advanced_result="no_recurrence"),
    "mri_nondiagnostic": eligible(**MRI, advanced_result="nondiagnostic"),
    "mri_suspicious": eligible(**MRI, advanced_result="suspicious"),
    "ct_nondiagnostic": eligible(
        radiograph_result="suspicious", advanced_study="ct", advanced_result="nondiagnostic", clinical_suspicion="high"
    ),
    "outside": eligible(symptoms=("new_pain", "palpable_mass"), purpose="pulmonary_surveillance", age_years=12),
    "soft_tissue": eligible(tumor_origin="soft_tissue", treated=False, months_since_treatment=6),
    "conflict": eligible(radiograph_result="stable", radiograph_findings=("new_lytic_lesion", "periosteal_reaction")),
    "incomplete": Scenario(radiograph_result="stable", advanced_study="mri"),
}
AT_LENGTH = ("ct_nondiagnostic", "outside", "conflict", "incomplete")


def dumped(value: Any, indent: str = "") -> Iterator[str]:
    """Every field that says something on a line, parts of it indented."""
    if isinstance(value, Reference):
        value = f"{value.source}:{value.locator}"
    if isinstance(value, str | int | float | None):
        yield f"{indent}{value}"
        return
    if isinstance(value, tuple | list):
        for item in value:
            first, *others = dumped(item, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from others
        return
    for name, inner in (value if isinstance(value, dict) else vars(value)).items():
        if isinstance(inner, tuple | list | dict) or has_fields(inner):
            yield f"{indent}{name}:"
            yield from dumped(inner, f"{indent}  ")
        elif inner not in ("", None):
            yield f"{indent}{name}: {inner}"


def has_fields(value: Any) -> bool:
    return isinstance(value, Model) or is_dataclass(value)


def section(heading: str, value: Any) -> str:
    text = value if isinstance(value, str) else "\n".join(dumped(value))
    return f"===== {heading} =====\n{text.rstrip()}\n"


def statements(report: Report) -> Iterator[tuple[str, str]]:
    """The kind and id of everything that the report of a case shows."""
    yield "advice", ""
    yield from (("node", step.node) for step in report.steps)
    yield from (("line", f"{one.node}:{two.node}") for one, two in pairwise(report.steps))
    yield from (("rating", row.procedure) for row in report.ratings[2:4])
    yield from (("pitfall", row.id) for row in report.pitfalls)
    yield from (("assumption", assumed.field) for assumed in report.assumptions)
    for kind in ("exclusions", "redirects", "conflicts", "missing", "tumor_board", "notices"):
        yield from ((kind.removesuffix("s"), point.id) for point in getattr(report, kind))


def said_of_case(name: str, scenario: Scenario, content: Content, day: date) -> Iterator[str]:
    case = Case(schema=SCHEMA, title=f"The case {name}", scenario=scenario)
    decision = decide(scenario, content, day)
    report = make_report(scenario, decision, content)
    yield section("note", to_note(case, content, day))
    changes = what_if(scenario, content, day)
    yield section("what if", [" | ".join(map(str, change)) for change in by_consequence(changes)])
    yield section("one change for each end", [f"{c.field} = {c.value}" for c in one_for_each_end(changes)])
    yield section("what follows", what_follows(scenario, decision, content, day))
    yield section("local lines", lines_for(report, FULL))
    if name in AT_LENGTH:
        yield section("note in ASCII", to_note(case, content, day, ascii_only=True))
        yield section("page", to_text(one_page(case, content, day, {"mars_available": "Local: St. Mary"})))
        yield section("page with reasons", to_markdown(decided_page(case.title, report, content, day, True)))
        yield section("decision", decision.to_json(indent=1))
        yield section("report", report)
        explainer = Explainer(content, scenario, report)
        for kind, id_ in statements(report):
            yield section(f"why {kind} {id_}", explainer.explain(kind, id_))
        if name == "ct_nondiagnostic":
            yield section("why as JSON", json.dumps(why_document(report, content), indent=1, ensure_ascii=False))


def said_of_lessons(content: Content, day: date, known: dict[str, Source]) -> Iterator[str]:
    for name, case in CASES.items():
        lesson = make_lesson(case, content, day, known)
        yield section(f"{name}: options and topics", {"options": lesson.options, "topics": lesson.topics})
        for step in lesson.steps:
            yield section(f"{name}: {step.id}", step)
        if name == "suspicious":
            for with_answer in (False, True):
                yield section(f"{name}: sheet", to_text(handout(lesson, content, known, day, with_answer)))


def said_of_pairs(content: Content, day: date) -> Iterator[str]:
    pairs = ("stable", "suspicious"), ("index", "outside"), ("conflict", "incomplete"), ("metal", "mri_negative")
    for pair in pairs:
        first, second = (
            Side(name, case, make_report(case, decide(case, content, day), content))
            for name, case in ((name, SCENARIOS[name]) for name in pair)
        )
        yield section(" and ".join(pair), compare(first, second, content))


def said_of_shelf(content: Content, shelf: Shelf, day: date, known: dict[str, Source]) -> Iterator[str]:
    found = entries(content, shelf)
    yield section("entries", [f"{e.kind} {e.id}: {e.title} [{', '.join(e.sources)}] {len(e.text)}" for e in found])
    first = {entry.kind: entry for entry in reversed(found)}
    yield section("the first entry of each kind", list(first.values()))
    index = Index(tuple(content_targets(content, shelf)))
    for typed in ("metal", "gadolinum", "s9", "rad fem", "xyzzy"):
        hits, count = index.find(typed, 5)
        yield section(f"search {typed}", [f"{hit.kind} {hit.id}" for hit in hits] + [str(count)])
    for name in ("suspicious", "no_gadolinium", "stable_high_suspicion"):
        case = SCENARIOS[name]
        for card in shelf.protocols[1:3]:
            sheet = protocol_sheet(card, adapted(card, case, content), shelf, content, known, day)
            yield section(f"sheet {card.id} for {name}", to_text(sheet))
        raised = [question.id for question, is_raised in questions_for(case, shelf) if is_raised]
        yield section(f"questions of {name}", raised)
        diagnoses = [d for group in shelf.differential for d in group.diagnoses]
        yield section(f"diagnoses of {name}", {d.id: [e.reason for e in emphasized(d, case)] for d in diagnoses})
    for patient in ("adult", "child"):
        for site in ("knee", "pelvis", None):
            doses = program_doses(shelf, 8, site, patient)
            lines = [f"{found.program.id}: {found.dose} {found.basis}" for found in doses]
            yield section(f"eight visits, {patient}, {site}", lines)


def test_everything_said_is_approved(content: Content, shelf: Shelf, known: dict[str, Source], today: date) -> None:
    # The stamp changes with every letter of the content; what is said does not.
    stamped = content.but(sha256="0" * 64)
    said = {name: said_of_case(name, case, stamped, today) for name, case in SCENARIOS.items()}
    said |= {"lessons": said_of_lessons(stamped, today, known), "pairs": said_of_pairs(stamped, today)}
    said["shelf"] = said_of_shelf(stamped, shelf, today, known)
    texts = {name: "\n".join(sections) for name, sections in said.items()}
    if os.environ.get("APPROVE"):
        for name, text in texts.items():
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    approved = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}
    assert approved.keys() == texts.keys()
    changed = [name for name, text in texts.items() if text != approved[name]]
    if changed:
        assert texts[changed[0]] == approved[changed[0]], f"{changed} differ; see the head of this file"
