"""How the colors of a theme look to eyes other than the usual ones.

Sources
-------
- sRGB transfer function: IEC 61966-2-1.
- Color vision deficiency: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
  Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, doi:10.1109/TVCG.2009.113;
  the matrices for severity 1.0, applied to linear RGB.
- Gray: the relative luminance of WCAG 2.2.

Nothing here needs Qt.
"""

from functools import lru_cache
from typing import Any, Final

from gui.look.tokens import Theme, Tokens

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_LUMINANCE: Final = (0.2126, 0.7152, 0.0722)

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
    "gray": (_LUMINANCE, _LUMINANCE, _LUMINANCE),
}
"""The kinds of vision, each with its matrix on linear RGB; the first changes nothing."""


def linear_rgb(color: str) -> Triple:
    """Return the linear light (0 to 1) of a color written as #rrggbb."""
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def seen_light(color: str, vision: str) -> Triple:
    """Return the linear light (0 to 1) in which this kind of vision sees a color. Raises KeyError for another kind."""
    light = linear_rgb(color)
    # The model can leave the gamut; a screen cannot.
    red, green, blue = (
        min(1.0, max(0.0, sum(factor * part for factor, part in zip(row, light, strict=True))))
        for row in VISIONS[vision]
    )
    return red, green, blue


def seen_color(color: str, vision: str) -> str:
    """Return the color, as #rrggbb, that looks to everybody as this one does to this kind of vision.

    Raises KeyError for a kind outside VISIONS.
    """
    channels = (round(_encoded(part) * 255) for part in seen_light(color, vision))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


@lru_cache(maxsize=16)
def seen_theme(theme: Theme, vision: str) -> Theme:
    """Return the theme with each of its colors as this kind of vision sees it.

    Raises KeyError for a kind outside VISIONS.
    """

    def seen(value: Any) -> Any:
        if isinstance(value, Tokens):
            return value.but(**{name: seen(part) for name, part in vars(value).items()})
        return seen_color(value, vision) if isinstance(value, str) and value.startswith("#") else value

    return seen(theme)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
