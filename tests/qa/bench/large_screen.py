"""Qt's offscreen platform with a screen large enough for every measured window.

The default screen has 800 by 800 pixels, and the program's window keeps within its screen.
"""

from functools import cache
from pathlib import Path

from tests.qa.devices import Device, offscreen

CACHE = Path(__file__).resolve().parents[3] / "out" / "bench-cache"


@cache
def large_screen() -> dict[str, str]:
    """Return the environment variables that select it."""
    CACHE.mkdir(parents=True, exist_ok=True)
    return offscreen([Device(2560, 1440)], CACHE)
