"""Screens that change on a real X server: a laptop that mirrors a projector, and a denser screen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.conftest import PROJECT, desktop_of


def test_the_window_follows_its_screens(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> None:
    with desktop_of(tmp_path_factory.mktemp("home"), (5760, 2160)) as desktop:
        environment = {**desktop.environment, "QT_SCREEN_SCALE_FACTORS": "screen=1;wall=2", "PYTHONPATH": str(PROJECT)}
        done = subprocess.run(
            [sys.executable, "-m", "tests.qa.screens_driver", str(tmp_path)],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    windows = {name: found for name, found in seen.items() if isinstance(found, dict)}

    assert {name: found["problems"] for name, found in windows.items() if found["problems"]} == {}
    assert {name: found["within"] for name, found in windows.items()} == dict.fromkeys(windows, True)
    assert seen["doubled"]["size"] == [1024, 768]
    assert seen["alone again"]["size"] == seen["at first"]["size"] == [1280, 800]
    assert seen["presented"]["size"] == [1920, 1080]
    assert seen["presented, doubled"]["size"] == [1024, 768]
    assert (seen["denser"], seen["denser then"]) == (1, 2)
    assert (seen["on the wall"]["screen"], seen["on the wall"]["ratio"]) == ("wall", 2)
    assert max(seen["blur at home"], seen["blur on the wall"]) < 0.5
    assert (seen["icon at home"], seen["icon on the wall"]) == (1, 1)
    assert seen["pulled"]["screen"] == "screen"
