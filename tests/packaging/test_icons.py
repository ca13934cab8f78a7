"""The icons that are kept for the three systems are those that the drawing gives."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tools.icons import ICNS_SIZES, ICO_SIZES, PNG_SIZE, drawn

pytestmark = pytest.mark.packaging

BUNDLE = Path(__file__).resolve().parents[2] / "bundle"
# Levels of 255, on average: another release of Qt may smooth an edge in another way.
MOST_DIFFERENCE = 2


def assert_alike(kept: Image.Image, size: int) -> None:
    assert kept.size == (size, size)
    difference = ImageStat.Stat(ImageChops.difference(kept.convert("RGBA"), drawn(size)))
    assert max(difference.mean) <= MOST_DIFFERENCE


def test_the_picture_is_the_drawing() -> None:
    with Image.open(BUNDLE / "bonewatch.png") as picture:
        assert_alike(picture, PNG_SIZE)


def test_each_size_for_windows_is_the_drawing() -> None:
    with Image.open(BUNDLE / "bonewatch.ico") as icons:
        assert icons.info["sizes"] == {(size, size) for size in ICO_SIZES}
        for size in ICO_SIZES:
            assert_alike(icons.ico.getimage((size, size)), size)


def test_each_size_for_macos_is_the_drawing() -> None:
    with Image.open(BUNDLE / "bonewatch.icns") as icons:
        sizes = {width * scale for width, _, scale in icons.info["sizes"]}
        assert sizes == set(ICNS_SIZES)
        for width, height, scale in icons.info["sizes"]:
            icons.size = (width, height)
            assert_alike(icons.icns.getimage((width, height, scale)), width * scale)
