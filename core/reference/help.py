"""Load the help pages.

The pages are Markdown. `pages.toml` gives their order and the part of the window that each page is about.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MENU_KEYS = "{menu_keys}"
"""A placeholder on a page. The window replaces it with the current shortcut keys of its menus."""

_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class HelpPage:
    """A help page. `about` names the parts of the window whose contents the page explains."""

    id: str
    title: str
    headings: tuple[str, ...]
    text: str
    about: tuple[str, ...]


def load_help(folder: Path) -> tuple[HelpPage, ...]:
    """Return the pages in reading order.

    Raise ValueError for a page without a title, and OSError for a missing page.
    """
    with (folder / "pages.toml").open("rb") as file:
        listed = tomllib.load(file)["pages"]
    return tuple(_page(folder / f"{page['id']}.md", tuple(page["about"])) for page in listed)


def _page(path: Path, about: tuple[str, ...]) -> HelpPage:
    text = path.read_text(encoding="utf-8")
    headings = _HEADING.findall(text)
    if not headings or headings[0][0] != "#":
        raise ValueError(f"{path.name}: must begin with a title")
    return HelpPage(path.stem, headings[0][1], tuple(words for _, words in headings[1:]), text, about)


def page_about(parts: Iterable[str], pages: tuple[HelpPage, ...]) -> HelpPage:
    """Return the page about the innermost part of the window that has one, or else the first page.

    `parts` are ordered from the inside out.
    """
    about = {part: page for page in reversed(pages) for part in page.about}
    return next((about[part] for part in parts if part in about), pages[0])
