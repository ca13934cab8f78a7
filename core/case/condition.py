"""The conditions used in the content: which answers a case must have.

`when = {radiograph_result = ["stable"], clinical_suspicion = ["low"]}` holds when every named field has one of the
listed values. A list of such tables holds when at least one table holds. An empty table always holds.

Every field also accepts "recorded" and "not_recorded". A field with several answers accepts "any", "empty" or an answer
that must be among them. A number field accepts `{below = 18}` or `{at_least = 18}`. An answer that is not recorded
satisfies only "not_recorded".
"""

from typing import Annotated, Any, ClassVar, TypeAlias

from core.base.model import Convert, Model
from core.case.scenario import Answer, FieldSpec, Scenario, field_specs, in_form_order


class Below(Model):
    """An upper bound in the field's unit. The number must be below it."""

    below: float

    def __str__(self) -> str:
        return f"below {self.below:g}"


class AtLeast(Model):
    """A lower bound in the field's unit. The number must be at or above it."""

    at_least: float

    def __str__(self) -> str:
        return f"at least {self.at_least:g}"


def _plain(value: Any) -> Any:
    # Pydantic would accept 1 as true.
    if not isinstance(value, (bool, str, dict, Below, AtLeast)):
        known = "name one of the field's own, or {below = a number} or {at_least = a number}"
        raise ValueError(f"{value!r} is not a value: {known}")
    return value


Value: TypeAlias = Annotated[bool | str | Below | AtLeast, Convert(_plain, before=True)]
Alternative = dict[str, tuple[Value, ...]]

_ALWAYS_ALLOWED = ("recorded", "not_recorded")


def _values_of(spec: FieldSpec) -> tuple[bool | str, ...]:
    """Return the values that a condition on this field may name."""
    if spec.kind == "yes_no":
        return (True, False, *_ALWAYS_ALLOWED)
    if spec.kind == "several":
        return ("any", "empty", *spec.choices, *_ALWAYS_ALLOWED)
    return spec.choices + _ALWAYS_ALLOWED


def admits(values: tuple[Value, ...], answer: Answer) -> bool:
    """Return whether an answer satisfies a condition that lists `values`."""
    if answer is None:
        return "not_recorded" in values
    if "recorded" in values:
        return True
    if isinstance(answer, tuple):
        return ("any" if answer else "empty") in values or any(item in values for item in answer)
    if isinstance(answer, (bool, str)):
        return answer in values
    return any(_in_bound(value, answer) for value in values)


def _in_bound(value: Value, number: float) -> bool:
    if isinstance(value, Below):
        return number < value.below
    return isinstance(value, AtLeast) and number >= value.at_least


class Condition(Model):
    """A condition on the answers of a case. It holds when one of its alternatives holds."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    alternatives: tuple[Alternative, ...]

    def __post_init__(self) -> None:
        if not self.alternatives:
            raise ValueError("a condition needs at least one table")
        for alternative in self.alternatives:
            for field, values in alternative.items():
                self._check_field(field, values)

    @staticmethod
    def _check_field(field: str, values: tuple[Value, ...]) -> None:
        spec = field_specs().get(field)
        if spec is None:
            raise ValueError(f"'{field}' is not a field of the scenario")
        if not values:
            raise ValueError(f"'{field}' names no value, so nothing could satisfy it")
        known = _values_of(spec)
        for value in values:
            if isinstance(value, (Below, AtLeast)):
                if spec.kind != "number":
                    raise ValueError(f"'{field}' is not a number, so nothing is {value}")
            elif not any(value is k or (isinstance(value, str) and value == k) for k in known):
                listed = ", ".join(str(k) for k in known)
                raise ValueError(f"'{field}' has no value {value!r} (it has {listed})")

    @property
    def fields(self) -> frozenset[str]:
        """The fields that this condition reads."""
        return frozenset(field for alternative in self.alternatives for field in alternative)

    def holds(self, scenario: Scenario) -> bool:
        """Return whether the answers satisfy the condition."""
        return any(self._alternative_holds(alternative, scenario) for alternative in self.alternatives)

    def reasons(self, scenario: Scenario) -> tuple[str, ...]:
        """Return the fields whose answers satisfy the condition, in form order, or none if it does not hold."""
        holding = [a for a in self.alternatives if self._alternative_holds(a, scenario)]
        return in_form_order({field for alternative in holding for field in alternative})

    @staticmethod
    def _alternative_holds(alternative: Alternative, scenario: Scenario) -> bool:
        return all(admits(values, getattr(scenario, field)) for field, values in alternative.items())


def fields_of(*conditions: Condition) -> frozenset[str]:
    """Return every field that at least one of the conditions reads."""
    return frozenset(field for condition in conditions for field in condition.fields)


def _condition_table(value: Any) -> Any:
    if isinstance(value, dict) and "alternatives" not in value:
        value = [value]
    return {"alternatives": value} if isinstance(value, list) else value


When = Annotated[Condition, Convert(_condition_table, before=True)]
"""A condition in a file: one table, or a list of tables."""

ALWAYS = Condition(alternatives=({},))
