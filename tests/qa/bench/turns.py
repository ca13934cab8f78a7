"""Taking turns: A B C, B C A, … so that what else the machine does falls on all alike."""

from collections.abc import Callable, Mapping
from typing import TypeVar

_Measured = TypeVar("_Measured")


def in_turns(contenders: Mapping[str, Callable[[], _Measured]], rounds: int) -> dict[str, list[_Measured]]:
    """Return what each contender measured in each round; every round starts with another of them."""
    names = list(contenders)
    measured: dict[str, list[_Measured]] = {name: [] for name in names}
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            measured[name].append(contenders[name]())
    return measured
