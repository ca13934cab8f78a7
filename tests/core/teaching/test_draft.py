"""A teaching case while it is written: what it starts from, what is refused, and that its bytes come back."""

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from core.case.case_file import SCHEMA, Case, CaseError, case_to_bytes, parse_case
from core.case.scenario import Scenario
from core.content import Content
from core.teaching.cases import CaseFolder, same_answer
from core.teaching.draft import Draft, finish, first_draft, most_letters
from tests.broken_cases import BROKEN, document
from tests.strategies import eligible, eligible_scenarios, teaching_cases

SOURCES = frozenset({"S1", "S2", "S62"})


def bare(scenario: Scenario, title: str = "") -> Case:
    return Case(schema=SCHEMA, title=title, scenario=scenario)


@given(scenario=eligible_scenarios())
def test_new_draft_lacks_only_the_teachers_words(content: Content, today: date, scenario: Scenario) -> None:
    draft = first_draft(bare(scenario, "Mine"), content, today)
    assume(len(draft.options) > 1)
    with pytest.raises(CaseError) as caught:
        finish(draft, content, {source.id for source in content.sources}, today)
    words = ("vignette", "question", "teaching_point")
    assert caught.value.problems == [f"teaching.{name}: is empty; write something" for name in words]
    pairs = [(a, b) for a in draft.options for b in draft.options if a != b]
    assert not any(same_answer(a, b, content) for a, b in pairs)


def test_index_case_starts_with_its_answer_among_four(content: Content, today: date) -> None:
    draft = first_draft(bare(eligible(hardware="endoprosthesis")), content, today)
    assert draft.options == (
        "continue_surveillance",
        "use_other_pathway",
        "radiography",
        "mri_without_and_with_iv_contrast",
    )
    assert draft.sources == ("S1",)
    assert (draft.vignette, draft.question, draft.difficulty) == ("", "", "basic")


def test_bundled_case_starts_with_its_lesson(bundled: CaseFolder, content: Content, today: date) -> None:
    for case in bundled.cases:
        draft = first_draft(case.case, content, today)
        assert draft == Draft(case.case.scenario, case.case.title, **vars(case.teaching))
        assert finish(draft, content, frozenset(case.teaching.sources), today) == case.case


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_draft_of_any_case_is_saved_as_the_same_bytes(content: Content, today: date, data: st.DataObject) -> None:
    case = data.draw(teaching_cases(content, today, sorted(SOURCES)))
    saved = case_to_bytes(case)
    draft = first_draft(parse_case(saved), content, today)
    assert case_to_bytes(finish(draft, content, SOURCES, today)) == saved


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


def test_broken_draft_is_refused_as_its_file(content: Content, today: date, subtests: pytest.Subtests) -> None:
    unwritable = ({"vignette": "half a letter: \ud83d"}, ['teaching.vignette: "half a letter: \\ud83d" is not text'])
    drafts = [row for row in BROKEN if _can_be_drafted(row[0])]
    assert len(drafts) > 15
    for change, problems in (*drafts, unwritable):
        lesson = {name: tuple(v) if isinstance(v, list) else v for name, v in document(**change)["teaching"].items()}
        with subtests.test(str(problems)), pytest.raises(CaseError) as caught:
            finish(Draft(eligible(), "A case", **lesson), content, SOURCES, today)
        with subtests.test(str(problems)):
            assert caught.value.problems == problems


def test_most_letters_are_those_of_a_file() -> None:
    assert [most_letters(name) for name in ("title", "vignette", "question", "teaching_point")] == [200, 320, 110, 200]


def test_action_and_its_procedure_are_one_answer(content: Content) -> None:
    pairs = [("order_mri", "mri_without_iv_contrast"), ("mri_without_iv_contrast", "order_mri"), ("us", "us")]
    assert all(same_answer(one, other, content) for one, other in pairs)
    assert not same_answer("order_mri", "radiography", content)
