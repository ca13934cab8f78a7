"""Taking turns: A B C, B C A, … so that other load on the machine affects all of them equally."""

from collections.abc import Callable, Mapping
from typing import TypeVar

_Measured = TypeVar("_Measured")


def in_turns(contenders: Mapping[str, Callable[[], _Measured]], rounds: int) -> dict[str, list[_Measured]]:
    """Return the results of each contender in each round. Every round starts with another one."""
    names = list(contenders)
    measured: dict[str, list[_Measured]] = {name: [] for name in names}
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            measured[name].append(contenders[name]())
    return measured
