"""Two cases side by side: every difference is a line that is marked, and nothing else is."""

from datetime import date

import pytest
from hypothesis import given

from core.base.resources import resource_path
from core.case.scenario import Scenario, field_specs
from core.content.loading import load_content
from core.engine.decide import decide
from core.report.compare import CaseComparison, ComparisonSection, Side, compare
from core.report.report import make_report
from tests.strategies import eligible, scenarios

CONTENT = load_content(resource_path("content"))
TODAY = date(2026, 6, 1)


def side(scenario: Scenario, name: str = "") -> Side:
    """A case with its decision."""
    return Side(name, scenario, make_report(scenario, decide(scenario, CONTENT, TODAY), CONTENT))


def compared(first: Scenario, second: Scenario) -> CaseComparison:
    """Two scenarios side by side."""
    return compare(side(first, "one"), side(second, "other"), CONTENT)


def part(comparison: CaseComparison, name: str) -> ComparisonSection:
    """A part by its id."""
    return next(part for part in comparison.parts if part.id == name)


@given(scenarios())
def test_case_does_not_differ_from_itself(scenario: Scenario) -> None:
    comparison = compared(scenario, scenario)
    assert comparison.differences == 0
    assert not any(line.differs or line.first != line.second for part in comparison.parts for line in part.lines)


@given(scenarios(), scenarios())
def test_differing_answers_are_those_of_the_scenarios(one: Scenario, other: Scenario) -> None:
    lines = part(compared(one, other), "answers").lines
    assert [line.id for line in lines] == [name for name in field_specs() if getattr(one, name) != getattr(other, name)]
    assert all(line.differs for line in lines)


@given(scenarios(), scenarios())
def test_order_of_the_two_changes_sides_and_nothing_else(one: Scenario, other: Scenario) -> None:
    there, back = compared(one, other), compared(other, one)
    assert [(line.id, line.first, line.second) for p in there.parts for line in p.lines] == [
        (line.id, line.second, line.first) for p in back.parts for line in p.lines
    ]
    assert there.differences == back.differences


def test_unknown_warning_is_not_called_clear(subtests: pytest.Subtests) -> None:
    for outside in [Scenario(), eligible(tumor_origin="soft_tissue")]:
        with subtests.test(outside=outside):
            lines = part(compared(eligible(), outside), "pitfalls").lines
            assert len(lines) == len(CONTENT.pitfalls)
            assert {line.second for line in lines} == {"Not shown"}
            assert all(line.differs for line in lines)
