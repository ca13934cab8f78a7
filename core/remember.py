"""Working each thing out once for the answers that it depends on."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Generic, TypeVar

from core.scenario import Scenario, in_form_order

_Result = TypeVar("_Result")

# Ages and months make more combinations than any table; past this many the memory starts anew, so that a file of
# any length is decided in the same room.
_MOST = 5_000


class Remembered(Generic[_Result]):
    """A function of a scenario that reads only `fields`, and remembers its result for their answers.

    The fields are gathered from the conditions that the function evaluates, so they cannot lag behind the content.
    """

    def __init__(self, fields: Iterable[str], work_out: Callable[[Scenario], _Result]) -> None:
        names = in_form_order(set(fields))
        self._answers = attrgetter(*names) if names else lambda _: ()
        self._work_out = work_out
        self._results: dict[object, _Result] = {}

    def __call__(self, scenario: Scenario) -> _Result:
        """The result for this scenario."""
        answers = self._answers(scenario)
        found = self._results.get(answers)
        if found is None:
            if len(self._results) >= _MOST:
                self._results.clear()
            found = self._results[answers] = self._work_out(scenario)
        return found
