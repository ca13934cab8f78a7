"""The main screens look as they were last accepted, pixel by pixel; see tests/gui/golden_images.py."""

from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from core.content import Content
from gui.look.theme import theme_manager
from tests.gui.golden_images import FOLDER, GOLDENS, MADE_WITH, OUT, Golden, difference, draw, here, path_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    yield
    theme_manager().set_theme("light")


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)
def test_screen_looks_as_accepted(golden: Golden, content: Content) -> None:
    made_with = MADE_WITH.read_text(encoding="utf-8").strip()
    if made_with != here():
        pytest.skip(f"the pictures were made with {made_with}; {here()} draws letters its own way")
    now = draw(golden, content)
    with Image.open(path_of(golden)) as file:
        kept = file.convert("RGB")
    count, marked = difference(kept, now)
    if count:
        OUT.mkdir(parents=True, exist_ok=True)
        for name, picture in (("accepted", kept), ("now", now), ("difference", marked)):
            picture.save(OUT / f"{golden.name}-{name}.png")
    assert count == 0, f"{count} pixels differ: look at {OUT}/{golden.name}-*.png; `make goldens` accepts it"


def test_pictures_are_kept_for_the_six_screens_only() -> None:
    assert sorted(FOLDER.glob("*.png")) == sorted(map(path_of, GOLDENS))


def test_one_pixel_off_by_one_is_a_difference() -> None:
    one = Image.new("RGB", (40, 30), (10, 20, 30))
    other = one.copy()
    other.putpixel((7, 5), (10, 20, 31))
    count, marked = difference(one, other)
    assert (count, marked.getbbox()) == (1, (7, 5, 8, 6))
    assert difference(one, one.copy())[0] == 0
