"""The real program on a real X server: its window opens, takes keys, fills the screen and closes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ImageChops

from core.content import Content, by_id
from tests.desktop.conftest import PROJECT, SCREEN, Desktop, Program
from tests.desktop.waiting import SECONDS, until
from tests.desktop.x_window import WindowManager, XWindow


def colors(window: XWindow) -> int:
    """Return the number of colors on the screen: a window that is mapped but not painted has few."""
    return len(window.picture().getcolors(SCREEN[0] * SCREEN[1]) or [])


def test_typing_the_index_case_shows_and_says_what_to_do(desktop: Desktop, program: Program, content: Content) -> None:
    with XWindow(desktop.display, "Bonewatch") as window:
        until(lambda: colors(window) > 50, "a painted window")
        before = window.picture()
        window.take_keyboard()
        window.type("1", "1", "1", "1")
        advice = program.app.find("panel", "Recommendation")
        headlines = {headline.text for headline in by_id(content.nodes)["radiographs"].headlines}
        until(lambda: headlines & set(advice.names()), "the headline")
        until(lambda: ImageChops.difference(window.picture(), before).getbbox(), "a change on the screen")


def test_f11_fills_the_screen_and_goes_back(desktop: Desktop, launch: Callable[..., Program]) -> None:
    with WindowManager(desktop.display) as manager:
        program = launch()
        with XWindow(desktop.display, "Bonewatch") as window:
            smaller = (40, 30, 1100, 700)
            window.place(*smaller)
            until(lambda: program.app.find("frame", "Bonewatch").box()[2:] == smaller[2:], "a smaller window")
            window.take_keyboard()
            window.type("F11")
            until(manager.serve, "the wish for the full screen")
            until(lambda: program.app.find("frame", "Bonewatch").box() == (0, 0, *SCREEN), "the full screen")
            window.type("F11")
            until(manager.serve, "the wish for a window again")
            until(lambda: program.app.find("frame", "Bonewatch").box()[2:] == smaller[2:], "the window again")


def test_the_close_button_ends_the_program_silently(desktop: Desktop, program: Program) -> None:
    with XWindow(desktop.display, "Bonewatch") as window:
        window.ask_to_close()

    assert program.process.wait(timeout=SECONDS) == 0


def test_ctrl_q_ends_the_program(desktop: Desktop, program: Program) -> None:
    with XWindow(desktop.display, "Bonewatch") as window:
        window.take_keyboard()
        window.type("ctrl+q")

    assert program.process.wait(timeout=SECONDS) == 0


def test_a_case_on_the_command_line_is_the_windows_title(desktop: Desktop, launch: Callable[..., Program]) -> None:
    launch("resources/cases/index.case.json")

    with XWindow(desktop.display, "limb-sparing resection"):
        pass


def start_without_a_window(tmp_path: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Start the program where no window can open."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8", **variables}
    return subprocess.run(
        [sys.executable, "-m", "gui"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


@pytest.mark.parametrize(
    "variables", [{}, {"DISPLAY": ""}, {"DISPLAY": ":4242"}, {"WAYLAND_DISPLAY": "wayland-4242"}], ids=str
)
def test_without_a_display_it_says_so_and_names_what_works(tmp_path: Path, variables: dict[str, str]) -> None:
    answer = start_without_a_window(tmp_path, **variables)

    assert answer.returncode == 2
    assert answer.stdout == ""
    assert "display" in answer.stderr
    assert "bonewatch decide" in answer.stderr
    assert "bonewatch render" in answer.stderr
    assert "Traceback" not in answer.stderr
