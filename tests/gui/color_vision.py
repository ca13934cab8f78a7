"""How far apart two colors look, to normal and to deficient color vision.

Sources
-------
- sRGB primaries: IEC 61966-2-1; CIELAB 1976: CIE 15, white point D65.
- Contrast ratio: WCAG 2.2, "relative luminance" and "contrast ratio".

The difference is the Euclidean distance in CIELAB (CIE76). About 2.3 is just noticeable.
"""

import math

from gui.color_vision import Matrix, Triple, linear_rgb, seen_light

VISIONS = ("normal", "protan", "deutan", "tritan")
"""The kinds of vision in which colors have to differ; in gray it is for shapes and words to tell things apart."""

_XYZ_OF_LINEAR_RGB: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE_D65: Triple = (0.95047, 1.0, 1.08883)


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio, from 1 (equal) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(one: str, other: str, vision: str = "normal") -> float:
    """Return the CIE76 difference of two colors as the given kind of vision sees them."""
    return math.dist(_lab(seen_light(one, vision)), _lab(seen_light(other, vision)))


def _luminance(color: str) -> float:
    red, green, blue = linear_rgb(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab(linear: Triple) -> Triple:
    x, y, z = (
        _lab_curve(sum(factor * part for factor, part in zip(row, linear, strict=True)) / white)
        for row, white in zip(_XYZ_OF_LINEAR_RGB, _WHITE_D65, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_curve(ratio: float) -> float:
    if ratio > (6 / 29) ** 3:
        return math.cbrt(ratio)
    return ratio / (3 * (6 / 29) ** 2) + 4 / 29
