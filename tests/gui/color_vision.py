"""Colors as eyes see them: with normal and deficient color vision, and how far apart two colors look.

Sources
-------
- sRGB primaries and transfer function: IEC 61966-2-1; CIELAB 1976: CIE 15, white point D65.
- Contrast ratio: WCAG 2.2, "relative luminance" and "contrast ratio".
- Color vision deficiency: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
  Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, doi:10.1109/TVCG.2009.113;
  the matrices for severity 1.0, applied to linear RGB.

The difference is the Euclidean distance in CIELAB (CIE76). About 2.3 is just noticeable.
"""

import math
from typing import Final

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

VISIONS: Final[dict[str, Matrix]] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""The kinds of vision, each with its matrix on linear RGB. The first matrix is the identity."""


def linear_rgb(color: str) -> Triple:
    """Return the linear light (0 to 1) of a color written as #rrggbb."""
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def seen_light(color: str, vision: str) -> Triple:
    """Return the linear light (0 to 1) of a color as seen with this kind of vision. Raises KeyError for an unknown kind."""
    light = linear_rgb(color)
    # The model can leave the gamut; a screen cannot.
    red, green, blue = (
        min(1.0, max(0.0, sum(factor * part for factor, part in zip(row, light, strict=True))))
        for row in VISIONS[vision]
    )
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


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
