"""The types of model fields that several models share."""

import re
from typing import Annotated, Any, TypeVar

from annotated_types import MinLen

from core.base.model import Convert

_Item = TypeVar("_Item")


def matching(pattern: str, meaning: str) -> Convert:
    """Mark a text that must match the whole pattern. `meaning` completes "'x' is not …" in the fault."""

    def match(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"{text!r} is not {meaning}")
        return text

    return Convert(match)


def _tuple_from_list(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


FROM_LIST = Convert(_tuple_from_list, before=True)
"""Marks a tuple. TOML and JSON have lists only; a model keeps tuples."""

Id = Annotated[str, matching(r"[A-Za-z0-9][A-Za-z0-9_\-]*", "an id (letters, digits, _ and -)")]
Text = Annotated[str, MinLen(1)]
Several = Annotated[tuple[_Item, ...], FROM_LIST]
OneOrMore = Annotated[tuple[_Item, ...], MinLen(1), FROM_LIST]
