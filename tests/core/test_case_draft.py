"""A teaching case while it is written: what it starts from, what is refused, and that it comes back to the byte."""

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case, CaseError, case_to_bytes, parse_case, read_case_file
from core.case.scenario import Scenario
from core.content import Content
from core.teaching.cases import case_faults, same_answer
from core.teaching.draft import Draft, finish, first_draft, most_letters
from tests.broken_cases import BROKEN, document
from tests.strategies import eligible, eligible_scenarios, teaching_cases

SOURCES = frozenset({"S1", "S2", "S62"})
BUNDLED = sorted(resource_path("cases").glob("*.case.json"))


def bare(scenario: Scenario, title: str = "") -> Case:
    return Case(schema=SCHEMA, title=title, scenario=scenario)


# --- starting ----------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(scenario=eligible_scenarios())
def test_that_a_new_draft_lacks_no_more_than_the_teachers_words(
    content: Content, today: date, scenario: Scenario
) -> None:
    draft = first_draft(bare(scenario, "Mine"), content, today)
    assume(len(draft.options) > 1)
    with pytest.raises(CaseError) as caught:
        finish(draft, content, {source.id for source in content.sources}, today)
    words = ("vignette", "question", "teaching_point")
    assert caught.value.problems == [f"teaching.{name}: is empty; write something" for name in words]


@settings(max_examples=60)
@given(scenario=eligible_scenarios())
def test_that_the_options_suggested_hold_the_answer_once(content: Content, today: date, scenario: Scenario) -> None:
    draft = first_draft(bare(scenario), content, today)
    lesson = {"vignette": "v", "question": "q", "teaching_point": "t", "difficulty": "basic", "sources": ("S1",)}
    if len(draft.options) > 1:
        written = Draft(scenario, options=draft.options, **lesson)
        assert finish(written, content, {"S1"}, today).teaching is not None
    pairs = [(a, b) for a in draft.options for b in draft.options if a != b]
    assert not any(same_answer(a, b, content) for a, b in pairs)


def test_that_the_index_case_starts_with_its_answer_among_four(content: Content, today: date) -> None:
    draft = first_draft(bare(eligible(hardware="endoprosthesis")), content, today)
    assert draft.options == (
        "continue_surveillance",
        "use_other_pathway",
        "radiography",
        "mri_without_and_with_iv_contrast",
    )
    assert draft.sources == ("S1",)
    assert (draft.vignette, draft.question, draft.difficulty) == ("", "", "basic")


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.name)
def test_that_a_case_with_a_lesson_starts_with_that(content: Content, today: date, path: str) -> None:
    case = read_case_file(path)  # type: ignore[arg-type]
    draft = first_draft(case, content, today)
    assert case.teaching is not None
    assert draft == Draft(case.scenario, case.title, **vars(case.teaching))


# --- finishing ---------------------------------------------------------------------------------------------------


@settings(max_examples=150, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_that_a_draft_of_any_case_is_saved_as_the_same_bytes(
    content: Content, today: date, data: st.DataObject
) -> None:
    case = data.draw(teaching_cases(content, today, sorted(SOURCES)))
    saved = case_to_bytes(case)
    draft = first_draft(parse_case(saved), content, today)
    assert case_to_bytes(finish(draft, content, SOURCES, today)) == saved


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.name)
def test_that_a_bundled_case_is_saved_as_it_stands(content: Content, today: date, path: str) -> None:
    case = read_case_file(path)  # type: ignore[arg-type]
    assert case.teaching is not None
    again = finish(first_draft(case, content, today), content, frozenset(case.teaching.sources), today)
    assert case_to_bytes(again) == case_to_bytes(case)


def _can_be_drafted(change: dict[str, object]) -> bool:
    """Whether a form could hold this: every part there, texts as texts, lists of words as such."""
    whole = document(**change)["teaching"]
    texts = ("vignette", "question", "teaching_point", "difficulty")
    lists = ("options", "sources", *(["topics"] if "topics" in whole else []))
    return (
        set(whole) <= set(vars(Draft(Scenario())))
        and all(isinstance(whole.get(name), str) for name in texts)
        and all(isinstance(whole.get(name), list) and all(isinstance(x, str) for x in whole[name]) for name in lists)
    )


@pytest.mark.parametrize(
    ("change", "problems"),
    [row for row in BROKEN if _can_be_drafted(row[0])],
    ids=[row[1][0] for row in BROKEN if _can_be_drafted(row[0])],
)
def test_that_a_broken_draft_is_refused_as_its_file_would_be(
    content: Content, today: date, change: dict[str, object], problems: list[str]
) -> None:
    lesson = {name: tuple(v) if isinstance(v, list) else v for name, v in document(**change)["teaching"].items()}
    with pytest.raises(CaseError) as caught:
        finish(Draft(eligible(), "A case", **lesson), content, SOURCES, today)
    assert caught.value.problems == problems


def test_that_letters_that_no_file_can_hold_are_refused(content: Content, today: date) -> None:
    lesson = document()["teaching"] | {"vignette": "half a letter: \ud83d"}
    lesson = {name: tuple(v) if isinstance(v, list) else v for name, v in lesson.items()}
    with pytest.raises(CaseError, match=r"teaching\.vignette: .* is not text"):
        finish(Draft(eligible(), "A case", **lesson), content, SOURCES, today)


def test_that_the_most_letters_are_those_that_a_file_may_hold(content: Content, today: date) -> None:
    assert [most_letters(name) for name in ("title", "vignette", "question", "teaching_point")] == [200, 320, 110, 200]


def test_that_an_action_and_its_procedure_are_one_answer(content: Content) -> None:
    assert same_answer("order_mri", "mri_without_iv_contrast", content)
    assert same_answer("mri_without_iv_contrast", "order_mri", content)
    assert same_answer("us", "us", content)
    assert not same_answer("order_mri", "radiography", content)


def test_that_the_strategy_for_cases_makes_none_with_a_fault(content: Content, today: date) -> None:
    @settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
    @given(teaching_cases(content, today, sorted(SOURCES)))
    def check(case: Case) -> None:
        assert list(case_faults(case, content, SOURCES, today)) == []

    check()
