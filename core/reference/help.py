"""The pages of the help: Markdown, in the order of `pages.toml`, which also says what part of the window each is about."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MENU_KEYS = "{menu_keys}"
"""Stands on a page where the window puts the keys of its menus, as they are."""

_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class HelpPage:
    """A page. `about` names parts of the window: the page is the help on whatever is inside of them."""

    id: str
    title: str
    headings: tuple[str, ...]
    text: str
    about: tuple[str, ...]


def load_help(folder: Path) -> tuple[HelpPage, ...]:
    """The pages in the order in which they are read.

    Raises ValueError for a page without a title, and OSError for one that is missing.
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
    """The page about the first of these parts of the window that has one, from the inside out; else the first page."""
    about = {part: page for page in reversed(pages) for part in page.about}
    return next((about[part] for part in parts if part in about), pages[0])
