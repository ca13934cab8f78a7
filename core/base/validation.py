"""Check tables read from a file against a model, and report every fault.

Pydantic takes 100 ms to import, so it is imported only here, and only when a file is read.
"""

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from core.base.model import Model

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

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
