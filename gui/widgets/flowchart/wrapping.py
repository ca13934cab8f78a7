"""Text broken into lines at its spaces, never inside a word."""

from collections.abc import Callable
from functools import lru_cache
from itertools import combinations

Width = Callable[[str], float]
"""Return the width of a text in pixels."""


def narrowest(text: str, lines: int, width: Width) -> tuple[str, ...]:
    """Return the text in this many lines, or one per word if it has fewer, with the widest line at its narrowest."""
    return min(_splits(text, lines), key=lambda split: max(map(width, split)))


def fitting(text: str, room: float, most: int, width: Width) -> tuple[str, ...] | None:
    """Return the text in the fewest lines no wider than `room`, or None if more than `most` are needed."""
    for lines in range(1, most + 1):
        split = narrowest(text, lines, width)
        if max(map(width, split)) <= room:
            return split
    return None


@lru_cache(maxsize=1024)
def _splits(text: str, lines: int) -> tuple[tuple[str, ...], ...]:
    words = text.split(" ")
    breaks = combinations(range(1, len(words)), min(lines, len(words)) - 1)
    return tuple(
        tuple(" ".join(words[a:b]) for a, b in zip((0, *cuts), (*cuts, len(words)), strict=True)) for cuts in breaks
    )
