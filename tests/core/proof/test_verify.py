"""The proof as a whole: what it looks at, in which order, and what it says."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.base.resources import resource_path
from core.base.validation import checked
from core.case.condition import When
from core.content import Content, by_id
from core.engine.decide import decide
from core.engine.decision import Decision
from core.proof import verify as verify_module
from core.proof.verify import (
    Findings,
    decision_faults,
    size_of_decision_space,
    steps_back,
    unanswerable,
    unused_sources,
    verify,
)
from core.proof.vignettes import FOLDER
from core.reference.shelf import Shelf, load_shelf
from tests.strategies import eligible

Proof = Callable[..., Findings]


@pytest.fixture
def vignettes() -> Path:
    return resource_path("content") / FOLDER


@pytest.fixture
def few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the cases of eligible patients with nothing but a radiograph result; the whole takes half a minute."""
    answers = {name: choices[:1] for name, choices in verify_module._DECISION_SPACE.items()}
    answers |= {"symptoms": ((),), "advanced_study": ("none",), "advanced_result": (None,)}
    answers["radiograph_result"] = ("not_done", "stable", "suspicious", "indeterminate")
    monkeypatch.setattr(verify_module, "_DECISION_SPACE", answers)


@pytest.fixture
def proven(vignettes: Path, today: date) -> Proof:
    """Gives a function that proves a pack with the packaged vignettes, without shelf and teaching cases."""

    def prove(content: Content, cases: Path | None = None, folder: Path = vignettes) -> Findings:
        return verify(content, folder, None, cases, today, advance=lambda _: None)

    return prove


def changed(content: Content, table: str, id_: str, /, **update: Any) -> Content:
    """The pack with one part changed."""
    parts = getattr(content, table)
    new = tuple(part.but(**update) if part is by_id(parts)[id_] else part for part in parts)
    return content.but(**{table: new, "sha256": f"{table}.{id_} {sorted(update)}"})


# --- the whole -------------------------------------------------------------------------------------------------------


def test_whole_decision_space_is_as_large_as_the_form() -> None:
    assert size_of_decision_space() == 4 * 3 * 3 * 5 * 5 * 3 * 4 * 3 * 3 * 4 * 5 == 1_944_000


@pytest.mark.usefixtures("few_cases")
def test_packaged_content_passes_and_everything_is_counted(content: Content, vignettes: Path, today: date) -> None:
    steps: list[int] = []
    shelf = load_shelf(resource_path("reference"), content)
    findings = verify(content, vignettes, shelf, resource_path("cases"), today, steps.append)
    assert findings.faults == []
    assert sum(steps) == size_of_decision_space() == findings.counts["scenarios"] == 4
    assert findings.counts["scenarios in_scope"] == 4
    assert findings.counts["nodes"] == len(content.nodes)
    assert findings.counts["edges"] == len(content.edges)
    assert findings.counts["sources"] == len(content.sources) + len(shelf.sources)
    for counted in ("references", "vignettes", "answers that vignettes try", "cases"):
        assert findings.counts[counted] > 0


@pytest.mark.usefixtures("few_cases")
def test_pack_with_a_fault_is_not_enumerated(content: Content, proven: Proof) -> None:
    assert "scenarios" in proven(content).counts
    findings = proven(changed(content, "edges", "mri_equivocal", target="plan_biopsy"))
    assert findings.faults
    assert "scenarios" not in findings.counts


def test_one_change_is_reported_by_every_proof_which_sees_it(content: Content, proven: Proof) -> None:
    found = "\n".join(proven(changed(content, "edges", "mri_equivocal", target="plan_biopsy")).faults)
    assert "pathway.toml: nodes.plan_biopsy.reached_when: does not hold, yet the walk comes here" in found
    assert "vignettes/mri.toml: The MRI of a treated humerus is equivocal" in found


def test_pack_without_vignettes_is_a_fault(content: Content, proven: Proof, tmp_path: Path) -> None:
    (fault,) = proven(content, folder=tmp_path / FOLDER).faults
    assert fault.startswith("vignettes: the pack carries no vignettes")


def test_what_no_vignette_tries_is_a_fault(content: Content, proven: Proof, tmp_path: Path, vignettes: Path) -> None:
    folder = tmp_path / FOLDER
    shutil.copytree(vignettes, folder)
    (folder / "notices.toml").unlink()
    findings = proven(content, folder=folder)
    assert "pitfalls.toml: notices.stale_content: no vignette tries this" in findings.faults
    assert all(fault.startswith("pitfalls.toml: notices.") for fault in findings.faults)


def test_undecided_pathway_skips_the_teaching_cases(content: Content, proven: Proof) -> None:
    stuck = content.but(edges=content.edges[1:], sha256="a pathway without its first step")
    findings = proven(stuck, cases=resource_path("cases"))
    assert any("nodes.eligible: has no next step" in fault for fault in findings.faults)
    assert "cases" not in findings.counts


@pytest.mark.usefixtures("few_cases")
def test_fault_of_many_cases_is_told_by_five(content: Content, proven: Proof, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {**verify_module._DECISION_SPACE, "clinical_suspicion": ("low", "high")}
    monkeypatch.setattr(verify_module, "_DECISION_SPACE", answers)
    monkeypatch.setattr(verify_module, "decision_faults", lambda decision, _: iter([f"is {decision.status}"]))
    findings = proven(content)
    assert findings.counts["scenarios"] == 8
    assert len(findings.faults) == 5
    assert findings.faults[0].startswith("decision: is in_scope: purpose = local_recurrence_surveillance, tumor_origin")


# --- its parts -------------------------------------------------------------------------------------------------------


@pytest.fixture
def decision(content: Content, today: date) -> Decision:
    return decide(eligible(radiograph_result="suspicious"), content, today)


def test_decision_of_the_packaged_content_has_no_fault(content: Content, decision: Decision) -> None:
    assert list(decision_faults(decision, content)) == []


def test_decision_which_may_not_be_is_found(content: Content, decision: Decision, subtests: pytest.Subtests) -> None:
    for spoil, fault in [
        (lambda d: {"ratings": ()}, "ratings are shown if and only if the case is in scope"),
        (lambda d: {"status": "conflict"}, "ratings are shown if and only if the case is in scope"),
        (lambda d: {"path": (), "status": "conflict"}, "ratings are shown if and only if the case is in scope"),
        (lambda d: {"ratings": (), "status": "conflict"}, "there is a path if and only if the case is in scope"),
        (
            lambda d: {"ratings": tuple(replace(row, recommended=True) for row in d.ratings)},
            "the study advised is the one row marked in the table",
        ),
        (
            lambda d: {"recommendation": replace(d.recommendation, procedure=None)},
            "the study advised is the one row marked in the table",
        ),
        (lambda d: {"path": d.path[:2]}, "the action is that of the node where the walk stops"),
    ]:
        with subtests.test(spoil=spoil):
            assert fault in list(decision_faults(replace(decision, **spoil(decision)), content))


def test_source_on_which_nothing_rests_is_named(content: Content, shelf: Shelf) -> None:
    assert unused_sources(content, shelf) == []
    spare = content.sources[0].but(id="S999")
    pack = content.but(sources=(*content.sources, spare))
    assert unused_sources(pack, None) == ["sources.toml: sources.S999: nothing rests on this source"]
    other = shelf.but(sources=(*shelf.sources, spare))
    assert unused_sources(content, other) == [f"{shelf.files['sources']}: sources.S999: nothing rests on this source"]


def test_list_which_nobody_could_answer_with_none_is_named(content: Content) -> None:
    assert unanswerable(content) == []
    asked = by_id(content.fields)["symptoms"]
    pack = changed(content, "fields", "symptoms", choices=asked.choices[1:])
    assert unanswerable(pack) == [
        "form.toml: fields.symptoms: needs a choice 'empty', or nobody can answer that there is none"
    ]


def test_answer_which_opens_a_further_question_is_named_once(content: Content) -> None:
    assert steps_back(content) == []
    asks_grade = checked(When, {"grade": ["not_recorded"], "treated": [True]})
    pack = changed(content, "requirements", "treated", field="grade", when=asks_grade)
    assert steps_back(pack) == [
        "scope.toml: requirements.grade: answering treated = True makes a complete case incomplete"
    ]
