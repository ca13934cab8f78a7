"""Compute each part of a decision once for the answers that it depends on."""

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Generic, TypeVar

from core.case.condition import Condition, fields_of
from core.case.scenario import Scenario, in_form_order

_Result = TypeVar("_Result")


class Memo(Generic[_Result]):
    """A function of a scenario that computes its result once for the answers that `conditions` read.

    After `most` results it forgets them all, which bounds its memory for a file of any length.
    """

    def __init__(self, conditions: Iterable[Condition], compute: Callable[[Scenario], _Result], most: int) -> None:
        names = in_form_order(fields_of(*conditions))
        self._key = itemgetter(*names) if names else lambda _: ()
        self._compute, self._most = compute, most
        self._results: dict[object, _Result] = {}

    def __call__(self, scenario: Scenario) -> _Result:
        """Return the result for this scenario."""
        key = self._key(vars(scenario))
        try:
            return self._results[key]
        except KeyError:
            if len(self._results) >= self._most:
                self._results.clear()
            result = self._results[key] = self._compute(scenario)
            return result
