"""Lessons, sessions and quizzes: what is revealed, in which order, and what is left out."""

from datetime import date

import pytest

from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case
from core.content import Content
from core.content.citations import all_sources
from core.engine.decide import decide
from core.reference.shelf import load_shelf
from core.teaching.cases import case_faults, load_cases
from core.teaching.lesson import Lesson, make_lesson
from core.teaching.quiz import Quiz
from core.teaching.session import Tally, TeachingSession
from tests.strategies import eligible
from tests.teaching_cases import CASES, teaching_case


def lesson(content: Content, today: date, name: str) -> Lesson:
    return make_lesson(CASES[name], content, today)


def ids(made: Lesson) -> list[str]:
    return [step.id for step in made.steps]


def bundled(content: Content, today: date) -> list[Lesson]:
    sources = all_sources(content, load_shelf(resource_path("reference"), content))
    folder = load_cases(resource_path("cases"), content, sources, today)
    return [make_lesson(case.case, content, today) for case in folder.cases]


# Steps


def test_test_cases_are_teaching_cases(content: Content, today: date) -> None:
    sources = all_sources(content)
    faults = {name: list(case_faults(case, content, sources, today)) for name, case in CASES.items()}
    assert {name: found for name, found in faults.items() if found} == {}


def test_case_which_belongs_elsewhere_says_where(content: Content, today: date) -> None:
    case = teaching_case(
        eligible().but(purpose="initial_staging", treated=False),
        options=("order_radiographs", "use_other_pathway"),
    )
    made = make_lesson(case, content, today)
    (step,) = [step for step in made.steps if step.id == "redirects"]
    titles = {variant.title for variant in content.variants}
    assert step.blocks
    assert {block.text for block in step.blocks} <= titles


def test_no_answer_stands_before_the_commitment(content: Content, today: date) -> None:
    for made in bundled(content, today):
        before = made.steps[: made.step_index("answer")]
        assert [step.asking for step in before] == ["", "", "open"]
        assert all(made.report.headline not in step.words() for step in before), made.title


def test_films_which_are_not_there_have_no_step(content: Content, today: date) -> None:
    made = make_lesson(
        teaching_case(eligible(radiograph_result="not_done"), options=("order_mri", "radiography")), content, today
    )
    assert "radiographs" not in ids(made)


def test_unlisted_source_is_named_by_its_id(content: Content, today: date) -> None:
    made = make_lesson(teaching_case(eligible(radiograph_result="suspicious"), sources=("S1", "X9")), content, today)
    assert made.steps[-1].blocks[1].detail.splitlines()[1] == "X9"


def test_case_without_teaching_material_is_refused(content: Content, today: date) -> None:
    with pytest.raises(ValueError, match="Bare: has no teaching material"):
        make_lesson(Case(schema=SCHEMA, title="Bare", scenario=eligible()), content, today)


def test_step_which_is_not_there_is_a_key_error(content: Content, today: date) -> None:
    with pytest.raises(KeyError, match="ratings"):
        lesson(content, today, "out_of_scope").step_index("ratings")


# Options


def test_exactly_one_option_of_every_case_is_the_engines(content: Content, today: date) -> None:
    for made in [*bundled(content, today), *(lesson(content, today, name) for name in CASES)]:
        advice = decide(made.case.scenario, content, today).recommendation
        assert [option.right for option in made.options].count(True) == 1, made.title
        assert made.right is not None
        assert made.right.id in (advice.action, advice.procedure)


def test_case_whose_answer_is_no_option_has_no_right_one(content: Content, today: date) -> None:
    made = make_lesson(teaching_case(eligible(), options=("plan_biopsy", "us")), content, today)
    assert made.right is None


def test_topics_read_as_words_and_the_answer_stands_in_for_them(content: Content, today: date) -> None:
    scenario = eligible(radiograph_result="suspicious")
    assert make_lesson(teaching_case(scenario, topics=("first_step",)), content, today).topics == ("First step",)
    assert make_lesson(teaching_case(scenario), content, today).topics == ("Order MRI",)


# Votes and sessions


def test_votes_are_counted_and_never_fall_below_none() -> None:
    tally = Tally()
    assert (tally.total, tally.count("a"), tally.share("a")) == (0, 0, 0.0)
    tally.add("a", 3)
    tally.add("b")
    assert (tally.total, tally.share("a")) == (4, 0.75)
    tally.add("b", -2)
    assert (tally.count("b"), tally.total) == (0, 3)


def session(content: Content, today: date, *names: str) -> TeachingSession:
    return TeachingSession(tuple(lesson(content, today, name) for name in names))


def test_session_goes_through_all_steps_and_back(content: Content, today: date) -> None:
    going = session(content, today, "out_of_scope", "suspicious")
    way = [(going.case_index, going.step.id)]
    while going.next():
        way.append((going.case_index, going.step.id))
    assert way == [(n, step.id) for n, made in enumerate(going.lessons) for step in made.steps]
    back = [way[-1]]
    while going.back():
        back.append((going.case_index, going.step.id))
    assert back == way[::-1]


def test_room_votes_only_while_it_is_asked(content: Content, today: date) -> None:
    going = session(content, today, "suspicious")
    assert not going.vote(1)
    going.next()
    assert going.vote(1)
    assert going.step.id == "commit"
    assert not going.vote(5)
    assert not going.vote(0)
    assert going.vote(2, 3)
    going.next()
    assert not going.vote(1)
    assert going.tally.total == 4


def test_every_case_has_votes_of_its_own(content: Content, today: date) -> None:
    going = session(content, today, "out_of_scope", "suspicious")
    going.go_to_step("commit")
    going.vote(1)
    while going.case_index == 0:
        going.next()
    assert going.tally.total == 0
    going.back()
    assert going.tally.total == 1


def test_session_needs_a_lesson() -> None:
    with pytest.raises(ValueError, match="needs a lesson"):
        TeachingSession(())


# Quiz


def test_seed_decides_the_order_and_nothing_comes_twice(content: Content, today: date) -> None:
    lessons = bundled(content, today)
    one, same, other = (Quiz(lessons, 10, seed) for seed in (1, 1, 2))
    assert [made.title for made in one.lessons] == [made.title for made in same.lessons]
    assert [made.title for made in one.lessons] != [made.title for made in other.lessons]
    assert len({made.title for made in one.lessons}) == 10
    assert len(Quiz(lessons, 10_000, 1).lessons) == len(lessons)


def test_quiz_scores_what_was_chosen_first(content: Content, today: date) -> None:
    quiz = Quiz([lesson(content, today, name) for name in ("suspicious", "out_of_scope")], 2, 7)
    first, second = quiz.lessons
    assert first.right is not None
    wrong = next(option for option in second.options if not option.right)
    assert quiz.commit(first.right.id)
    assert quiz.commit(wrong.id)  # too late to change
    quiz.next()
    assert not quiz.commit(wrong.id)
    assert (quiz.index, quiz.answered, quiz.score, quiz.over) == (1, 2, 1, False)
    quiz.next()
    assert quiz.over
    assert quiz.lesson is None
    assert quiz.missed() == ((second, wrong),)
    assert quiz.result().splitlines()[0] == "1 of 2"
    assert wrong.text in quiz.result()


def test_case_passed_over_is_missed(content: Content, today: date) -> None:
    quiz = Quiz([lesson(content, today, "suspicious")], 1, 1)
    quiz.next()
    quiz.next()
    assert quiz.missed() == ((quiz.lessons[0], None),)
    assert "chosen: nothing" in quiz.result()


def test_quiz_needs_a_case() -> None:
    with pytest.raises(ValueError, match="needs a case"):
        Quiz([], 5, 1)
