"""Every statement on the screen can say why: its reasoning, its basis, its answers and its sources."""

from collections.abc import Iterator

import pytest

from core.base.validation import checked
from core.case.scenario import Scenario
from core.content import Content, by_id
from core.content.citations import cited_sources
from core.engine.decide import decide
from core.report.explain import Explainer, Explanation
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


def test_every_statement_has_reasons_and_sources(content: Content, today: object) -> None:
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


def test_rating_from_the_capture_alone_asks_to_be_confirmed(content: Content, today: object) -> None:
    maker, page = explainer(eligible(), content, today)
    for row in page.ratings:
        asks = content.topic.confirm_notice in maker.explain("rating", row.procedure).paragraphs
        assert asks is row.confirm


def test_every_line_of_picture_says_why_one_step_leads_to_next(content: Content, today: object) -> None:
    maker, _ = explainer(eligible(), content, today)
    for edge in content.edges:
        explanation = maker.explain("line", f"{edge.source}:{edge.target}")
        assert_complete(explanation)
        assert f"{edge.label}: {edge.reasoning}" in explanation.paragraphs or edge.reasoning in explanation.paragraphs
        assert explanation.because == ()


def test_what_the_report_does_not_show_cannot_be_explained(content: Content, today: object) -> None:
    maker, _ = explainer(eligible(), content, today)
    with pytest.raises((KeyError, StopIteration)):
        maker.explain("exclusion", "symptomatic")


def test_source_is_named_once_with_all_its_places(content: Content) -> None:
    references = (*content.topic.sources, *content.topic.sources, *content.nodes[1].sources)
    cited = cited_sources(references, by_id(content.sources))
    assert len({source.id for source in cited}) == len(cited)
    (article,) = (source for source in cited if source.id == "S1")
    assert len(article.places) == len(set(article.places)) >= 3
