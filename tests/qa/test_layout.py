"""Nothing is clipped, overlaps or scrolls sideways, in every size, theme, zoom, scale and situation."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from core.content import Content
from gui.look.theme import theme_manager
from gui.state import CaseState
from gui.widgets.flowchart.node_button import NodeButton
from gui.window.main_window import MainWindow
from tests.gui.layout_walker import SITUATIONS, Walk, look_over, path, walk_situations
from tests.gui.screen import Screen, focus
from tests.strategies import eligible

# The offscreen platform prints this for every window with a minimum size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

PROJECT = Path(__file__).resolve().parents[2]
SIZES = ((1024, 768), (1280, 800), (1920, 1080))


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_everything_has_its_place(
    qapp: object,
    content: Content,
    size: tuple[int, int],
    theme: str,
    zoom: int,
    record_property: Callable[[str, object], None],
) -> None:
    theme_manager().set_theme(theme)
    theme_manager().set_zoom(zoom)
    walk = Walk()
    walk_situations(content, *size, walk)
    record_property("widgets", walk.widgets)

    assert walk.problems == {}
    assert walk.widgets > 150 * len(SITUATIONS)


@pytest.mark.parametrize("pixels", [(1024, 768), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_everything_has_its_place_on_a_screen_of_double_density(pixels: tuple[int, int]) -> None:
    size = f"{pixels[0] // 2}x{pixels[1] // 2}"
    answer = subprocess.run(
        [sys.executable, "-m", "tests.gui.layout_walker", size],
        cwd=PROJECT,
        env={**os.environ, "QT_SCALE_FACTOR": "2", "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    walked = json.loads(answer.stdout)

    assert walked["scale"] == 2
    assert walked["problems"] == {}
    assert walked["widgets"] > 150 * len(SITUATIONS)


# Changes at run time


def appearance(window: MainWindow) -> dict[str, tuple[float, int, int]]:
    """Return the text size of each named visible widget, and the widget's size to a few pixels."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window]
    named = [w for w in sorted(shown, key=path) if w.objectName() and not w.objectName().startswith("qt_")]
    # The size of the flowchart and the positions of its nodes depend on the last pixel.
    named = [w for w in named if not isinstance(w, NodeButton)]
    return {f"{path(w)} {n}": (w.font().pointSizeF(), w.width(), w.height()) for n, w in enumerate(named)}


def differs(one: tuple[float, int, int], other: tuple[float, int, int]) -> bool:
    """Return whether two appearances differ by more than the lines around a panel."""
    return one[0] != other[0] or abs(one[1] - other[1]) > 4 or abs(one[2] - other[2]) > 4


@pytest.mark.parametrize("theme_and_zoom", [("light", 200), ("dark", 150), ("contrast", 80)], ids=str)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_changed_look_or_size_equals_a_fresh_start(
    content: Content, today: date, window: MainWindow, screen: Screen, size: tuple[int, int], theme_and_zoom: Any
) -> None:
    window.resize(1280, 800)
    window.state.show_scenario(eligible(radiograph_result="indeterminate", hardware="endoprosthesis", age_years=9))
    screen.find("purpose_local_recurrence_surveillance").setFocus()
    screen.settle()
    theme_manager().set_theme(theme_and_zoom[0])
    theme_manager().set_zoom(theme_and_zoom[1])
    screen.settle()
    assert focus().objectName() == "purpose_local_recurrence_surveillance"
    window.resize(*size)
    screen.settle()
    assert focus().objectName() == "purpose_local_recurrence_surveillance"

    other = MainWindow(CaseState(content, today))
    other.resize(*size)
    other.show()
    Screen(other).settle()
    other.state.show_scenario(window.state.scenario)
    Screen(other).settle()
    wanted, got = appearance(other), appearance(window)
    other.close()
    other.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(wanted) > 80
    assert got.keys() == wanted.keys()
    assert {name: (got[name], wanted[name]) for name in got if differs(got[name], wanted[name])} == {}


# The walker


def wrong(window: MainWindow, screen: Screen) -> str:
    """Return the walker's findings after a change to the window."""
    screen.window.repaint()
    return "\n".join(look_over(window)[0])


@pytest.fixture
def sound(window: MainWindow, screen: Screen) -> MainWindow:
    """Return a window large enough for its case, with no problem except the one that a test adds."""
    window.resize(1920, 1400)
    window.state.show_scenario(eligible())
    screen.settle()
    return window


def test_the_walker_sees_cut_words(sound: MainWindow, screen: Screen) -> None:
    for name, kind in (("headline", QLabel), ("copy_note", QPushButton), ("purpose_pulmonary_surveillance", QWidget)):
        widget = screen.find(name, kind)
        assert f"{name} {type(widget).__name__}" not in wrong(sound, screen)
        widget.resize(widget.width() // 4, widget.height())
        assert f"{name} {type(widget).__name__}" in wrong(sound, screen), name


def test_the_walker_sees_the_words_of_fields(sound: MainWindow, screen: Screen) -> None:
    screen.open_folds()
    screen.settle()
    line = screen.find("age_years", QLineEdit)
    assert "age_years QLineEdit" not in wrong(sound, screen)
    line.resize(40, line.height())
    assert "age_years QLineEdit" in wrong(sound, screen)


def test_the_walker_sees_overlaps_and_what_sticks_out(sound: MainWindow, screen: Screen) -> None:
    why = screen.find("why")
    why.move(screen.find("copy_note").pos() - QPoint(20, 0))
    assert "share" in wrong(sound, screen)
    why.move(-20, 0)
    assert "sticks out" in wrong(sound, screen)


def test_the_walker_sees_small_targets_and_sideways_content(sound: MainWindow, screen: Screen) -> None:
    why = screen.find("why")
    why.resize(why.width(), 23)
    assert "a target of" in wrong(sound, screen)
    column = screen.find("column_left", QScrollArea)
    body = column.widget()
    assert "cut off sideways" not in wrong(sound, screen)
    column.setWidgetResizable(False)
    body.resize(body.width() + 200, body.height())
    assert "cut off sideways" in wrong(sound, screen)
