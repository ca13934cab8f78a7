"""The note for the chart: short, plain, and open about its basis."""

from collections.abc import Iterator
from datetime import date

from core.base.resources import resource_path
from core.base.validation import checked
from core.case.case_file import SCHEMA, Case, read_case_file
from core.case.scenario import Scenario
from core.content import Content
from core.pages.note import LONGEST, to_note
from tests.decision_space import random_scenarios, spread_sample
from tests.strategies import eligible


def case_of(scenario: Scenario) -> Case:
    return Case(schema=SCHEMA, title="A title", scenario=scenario)


def note(scenario: Scenario, content: Content, today: date) -> str:
    return to_note(case_of(scenario), content, today)


def many_cases() -> Iterator[Case]:
    for scenario in (*spread_sample(300), *random_scenarios(300, seed=21)):
        yield case_of(checked(Scenario, scenario))
    for path in resource_path("cases").glob("*.case.json"):
        yield read_case_file(path)


def test_no_note_is_longer_than_a_chart_takes(content: Content, today: date) -> None:
    for case in many_cases():
        for ascii_only in (False, True):
            text = to_note(case, content, today, ascii_only)
            assert len(text) <= LONGEST
            assert content.topic.judgment_notice in text


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def test_on_wish_a_note_is_pure_ascii_and_has_all_the_words(content: Content, today: date) -> None:
    compared = 0
    for case in many_cases():
        usual, plain = to_note(case, content, today), to_note(case, content, today, ascii_only=True)
        assert plain.isascii()
        if len(usual) < LONGEST - 20:  # nothing has to give way for stand-ins that are longer than their signs
            assert letters(plain) == letters(usual)
            compared += not usual.isascii()
    assert compared > 100


def test_where_room_is_short_advice_stays_whole_and_cut_shows(content: Content, today: date) -> None:
    scenario = eligible(
        radiograph_result="suspicious",
        radiograph_findings=(
            "new_lytic_lesion", "new_sclerotic_lesion", "progressive_interface_radiolucency",
            "new_soft_tissue_opacity", "periosteal_reaction",
        ),
        clinical_suspicion="high", baseline_available=False, priors_available=False, hardware="endoprosthesis",
        mri_limitation="severe_artifact", mars_available=True, gadolinium_contraindicated=True, age_years=24,
        advanced_study="mri", advanced_result="no_recurrence", histology="giant_cell_tumor", grade="high",
        site="skull_or_jaw", surgery="limb_sparing_resection", radiation_therapy=True, months_since_treatment=36,
    )  # fmt: skip
    long = note(scenario, content, today)
    facts, advice, *_ = long.splitlines()
    assert "Discuss at the tumor board" in advice
    assert facts.endswith(("Time since treatment: 36 months", "; …"))
    assert len(long) > LONGEST * 0.8
