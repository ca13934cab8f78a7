"""The pages of the help: complete, joined to each other, about real things."""

import re
from pathlib import Path

import pytest

from core.base.resources import resource_path
from core.reference.help import MENU_KEYS, HelpPage, load_help, page_about
from gui.look.tokens import THEMES

FOLDER = resource_path("help")
LARGEST_BYTES = 400_000


@pytest.fixture(scope="module")
def pages() -> tuple[HelpPage, ...]:
    """The pages that ship with the program."""
    return load_help(FOLDER)


def test_every_file_is_a_page_once_and_the_help_is_small(pages: tuple[HelpPage, ...]) -> None:
    assert sorted(page.id for page in pages) == sorted(path.stem for path in FOLDER.glob("*.md"))
    assert sum(path.stat().st_size for path in FOLDER.rglob("*")) < LARGEST_BYTES


def test_every_link_leads_to_another_page(pages: tuple[HelpPage, ...]) -> None:
    links = {page.id: re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", page.text) for page in pages}
    assert {link for found in links.values() for link in found} <= {f"{page.id}.md" for page in pages}
    for page in pages:
        assert f"{page.id}.md" not in links[page.id], "leads to itself"


def test_page_has_one_title_and_no_markup(pages: tuple[HelpPage, ...]) -> None:
    for page in pages:
        assert page.text.startswith(f"# {page.title}\n")
        assert len(re.findall(r"^# ", page.text, re.MULTILINE)) == 1
        assert not re.search(r"<[a-z/!]", page.text), page.id
    assert [page.id for page in pages if MENU_KEYS in page.text] == ["keyboard"]


def test_no_two_pages_are_about_one_part(pages: tuple[HelpPage, ...]) -> None:
    parts = [part for page in pages for part in page.about]
    assert len(parts) == len(set(parts)) > 8


def test_innermost_part_decides_and_first_page_serves_the_rest(pages: tuple[HelpPage, ...]) -> None:
    assert page_about(["node_mri", "next_steps", "decide"], pages).id == "flowchart"
    assert page_about(["case_list", "teach"], pages).id == "teach"
    assert page_about(["menu"], pages) is pages[0]
    assert page_about([], pages) is pages[0]


def test_no_page_states_a_figure_of_medicine(pages: tuple[HelpPage, ...]) -> None:
    for page in pages:
        assert not re.search(r"\d+(\.\d+)? ?(%|mSv|mm|years|months|patients)", page.text), page.id


def test_page_without_a_title_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pages.toml").write_text('pages = [{ id = "one", about = [] }]', encoding="utf-8")
    (tmp_path / "one.md").write_text("No title\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"one.md: must begin with a title"):
        load_help(tmp_path)


def test_every_picture_has_a_text_and_every_theme(pages: tuple[HelpPage, ...]) -> None:
    named = [found for page in pages for found in re.findall(r"!\[(.*?)\]\((.+?)\)", page.text)]
    assert all(len(shown.split()) > 5 for shown, _ in named)
    folder = resource_path("help/pictures")
    for theme in THEMES:
        assert {path.name for path in (folder / theme).iterdir()} == {file for _, file in named}
    assert {path.name for path in folder.iterdir()} == set(THEMES)
