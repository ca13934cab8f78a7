"""The memo of the engine: one result for each key."""

from core.case.scenario import Scenario
from core.engine.memo import Memo, answers_to


class Counter:
    """Counts how often it is called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, scenario: Scenario) -> int:
        self.calls += 1
        return self.calls


def test_same_answers_are_worked_out_once() -> None:
    memo = Memo(answers_to({"hardware", "symptoms"}), Counter())
    scenarios = [
        Scenario(hardware="none", symptoms=()),
        Scenario(hardware="none"),
        Scenario(symptoms=()),
        Scenario(hardware="none", symptoms=(), site="knee"),
    ]
    assert [memo(scenario) for scenario in scenarios] == [1, 2, 3, 1]


def test_not_recorded_differs_from_every_answer() -> None:
    memo = Memo(answers_to({"treated"}), Counter())
    assert [memo(Scenario(treated=answer)) for answer in (True, None, False, None)] == [1, 2, 3, 2]


def test_function_of_no_field_is_worked_out_once() -> None:
    memo = Memo(answers_to(()), Counter())
    assert [memo(Scenario(age_years=age)) for age in (1, 50)] == [1, 1]


def test_full_memo_forgets_everything() -> None:
    memo = Memo(answers_to({"hardware"}), Counter(), most=2)
    answers = ["none", "endoprosthesis", "none", "internal_fixation", "none"]
    assert [memo(Scenario(hardware=answer)) for answer in answers] == [1, 2, 1, 3, 4]


def test_none_is_remembered_as_well() -> None:
    asked: list[Scenario] = []
    memo = Memo(answers_to({"hardware"}), asked.append)
    assert [memo(Scenario()), memo(Scenario())] == [None, None]
    assert len(asked) == 1
