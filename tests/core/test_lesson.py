"""Lessons, sessions and quizzes: what is revealed, in which order, and what is left out."""

from datetime import date

import pytest

from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case
from core.content import Content, by_id
from core.engine.decide import decide
from core.reference.shelf import load_shelf
from core.teaching.cases import case_faults, listed_sources, load_cases
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
    sources = listed_sources(content, load_shelf(resource_path("reference"), content))
    folder = load_cases(resource_path("cases"), content, sources, today)
    return [make_lesson(case.case, content, today) for case in folder.cases]


# Steps


def test_that_the_test_cases_are_teaching_cases(content: Content, today: date) -> None:
    sources = listed_sources(content, None)
    faults = {name: list(case_faults(case, content, sources, today)) for name, case in CASES.items()}
    assert {name: found for name, found in faults.items() if found} == {}


def test_that_a_case_is_revealed_in_the_order_of_a_lesson(content: Content, today: date) -> None:
    assert ids(lesson(content, today, "suspicious")) == [
        "vignette", "question", "commit", "answer", "ratings", "rationale", "radiographs",
        "path_1", "path_2", "path_3", "changes", "pitfalls", "teaching_point",
    ]  # fmt: skip


def test_that_a_case_outside_gets_reasons_instead_of_ratings(
    content: Content, today: date, subtests: pytest.Subtests
) -> None:
    for name in ["out_of_scope", "conflict", "incomplete"]:
        with subtests.test(name=name):
            made = lesson(content, today, name)
            assert {"ratings", "rationale", "radiographs", "pitfalls", "path_1"} & set(ids(made)) == set()
            assert "scope" in ids(made)
            assert made.steps[-1].id == "teaching_point"


def test_that_a_case_that_belongs_elsewhere_says_where(content: Content, today: date) -> None:
    case = teaching_case(
        eligible().but(purpose="initial_staging", treated=False),
        options=("order_radiographs", "use_other_pathway"),
    )
    made = make_lesson(case, content, today)
    (step,) = [step for step in made.steps if step.id == "redirects"]
    titles = {variant.title for variant in content.variants}
    assert step.blocks
    assert {block.text for block in step.blocks} <= titles


def test_that_no_answer_stands_before_the_commitment(content: Content, today: date) -> None:
    for made in bundled(content, today):
        before = made.steps[: made.step_index("answer")]
        assert [step.asking for step in before] == ["", "", "open"]
        assert all(made.report.headline not in step.words() for step in before), made.title


def test_that_films_that_are_not_there_have_no_step(content: Content, today: date) -> None:
    made = make_lesson(
        teaching_case(eligible(radiograph_result="not_done"), options=("order_mri", "radiography")), content, today
    )
    assert "radiographs" not in ids(made)


def test_that_the_path_grows_by_one_answer_at_a_time(content: Content, today: date) -> None:
    made = lesson(content, today, "long_path")
    steps = [step for step in made.steps if step.keeps_end]
    answers = [sum(bool(block.aside) for block in step.blocks) for step in steps]
    assert answers == list(range(len(steps)))
    assert [block.text for block in steps[-1].blocks] == [step.label for step in made.report.steps]
    assert [step.blocks[-1].look for step in steps] == ["here"] * len(steps)
    assert [step.name for step in steps] == ["The path"] * (len(steps) - 1) + ["Next step"]


def test_that_clear_pitfalls_are_not_told(content: Content, today: date) -> None:
    made = lesson(content, today, "suspicious")
    (step,) = [step for step in made.steps if step.id == "pitfalls"]
    levels = {row.title: row.level for row in made.report.pitfalls}
    assert {block.text for block in step.blocks} == {title for title, level in levels.items() if level != "clear"}
    assert {block.mark.removeprefix("level.") for block in step.blocks} == set(levels.values()) - {"clear"}


def test_that_ratings_leave_out_what_is_to_be_confirmed_unless_it_is_asked_about(content: Content, today: date) -> None:
    for name in ("suspicious", "wordy"):
        made = lesson(content, today, name)
        (step,) = [step for step in made.steps if step.id == "ratings"]
        asked = set(made.teaching.options)
        wanted = [
            row.short for row in made.report.ratings if not row.confirm or row.recommended or row.procedure in asked
        ]
        assert [block.text for block in step.blocks] == wanted
        assert [block.text for block in step.blocks if block.look == "strong"] == [
            row.short for row in made.report.ratings if row.recommended
        ]


def test_that_each_change_is_a_single_answer_that_leads_elsewhere(content: Content, today: date) -> None:
    made = lesson(content, today, "suspicious")
    (step,) = [step for step in made.steps if step.id == "changes"]
    told = [block.detail.removeprefix("→ ") for block in step.blocks]
    assert len(told) == len(set(told)) <= 5
    assert made.report.headline not in told
    stable = decide(made.case.scenario.but(radiograph_result="stable"), content, today)
    assert stable.recommendation.headline in told


def test_that_the_teaching_point_names_its_sources(content: Content, today: date) -> None:
    step = lesson(content, today, "suspicious").steps[-1]
    assert step.blocks[0].text == CASES["suspicious"].teaching.teaching_point  # type: ignore[union-attr]
    lines = step.blocks[1].detail.splitlines()
    assert [line.split(" · ")[0] for line in lines] == ["S1", "S143"]
    assert by_id(content.sources)["S1"].title in lines[0]


def test_that_an_unlisted_source_is_named_by_its_id(content: Content, today: date) -> None:
    made = make_lesson(teaching_case(eligible(radiograph_result="suspicious"), sources=("S1", "X9")), content, today)
    assert made.steps[-1].blocks[1].detail.splitlines()[1] == "X9"


def test_that_a_case_without_teaching_material_is_refused(content: Content, today: date) -> None:
    with pytest.raises(ValueError, match="Bare: has no teaching material"):
        make_lesson(Case(schema=SCHEMA, title="Bare", scenario=eligible()), content, today)


def test_that_a_step_that_is_not_there_is_a_key_error(content: Content, today: date) -> None:
    with pytest.raises(KeyError, match="ratings"):
        lesson(content, today, "out_of_scope").step_index("ratings")


# Options


def test_that_exactly_one_option_of_every_case_is_the_engines(content: Content, today: date) -> None:
    for made in [*bundled(content, today), *(lesson(content, today, name) for name in CASES)]:
        advice = decide(made.case.scenario, content, today).recommendation
        assert [option.right for option in made.options].count(True) == 1, made.title
        assert made.right is not None
        assert made.right.id in (advice.action, advice.procedure)


def test_that_a_case_whose_answer_is_no_option_has_no_right_one(content: Content, today: date) -> None:
    made = make_lesson(teaching_case(eligible(), options=("plan_biopsy", "us")), content, today)
    assert made.right is None


def test_that_topics_read_as_words_and_the_answer_stands_in_for_them(content: Content, today: date) -> None:
    scenario = eligible(radiograph_result="suspicious")
    assert make_lesson(teaching_case(scenario, topics=("first_step",)), content, today).topics == ("First step",)
    assert make_lesson(teaching_case(scenario), content, today).topics == ("Order MRI",)


# Votes and sessions


def test_that_votes_are_counted_and_never_fall_below_none() -> None:
    tally = Tally()
    assert (tally.total, tally.count("a"), tally.share("a")) == (0, 0, 0.0)
    tally.add("a", 3)
    tally.add("b")
    assert (tally.total, tally.share("a")) == (4, 0.75)
    tally.add("b", -2)
    assert (tally.count("b"), tally.total) == (0, 3)


def session(content: Content, today: date, *names: str) -> TeachingSession:
    return TeachingSession(tuple(lesson(content, today, name) for name in names))


def test_that_a_session_goes_through_all_steps_and_back(content: Content, today: date) -> None:
    going = session(content, today, "out_of_scope", "suspicious")
    way = [(going.case_index, going.step.id)]
    while going.next():
        way.append((going.case_index, going.step.id))
    assert way == [(n, step.id) for n, made in enumerate(going.lessons) for step in made.steps]
    back = [way[-1]]
    while going.back():
        back.append((going.case_index, going.step.id))
    assert back == way[::-1]


def test_that_a_room_votes_only_while_it_is_asked(content: Content, today: date) -> None:
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


def test_that_every_case_has_votes_of_its_own(content: Content, today: date) -> None:
    going = session(content, today, "out_of_scope", "suspicious")
    going.go_to_step("commit")
    going.vote(1)
    while going.case_index == 0:
        going.next()
    assert going.tally.total == 0
    going.back()
    assert going.tally.total == 1


def test_that_a_session_needs_a_lesson() -> None:
    with pytest.raises(ValueError, match="needs a lesson"):
        TeachingSession(())


# Quiz


def test_that_a_seed_decides_the_order_and_nothing_comes_twice(content: Content, today: date) -> None:
    lessons = bundled(content, today)
    one, same, other = (Quiz(lessons, 10, seed) for seed in (1, 1, 2))
    assert [made.title for made in one.lessons] == [made.title for made in same.lessons]
    assert [made.title for made in one.lessons] != [made.title for made in other.lessons]
    assert len({made.title for made in one.lessons}) == 10
    assert len(Quiz(lessons, 10_000, 1).lessons) == len(lessons)


def test_that_a_quiz_scores_what_was_chosen_first(content: Content, today: date) -> None:
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


def test_that_a_case_passed_over_is_missed(content: Content, today: date) -> None:
    quiz = Quiz([lesson(content, today, "suspicious")], 1, 1)
    quiz.next()
    quiz.next()
    assert quiz.missed() == ((quiz.lessons[0], None),)
    assert "chosen: nothing" in quiz.result()


def test_that_a_quiz_needs_a_case() -> None:
    with pytest.raises(ValueError, match="needs a case"):
        Quiz([], 5, 1)
