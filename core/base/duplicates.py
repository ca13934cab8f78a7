"""Find names that are listed more than once."""

from collections.abc import Iterable


def duplicates(names: Iterable[str]) -> list[str]:
    """Return each name that is listed more than once, in the order in which the names are repeated."""
    seen: set[str] = set()
    repeated: dict[str, None] = {}
    for name in names:
        if name in seen:
            repeated[name] = None
        seen.add(name)
    return list(repeated)
