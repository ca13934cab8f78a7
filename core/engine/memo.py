"""Working each thing out once for the answers that it depends on."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from core.case.condition import Alternative, Condition, admits
from core.case.scenario import Answer, Scenario, in_form_order

_Result = TypeVar("_Result")

_MOST_ANSWERS = 500


class Holding:
    """Which alternatives of the conditions of several functions hold: one number, with a bit for each alternative.

    It is read off a scenario once and tells all the functions whether they have met the like of it.
    """

    def __init__(self) -> None:
        self._alternatives: list[Alternative] = []
        self._allowed: list[tuple[str, _Allowed]] = []

    def remember(
        self, conditions: Iterable[Condition], work_out: Callable[[Scenario], _Result], most: int
    ) -> "Remembered[_Result]":
        """A function of a scenario that depends on these conditions only. After `most` results its memory starts anew."""
        begin = len(self._alternatives)
        self._alternatives += [alternative for condition in conditions for alternative in condition.alternatives]
        fields = in_form_order({field for alternative in self._alternatives for field in alternative})
        self._allowed = [(field, _Allowed(field, self._alternatives)) for field in fields]
        own = (1 << len(self._alternatives)) - (1 << begin)
        return Remembered(own, work_out, most)

    def __call__(self, scenario: Scenario) -> int:
        """The number of this scenario."""
        answers, holding = vars(scenario), -1
        for field, allowed in self._allowed:
            holding &= allowed[answers[field]]
        return holding


class Remembered(Generic[_Result]):
    """A function of a scenario that remembers its result by which of its conditions hold.

    Answers that no condition tells apart are one: two ages on the same side of every bound, or months that only have
    to be recorded.
    """

    def __init__(self, own: int, work_out: Callable[[Scenario], _Result], most: int) -> None:
        self._own = own
        self._work_out = work_out
        self._most = most
        self._results: dict[int, _Result] = {}

    def __call__(self, holding: int, scenario: Scenario) -> _Result:
        """The result for this scenario, whose number is `holding`."""
        key = holding & self._own
        try:
            return self._results[key]
        except KeyError:
            if len(self._results) >= self._most:
                self._results.clear()
            found = self._results[key] = self._work_out(scenario)
            return found


class _Allowed(dict[Answer, int]):
    """Which alternatives each answer to one field allows to hold: a number with a bit for each alternative."""

    def __init__(self, field: str, alternatives: list[Alternative]) -> None:
        super().__init__()
        self._tests = [alternative.get(field) for alternative in alternatives]

    def __missing__(self, answer: Answer) -> int:
        if len(self) >= _MOST_ANSWERS:
            self.clear()
        bits = (values is None or admits(values, answer) for values in self._tests)
        allowed = self[answer] = sum(bit << place for place, bit in enumerate(bits))
        return allowed


def one_by_one(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """The conditions on each field by itself, and whether it is recorded.

    What tries other answers in place of some depends on these: a condition that fails for the answer to one field says
    nothing about its other fields.
    """
    conditions = tuple(conditions)
    single = (
        item for condition in conditions for alternative in condition.alternatives for item in alternative.items()
    )
    for field, values in dict.fromkeys(single):
        yield Condition(alternatives=({field: values},))
    for field in in_form_order({field for condition in conditions for field in condition.fields}):
        yield Condition(alternatives=({field: ("not_recorded",)},))
