"""The one style sheet of the application: `style.qss`, with its placeholders replaced by the tokens.

Only the application object has a style sheet; it is set again at each change of theme or zoom. `style.qss` explains the
placeholders and the dynamic properties by which widgets ask for a look.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from gui.look.tokens import Scale, Theme, Tokens, scaled

STYLE: Final = Path(__file__).with_name("style.qss")

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
# A declaration ends with a semicolon, so braces without one enclose a placeholder.
_PLACEHOLDER: Final = re.compile(r"\{([^{};]*)\}")


def build_style_sheet(theme: Theme, scale: Scale, zoom_percent: int) -> str:
    """Return the application's style sheet for this theme at this zoom."""
    return render(_packaged(), theme, scale, zoom_percent)


def render(text: str, theme: Theme, scale: Scale, zoom_percent: int) -> str:
    """Replace the placeholders of a style sheet without comments. Raises ValueError naming an unknown placeholder."""
    colors, sizes = _by_path(theme), _by_path(scale)
    ring = scaled(scale.stroke.focus, zoom_percent) - scaled(scale.stroke.control, zoom_percent)

    def pixels(length: str) -> str:
        size = length.removesuffix("-ring")
        whole = scaled(float(size) if size.isdecimal() else sizes[size], zoom_percent)
        return f"{whole if size == length else max(0, whole - ring)}px"

    def value(placeholder: re.Match[str]) -> str:
        name = placeholder[1]
        try:
            return pixels(name.removeprefix("px:")) if name.startswith("px:") else colors[name]
        except (KeyError, TypeError):
            raise ValueError(f"Unknown placeholder in the style sheet: {placeholder[0]}") from None

    return _PLACEHOLDER.sub(value, text)


@lru_cache(maxsize=1)
def _packaged() -> str:
    return _COMMENT.sub("", STYLE.read_text(encoding="utf-8"))


def _by_path(tokens: Tokens, prefix: str = "") -> dict[str, Any]:
    """Return the tokens by their paths, such as "surface.panel"."""
    found: dict[str, Any] = {}
    for name, value in vars(tokens).items():
        if isinstance(value, Tokens):
            found |= _by_path(value, f"{prefix}{name}.")
        else:
            found[prefix + name] = value
    return found
