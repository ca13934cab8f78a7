"""Working each thing out once for the answers that it depends on."""

from collections.abc import Callable, Hashable, Iterable
from operator import attrgetter
from typing import Generic, TypeVar

from core.guard import Guard, Value, admits
from core.scenario import Answer, Scenario, field_specs, in_form_order

_Result = TypeVar("_Result")

# More than the answers of any table make; a file of any length is decided in the same room.
_MOST = 20_000
_MOST_GRADES = 1_000


class Remembered(Generic[_Result]):
    """A function of a scenario that depends on these conditions only, and remembers its result for their answers.

    Numbers and lists count by which of the conditions they satisfy: two ages on the same side of every bound are one.
    After `most` results the memory starts anew.
    """

    def __init__(self, guards: Iterable[Guard], work_out: Callable[[Scenario], _Result], most: int = _MOST) -> None:
        tests: dict[str, dict[tuple[Value, ...], None]] = {}
        for guard in guards:
            for alternative in guard.alternatives:
                for field, values in alternative.items():
                    tests.setdefault(field, {})[values] = None
        names = in_form_order(set(tests))
        graded = [name for name in names if field_specs()[name].kind in ("number", "several")]
        self._answers = _getter([name for name in names if name not in graded])
        self._graded = [(attrgetter(name), _Grades(tuple(tests[name]))) for name in graded]
        self._work_out = work_out
        self._most = most
        self._results: dict[Hashable, _Result] = {}

    def __call__(self, scenario: Scenario) -> _Result:
        """The result for this scenario."""
        key = self._answers(scenario)
        for answer_of, grades in self._graded:
            key = (key, grades[answer_of(scenario)])
        found = self._results.get(key)
        if found is None:
            if len(self._results) >= self._most:
                self._results.clear()
            found = self._results[key] = self._work_out(scenario)
        return found


class _Grades(dict[Answer, tuple[bool, ...]]):
    """Which conditions on one field each answer to it satisfies."""

    def __init__(self, tests: tuple[tuple[Value, ...], ...]) -> None:
        super().__init__()
        self._tests = tests

    def __missing__(self, answer: Answer) -> tuple[bool, ...]:
        if len(self) >= _MOST_GRADES:
            self.clear()
        grade = self[answer] = tuple(admits(values, answer) for values in self._tests)
        return grade


def _getter(names: list[str]) -> Callable[[Scenario], Hashable]:
    return attrgetter(*names) if names else lambda _: ()
