"""Wait for a condition, never for a fixed time."""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

SECONDS = 60.0
"""The time limit: long enough for a busy machine."""


def until(look: Callable[[], Found], what: str) -> Found:
    """Call a function until its result is true, and return the result. Raises AssertionError that names what is missing."""
    deadline = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)
    return found
