"""Compute each part of a decision once for the answers that it depends on.

A plain dictionary keyed by the answers was measured on 20,000 random scenarios: 176 instead of 16 µs a decision, because
most of them differ in answers that no condition tells apart.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from core.case.condition import Alternative, Condition, admits
from core.case.scenario import Answer, Scenario, in_form_order

_Result = TypeVar("_Result")

_MOST_ANSWERS = 500


class Holding:
    """Which alternatives of the conditions of several functions hold: one number with a bit for each alternative.

    The number is computed once for a scenario; each function uses its own bits of it as a key.
    """

    def __init__(self) -> None:
        self._alternatives: list[Alternative] = []
        self._allowed: list[tuple[str, _Allowed]] = []

    def remember(
        self, conditions: Iterable[Condition], work_out: Callable[[Scenario], _Result], most: int
    ) -> "Remembered[_Result]":
        """Return a function that depends on these conditions only. After `most` results it forgets them all."""
        begin = len(self._alternatives)
        self._alternatives += [alternative for condition in conditions for alternative in condition.alternatives]
        fields = in_form_order({field for alternative in self._alternatives for field in alternative})
        self._allowed = [(field, _Allowed(field, self._alternatives)) for field in fields]
        own = (1 << len(self._alternatives)) - (1 << begin)
        return Remembered(own, work_out, most)

    def __call__(self, scenario: Scenario) -> int:
        """Return the number of this scenario."""
        answers, holding = vars(scenario), -1
        for field, allowed in self._allowed:
            holding &= allowed[answers[field]]
        return holding


class Remembered(Generic[_Result]):
    """A function of a scenario that remembers its result by which of its conditions hold.

    Answers that no condition distinguishes share a result: two ages on the same side of every bound, or months that
    only have to be recorded.
    """

    def __init__(self, own: int, work_out: Callable[[Scenario], _Result], most: int) -> None:
        self._own = own
        self._work_out = work_out
        self._most = most
        self._results: dict[int, _Result] = {}

    def __call__(self, holding: int, scenario: Scenario) -> _Result:
        """Return the result for this scenario, whose number is `holding`."""
        key = holding & self._own
        try:
            return self._results[key]
        except KeyError:
            if len(self._results) >= self._most:
                self._results.clear()
            found = self._results[key] = self._work_out(scenario)
            return found


class _Allowed(dict[Answer, int]):
    """The alternatives that each answer to one field allows: a number with a bit for each alternative."""

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
    """Yield the conditions on each field by itself, and whether the field is recorded.

    A function that tries other answers depends on these: a condition that fails for one field's answer says nothing
    about its other fields.
    """
    conditions = tuple(conditions)
    single = (
        item for condition in conditions for alternative in condition.alternatives for item in alternative.items()
    )
    for field, values in dict.fromkeys(single):
        yield Condition(alternatives=({field: values},))
    for field in in_form_order({field for condition in conditions for field in condition.fields}):
        yield Condition(alternatives=({field: ("not_recorded",)},))
