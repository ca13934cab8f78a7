"""The base class of all models: the frozen values that packs, cases and settings consist of.

A model is declared like a dataclass. `core.base.validation` checks what is read from a file against the types of its
fields, their `annotated_types` limits and their `Convert` functions.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True)
class Convert:
    """Mark a field whose value from a file is converted `before` or after its type is checked.

    `function` returns the value to use, or raises ValueError with the reason.
    """

    function: Callable[[Any], Any]
    before: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        before, after = core_schema.no_info_before_validator_function, core_schema.no_info_after_validator_function
        return (before if self.before else after)(self.function, handler(source))


def described(description: str, *, default: Any = MISSING, **more: Any) -> Any:
    """Declare a field with its description and, as `unit`, its unit."""
    return field(default=default, metadata={"description": description, **more})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, described))
class Model:
    """An immutable value. Its constructor takes keywords only and checks their names, not their values.

    The methods that `dataclass` would generate for each class are written here once: generating them for 112 models
    takes 140 ms of import time, and the window opens in 340 ms. `vars` of a model are its fields and nothing else.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "strict": True, "allow_inf_nan": False}
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _defaults: ClassVar[dict[str, Any]]
    _required: ClassVar[frozenset[str]]

    def __init_subclass__(cls) -> None:
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)
        made = {each.name: each.default_factory() for each in fields(cls) if each.default_factory is not MISSING}
        cls._defaults = {each.name: made.get(each.name, each.default) for each in fields(cls)}
        cls._required = frozenset(name for name, value in cls._defaults.items() if value is MISSING)

    def __init__(self, **values: Any) -> None:
        if not self._required <= values.keys() <= self._defaults.keys():
            wrong = (self._required - values.keys()) | (values.keys() - self._defaults.keys())
            raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(sorted(wrong))}")
        vars(self).update(self._defaults, **values)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Raise ValueError if the values are valid one by one but not together."""

    def but(self, **changes: Any) -> Self:
        """Return a copy with other values in some fields."""
        return type(self)(**{**vars(self), **changes})

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        # Strict about the fields, but a table from a file becomes a model.
        return {**handler(source), "strict": False}


def field_names(kind: type[Model]) -> tuple[str, ...]:
    """Return the names of a model's fields in the order of declaration."""
    return tuple(kind.__dataclass_fields__)
