"""Prebuild the data that the program loads at the start.

Run `python bundle/prebuild.py` in a checkout. The executable contains the prebuilt data.
"""

import sys
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from core.content.packaged import CONTENT
from core.content.prebuilt import FOLDER, Recipe
from gui.look.tokens import SCALE, THEMES, theme_recipe


def prebuild(folder: Path, *, with_code: bool) -> list[Path]:
    """Write all data worth prebuilding into the folder. `with_code`: the source is present and may change."""
    recipes: tuple[Recipe[Any], ...] = (CONTENT, SCALE, *map(theme_recipe, THEMES))
    return [recipe.keep(folder, with_code=with_code) for recipe in recipes]


if __name__ == "__main__":
    prebuild(FOLDER, with_code=True)
