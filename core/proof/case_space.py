"""Enumerate the cases that a set of conditions can distinguish, to prove statements about them.

A condition becomes the set of cases that satisfy it. Redundant values and conditions that never hold are found with set
operations.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product

from core.case.condition import Alternative, AtLeast, Below, Condition, Value, fields_of
from core.case.scenario import Answer, Scenario, field_specs, in_form_order
from core.content import Content
from core.engine.scope import scope_conditions, scope_fields, scope_of

Cases = frozenset[int]


class CaseSpace:
    """Scenarios that differ in `fields`. A set of scenarios is a set of their indexes."""

    def __init__(self, fields: Iterable[str], scenarios: Iterable[Scenario]) -> None:
        self.fields = in_form_order(set(fields))
        self.scenarios = tuple(scenarios)
        self.all: Cases = frozenset(range(len(self.scenarios)))
        self._known: dict[tuple[str, tuple[Value, ...]], Cases] = {}

    def meeting(self, condition: Condition) -> Cases:
        """Return the cases that satisfy the condition."""
        return self._meeting(condition.alternatives)

    def _meeting(self, alternatives: Iterable[Alternative]) -> Cases:
        return frozenset().union(*(self._meeting_all_of(alternative) for alternative in alternatives))

    def _meeting_all_of(self, alternative: Alternative) -> Cases:
        return self.all.intersection(*(self._answering(field, values) for field, values in alternative.items()))

    def _answering(self, field: str, values: tuple[Value, ...]) -> Cases:
        if not values:
            return frozenset()
        if (field, values) not in self._known:
            condition = Condition(alternatives=({field: values},))
            # Many cases share the same answer to a field, so each answer is checked only once.
            admits: dict[Answer, bool] = {}
            for scenario in self.scenarios:
                answer = getattr(scenario, field)
                if answer not in admits:
                    admits[answer] = condition.holds(scenario)
            self._known[field, values] = frozenset(
                number for number, scenario in enumerate(self.scenarios) if admits[getattr(scenario, field)]
            )
        return self._known[field, values]

    def answers(self, scenario: Scenario, without: str | None = None) -> tuple[Answer, ...]:
        """Return a scenario's answers to the fields of this space, except to the field `without`."""
        return tuple(getattr(scenario, field) for field in self.fields if field != without)

    def example(self, cases: Cases) -> str:
        """Return one of the cases in words, for example "radiograph_result = stable, mars_available = not recorded"."""
        scenario = self.scenarios[min(cases)]
        return ", ".join(f"{field} = {_shown(getattr(scenario, field))}" for field in self.fields)

    def dead_values(self, condition: Condition, within: Cases) -> Iterator[str]:
        """Yield the values that could be removed from a condition without changing its cases."""
        held = self.meeting(condition) & within
        for place, alternative in enumerate(condition.alternatives):
            for field, values in alternative.items():
                for index, value in enumerate(values):
                    left = {**alternative, field: values[:index] + values[index + 1 :]}
                    if self._with(condition, place, left) & within == held:
                        yield f"'{field}' never needs the value {_shown(value)}"

    def idle_fields(self, condition: Condition, within: Cases) -> Iterator[str]:
        """Yield the fields that could be removed from a condition without changing its cases."""
        held = self.meeting(condition) & within
        for place, alternative in enumerate(condition.alternatives):
            for field in alternative:
                left = {other: values for other, values in alternative.items() if other != field}
                if self._with(condition, place, left) & within == held:
                    yield f"'{field}' makes no difference"

    def _with(self, condition: Condition, place: int, alternative: Alternative) -> Cases:
        return self._meeting((*condition.alternatives[:place], alternative, *condition.alternatives[place + 1 :]))


def whole_space(conditions: Iterable[Condition]) -> CaseSpace:
    """Return every combination of answers to the fields that the conditions read, whatever its status."""
    conditions = tuple(conditions)
    fields = fields_of(*conditions)
    return CaseSpace(fields, _combinations(Scenario(), fields, conditions))


def space_in_scope(conditions: Iterable[Condition], content: Content) -> CaseSpace:
    """Return every combination of answers, to the fields that the conditions read, that can be in scope."""
    conditions = tuple(conditions)
    fields = fields_of(*conditions)
    start = _some_case_in_scope(content)
    if start is None:
        return CaseSpace(fields, ())
    # The scope depends on only a few of the fields. The others multiply the remaining cases.
    asked, rest = fields & scope_fields(content), fields - scope_fields(content)
    inside = [_brought_into_scope(case, asked, content) for case in _combinations(start, asked, conditions)]
    return CaseSpace(fields, (full for case in inside if case for full in _combinations(case, rest, conditions)))


def _brought_into_scope(case: Scenario, fields: frozenset[str], content: Content) -> Scenario | None:
    """Return the case in scope, with linked answers filled in, or None if it cannot be in scope.

    For example, an MRI needs a result.
    """
    together = [set(alternative) for condition in scope_conditions(content) for alternative in condition.alternatives]
    linked = {field for group in together if group & fields for field in group} - fields
    candidates = _combinations(case, linked, ())
    return next((other for other in candidates if scope_of(other, content).status == "in_scope"), None)


def _some_case_in_scope(content: Content) -> Scenario | None:
    required = {requirement.field for requirement in content.requirements}
    conditions = tuple(requirement.when for requirement in content.requirements)
    candidates = _combinations(Scenario(), required, conditions)
    return next((case for case in candidates if scope_of(case, content).status == "in_scope"), None)


def _combinations(start: Scenario, fields: Iterable[str], conditions: tuple[Condition, ...]) -> Iterator[Scenario]:
    names = in_form_order(set(fields))
    for answers in product(*(_answers(name, conditions) for name in names)):
        yield start.but(**dict(zip(names, answers, strict=True)))


def _answers(field: str, conditions: tuple[Condition, ...]) -> tuple[Answer, ...]:
    """Return the answers to a field that conditions can distinguish, with "not recorded" last."""
    spec = field_specs()[field]
    if spec.kind == "yes_no":
        return (True, False, None)
    if spec.kind == "several":
        return (*chain.from_iterable(combinations(spec.choices, size) for size in range(len(spec.choices) + 1)), None)
    if spec.kind == "choice":
        return (*spec.choices, None)
    bounds = {
        value.below if isinstance(value, Below) else value.at_least
        for condition in conditions
        for alternative in condition.alternatives
        for value in alternative.get(field, ())
        if isinstance(value, (Below, AtLeast))
    }
    least, most = spec.minimum or 0, spec.maximum or 0
    return (*sorted({least, most, *(bound for bound in bounds if least < bound < most)}), None)


def _shown(answer: Answer | Value) -> str:
    if answer is None:
        return "not recorded"
    if isinstance(answer, bool):
        return str(answer).lower()
    return "[" + ", ".join(answer) + "]" if isinstance(answer, tuple) else str(answer)
