"""The proof of the content, and the proof of the proof: whatever is changed in the graph, the checker reports it.

A mutant is the packaged pathway with one thing changed. A mutant that the checker lets pass is a hole in the proof.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

from core.base.resources import resource_path
from core.base.validation import checked
from core.case.condition import ALWAYS, Alternative, Below, Condition, Value, When
from core.case.scenario import FieldSpec, Scenario, field_specs
from core.content import Content, Edge, Node, by_id
from core.content.loading import load_content
from core.engine.pathway import Pathway
from core.proof import pathway_check
from core.proof.case_space import CaseSpace, space_in_scope, whole_space
from core.proof.pathway_check import (
    Flow,
    after_assumptions,
    check_pathway,
    graph_faults,
    shape_faults,
    space_of_the_walk,
)
from tests.core.proof.test_content_mutants import once_for_all
from tests.strategies import ELIGIBLE

_Part = TypeVar("_Part")


@dataclass(frozen=True)
class Mutant:
    """The content with one thing changed, and what that is."""

    change: str
    content: Content


@pytest.fixture(scope="module")
def walked(content: Content) -> CaseSpace:
    """Every case that can walk the packaged pathway."""
    return after_assumptions(space_of_the_walk(content), content)


@pytest.fixture(autouse=True, scope="module")
def kept_spaces() -> Iterator[None]:
    """Work out each space of cases once: the altered content shares a few of them, and each takes a second."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("space_in_scope", "after_assumptions"):
            patch.setattr(pathway_check, name, once_for_all(getattr(pathway_check, name)))
        yield


def graph_faults_of(content: Content, walked: CaseSpace) -> list[str]:
    """What the checker finds wrong with the graph alone."""
    return list(shape_faults(content)) or list(graph_faults(content, walked, Flow.through(content, walked)))


# --- the packaged content ----------------------------------------------------------------------------------------


def test_packaged_content_is_proven() -> None:
    assert check_pathway(load_content(resource_path("content"))) == []


def test_proof_covers_every_case(walked: CaseSpace, content: Content) -> None:
    # 28 states of radiographs and studies, times suspicion, MRI limitation, artifact reduction and gadolinium: with the
    # answers that are not recorded, and with the assumptions in their place. Baseline and series, which a reason reads,
    # are never assumed.
    assert len(space_of_the_walk(content).scenarios) == 28 * 3 * 4 * 3 * 3 * (3 * 3)
    assert len(walked.scenarios) == 28 * 2 * 3 * 2 * 2 * (3 * 3)


def test_flow_of_cases_is_the_walk_of_each(walked: CaseSpace, content: Content) -> None:
    pathway, flow = Pathway(content), Flow.through(content, walked)
    for number, scenario in enumerate(walked.scenarios):
        course = pathway.walk(scenario)
        assert {node.id for node in course.nodes} == {id_ for id_, cases in flow.reached.items() if number in cases}
        assert {edge.id for edge in course.edges} == {id_ for id_, cases in flow.taken.items() if number in cases}
        assert [course.stop.id] == [id_ for id_, cases in flow.stopped.items() if number in cases]


# --- every edge, changed in every way ----------------------------------------------------------------------------


def legal_values(spec: FieldSpec) -> tuple[Value, ...]:
    own: tuple[Value, ...] = (True, False) if spec.kind == "yes_no" else spec.choices
    if spec.kind == "several":
        own = ("any", "empty", *own)
    if spec.kind == "number":
        own = (Below(below=10), Below(below=18))
    return (*own, "recorded", "not_recorded")


def wider_and_narrower(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition gone, or without a field, or with a value more or less, each with what was changed."""
    if condition != ALWAYS:
        yield "holds always", ALWAYS
    for place, alternative in enumerate(condition.alternatives):

        def with_alternative(changed: Alternative, place: int = place) -> Condition:
            return Condition(
                alternatives=(*condition.alternatives[:place], changed, *condition.alternatives[place + 1 :])
            )

        if len(condition.alternatives) > 1:
            rest = (*condition.alternatives[:place], *condition.alternatives[place + 1 :])
            yield f"loses its table {place}", Condition(alternatives=rest)
        for field, values in alternative.items():
            without = {name: others for name, others in alternative.items() if name != field}
            yield f"asks no more for {field}", with_alternative(without)
            for value in legal_values(field_specs()[field]):
                if value not in values:
                    yield f"also takes {field} = {value}", with_alternative({**alternative, field: (*values, value)})
                elif len(values) > 1:
                    fewer = tuple(other for other in values if other != value)
                    yield f"takes no more {field} = {value}", with_alternative({**alternative, field: fewer})


def replaced(parts: tuple[_Part, ...], part: _Part, **update: Any) -> tuple[_Part, ...]:
    changed = part.but(**update)  # type: ignore[attr-defined]
    return tuple(changed if other is part else other for other in parts)


def edge_mutants(content: Content, edge: Edge) -> Iterator[Mutant]:
    def mutant(change: str, edges: tuple[Edge, ...]) -> Mutant:
        return Mutant(f"{edge.id} {change}", content.but(edges=edges))

    yield mutant("is gone", tuple(other for other in content.edges if other is not edge))
    for change, condition in wider_and_narrower(edge.when):
        yield mutant(change, replaced(content.edges, edge, when=condition))
    for node in content.nodes:
        if node.id != edge.target:
            yield mutant(f"leads to {node.id}", replaced(content.edges, edge, target=node.id))
        if node.id != edge.source:
            yield mutant(f"starts at {node.id}", replaced(content.edges, edge, source=node.id))


def edge_ids() -> list[str]:
    return [edge.id for edge in load_content(resource_path("content")).edges]


@pytest.mark.slow
def test_no_change_of_an_edge_passes_the_checker(
    content: Content, walked: CaseSpace, subtests: pytest.Subtests
) -> None:
    for edge_id in edge_ids():
        with subtests.test(edge_id=edge_id):
            mutants = list(edge_mutants(content, by_id(content.edges)[edge_id]))
            assert len(mutants) >= 21
            assert [mutant.change for mutant in mutants if not graph_faults_of(mutant.content, walked)] == []


def test_copy_of_an_edge_does_not_pass_the_checker(content: Content, walked: CaseSpace) -> None:
    for edge in content.edges:
        twin = edge.but(id=f"{edge.id}_again")
        found = graph_faults_of(content.but(edges=(*content.edges, twin)), walked)
        assert any(f"holds together with {edge.id}" in fault or f"with {twin.id}" in fault for fault in found)


def claims(content: Content) -> list[tuple[Node, str, Condition]]:
    return [
        (node, name, condition)
        for node in content.nodes
        for name in ("reached_when", "stops_when")
        if (condition := getattr(node, name)) is not None
    ]


@pytest.mark.slow
def test_no_change_of_a_claim_passes_the_checker(content: Content, walked: CaseSpace) -> None:
    survivors, count = [], 0
    for node, name, claim in claims(content):
        for change, condition in wider_and_narrower(claim):
            nodes = replaced(content.nodes, node, **{name: condition})
            count += 1
            if not graph_faults_of(content.but(nodes=nodes), walked):
                survivors.append(f"{node.id}.{name} {change}")
    assert survivors == []
    assert count > 200


def test_whole_check_reports_what_the_check_of_the_graph_reports(content: Content, walked: CaseSpace) -> None:
    for edge_id, update in (("stable", {"when": ALWAYS}), ("mri_equivocal", {"target": "plan_biopsy"})):
        mutant = content.but(edges=replaced(content.edges, by_id(content.edges)[edge_id], **update))
        found = graph_faults_of(mutant, walked)
        assert found
        assert set(found) <= set(check_pathway(mutant))


# --- what the faults say -----------------------------------------------------------------------------------------

Faults = list[str]


def when(*tables: dict[str, list[Any]]) -> Condition:
    return checked(When, list(tables))


def alterations(content: Content) -> Iterator[tuple[Content, Faults]]:
    """The content with a part changed, and every fault of it: how it begins, in any order."""

    def part(table: str, id_: str) -> Any:
        return by_id(getattr(content, table))[id_]

    def spoiled(table: str, id_: str, /, **update: Any) -> Content:
        return content.but(**{table: replaced(getattr(content, table), part(table, id_), **update)})

    def edge(id_: str, **tables: list[Any]) -> Content:
        return spoiled("edges", id_, when=when(tables))

    yield (
        edge("suspicious", radiograph_result=["suspicious", "not_done"]),
        ["pathway.toml: edges.suspicious: 'radiograph_result' never needs the value not_done"],
    )
    yield (
        edge("suspicious", radiograph_result=["suspicious"], mars_available=[True, False]),
        ["pathway.toml: edges.suspicious: 'mars_available' makes no difference"],
    )
    yield (
        spoiled("edges", "mri_nondiagnostic", target="mri_usable"),
        ["pathway.toml: edges: run in a circle: mri_usable → mri → mri_result → mri_usable"],
    )
    yield (
        spoiled("nodes", "mri", action=None, headlines=(), reasons=(), stops_when=None, reached_when=None),
        [
            f"pathway.toml: nodes.mri: needs {name}"
            for name in (
                "reached_when",
                *(f"{what}, since it is an action" for what in ("action", "headlines", "reasons", "stops_when")),
            )
        ],
    )
    yield (
        spoiled("nodes", "mri_result", action="order_mri"),
        ["pathway.toml: nodes.mri_result: has action, but a walk does not end at a question"],
    )
    yield spoiled("exclusions", "symptomatic", when=ALWAYS), ["scope.toml: requirements: no case is in scope"]
    mri = part("nodes", "mri")
    yield (
        spoiled("nodes", "mri", headlines=(*mri.headlines, mri.headlines[0])),
        ["pathway.toml: nodes.mri.headlines: 'Order MRI without IV contrast' is never the first that holds"],
    )
    silent = mri.reasons[0].but(when=when({"radiograph_result": ["not_done"]}))
    yield (
        spoiled("nodes", "mri", reasons=(*mri.reasons, silent)),
        [f"pathway.toml: nodes.mri: '{silent.text}': 'radiograph_result' never needs the value not_done"],
    )
    chest = part("nodes", "radiographs").headlines[0].but(procedure="radiography_chest")
    yield (
        spoiled("nodes", "radiographs", headlines=(chest,)),
        ["pathway.toml: nodes.radiographs.headlines: radiography_chest has no rating in local_recurrence_bone"],
    )
    yield (
        content.but(assumptions=(*content.assumptions, content.assumptions[0].but(field="hardware", value="none"))),
        ["pathway.toml: assumptions.hardware: no other answer would lead elsewhere"],
    )
    first, ct, plain, contrast = usual = content.instead["usual"]
    yield (
        content.but(instead={**content.instead, "beside_ct": (contrast.but(procedure="us"),)}),
        ["ratings.toml: instead.beside_ct: offers us instead of ct_with_iv_contrast, which is rated higher"],
    )
    yield (
        content.but(instead={**content.instead, "usual": (*usual, first), "spare": usual}),
        [
            "ratings.toml: instead.usual.radiography: is never the first that holds",
            "ratings.toml: instead.spare: no rating names it",
        ],
    )
    anything = when({"gadolinium_contraindicated": [True], "mars_available": [True, False, "not_recorded"]})
    yield (
        content.but(instead={**content.instead, "usual": (first, ct, plain.but(when=anything), contrast)}),
        ["ratings.toml: instead.usual.mri_without_iv_contrast: 'mars_available' makes no difference"],
    )
    levels = part("pitfalls", "hardware_artifact").levels
    yield (
        spoiled("pitfalls", "hardware_artifact", levels=levels[:2]),
        ["pitfalls.toml: pitfalls.hardware_artifact: no level holds where hardware = none"],
    )
    twice = levels[2].but(when=when({"hardware": ["none"]}, {"hardware": ["none"]}))
    yield (
        spoiled("pitfalls", "hardware_artifact", levels=(*levels[:2], twice)),
        ["pitfalls.toml: pitfalls.hardware_artifact.clear: 'hardware' never needs the value none"] * 2,
    )
    one, two, three = part("pitfalls", "single_modality").levels
    yield (
        spoiled("pitfalls", "single_modality", levels=(two, one, three)),
        ["pitfalls.toml: pitfalls.single_modality.warning: is never the first level that holds"],
    )
    grade = {
        "advanced_study": ["mri", "ct"],
        "advanced_result": ["not_recorded"],
        "grade": ["low", "high", "not_recorded"],
    }
    yield (
        spoiled("requirements", "advanced_result", when=when(grade)),
        ["scope.toml: requirements.advanced_result: 'grade' makes no difference"],
    )
    redirect = part("exclusions", "pulmonary_surveillance").redirects[0]
    yield (
        spoiled("exclusions", "pulmonary_surveillance", redirects=(redirect.but(when=when({"purpose": ["initial_staging"]})),)),
        ["scope.toml: exclusions.pulmonary_surveillance.surveillance_pulmonary: never holds"],
    )  # fmt: skip


def wider_alterations(content: Content) -> Iterator[tuple[Content, Faults]]:
    """The content with a part changed, and how some of its many faults begin."""

    def part(table: str, id_: str) -> Any:
        return by_id(getattr(content, table))[id_]

    def spoiled(table: str, id_: str, /, **update: Any) -> Content:
        return content.but(**{table: replaced(getattr(content, table), part(table, id_), **update)})

    def condition(table: str, id_: str, **tables: list[Any]) -> Content:
        return spoiled(table, id_, when=when(tables))

    yield (
        condition("edges", "stable", radiograph_result=["stable"], advanced_study=["none"]),
        [
            "pathway.toml: edges.stable: holds together with stable_high_suspicion where radiograph_result = stable, "
            "clinical_suspicion = high, baseline_available = true, priors_available = true, mri_limitation = none, "
            "mars_available = true, gadolinium_contraindicated = true, advanced_study = none, "
            "advanced_result = not recorded"
        ],
    )
    yield (
        condition("edges", "suspicious", radiograph_result=["indeterminate"]),
        ["pathway.toml: nodes.radiograph_result: has no next step where radiograph_result = suspicious"],
    )
    lonely = part("nodes", "plan_biopsy").but(id="lonely")
    yield content.but(nodes=(*content.nodes, lonely)), ["pathway.toml: nodes.lonely: no case comes here"]
    yield (
        spoiled("edges", "ct_equivocal", target="plan_biopsy"),
        [
            "pathway.toml: nodes.plan_biopsy.reached_when: does not hold, yet the walk comes here",
            "pathway.toml: nodes.tumor_board.reached_when: holds, yet the walk never comes here",
        ],
    )
    yield (
        spoiled("nodes", "mri", stops_when=when({"advanced_study": ["mri"]})),
        [
            "pathway.toml: nodes.mri.stops_when: does not hold, yet the walk stops here",
            "pathway.toml: nodes.mri.stops_when: holds, yet the walk never stops here",
        ],
    )
    yield spoiled("nodes", "eligible", kind="question"), ["pathway.toml: nodes: needs one start (it has none)"]
    yield (
        spoiled("nodes", "mri_usable", kind="start"),
        ["pathway.toml: nodes: needs one start (it has eligible, mri_usable)"],
    )
    yield (
        spoiled("edges", "mri_equivocal", source="plan_biopsy"),
        ["pathway.toml: nodes.plan_biopsy: edge mri_equivocal leaves an outcome"],
    )
    mri = part("nodes", "mri")
    yield (
        spoiled("nodes", "mri", headlines=mri.headlines[:1], reasons=mri.reasons[:1]),
        [f"pathway.toml: nodes.mri.{name}: none holds where" for name in ("headlines", "reasons")],
    )
    yield (
        spoiled("nodes", "mri", headlines=mri.headlines[1:]),
        ["pathway.toml: nodes.mri.headlines: mri_without_and_with_iv_contrast is ruled out where"],
    )
    ct = part("nodes", "ct").headlines[0]
    yield (
        spoiled("nodes", "ct", headlines=(ct.but(procedure="mri_without_iv_contrast"),)),
        ["pathway.toml: nodes.ct.headlines: mri_without_iv_contrast is ruled out where"],
    )
    yield (
        spoiled(
            "procedures",
            "fdg_pet_mri_whole_body",
            ruled_out_when=when({"mri_limitation": ["contraindicated"]}, {"mri_limitation": ["contraindicated"]}),
        ),
        [
            "ratings.toml: procedures.fdg_pet_mri_whole_body.ruled_out_when: "
            "'mri_limitation' never needs the value contraindicated"
        ],
    )
    _, other, plain, contrast = usual = content.instead["usual"]
    for name, preferences, fault in (
        ("usual", usual[:-1], "usual: offers nothing where"),
        ("usual", (contrast,), "usual: mri_without_and_with_iv_contrast is ruled out where"),
        ("usual", (plain, other, contrast), f"usual: {plain.procedure} is ruled out where"),
        ("beside_ct", usual, "beside_ct: offers ct_with_iv_contrast instead of itself"),
    ):
        yield content.but(instead={**content.instead, name: preferences}), [f"ratings.toml: instead.{fault}"]
    yield (
        condition("tumor_board", "nondiagnostic_imaging", advanced_study=["none"], advanced_result=["nondiagnostic"]),
        ["pathway.toml: tumor_board.nondiagnostic_imaging: never holds"],
    )
    yield (
        condition(
            "tumor_board",
            "discordant_imaging",
            radiograph_result=["suspicious", "not_done"],
            advanced_result=["no_recurrence"],
        ),
        ["pathway.toml: tumor_board.discordant_imaging: 'radiograph_result' never needs the value not_done"],
    )
    yield (
        condition("exclusions", "symptomatic", symptoms=["any", "new_pain"]),
        ["scope.toml: exclusions.symptomatic: 'symptoms' never needs the value new_pain"],
    )
    yield (
        condition(
            "conflicts", "result_without_study", advanced_study=["none"], advanced_result=["recorded", "equivocal"]
        ),
        ["scope.toml: conflicts.result_without_study: 'advanced_result' never needs the value equivocal"],
    )
    yield (
        condition("requirements", "treated", treated=["not_recorded", False]),
        ["scope.toml: requirements.treated: asks for an answer that is given where treated = false"],
    )
    yield (
        condition("notices", "pediatric_radiation_levels", age_years=[{"below": 18}, {"below": 10}]),
        ["pitfalls.toml: notices.pediatric_radiation_levels: 'age_years' never needs the value below 10"],
    )


def test_altered_content_has_exactly_these_faults(content: Content, subtests: pytest.Subtests) -> None:
    for altered, faults in alterations(content):
        with subtests.test(faults[0]):
            assert check_pathway(altered) == faults


@pytest.mark.slow
def test_altered_content_has_these_faults_too(content: Content, subtests: pytest.Subtests) -> None:
    for altered, faults in wider_alterations(content):
        with subtests.test(faults[0]):
            found = check_pathway(altered)
            assert [fault for fault in faults if not any(other.startswith(fault) for other in found)] == []


def test_missing_assumption_leaves_a_question_open(content: Content) -> None:
    found = check_pathway(content.but(assumptions=content.assumptions[1:]))
    assert any("has no next step" in fault and "clinical_suspicion = not recorded" in fault for fault in found)


# --- the space of cases ------------------------------------------------------------------------------------------


def test_study_is_brought_into_scope_with_a_result(content: Content) -> None:
    space = space_in_scope([when({"advanced_study": ["mri"]})], content)
    assert [case.advanced_study for case in space.scenarios] == ["none", "mri", "ct"]
    assert all(case.purpose == ELIGIBLE["purpose"] and case.symptoms == () for case in space.scenarios)


def test_both_sides_of_a_bound_are_in_the_space() -> None:
    condition = when({"age_years": [{"below": 18}]})
    space = whole_space([condition])
    assert [case.age_years for case in space.scenarios] == [0, 18, 120, None]
    assert space.meeting(condition) == {0}


def test_bound_which_no_answer_can_pass_is_not_in_the_space() -> None:
    space = whole_space([when({"age_years": [{"below": 130}, {"below": 120}, {"below": -1}]})])
    assert [case.age_years for case in space.scenarios] == [0, 120, None]


def test_every_selection_of_a_list_is_in_the_space() -> None:
    space = whole_space([when({"symptoms": ["any"]})])
    assert len(space.scenarios) == 2**3 + 1
    assert space.example(frozenset({7, 8})) == "symptoms = [new_pain, palpable_mass, pathologic_fracture]"


def test_condition_which_always_holds_has_one_case() -> None:
    assert whole_space([ALWAYS]).scenarios == (Scenario(),)
