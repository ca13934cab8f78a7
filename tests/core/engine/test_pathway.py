"""The walk through the pathway, and what it does with a graph that does not decide.

Where each case walks to is in `test_truth_table.py`.
"""

from datetime import date

import pytest

from core.base.validation import checked
from core.case.condition import ALWAYS
from core.case.scenario import Scenario
from core.content import Content, by_id
from core.engine.pathway import Pathway, PathwayError
from tests.decision_space import ELIGIBLE_ANSWERS, spread_sample
from tests.strategies import eligible
from tests.truth_table import INFERRED_EDGES, expected


def walk(scenario: Scenario, content: Content) -> list[str]:
    pathway = Pathway(content)
    return [node.id for node in pathway.walk(pathway.resolve(scenario)).nodes]


def test_order_of_nodes_and_edges_does_not_matter(content: Content) -> None:
    mirrored = content.but(nodes=content.nodes[::-1], edges=content.edges[::-1])
    for answers in spread_sample(300, ELIGIBLE_ANSWERS):
        truth = expected(answers, date(2026, 6, 1))
        if truth.status == "in_scope":
            assert walk(checked(Scenario, answers), mirrored) == list(truth.path), answers


def test_between_two_nodes_stands_one_edge_which_holds(content: Content) -> None:
    pathway = Pathway(content)
    scenario = pathway.resolve(eligible(radiograph_result="stable", advanced_study="ct", advanced_result="equivocal"))
    course = pathway.walk(scenario)
    assert [(edge.source, edge.target) for edge in course.edges] == [
        (before.id, after.id) for before, after in zip(course.nodes, course.nodes[1:], strict=False)
    ]
    assert all(edge.when.holds(scenario) for edge in course.edges)
    assert course.stop.id == "tumor_board"


def test_what_is_not_recorded_is_assumed_and_nothing_else(content: Content) -> None:
    pathway, scenario = Pathway(content), eligible(mri_limitation="contraindicated", radiograph_result="stable")
    resolved = pathway.resolve(scenario)
    assert (resolved.clinical_suspicion, resolved.mri_limitation) == ("low", "contraindicated")
    assert (resolved.mars_available, resolved.gadolinium_contraindicated) == (True, False)
    assert (resolved.baseline_available, resolved.hardware) == (None, None)
    assert scenario.clinical_suspicion is None
    assert pathway.resolve(resolved) is resolved


def test_mri_has_no_contrast_without_gadolinium(content: Content) -> None:
    pathway = Pathway(content)
    suspicious = pathway.resolve(eligible(radiograph_result="suspicious"))
    without = suspicious.but(gadolinium_contraindicated=True)
    assert pathway.walk(suspicious).headline.procedure == "mri_without_and_with_iv_contrast"
    assert pathway.walk(without).headline.procedure == "mri_without_iv_contrast"
    assert pathway.walk(without).leads_elsewhere_than(pathway.walk(suspicious))
    assert not pathway.walk(without).leads_elsewhere_than(pathway.walk(without))


def test_two_edges_which_hold_at_once_are_error_with_their_names(content: Content) -> None:
    edges = tuple(e.but(when=ALWAYS) if e.id == "suspicious" else e for e in content.edges)
    with pytest.raises(PathwayError, match=r"radiograph_result has more than one next step: stable, suspicious"):
        walk(eligible(radiograph_result="stable"), content.but(edges=edges))


def test_question_without_a_next_step_is_an_error(content: Content) -> None:
    edges = tuple(e for e in content.edges if e.id != "stable")
    with pytest.raises(PathwayError, match="radiograph_result has no next step"):
        walk(eligible(radiograph_result="stable"), content.but(edges=edges))


def test_circle_is_an_error_and_not_an_endless_walk(content: Content) -> None:
    edges = tuple(e.but(target="radiographs") if e.id == "stable" else e for e in content.edges)
    with pytest.raises(PathwayError, match="runs in a circle"):
        walk(eligible(radiograph_result="stable"), content.but(edges=edges))


def test_stop_without_a_headline_is_an_error(content: Content) -> None:
    wordless = by_id(content.nodes)["radiographs"].but(headlines=())
    nodes = tuple(wordless if node.id == wordless.id else node for node in content.nodes)
    with pytest.raises(PathwayError, match="radiographs has no headline"):
        walk(eligible(), content.but(nodes=nodes))


def test_only_the_edges_of_the_truth_table_are_inferred(content: Content) -> None:
    assert {edge.id for edge in content.edges if edge.basis == "inferred"} == INFERRED_EDGES
