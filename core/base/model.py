"""Parts: the frozen values that packs, cases and settings are made of, and how those are read.

A part is a dataclass. Making one checks nothing but the names of its fields: that is for values the program itself has
worked out. `checked` reads what comes from a file, by the types and limits that the fields are declared with. Pydantic
does that, and is loaded by then and not before: nothing that the window starts with needs it.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema, ErrorDetails


class Limits:
    """What a value must be beyond its type, in pydantic's words: `pattern`, `min_length`, `ge`, `strict` and the like."""

    def __init__(self, **limits: Any) -> None:
        self.limits = limits

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        schema: dict[str, Any] = {**handler(source), **self.limits}
        return schema


class First:
    """A function that a value goes through before its type is looked at: it raises ValueError, or returns what to read."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_before_validator_function

        return no_info_before_validator_function(self.function, handler(source))


class Then:
    """A function that a value goes through once its type is right: it raises ValueError, or returns what to keep."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import no_info_after_validator_function

        return no_info_after_validator_function(self.function, handler(source))


_Item = TypeVar("_Item")
Id = Annotated[str, Limits(pattern=r"^[A-Za-z0-9][A-Za-z0-9_\-]*$")]
Text = Annotated[str, Limits(min_length=1)]
# TOML and JSON have lists only; a part keeps tuples.
Several = Annotated[tuple[_Item, ...], Limits(strict=False)]
OneOrMore = Annotated[tuple[_Item, ...], Limits(strict=False, min_length=1)]


def described(description: str, *, default: Any = MISSING, **more: Any) -> Any:
    """A field with a word on what it means and, as `unit`, on how it is measured."""
    return field(default=default, metadata={"description": description, **more})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, described))
class Model:
    """The base of all parts: nothing in one changes, and nothing in what it is read from may be unknown.

    `vars` of a part are its fields and nothing else: what is worked out from them is remembered elsewhere.
    What `dataclass` would write for each class anew stands here once: for all the parts that the window starts with,
    that would take a tenth of its start.
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
        # The two sides are told apart where one is wrong, which is seldom: a decision is made of many parts.
        if not (self._wanted <= values.keys() <= self._unfilled.keys()):
            wrong = (self._wanted - values.keys()) | (values.keys() - self._unfilled.keys())
            raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(sorted(wrong))}")
        vars(self).update(self._unfilled, **values)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Raises ValueError where the values, each right by itself, do not go together."""

    def but(self, **changes: Any) -> Self:
        """The same with other values in some of its fields, which are checked no further."""
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
        # Strict with its fields, not with being one already: it is read from tables.
        schema["strict"] = False
        # Whoever refers to this part means it with its shorter ways of being written.
        return no_info_before_validator_function(cls.as_table, schema, ref=schema.pop("ref"))

    @classmethod
    def as_table(cls, value: Any) -> Any:
        """The table that a shorter way of writing this part stands for; raises ValueError where it stands for none."""
        return value


def field_names(kind: type[Model]) -> tuple[str, ...]:
    """The names of a part's fields, in the order in which they are declared."""
    return tuple(kind.__dataclass_fields__)


_Read = TypeVar("_Read", bound=Model)


class ModelError(ValueError):
    """Tables that are not the part they should be. `faults` are what pydantic tells of each, in words for its reader."""

    def __init__(self, faults: "list[ErrorDetails]") -> None:
        self.faults = faults
        super().__init__("\n".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults))


def checked(kind: type[_Read], tables: Any) -> _Read:
    """The part that tables read from a file are. Raises PartError with every fault."""
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
    # A file has keys and tables; arguments and dataclasses are for who writes programs.
    if fault["type"] == "unexpected_keyword_argument":
        fault["msg"] = "Extra inputs are not permitted"
    elif fault["type"] == "dataclass_type":
        fault["msg"] = f"Input should be a valid dictionary or instance of {fault['ctx']['class_name']}"
    fault["msg"] = fault["msg"].removeprefix("Value error, ")
    return fault
