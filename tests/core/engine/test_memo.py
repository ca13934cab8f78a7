"""The memory of the engine: one result for each set of answers that the conditions distinguish."""

from collections.abc import Iterable

from core.base.validation import checked
from core.case.condition import Condition, When
from core.case.scenario import Scenario
from core.engine.memo import Holding, one_by_one

CHILD = checked(When, {"age_years": [{"below": 18}]})
SYMPTOM = checked(When, {"symptoms": ["any"]})
HARDWARE = checked(When, {"hardware": ["none"]})
FIXATION = checked(When, {"hardware": ["internal_fixation"]})


class Remembered:
    """A function that remembers, asked about scenarios as the engine does it."""

    def __init__(self, conditions: Iterable[Condition], asked: "Asked", most: int = 100) -> None:
        self._holding = Holding()
        self._function = self._holding.remember(conditions, asked, most)

    def __call__(self, scenario: Scenario) -> int:
        return self._function(self._holding(scenario), scenario)


class Asked:
    """Notes every scenario that it is asked about."""

    def __init__(self) -> None:
        self.scenarios: list[Scenario] = []

    def __call__(self, scenario: Scenario) -> int:
        self.scenarios.append(scenario)
        return len(self.scenarios)


def test_ages_on_one_side_of_the_bound_are_worked_out_once() -> None:
    asked = Asked()
    remembered = Remembered([CHILD], asked)
    assert [remembered(Scenario(age_years=age)) for age in (1, 17, 17.5, 18, 90, 3)] == [1, 1, 1, 2, 2, 1]


def test_what_no_condition_tells_apart_is_one_case() -> None:
    remembered = Remembered([CHILD], Asked())
    assert [remembered(Scenario(age_years=age)) for age in (30, None, 5)] == [1, 1, 2]


def test_not_recorded_counts_where_a_condition_asks_for_it() -> None:
    remembered = Remembered([CHILD, checked(When, {"age_years": ["not_recorded"]})], Asked())
    assert [remembered(Scenario(age_years=age)) for age in (30, None, 30, None)] == [1, 2, 1, 2]


def test_lists_count_by_the_conditions_which_they_satisfy() -> None:
    remembered = Remembered([SYMPTOM, checked(When, {"symptoms": ["empty"]})], Asked())
    answers = [None, (), ("new_pain",), ("palpable_mass",), ("new_pain", "palpable_mass"), ()]
    assert [remembered(Scenario(symptoms=answer)) for answer in answers] == [1, 2, 3, 3, 3, 2]


def test_choices_count_by_the_conditions_which_they_satisfy() -> None:
    remembered = Remembered([HARDWARE, FIXATION], Asked())
    answers = ["none", "endoprosthesis", "internal_fixation", None, "none"]
    assert [remembered(Scenario(hardware=answer)) for answer in answers] == [1, 2, 3, 2, 1]


def test_each_alternative_of_a_condition_counts() -> None:
    either = checked(When, [{"hardware": ["none"]}, {"symptoms": ["any"]}])
    remembered = Remembered([either], Asked())
    pain = ("new_pain",)
    cases = [Scenario(hardware="none"), Scenario(symptoms=pain), Scenario(hardware="none", symptoms=pain), Scenario()]
    assert [remembered(case) for case in cases] == [1, 2, 3, 4]


def test_condition_on_two_fields_hides_either_where_other_fails() -> None:
    both = checked(When, {"hardware": ["none"], "symptoms": ["any"]})
    cases = [Scenario(hardware="none"), Scenario(symptoms=("new_pain",)), Scenario()]
    together, alone = Remembered([both], Asked()), Remembered(one_by_one([both]), Asked())
    assert [together(case) for case in cases] == [1, 1, 1]
    assert [alone(case) for case in cases] == [1, 2, 3]


def test_one_by_one_tells_not_recorded_from_every_answer() -> None:
    remembered = Remembered(one_by_one([HARDWARE]), Asked())
    answers = ["none", "endoprosthesis", "internal_fixation", None]
    assert [remembered(Scenario(hardware=answer)) for answer in answers] == [1, 2, 2, 3]


def test_answers_which_no_condition_reads_make_no_difference() -> None:
    remembered = Remembered([HARDWARE], Asked())
    assert [remembered(Scenario(age_years=age, site="knee")) for age in (1, 50)] == [1, 1]


def test_what_depends_on_nothing_is_worked_out_once() -> None:
    remembered = Remembered([], Asked())
    assert [remembered(Scenario(age_years=age)) for age in (1, 50)] == [1, 1]


def test_memory_starts_anew_when_it_is_full() -> None:
    remembered = Remembered([HARDWARE, FIXATION], Asked(), most=2)
    answers = ["none", "endoprosthesis", "none", "internal_fixation", "none"]
    assert [remembered(Scenario(hardware=answer)) for answer in answers] == [1, 2, 1, 3, 4]


def test_functions_which_share_a_reading_keep_apart() -> None:
    holding = Holding()
    by_age, by_metal = holding.remember([CHILD], Asked(), most=10), holding.remember([HARDWARE, FIXATION], Asked(), 10)
    cases = [Scenario(age_years=age, hardware=metal) for age in (5, 50) for metal in ("none", "internal_fixation")]
    assert [by_age(holding(case), case) for case in cases] == [1, 1, 2, 2]
    assert [by_metal(holding(case), case) for case in cases] == [1, 2, 1, 2]


def test_nothing_found_is_remembered_as_well() -> None:
    holding, asked = Holding(), []
    nothing = holding.remember([HARDWARE], asked.append, most=10)
    assert [nothing(holding(case), case) for case in (Scenario(), Scenario())] == [None, None]
    assert len(asked) == 1
