"""Waiting for a condition, never for a time."""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

SECONDS = 60.0
"""Until something that does not come counts as missing: long enough for a busy machine."""


def until(look: Callable[[], Found], what: str) -> Found:
    """Look again and again until it finds something true, and give that. Raises AssertionError with what is missing."""
    deadline = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)
    return found
