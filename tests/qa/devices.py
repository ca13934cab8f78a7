"""Screens of any size, density and number for a test program, on Qt's offscreen platform.

As a program (`python -m tests.qa.devices ZOOM [main]`) it walks over all views, or the main ones, in a window that
fills its screen, and prints widgets, the screen's scale, the window's size and the problems as JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
_MOST_SECONDS = 800
MAIN = (
    "Decide: index", "Decide: everything answered and open", "Decide: two cases", "Decide: why", "Decide: finding",
    "Reference: criteria", "Reference: numbers", "Teach: teach, all revealed", "Presenter: commit", "Dialog: help",
    "Dialog: settings_dialog", "Dialog: local_protocol_dialog",
)  # fmt: skip
"""The views of a short walk: each place, and its dialogs and panels."""


@dataclass(frozen=True)
class Device:
    """A screen: its size in device pixels, device pixels per Qt pixel, and position."""

    width: int
    height: int
    scale: float = 1
    left: int = 0
    name: str = "screen"

    def __str__(self) -> str:
        return f"{self.width}x{self.height} at {self.scale:g}"


def offscreen(devices: Sequence[Device], folder: Path) -> dict[str, str]:
    """Return the environment variables that give Qt's offscreen platform these screens. Their plan is a file in the folder."""
    plan = folder / "screens.json"
    screens = [
        {"name": d.name, "x": d.left, "y": 0, "width": d.width, "height": d.height, "logicalDpi": 96, "dpr": 1}
        | {"logicalBaseDpi": 96}
        for d in devices
    ]
    plan.write_text(json.dumps({"windowFrameMargins": True, "screens": screens}), encoding="utf-8")
    return {
        "QT_QPA_PLATFORM": f"offscreen:configfile={plan}",
        "QT_SCREEN_SCALE_FACTORS": ";".join(f"{d.name}={d.scale:g}" for d in devices),
    }


def run_on(devices: Sequence[Device], folder: Path, module: str, *arguments: str) -> Any:
    """Run a test module on these screens, and return the JSON that it prints."""
    environment = {**os.environ, **offscreen(devices, folder), "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_MOST_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def main(arguments: Sequence[str]) -> int:
    """Walk on the current screen at a zoom."""
    from core.base.resources import resource_path
    from core.content.loading import load_content
    from gui.application import make_application
    from gui.look.theme import theme_manager
    from tests.gui.layout_walker import Walk
    from tests.qa.whole_walk import WALKED, walk_views

    app = make_application("light")
    scale, room = app.primaryScreen().devicePixelRatio(), app.primaryScreen().availableGeometry()
    walk = Walk()
    theme_manager().set_zoom(int(arguments[0]))
    views = [view for view in WALKED if view.title in MAIN] if "main" in arguments else WALKED
    walk_views(load_content(resource_path("content")), (room.width(), room.height()), walk, views)
    found = {"widgets": walk.widgets, "scale": scale, "problems": walk.problems}
    print(json.dumps({**found, "window": [room.width(), room.height()]}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
