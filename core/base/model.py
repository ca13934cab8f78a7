"""Models: the frozen values that packs, cases and settings consist of, and how they are read from files.

A model is a dataclass. Its constructor checks only the names of the fields, for values that the program has computed.
`checked` validates values from a file with pydantic, by the types and limits of the fields. Pydantic takes 100 ms to
import, so it is imported only then.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema, ErrorDetails


class Limits:
    """Limits of a value beyond its type, as pydantic names them: `pattern`, `min_length`, `ge`, `strict`."""

    def __init__(self, **limits: Any) -> None:
        self.limits = limits

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        schema: dict[str, Any] = {**handler(source), **self.limits}
        return schema


class First:
    """A function applied before the type is checked. It returns the value to check, or raises ValueError."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_before_validator_function

        return no_info_before_validator_function(self.function, handler(source))


class Then:
    """A function applied after the type is checked. It returns the value to keep, or raises ValueError."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_after_validator_function

        return no_info_after_validator_function(self.function, handler(source))


_Item = TypeVar("_Item")
Id = Annotated[str, Limits(pattern=r"^[A-Za-z0-9][A-Za-z0-9_\-]*$")]
Text = Annotated[str, Limits(min_length=1)]
# TOML and JSON have lists only; a model keeps tuples.
Several = Annotated[tuple[_Item, ...], Limits(strict=False)]
OneOrMore = Annotated[tuple[_Item, ...], Limits(strict=False, min_length=1)]


def described(description: str, *, default: Any = MISSING, **more: Any) -> Any:
    """Declare a field with its description and, as `unit`, its unit."""
    return field(default=default, metadata={"description": description, **more})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, described))
class Model:
    """The base of all models: immutable, and strict about unknown keys when read from a file.

    `vars` of a model are its fields and nothing else. The methods that `dataclass` would generate for each class are
    written here once: generating them for 112 models takes 140 ms of import time, and the window opens in 340 ms.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "strict": True}
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _unfilled: ClassVar[dict[str, Any]]
    _wanted: ClassVar[frozenset[str]]

    def __init_subclass__(cls) -> None:
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)
        made = {each.name: each.default_factory() for each in fields(cls) if each.default_factory is not MISSING}
        cls._unfilled = {each.name: made.get(each.name, each.default) for each in fields(cls)}
        cls._wanted = frozenset(name for name, value in cls._unfilled.items() if value is MISSING)

    def __init__(self, **values: Any) -> None:
        # Compare both sides at once: a decision constructs many models, and a wrong name is rare.
        if not (self._wanted <= values.keys() <= self._unfilled.keys()):
            wrong = (self._wanted - values.keys()) | (values.keys() - self._unfilled.keys())
            raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(sorted(wrong))}")
        vars(self).update(self._unfilled, **values)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Raise ValueError if the values are valid one by one but not together."""

    def but(self, **changes: Any) -> Self:
        """Return a copy with other values in some fields. The new values are not checked."""
        other = object.__new__(type(self))
        vars(other).update({name: vars(self)[name] for name in self._unfilled}, **changes)
        return other

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_before_validator_function

        schema: Any = dict(handler.resolve_ref_schema(handler(source)))
        # Strict about the fields, but a table may stand for the model.
        schema["strict"] = False
        # A reference to this model also accepts its shorter forms.
        return no_info_before_validator_function(cls.as_table, schema, ref=schema.pop("ref"))

    @classmethod
    def as_table(cls, value: Any) -> Any:
        """Return the table that a shorter form means. Raise ValueError if it means none."""
        return value


def field_names(kind: type[Model]) -> tuple[str, ...]:
    """Return the names of a model's fields in the order of declaration."""
    return tuple(kind.__dataclass_fields__)


_Read = TypeVar("_Read", bound=Model)


class ModelError(ValueError):
    """Tables do not match the model. `faults` are pydantic's errors, worded for the author of a file."""

    def __init__(self, faults: "list[ErrorDetails]") -> None:
        self.faults = faults
        super().__init__("\n".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults))


def checked(kind: type[_Read], tables: Any) -> _Read:
    """Return the model that these tables hold. Raise ModelError with every fault."""
    from pydantic import ValidationError

    adapter: TypeAdapter[_Read] = _adapter(kind)  # type: ignore[arg-type]
    try:
        return adapter.validate_python(tables)
    except ValidationError as error:
        raise ModelError([_in_words(fault) for fault in error.errors(include_url=False)]) from None


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _in_words(fault: "ErrorDetails") -> "ErrorDetails":
    # The author of a file knows keys and tables, not arguments and dataclasses.
    if fault["type"] == "unexpected_keyword_argument":
        fault["msg"] = "Extra inputs are not permitted"
    elif fault["type"] == "dataclass_type":
        fault["msg"] = f"Input should be a valid dictionary or instance of {fault['ctx']['class_name']}"
    fault["msg"] = fault["msg"].removeprefix("Value error, ")
    return fault
