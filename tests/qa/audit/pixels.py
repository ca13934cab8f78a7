"""Contrast measured on painted pixels, not on tokens."""

from collections import Counter
from collections.abc import Iterator

from PIL import Image
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.gui.color_vision import contrast

RATIO = 2
"""Device pixels per pixel: enough for every letter to have pixels of its exact color, not only of its soft rim."""

# Distances from an edge, in pixels: its line, the gap of its ring, and the areas on both sides.
_OUT, _IN = 3, 5
# The color of the text is one of this many most frequent shades.
_SHADES = 5
# The rim of a box in which no text is searched.
_RIM = 3

Color = tuple[int, int, int]


def picture_of(widget: QWidget) -> Image.Image:
    """Return a picture of a widget as a dense screen shows it."""
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
    """Return the number of pixels of each color, written #rrggbb."""
    return {_name(color): count for color, count in _counted(as_picture(drawn)).items()}


def text_contrast(picture: Image.Image, box: QRect) -> float | None:
    """Return the contrast of the text in a box with its background, or None without text.

    The background is the most frequent color. The text color is one of the next most frequent; the rest is soft rim.
    """
    inner = box.adjusted(_RIM, _RIM, -_RIM, -_RIM)
    # A single line of small text has no margin to cut off above and below.
    counted = _counted(_crop(picture, inner if inner.height() > 20 else box.adjusted(_RIM, 0, -_RIM, 0)))
    if len(counted) < 2:
        return None
    (ground, _), *others = counted.most_common()
    return max(_contrast(color, ground) for color, _ in others[:_SHADES])


def icon_contrast(picture: Image.Image, box: QRect) -> float | None:
    """Return the greatest contrast in a box with the color at its rim, or None if the box is empty."""
    crop = _crop(picture, box)
    counted = _counted(crop)
    if len(counted) < 2:
        return None
    ground = crop.getpixel((0, 0))
    return max(_contrast(color, ground) for color in counted)  # type: ignore[arg-type]


def edge_contrast(picture: Image.Image, box: QRect) -> float:
    """Return the contrast between the outline of a box and its surroundings, on the faintest side."""
    middle = box.center()
    lines = (
        [(box.left() + d, middle.y()) for d in range(-_OUT, _IN)],
        [(box.right() - d, middle.y()) for d in range(-_OUT, _IN)],
        [(middle.x(), box.top() + d) for d in range(-_OUT, _IN)],
        [(middle.x(), box.bottom() - d) for d in range(-_OUT, _IN)],
    )
    return min(_sharpest([_at(picture, spot) for spot in line]) for line in lines)


def share_of_change(before: QImage, after: QImage, least: float) -> int:
    """Return the number of pixels that changed by at least this contrast."""
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
