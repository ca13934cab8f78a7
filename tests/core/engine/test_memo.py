"""The memory of the engine: computed once for the answers that its conditions read."""

from core.base.model import checked
from core.case.condition import Condition
from core.case.scenario import Scenario
from core.engine.memo import Memo

HARDWARE = checked(Condition, {"hardware": ["none"]})
SYMPTOM = checked(Condition, {"symptoms": ["any"]})


class Counter:
    """Counts its calls and returns the count."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, _: Scenario) -> int:
        self.calls += 1
        return self.calls


def test_each_combination_of_answers_is_computed_once() -> None:
    memo = Memo([HARDWARE, SYMPTOM], Counter(), most=100)
    pain = ("new_pain",)
    cases = [
        Scenario(hardware="none"),
        Scenario(hardware=None),
        Scenario(hardware="none", symptoms=pain),
        Scenario(hardware="none", symptoms=()),
    ]
    assert [memo(case) for case in (*cases, *cases)] == [1, 2, 3, 4, 1, 2, 3, 4]


def test_an_answer_no_condition_reads_changes_nothing() -> None:
    memo = Memo([HARDWARE], Counter(), most=100)
    assert [memo(Scenario(age_years=age)) for age in (3, 30, None)] == [1, 1, 1]


def test_a_memo_without_conditions_has_one_result() -> None:
    memo = Memo([], Counter(), most=100)
    assert [memo(Scenario(age_years=age)) for age in (3, 30)] == [1, 1]


def test_a_full_memo_forgets_and_computes_again() -> None:
    memo = Memo([HARDWARE], Counter(), most=2)
    answers = ("none", None, "endoprosthesis", "none")
    assert [memo(Scenario(hardware=answer)) for answer in answers] == [1, 2, 3, 4]
