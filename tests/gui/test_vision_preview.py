"""The color-vision preview: all that is painted changes, it says so, and it ends."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.color_vision import VISIONS, seen_color
from gui.look.theme import THEMES, load_theme, theme_manager
from gui.window.main_window import MainWindow
from tests.gui.audit.pixels import colors_of
from tests.gui.screen import Screen
from tests.strategies import eligible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")


@pytest.fixture(autouse=True)
def normal_vision(qapp: QApplication) -> Iterator[None]:
    yield
    theme_manager().set_vision("normal")
    theme_manager().set_theme("light")


def choose(window: MainWindow, vision: str) -> None:
    window.findChild(QAction, f"vision_{vision}").trigger()
    QApplication.processEvents()


def colored(widget: QWidget) -> list[str]:
    """The colors, rather than grays, that a widget is painted in."""
    return [shade for shade in colors_of(widget.grab().toImage()) if max(channels(shade)) - min(channels(shade)) > 2]


def channels(shade: str) -> tuple[int, ...]:
    return tuple(int(part, 16) for part in re.findall("..", shade[1:]))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("place", ["decide", "reference", "teach"])
def test_that_in_gray_no_colored_pixel_is_left(window: MainWindow, screen: Screen, theme: str, place: str) -> None:
    theme_manager().set_theme(theme)
    window.state.show_scenario(
        eligible(radiograph_result="indeterminate", advanced_study="mri", advanced_result="equivocal")
    )
    getattr(window, f"show_{place}")()
    screen.settle()
    assert colored(window)
    choose(window, "gray")
    screen.settle()
    assert colored(window) == []


@pytest.mark.parametrize("vision", [name for name in VISIONS if name != "normal"])
def test_that_filled_shapes_and_icons_are_painted_as_seen(window: MainWindow, screen: Screen, vision: str) -> None:
    window.state.show_scenario(eligible())
    choose(window, vision)
    screen.settle()
    theme = load_theme("light")
    painted = set(colors_of(window.decide.ratings.grab().toImage()))
    for category in ("usually_appropriate", "may_be_appropriate", "usually_not_appropriate"):
        own = theme.category(category).background
        assert seen_color(own, vision) in painted, category
        assert own not in painted, category


def test_that_the_line_says_what_is_previewed_and_ends_it(window: MainWindow, screen: Screen) -> None:
    screen.settle()
    before = window.grab().toImage()
    line = screen.find("vision_preview")
    assert not line.isVisible()
    choose(window, "deutan")
    assert any("Color preview: deutan" in label.text() for label in line.findChildren(QLabel) if label.isVisible())
    screen.click(screen.find("vision_end"))
    screen.settle()
    assert theme_manager().vision == "normal"
    assert not line.isVisible()
    window.decide.start()
    assert window.grab().toImage() == before
    assert [v for v in VISIONS if window.findChild(QAction, f"vision_{v}").isChecked()] == ["normal"]


def test_that_a_preview_outlasts_changes_of_theme_and_zoom_undistorted(window: MainWindow) -> None:
    choose(window, "protan")
    for zoom in (125, 200, 100):
        theme_manager().set_zoom(zoom)
    theme_manager().set_theme("dark")
    own = load_theme("dark").accent.fill
    assert theme_manager().theme.accent.fill == seen_color(own, "protan")


def test_that_a_room_is_told_of_the_preview(window: MainWindow, screen: Screen, qtbot: QtBot) -> None:
    choose(window, "tritan")
    window.present()
    presenter = window.teach.place.presenter
    assert presenter is not None
    try:
        assert "Color preview: tritan" in presenter.findChild(QLabel, "slide_position").text()
    finally:
        presenter.close()


def test_that_an_unknown_kind_of_vision_changes_nothing(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        theme_manager().set_vision("ultraviolet")
    assert (theme_manager().vision, theme_manager().theme) == ("normal", load_theme("light"))
