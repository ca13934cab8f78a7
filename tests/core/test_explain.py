"""Every statement on the screen can say why: its reasoning, its basis, its answers and its sources."""

from collections.abc import Iterator

import pytest

from core.base.model import checked
from core.case.scenario import Scenario
from core.content import Content, by_id
from core.engine.decide import decide
from core.report.explain import Explainer, Explanation, cited_sources
from core.report.report import Report, make_report
from tests.decision_space import random_scenarios, spread_sample
from tests.strategies import eligible


def explainer(scenario: Scenario, content: Content, today: object) -> tuple[Explainer, Report]:
    report = make_report(scenario, decide(scenario, content, today), content)  # type: ignore[arg-type]
    return Explainer(content, scenario, report), report


def statements(report: Report, content: Content) -> Iterator[tuple[str, str]]:
    """The kind and id of everything that a report shows."""
    yield "advice", ""
    yield from (("node", node.id) for node in content.nodes)
    yield from (("rating", row.procedure) for row in report.ratings)
    yield from (("pitfall", row.id) for row in report.pitfalls)
    yield from (("assumption", assumed.field) for assumed in report.assumptions)
    for kind in ("exclusions", "redirects", "conflicts", "missing", "tumor_board", "notices"):
        yield from ((kind.removesuffix("s"), point.id) for point in getattr(report, kind))


def assert_complete(explanation: Explanation) -> None:
    assert explanation.title
    assert explanation.paragraphs and all(explanation.paragraphs)
    assert explanation.sources
    for source in explanation.sources:
        assert source.places and source.title and source.details


def test_that_every_statement_has_reasons_and_sources_with_their_places(content: Content, today: object) -> None:
    scenarios = [checked(Scenario, s) for s in (*spread_sample(200), *random_scenarios(200, seed=11))]
    seen = set()
    for scenario in scenarios:
        maker, page = explainer(scenario, content, today)
        for kind, name in statements(page, content):
            assert_complete(maker.explain(kind, name))
            seen.add(kind)
    assert seen == {
        "advice", "node", "rating", "pitfall", "assumption",
        "exclusion", "redirect", "conflict", "missing", "tumor_board", "notice",
    }  # fmt: skip


def test_that_an_inferred_step_says_so_and_a_sourced_one_does_not(content: Content, today: object) -> None:
    inferred, _ = explainer(eligible(radiograph_result="suspicious", mri_limitation="contraindicated"), content, today)
    assert inferred.explain("advice", "").inferred == content.topic.inferred_notice
    assert inferred.explain("node", "ct").inferred == content.topic.inferred_notice
    sourced, _ = explainer(eligible(radiograph_result="suspicious"), content, today)
    assert sourced.explain("advice", "").inferred == ""


def test_that_the_advice_names_the_answers_that_led_to_it(content: Content, today: object) -> None:
    maker, _ = explainer(eligible(radiograph_result="stable", clinical_suspicion="high"), content, today)
    because = {fact.label: fact.answer for fact in maker.explain("advice", "").because}
    assert because["Radiographs"] == "Stable"
    assert because["Clinical suspicion"] == "High"


def test_that_an_exclusion_names_the_answer_that_put_the_case_outside(content: Content, today: object) -> None:
    maker, _ = explainer(eligible(symptoms=("new_pain",)), content, today)
    assert [fact.answer for fact in maker.explain("exclusion", "symptomatic").because] == ["New pain"]


def test_that_a_pitfall_names_the_answers_that_set_its_level(content: Content, today: object) -> None:
    maker, _ = explainer(eligible(baseline_available=False, priors_available=True), content, today)
    facts = [(fact.label, fact.answer) for fact in maker.explain("pitfall", "neglected_comparison").because]
    assert facts == [("Baseline available", "No")]


def test_that_a_rating_from_the_capture_alone_asks_to_be_confirmed(content: Content, today: object) -> None:
    maker, page = explainer(eligible(), content, today)
    for row in page.ratings:
        asks = content.topic.confirm_notice in maker.explain("rating", row.procedure).paragraphs
        assert asks is row.confirm


def test_that_a_node_tells_every_answer_that_leads_on(content: Content, today: object) -> None:
    maker, _ = explainer(eligible(), content, today)
    for node in content.nodes:
        text = " ".join(maker.explain("node", node.id).paragraphs)
        for edge in content.edges:
            if edge.source == node.id and edge.label:
                assert f"{edge.label} → {by_id(content.nodes)[edge.target].label}" in text


def test_that_every_line_of_the_picture_says_why_one_step_leads_to_the_next(content: Content, today: object) -> None:
    maker, _ = explainer(eligible(), content, today)
    for edge in content.edges:
        explanation = maker.explain("line", f"{edge.source}:{edge.target}")
        assert_complete(explanation)
        assert f"{edge.label}: {edge.reasoning}" in explanation.paragraphs or edge.reasoning in explanation.paragraphs
        assert explanation.because == ()


def test_that_a_line_on_the_path_begins_with_the_edge_taken_and_names_its_answers(
    content: Content, today: object
) -> None:
    scenario = eligible(radiograph_result="stable", clinical_suspicion="high")
    maker, page = explainer(scenario, content, today)
    steps = {two.node: (one, two) for one, two in zip(page.steps, page.steps[1:], strict=False)}
    one, two = steps["mri_usable"]
    explanation = maker.explain("line", f"{one.node}:{two.node}")
    assert explanation.paragraphs[0] == f"{two.via}: {two.reasoning}"
    assert [fact.field for fact in explanation.because] == ["radiograph_result", "clinical_suspicion"]


def test_that_what_the_report_does_not_show_cannot_be_explained(content: Content, today: object) -> None:
    maker, _ = explainer(eligible(), content, today)
    with pytest.raises((KeyError, StopIteration)):
        maker.explain("exclusion", "symptomatic")


def test_that_a_source_is_named_once_with_all_its_places(content: Content) -> None:
    references = (*content.topic.sources, *content.topic.sources, *content.nodes[1].sources)
    cited = cited_sources(references, by_id(content.sources))
    assert len({source.id for source in cited}) == len(cited)
    (article,) = (source for source in cited if source.id == "S1")
    assert len(article.places) == len(set(article.places)) >= 3
