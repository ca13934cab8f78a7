"""The icons: complete, uniform in style, and distinct by shape alone."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton

from core.base.model import field_names
from core.base.resources import resource_path
from gui.look import icons
from gui.look.theme import THEMES, load_theme, theme_manager

FILES = sorted(resource_path("icons").glob("*.svg"))
DRAWN = [path for path in FILES if path.stem != "app"]
CATEGORIES = tuple(field_names(type(load_theme("light").categories)))
LEVELS = tuple(field_names(type(load_theme("light").levels)))
STATUSES = tuple(field_names(type(load_theme("light").statuses)))
SOURCES = sorted((Path(__file__).resolve().parents[3] / "gui").rglob("*.py"))
HAND = {
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
"""The common attributes of all icons, for a uniform style."""


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme_manager().set_theme("light")
    yield
    theme_manager().set_theme("light")


def coverage(picture: QPixmap) -> list[int]:
    """Return the opacity of each pixel, 0 to 255: the silhouette."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return [image.pixelColor(x, y).alpha() for y in range(image.height()) for x in range(image.width())]


def grays(picture: QPixmap, ground: str) -> list[int]:
    """Return the picture on a background, without its colors."""
    backed = QPixmap(picture.size())
    backed.fill(ground)
    painter = QPainter(backed)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    image = backed.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return [image.pixelColor(x, y).red() for y in range(image.height()) for x in range(image.width())]


def share_that_differs(one: list[int], other: list[int], by: int) -> float:
    return sum(abs(a - b) > by for a, b in zip(one, other, strict=True)) / len(one)


def test_every_icon_is_drawn_by_one_hand() -> None:
    faults = []
    for path in FILES:
        drawn = coverage(icons.pixmap(path.stem, "#000000", 16, ratio=1.0))
        if not (len(drawn) == 256 and max(drawn) > 150 and sum(drawn) < 255 * 256):
            faults.append(f"{path.stem}: nothing or everything is painted")
    for path in DRAWN:
        root = ET.parse(path).getroot()
        if {name: root.get(name) for name in HAND} != HAND:
            faults.append(f"{path.stem}: another hand")
        paints = set(re.findall(r'(?:fill|stroke)="([^"]*)"', path.read_text(encoding="utf-8")))
        if not paints <= {"none", "currentColor", "context-fill", "context-stroke"}:
            faults.append(f"{path.stem}: a color")
        image = icons.pixmap(path.stem, "#000000", 24, fill="#000000", ratio=4.0).toImage()
        last = image.width() - 1
        rim = [image.pixelColor(x, y).alpha() for x in range(last + 1) for y in (0, last)]
        rim += [image.pixelColor(x, y).alpha() for y in range(last + 1) for x in (0, last)]
        if max(rim):
            faults.append(f"{path.stem}: touches its frame")
    assert faults == []


def test_no_two_icons_share_a_shape() -> None:
    shapes = {path.stem: coverage(icons.pixmap(path.stem, "#000000", 16, ratio=1.0)) for path in DRAWN}
    # The nearest two, a reminder and a warning, differ in lines by 2.8 %; their fill differs as well.
    assert min(share_that_differs(shapes[one], shapes[two], by=100) for one, two in combinations(shapes, 2)) >= 0.025


@pytest.mark.parametrize("name", THEMES)
def test_meaning_of_an_icon_shows_in_its_silhouette_and_color(name: str) -> None:
    """Each category, level and status stays distinct in the two shades of a copier: ink or none."""
    theme_manager().set_theme(name)
    theme = load_theme(name)
    ground = QColor(theme.surface.panel).lightness()
    drawn = {kind: (icons.category_pixmap, theme.category(kind).outline) for kind in CATEGORIES}
    drawn |= {kind: (icons.level_pixmap, theme.level(kind).outline) for kind in LEVELS}
    drawn |= {kind: (icons.status_pixmap, theme.status(kind).bar) for kind in STATUSES}
    for size in (16, 48):
        gray = {kind: grays(draw(kind, size, ratio=1.0), theme.surface.panel) for kind, (draw, _) in drawn.items()}
        ink = {kind: [255 * (abs(value - ground) > 40) for value in values] for kind, values in gray.items()}
        near = {(one, two): share_that_differs(ink[one], ink[two], by=100) for one, two in combinations(ink, 2)}
        assert {pair: share for pair, share in near.items() if share < 0.05} == {}
    for kind, (draw, color) in drawn.items():
        assert color in {shade.name() for shade in opaque(draw(kind, 48, ratio=1.0))}, kind


def opaque(picture: QPixmap) -> list[QColor]:
    image = picture.toImage()
    pixels = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return [pixel for pixel in pixels if pixel.alpha() == 255]


def test_icon_is_sharp_on_a_dense_screen_and_grows_with_the_zoom() -> None:
    dense = icons.pixmap("check", "#000000", 16, ratio=2.0)
    assert (dense.width(), dense.devicePixelRatio()) == (32, 2.0)
    button = QPushButton("Why")
    icons.set_icon(button, "why", "#000000")
    small = button.iconSize().height()
    theme_manager().set_zoom(200)
    icons.set_icon(button, "why", "#000000")
    theme_manager().set_zoom(100)
    assert button.iconSize().height() == 2 * small
    assert button.iconSize() in button.icon().availableSizes()


def test_mark_of_the_application_reads_at_16_pixels() -> None:
    # Background, lens and bone: three shades, each in more than a few pixels.
    image = icons.app_icon().pixmap(16, 16).toImage()
    lightness = [image.pixelColor(x, y).lightness() for y in range(16) for x in range(16)]
    dark, light = sum(value < 110 for value in lightness), sum(value > 200 for value in lightness)
    assert dark > 64
    assert light > 12
    assert 256 - dark - light > 24


def test_every_icon_named_in_the_code_exists() -> None:
    call = re.compile(r"\b(?:icons\.)?(?:icon|pixmap|set_icon)\((?:\w+,)?\s*\"(\w+)\"")
    named = {name for path in SOURCES for name in call.findall(path.read_text(encoding="utf-8"))}
    assert named
    assert named <= {path.stem for path in resource_path("icons").glob("*.svg")}
    with pytest.raises(FileNotFoundError, match=r"icons/unicorn\.svg"):
        icons.pixmap("unicorn", "#000000", 16)
