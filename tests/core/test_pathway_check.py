"""The proof of the content, and the proof of the proof: whatever is changed in the graph, the checker reports it.

A mutant is the packaged pathway with one thing changed. A mutant that the checker lets pass is a hole in the proof.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

from core.base.model import checked
from core.base.resources import resource_path
from core.case.condition import ALWAYS, Alternative, Below, Condition, Value
from core.case.scenario import FieldSpec, Scenario, field_specs
from core.content import Content, Edge, Node, by_id
from core.content.loading import load_content
from core.engine.pathway import Pathway
from core.proof.case_space import CaseSpace, space_in_scope, whole_space
from core.proof.pathway_check import (
    Flow,
    after_assumptions,
    check_pathway,
    graph_faults,
    shape_faults,
    space_of_the_walk,
)
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

Spoil = Callable[..., list[str]]


@pytest.fixture
def spoiled(content: Content) -> Spoil:
    """Gives a function that changes parts of a table, found by their ids, and checks the content."""

    def check(table: str, id_: str, /, **update: Any) -> list[str]:
        parts = getattr(content, table)
        return check_pathway(content.but(**{table: replaced(parts, by_id(parts)[id_], **update)}))

    return check


def when(*tables: dict[str, list[Any]]) -> Condition:
    return checked(Condition, list(tables))


def test_edge_which_grew_too_wide_is_named_with_a_case(spoiled: Spoil) -> None:
    found = spoiled("edges", "stable", when=when({"radiograph_result": ["stable"], "advanced_study": ["none"]}))
    assert found[0].startswith(
        "pathway.toml: edges.stable: holds together with stable_high_suspicion where radiograph_result = stable, "
        "clinical_suspicion = high, baseline_available = true, priors_available = true, mri_limitation = none, "
        "mars_available = true, gadolinium_contraindicated = true, advanced_study = none, advanced_result = not recorded"
    )


def test_question_without_an_answer_is_named_with_a_case(spoiled: Spoil) -> None:
    found = spoiled("edges", "suspicious", when=when({"radiograph_result": ["indeterminate"]}))
    assert any(
        fault.startswith("pathway.toml: nodes.radiograph_result: has no next step where radiograph_result = suspicious")
        for fault in found
    )


def test_dead_value_is_named(spoiled: Spoil) -> None:
    found = spoiled("edges", "suspicious", when=when({"radiograph_result": ["suspicious", "not_done"]}))
    assert found == ["pathway.toml: edges.suspicious: 'radiograph_result' never needs the value not_done"]


def test_field_without_need_is_named(spoiled: Spoil) -> None:
    condition = when({"radiograph_result": ["suspicious"], "mars_available": [True, False]})
    assert spoiled("edges", "suspicious", when=condition) == [
        "pathway.toml: edges.suspicious: 'mars_available' makes no difference"
    ]


def test_node_which_no_case_comes_to_is_named(content: Content) -> None:
    lonely = by_id(content.nodes)["plan_biopsy"].but(id="lonely")
    found = check_pathway(content.but(nodes=(*content.nodes, lonely)))
    assert "pathway.toml: nodes.lonely: no case comes here" in found


def test_walk_to_another_outcome_is_named_at_both(spoiled: Spoil) -> None:
    found = spoiled("edges", "ct_equivocal", target="plan_biopsy")
    start = "pathway.toml: nodes"
    assert any(f"{start}.plan_biopsy.reached_when: does not hold, yet the walk comes here" in fault for fault in found)
    assert any(f"{start}.tumor_board.reached_when: holds, yet the walk never comes here" in fault for fault in found)


def test_wrong_claim_about_stopping_is_named(spoiled: Spoil) -> None:
    found = spoiled("nodes", "mri", stops_when=when({"advanced_study": ["mri"]}))
    start = "pathway.toml: nodes.mri.stops_when:"
    assert any(f"{start} does not hold, yet the walk stops here" in fault for fault in found)
    assert any(f"{start} holds, yet the walk never stops here" in fault for fault in found)


def test_circle_is_shown(spoiled: Spoil) -> None:
    assert spoiled("edges", "mri_nondiagnostic", target="mri_usable") == [
        "pathway.toml: edges: run in a circle: mri_usable → mri → mri_result → mri_usable"
    ]


def test_pathway_has_one_start(spoiled: Spoil) -> None:
    assert "pathway.toml: nodes: needs one start (it has none)" in spoiled("nodes", "eligible", kind="question")
    found = spoiled("nodes", "mri_usable", kind="start")
    assert "pathway.toml: nodes: needs one start (it has eligible, mri_usable)" in found


def test_node_has_what_its_kind_needs(spoiled: Spoil) -> None:
    empty = {"action": None, "headlines": (), "reasons": (), "stops_when": None, "reached_when": None}
    assert spoiled("nodes", "mri", **empty) == [
        f"pathway.toml: nodes.mri: needs {name}"
        for name in (
            "reached_when",
            "action, since it is an action",
            "headlines, since it is an action",
            "reasons, since it is an action",
            "stops_when, since it is an action",
        )
    ]
    assert spoiled("nodes", "mri_result", action="order_mri") == [
        "pathway.toml: nodes.mri_result: has action, but a walk does not end at a question"
    ]
    assert spoiled("edges", "mri_equivocal", source="plan_biopsy")[0] == (
        "pathway.toml: nodes.plan_biopsy: edge mri_equivocal leaves an outcome"
    )


def test_content_which_lets_no_case_in_is_reported(spoiled: Spoil) -> None:
    assert spoiled("exclusions", "symptomatic", when=ALWAYS) == ["scope.toml: requirements: no case is in scope"]


# --- advice ------------------------------------------------------------------------------------------------------


def test_walk_which_ends_without_words_is_reported(spoiled: Spoil, content: Content) -> None:
    node = by_id(content.nodes)["mri"]
    found = spoiled("nodes", "mri", headlines=node.headlines[:1], reasons=node.reasons[:1])
    assert any(fault.startswith("pathway.toml: nodes.mri.headlines: none holds where") for fault in found)
    assert any(fault.startswith("pathway.toml: nodes.mri.reasons: none holds where") for fault in found)


def test_words_which_no_walk_ends_with_are_reported(spoiled: Spoil, content: Content) -> None:
    node = by_id(content.nodes)["mri"]
    assert spoiled("nodes", "mri", headlines=(*node.headlines, node.headlines[0])) == [
        "pathway.toml: nodes.mri.headlines: 'Order MRI without IV contrast' is never the first that holds"
    ]
    silent = node.reasons[0].but(when=when({"radiograph_result": ["not_done"]}))
    assert spoiled("nodes", "mri", reasons=(*node.reasons, silent)) == [
        f"pathway.toml: nodes.mri: '{silent.text}': 'radiograph_result' never needs the value not_done"
    ]


def test_advice_which_the_answers_rule_out_is_reported(spoiled: Spoil, content: Content) -> None:
    node = by_id(content.nodes)["ct"]
    mri = node.headlines[0].but(procedure="mri_without_iv_contrast")
    found = spoiled("nodes", "ct", headlines=(mri,))
    assert any(
        fault.startswith("pathway.toml: nodes.ct.headlines: mri_without_iv_contrast is ruled out where")
        for fault in found
    )


def test_contrast_for_a_patient_who_cannot_have_it_is_reported(spoiled: Spoil, content: Content) -> None:
    node = by_id(content.nodes)["mri"]
    found = spoiled("nodes", "mri", headlines=node.headlines[1:])
    assert any("mri_without_and_with_iv_contrast is ruled out where" in fault for fault in found)


def test_advice_without_a_rating_is_reported(spoiled: Spoil, content: Content) -> None:
    node = by_id(content.nodes)["radiographs"]
    chest = node.headlines[0].but(procedure="radiography_chest")
    assert spoiled("nodes", "radiographs", headlines=(chest,)) == [
        "pathway.toml: nodes.radiographs.headlines: radiography_chest has no rating in local_recurrence_bone"
    ]


def test_ruling_out_which_names_too_much_is_reported(spoiled: Spoil) -> None:
    condition = when({"mri_limitation": ["contraindicated"]}, {"mri_limitation": ["contraindicated"]})
    found = spoiled("procedures", "fdg_pet_mri_whole_body", ruled_out_when=condition)
    assert found[0] == (
        "ratings.toml: procedures.fdg_pet_mri_whole_body.ruled_out_when: "
        "'mri_limitation' never needs the value contraindicated"
    )


def test_assumption_which_never_matters_is_reported(content: Content) -> None:
    idle = content.assumptions[0].but(field="hardware", value="none")
    assert check_pathway(content.but(assumptions=(*content.assumptions, idle))) == [
        "pathway.toml: assumptions.hardware: no other answer would lead elsewhere"
    ]


def test_missing_assumption_leaves_a_question_open(content: Content) -> None:
    found = check_pathway(content.but(assumptions=content.assumptions[1:]))
    assert any("has no next step" in fault and "clinical_suspicion = not recorded" in fault for fault in found)


def instead_spoiled(content: Content, **lists: Any) -> list[str]:
    return check_pathway(content.but(instead={**content.instead, **lists}))


def test_instead_list_which_offers_nothing_is_reported(content: Content) -> None:
    found = instead_spoiled(content, usual=content.instead["usual"][:-1])
    assert any(fault.startswith("ratings.toml: instead.usual: offers nothing where") for fault in found)


def test_instead_list_which_offers_what_is_ruled_out_is_reported(content: Content) -> None:
    _, ct, plain_mri, mri = content.instead["usual"]
    for preferences, procedure in (
        ([mri], "mri_without_and_with_iv_contrast"),
        ([plain_mri, ct, mri], plain_mri.procedure),
    ):
        found = instead_spoiled(content, usual=tuple(preferences))
        assert any(fault.startswith(f"ratings.toml: instead.usual: {procedure} is ruled out where") for fault in found)


def test_row_is_not_offered_instead_of_itself_nor_a_lower_one(content: Content) -> None:
    found = instead_spoiled(content, beside_ct=content.instead["usual"])
    assert "ratings.toml: instead.beside_ct: offers ct_with_iv_contrast instead of itself" in found
    scan = content.instead["usual"][-1].but(procedure="us")
    found = instead_spoiled(content, beside_ct=(scan,))
    assert found == ["ratings.toml: instead.beside_ct: offers us instead of ct_with_iv_contrast, which is rated higher"]


def test_idle_preference_and_an_idle_list_are_reported(content: Content) -> None:
    usual = content.instead["usual"]
    found = instead_spoiled(content, usual=(*usual, usual[0]), spare=usual)
    assert found == [
        "ratings.toml: instead.usual.radiography: is never the first that holds",
        "ratings.toml: instead.spare: no rating names it",
    ]


# --- beside the walk ---------------------------------------------------------------------------------------------


def test_pitfall_without_a_level_for_some_case_is_reported(content: Content, spoiled: Spoil) -> None:
    levels = by_id(content.pitfalls)["hardware_artifact"].levels
    assert spoiled("pitfalls", "hardware_artifact", levels=levels[:2]) == [
        "pitfalls.toml: pitfalls.hardware_artifact: no level holds where hardware = none"
    ]


def test_level_which_is_never_first_is_reported(content: Content, spoiled: Spoil) -> None:
    levels = by_id(content.pitfalls)["single_modality"].levels
    assert spoiled("pitfalls", "single_modality", levels=(levels[1], levels[0], levels[2])) == [
        "pitfalls.toml: pitfalls.single_modality.warning: is never the first level that holds"
    ]


def test_condition_which_is_idle_anywhere_is_reported(spoiled: Spoil, subtests: pytest.Subtests) -> None:
    for table, id_, condition, fault in [
        (
            "tumor_board",
            "nondiagnostic_imaging",
            when({"advanced_study": ["none"], "advanced_result": ["nondiagnostic"]}),
            "pathway.toml: tumor_board.nondiagnostic_imaging: never holds",
        ),
        (
            "tumor_board",
            "discordant_imaging",
            when({"radiograph_result": ["suspicious", "not_done"], "advanced_result": ["no_recurrence"]}),
            "pathway.toml: tumor_board.discordant_imaging: 'radiograph_result' never needs the value not_done",
        ),
        (
            "exclusions",
            "symptomatic",
            when({"symptoms": ["any", "new_pain"]}),
            "scope.toml: exclusions.symptomatic: 'symptoms' never needs the value new_pain",
        ),
        (
            "conflicts",
            "result_without_study",
            when({"advanced_study": ["none"], "advanced_result": ["recorded", "equivocal"]}),
            "scope.toml: conflicts.result_without_study: 'advanced_result' never needs the value equivocal",
        ),
        (
            "requirements",
            "treated",
            when({"treated": ["not_recorded", False]}),
            "scope.toml: requirements.treated: asks for an answer that is given where treated = false",
        ),
        (
            "notices",
            "pediatric_radiation_levels",
            when({"age_years": [{"below": 18}, {"below": 10}]}),
            "pitfalls.toml: notices.pediatric_radiation_levels: 'age_years' never needs the value below 10",
        ),
    ]:
        with subtests.test(table=table):
            assert fault in spoiled(table, id_, when=condition)


def test_requirement_which_names_too_much_is_reported(spoiled: Spoil) -> None:
    condition = when(
        {"advanced_study": ["mri", "ct"], "advanced_result": ["not_recorded"], "grade": ["low", "high", "not_recorded"]}
    )
    assert spoiled("requirements", "advanced_result", when=condition) == [
        "scope.toml: requirements.advanced_result: 'grade' makes no difference"
    ]


def test_level_and_a_preference_which_name_too_much_are_reported(content: Content, spoiled: Spoil) -> None:
    levels = by_id(content.pitfalls)["hardware_artifact"].levels
    wide = levels[2].but(when=when({"hardware": ["none"]}, {"hardware": ["none"]}))
    assert (
        spoiled("pitfalls", "hardware_artifact", levels=(*levels[:2], wide))
        == [
            "pitfalls.toml: pitfalls.hardware_artifact.clear: 'hardware' never needs the value none",
        ]
        * 2
    )
    first, ct, plain, mri = content.instead["usual"]
    wide_plain = plain.but(
        when=when({"gadolinium_contraindicated": [True], "mars_available": [True, False, "not_recorded"]})
    )
    assert instead_spoiled(content, usual=(first, ct, wide_plain, mri)) == [
        "ratings.toml: instead.usual.mri_without_iv_contrast: 'mars_available' makes no difference"
    ]


def test_redirect_which_is_never_taken_is_reported(content: Content, spoiled: Spoil) -> None:
    exclusion = by_id(content.exclusions)["pulmonary_surveillance"]
    redirect = exclusion.redirects[0].but(when=when({"purpose": ["initial_staging"]}))
    assert spoiled("exclusions", exclusion.id, redirects=(redirect,)) == [
        "scope.toml: exclusions.pulmonary_surveillance.surveillance_pulmonary: never holds"
    ]


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
