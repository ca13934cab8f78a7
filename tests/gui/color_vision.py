"""How far apart two colors look, to normal and to deficient color vision.

Sources
-------
- sRGB transfer function and primaries: IEC 61966-2-1; CIELAB 1976: CIE 15, white point D65.
- Contrast ratio: WCAG 2.2, "relative luminance" and "contrast ratio".
- Color vision deficiency: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
  Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, doi:10.1109/TVCG.2009.113;
  the matrices for severity 1.0, applied to linear RGB.

The difference is the Euclidean distance in CIELAB (CIE76). About 2.3 is just noticeable.
"""

import math

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_IDENTITY: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))

VISIONS: dict[str, Matrix] = {
    "normal": _IDENTITY,
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
"""The four kinds of vision, each with its matrix on linear RGB."""

_XYZ_OF_LINEAR_RGB: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE_D65: Triple = (0.95047, 1.0, 1.08883)


def linear_rgb(color: str) -> Triple:
    """Return the linear light (0 to 1) of a color written as #rrggbb."""
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio, from 1 (equal) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(one: str, other: str, vision: str = "normal") -> float:
    """Return the CIE76 difference of two colors as the given kind of vision sees them."""
    return math.dist(_lab(_seen(one, vision)), _lab(_seen(other, vision)))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _luminance(color: str) -> float:
    red, green, blue = linear_rgb(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _seen(color: str, vision: str) -> Triple:
    red, green, blue = _product(VISIONS[vision], linear_rgb(color))
    # The model can leave the gamut; a screen cannot.
    return _clamped(red), _clamped(green), _clamped(blue)


def _clamped(channel: float) -> float:
    return min(1.0, max(0.0, channel))


def _lab(linear: Triple) -> Triple:
    x, y, z = (
        _lab_curve(value / white) for value, white in zip(_product(_XYZ_OF_LINEAR_RGB, linear), _WHITE_D65, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_curve(ratio: float) -> float:
    if ratio > (6 / 29) ** 3:
        return math.cbrt(ratio)
    return ratio / (3 * (6 / 29) ** 2) + 4 / 29


def _product(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
