"""Contrast as it is painted, measured on pixels and not on tokens."""

from collections import Counter
from collections.abc import Iterator

from PIL import Image
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.gui.color_vision import contrast

RATIO = 2
"""Device pixels for each pixel: enough for every letter to have some of its own color, and not of its soft rim alone."""

# How far from an edge its line, its ring's gap and what is on both sides of it are, in pixels.
_OUT, _IN = 3, 5
# Among how many of the commonest shades the words' own color is.
_SHADES = 5
# The rim of a box that is not searched for words.
_RIM = 3

Color = tuple[int, int, int]


def picture_of(widget: QWidget) -> Image.Image:
    """Return a widget as a dense screen shows it."""
    drawn = QImage(widget.size() * RATIO, QImage.Format.Format_RGB888)
    drawn.setDevicePixelRatio(RATIO)
    drawn.fill(widget.palette().window().color())
    widget.render(drawn)
    return as_picture(drawn)


def as_picture(drawn: QImage) -> Image.Image:
    """Return the same pixels for Pillow, which counts faster."""
    plain = drawn.convertToFormat(QImage.Format.Format_RGB888)
    size: QSize = plain.size()
    return Image.frombytes(
        "RGB", (size.width(), size.height()), bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine()
    )


def colors_of(drawn: QImage) -> dict[str, int]:
    """Return how many pixels have which color, written #rrggbb."""
    return {_name(color): count for color, count in _counted(as_picture(drawn)).items()}


def text_contrast(picture: Image.Image, box: QRect) -> float | None:
    """Return the contrast of the words in a box with what they stand on; None where nothing is written.

    What is behind them is the commonest color, the words' own one of the commonest others: the rest is their soft rim.
    """
    inner = box.adjusted(_RIM, _RIM, -_RIM, -_RIM)
    # A single line of small words has no room to lose above and below.
    counted = _counted(_crop(picture, inner if inner.height() > 20 else box.adjusted(_RIM, 0, -_RIM, 0)))
    if len(counted) < 2:
        return None
    (ground, _), *others = counted.most_common()
    return max(_contrast(color, ground) for color, _ in others[:_SHADES])


def icon_contrast(picture: Image.Image, box: QRect) -> float | None:
    """Return the greatest contrast in a box with what is at its rim; None where nothing is drawn."""
    crop = _crop(picture, box)
    counted = _counted(crop)
    if len(counted) < 2:
        return None
    ground = crop.getpixel((0, 0))
    return max(_contrast(color, ground) for color in counted)  # type: ignore[arg-type]


def edge_contrast(picture: Image.Image, box: QRect) -> float:
    """Return how well the outline of a box stands out from what is round it, on its faintest side."""
    middle = box.center()
    lines = (
        [(box.left() + d, middle.y()) for d in range(-_OUT, _IN)],
        [(box.right() - d, middle.y()) for d in range(-_OUT, _IN)],
        [(middle.x(), box.top() + d) for d in range(-_OUT, _IN)],
        [(middle.x(), box.bottom() - d) for d in range(-_OUT, _IN)],
    )
    return min(_sharpest([_at(picture, spot) for spot in line]) for line in lines)


def share_of_change(before: QImage, after: QImage, least: float) -> int:
    """Return how many pixels changed by at least this contrast."""
    pairs = zip(_pixels(as_picture(before)), _pixels(as_picture(after)), strict=True)
    changed = Counter((one, two) for one, two in pairs if one != two)
    return sum(count for (one, two), count in changed.items() if _contrast(one, two) >= least)


def _sharpest(colors: list[Color]) -> float:
    return max(_contrast(color, colors[0]) for color in colors)


def _at(picture: Image.Image, spot: tuple[int, int]) -> Color:
    x, y = (min(max(0, length * RATIO), limit - 1) for length, limit in zip(spot, picture.size, strict=True))
    return picture.getpixel((x, y))  # type: ignore[return-value]


def _crop(picture: Image.Image, box: QRect) -> Image.Image:
    sides = box.left(), box.top(), box.left() + box.width(), box.top() + box.height()
    return picture.crop(tuple(side * RATIO for side in sides))  # type: ignore[arg-type]


def _counted(picture: Image.Image) -> Counter[Color]:
    found = picture.getcolors(picture.width * picture.height) or []
    return Counter({color: count for count, color in found})  # type: ignore[misc]


def _pixels(picture: Image.Image) -> Iterator[Color]:
    data = picture.tobytes()
    return zip(data[::3], data[1::3], data[2::3], strict=True)


def _contrast(one: Color, other: Color) -> float:
    return contrast(_name(one), _name(other))


def _name(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
