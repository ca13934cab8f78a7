"""The walk through the pathway: its rules, one case each, and what it does with a graph that does not decide."""

from typing import Any

import pytest

from core.case.condition import ALWAYS
from core.case.scenario import Scenario
from core.content import Content, by_id
from core.engine.pathway import Pathway, PathwayError
from tests.strategies import eligible
from tests.truth_table import INFERRED_EDGES

TO_RESULT = ["eligible", "radiographs", "radiograph_result"]
TO_MRI_QUESTION = [*TO_RESULT, "mri_usable"]
LAST: dict[str, list[str]] = {
    "mri": [*TO_MRI_QUESTION, "mri"],
    "ct": [*TO_MRI_QUESTION, "ct"],
    "mri_result": [*TO_MRI_QUESTION, "mri", "mri_result"],
    "ct_result": [*TO_MRI_QUESTION, "ct", "ct_result"],
}

WALKS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["eligible", "radiographs"]),
    ({"radiograph_result": "stable"}, [*TO_RESULT, "continue_surveillance"]),
    ({"radiograph_result": "stable", "clinical_suspicion": "high"}, LAST["mri"]),
    ({"radiograph_result": "suspicious"}, LAST["mri"]),
    ({"radiograph_result": "indeterminate"}, LAST["mri"]),
    ({"radiograph_result": "suspicious", "mri_limitation": "contraindicated"}, LAST["ct"]),
    ({"radiograph_result": "suspicious", "mri_limitation": "severe_artifact", "mars_available": False}, LAST["ct"]),
    ({"radiograph_result": "suspicious", "mri_limitation": "severe_artifact", "mars_available": True}, LAST["mri"]),
    ({"radiograph_result": "suspicious", "mri_limitation": "severe_artifact"}, LAST["mri"]),
    ({"radiograph_result": "suspicious", "mars_available": False}, LAST["mri"]),
    *(
        ({"radiograph_result": films, "advanced_study": study, "advanced_result": result, **more}, [*LAST[f"{study}_result"], end])
        for study in ("mri", "ct")
        for films, result, more, end in [
            ("stable", "suspicious", {}, "plan_biopsy"),
            ("suspicious", "suspicious", {"clinical_suspicion": "high"}, "plan_biopsy"),
            ("indeterminate", "equivocal", {}, "tumor_board"),
            ("stable", "no_recurrence", {}, "continue_surveillance"),
            ("indeterminate", "no_recurrence", {}, "continue_surveillance"),
            ("suspicious", "no_recurrence", {}, "tumor_board"),
            ("stable", "no_recurrence", {"clinical_suspicion": "high"}, "tumor_board"),
            ("indeterminate", "no_recurrence", {"clinical_suspicion": "high"}, "tumor_board"),
        ]
    ),
    (
        {"radiograph_result": "indeterminate", "advanced_study": "mri", "advanced_result": "nondiagnostic"},
        [*LAST["mri_result"], "ct"],
    ),
    (
        {"radiograph_result": "indeterminate", "advanced_study": "ct", "advanced_result": "nondiagnostic"},
        [*LAST["ct_result"], "tumor_board"],
    ),
]  # fmt: skip


def walk(scenario: Scenario, content: Content) -> list[str]:
    pathway = Pathway(content)
    return [node.id for node in pathway.walk(pathway.resolve(scenario)).nodes]


@pytest.mark.parametrize(("answers", "nodes"), WALKS)
def test_that_the_walk_follows_the_rules(content: Content, answers: dict[str, Any], nodes: list[str]) -> None:
    assert walk(eligible(**answers), content) == nodes


def test_that_the_order_of_nodes_and_edges_in_the_content_does_not_matter(content: Content) -> None:
    mirrored = content.but(nodes=content.nodes[::-1], edges=content.edges[::-1])
    assert all(walk(eligible(**answers), mirrored) == nodes for answers, nodes in WALKS)


def test_that_between_two_nodes_stands_one_edge_that_holds(content: Content) -> None:
    pathway = Pathway(content)
    scenario = pathway.resolve(eligible(radiograph_result="stable", advanced_study="ct", advanced_result="equivocal"))
    course = pathway.walk(scenario)
    assert [(edge.source, edge.target) for edge in course.edges] == [
        (before.id, after.id) for before, after in zip(course.nodes, course.nodes[1:], strict=False)
    ]
    assert all(edge.when.holds(scenario) for edge in course.edges)
    assert course.stop.id == "tumor_board"


def test_that_what_is_not_recorded_is_assumed_and_nothing_else(content: Content) -> None:
    pathway, scenario = Pathway(content), eligible(mri_limitation="contraindicated", radiograph_result="stable")
    resolved = pathway.resolve(scenario)
    assert (resolved.clinical_suspicion, resolved.mri_limitation) == ("low", "contraindicated")
    assert (resolved.mars_available, resolved.gadolinium_contraindicated) == (True, False)
    assert (resolved.baseline_available, resolved.hardware) == (None, None)
    assert scenario.clinical_suspicion is None
    assert pathway.resolve(resolved) is resolved


def test_that_mri_leaves_contrast_out_where_gadolinium_is_contraindicated(content: Content) -> None:
    pathway = Pathway(content)
    suspicious = pathway.resolve(eligible(radiograph_result="suspicious"))
    without = suspicious.but(gadolinium_contraindicated=True)
    assert pathway.walk(suspicious).headline.procedure == "mri_without_and_with_iv_contrast"
    assert pathway.walk(without).headline.procedure == "mri_without_iv_contrast"
    assert pathway.walk(without).leads_elsewhere_than(pathway.walk(suspicious))
    assert not pathway.walk(without).leads_elsewhere_than(pathway.walk(without))


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        ({}, []),
        ({"radiograph_result": "stable"}, ["clinical_suspicion"]),
        ({"radiograph_result": "stable", "clinical_suspicion": "low"}, []),
        ({"radiograph_result": "suspicious"}, ["mri_limitation", "gadolinium_contraindicated"]),
        ({"radiograph_result": "suspicious", "mri_limitation": "none"}, ["gadolinium_contraindicated"]),
        (
            {"radiograph_result": "suspicious", "mri_limitation": "severe_artifact"},
            ["mars_available", "gadolinium_contraindicated"],
        ),
        ({"radiograph_result": "suspicious", "mri_limitation": "contraindicated"}, []),
        ({"radiograph_result": "suspicious", "advanced_study": "mri", "advanced_result": "no_recurrence"}, []),
        (
            {"radiograph_result": "stable", "advanced_study": "mri", "advanced_result": "no_recurrence"},
            ["clinical_suspicion"],
        ),
        ({"radiograph_result": "stable", "advanced_study": "mri", "advanced_result": "suspicious"}, []),
    ],
)
def test_that_an_assumption_is_named_exactly_where_another_answer_alone_would_lead_elsewhere(
    content: Content, answers: dict[str, Any], fields: list[str]
) -> None:
    pathway, scenario = Pathway(content), eligible(**answers)
    course = pathway.walk(pathway.resolve(scenario))
    assert [assumption.field for assumption in pathway.assumptions_that_matter(scenario, course)] == fields


def test_that_two_edges_that_hold_at_once_are_an_error_with_their_names(content: Content) -> None:
    edges = tuple(e.but(when=ALWAYS) if e.id == "suspicious" else e for e in content.edges)
    with pytest.raises(PathwayError, match=r"radiograph_result has more than one next step: stable, suspicious"):
        walk(eligible(radiograph_result="stable"), content.but(edges=edges))


def test_that_a_question_without_a_next_step_is_an_error(content: Content) -> None:
    edges = tuple(e for e in content.edges if e.id != "stable")
    with pytest.raises(PathwayError, match="radiograph_result has no next step"):
        walk(eligible(radiograph_result="stable"), content.but(edges=edges))


def test_that_a_circle_is_an_error_and_not_an_endless_walk(content: Content) -> None:
    edges = tuple(e.but(target="radiographs") if e.id == "stable" else e for e in content.edges)
    with pytest.raises(PathwayError, match="runs in a circle"):
        walk(eligible(radiograph_result="stable"), content.but(edges=edges))


def test_that_a_stop_without_a_headline_is_an_error(content: Content) -> None:
    wordless = by_id(content.nodes)["radiographs"].but(headlines=())
    nodes = tuple(wordless if node.id == wordless.id else node for node in content.nodes)
    with pytest.raises(PathwayError, match="radiographs has no headline"):
        walk(eligible(), content.but(nodes=nodes))


def test_only_the_edges_of_the_truth_table_are_inferred(content: Content) -> None:
    assert {edge.id for edge in content.edges if edge.basis == "inferred"} == INFERRED_EDGES
