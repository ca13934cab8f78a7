"""The page as HTML: assistive tools can navigate it, and it loads nothing."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from os import environ
from pathlib import Path

import pytest

from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case, read_case_file
from core.content import Content
from core.content.citations import all_sources
from core.pages.decision_page import one_page
from core.pages.handout import handout
from core.pages.protocol_sheet import protocol_sheet
from core.reference.protocols import adapted
from core.reference.shelf import load_shelf
from core.teaching.lesson import make_lesson
from gui.paper.page_html import to_html
from tests.gui.color_vision import contrast
from tests.strategies import eligible

CASES = sorted(resource_path("cases").glob("*.case.json"))
VOID = {"meta"}


class Outline(HTMLParser):
    """Collects the elements of a document with their attributes, in order, each with its ancestors' tags."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(document)
        assert self._open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, tuple(self._open)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)

    def all(self, *tags: str) -> list[tuple[str, dict[str, str], tuple[str, ...]]]:
        return [element for element in self.elements if element[0] in tags]


def documents(content: Content, today: date) -> Iterator[str]:
    """Yield the pages of all bundled cases, and their sheets."""
    sources = all_sources(content, load_shelf(resource_path("reference"), content))
    for path in CASES:
        case = read_case_file(path)
        yield to_html(one_page(case, content, today))
        lesson = make_lesson(case, content, today, sources)
        for with_answer in (False, True):
            yield to_html(handout(lesson, content, sources, today, with_answer))


def test_every_page_is_built_for_assistive_tools(content: Content, today: date) -> None:
    for document in documents(content, today):
        assert document.startswith("<!DOCTYPE html>\n")
        page = Outline(document)
        assert page.elements[0][:2] == ("html", {"lang": "en-US"})
        assert len(page.all("title")) == len(page.all("h1")) == len(page.all("main")) == 1
        headings = [tag for tag, _, _ in page.all("h1", "h2", "h3", "h4")]
        assert headings[0] == "h1"
        assert set(headings[1:]) == {"h2"}
        ids = [attributes["id"] for _, attributes, _ in page.elements if "id" in attributes]
        assert len(ids) == len(set(ids)) == len(headings) - 1
        for _, attributes, _ in page.all("section"):
            assert attributes["aria-labelledby"] in ids
        for _, attributes, inside in page.all("th"):
            assert attributes["scope"] == ("col" if "thead" in inside else "row")
        for _, attributes, _ in page.all("svg"):
            assert attributes["aria-hidden"] == "true"
        assert page.all("img", "script", "link", "iframe") == []


def test_a_page_fetches_nothing(content: Content, today: date) -> None:
    document = to_html(one_page(read_case_file(CASES[0]), content, today))
    page = Outline(document)
    assert not [a for _, attributes, _ in page.elements for a in attributes if a in ("src", "href")]
    assert "url(" not in document
    policies = [a["content"] for _, a, _ in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_a_title_cannot_become_markup(content: Content, today: date) -> None:
    title = "<script>alert('x')</script> & <b>bold</b>"
    document = to_html(one_page(Case(schema=SCHEMA, title=title, scenario=eligible()), content, today))
    page = Outline(document)
    assert page.all("script", "b") == []
    assert page.words.count(title) == 2


def test_the_words_of_a_page_stand_out_from_its_ground(content: Content, today: date) -> None:
    document = to_html(one_page(read_case_file(CASES[0]), content, today))
    colors = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", document))
    assert set(re.findall(r"var\(--([\w-]+)\)", document)) <= set(colors)
    words = set(re.findall(r"[^-]color: var\(--(text-[\w-]+)\)", document))
    assert words == {"text-primary", "text-secondary"}
    assert min(contrast(colors[name], colors["surface-panel"]) for name in words) >= 7


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index", "sacral_chordoma", "new_pain_and_lump", "bare_request"])
def test_axe_finds_no_fault_in_a_browser(name: str, content: Content, today: date, tmp_path: Path) -> None:
    """Needs Chromium, and the file axe.min.js of axe-core, named by the variable AXE_CORE."""
    browser, axe = shutil.which("chromium"), environ.get("AXE_CORE")
    if not browser or not axe:
        pytest.skip("needs Chromium and AXE_CORE=.../axe.min.js; the tests above hold without them")
    sources = all_sources(content, load_shelf(resource_path("reference"), content))
    case = read_case_file(resource_path(f"cases/{name}.case.json"))
    lesson = make_lesson(case, content, today, sources)
    shelf = load_shelf(resource_path("reference"), content)
    cards = [
        protocol_sheet(card, adapted(card, case.scenario, content), shelf, content, sources, today)
        for card in shelf.protocols
    ]
    sheets = [handout(lesson, content, sources, today, with_answer) for with_answer in (False, True)]
    for page in (one_page(case, content, today), *sheets, *cards):
        assert faults(to_html(page), Path(axe).read_text(encoding="utf-8"), browser, tmp_path) == "none of 0"


def faults(document: str, axe: str, browser: str, folder: Path) -> str:
    """Return the rules that a document breaks or may break, by axe in a browser. The script for axe is added to a copy."""
    run = (
        "axe.run().then(r => { const f = [...r.violations, ...r.incomplete]; "
        "document.title = (f.map(x => x.id).join(' ') || 'none') + ' of ' + f.length; })"
    )
    open_to_scripts = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", document)
    checker = axe.replace("</script", r"<\/script")
    scripts = f"<script>{checker}</script><script>{run}</script></body>"
    copy = folder / "page.html"
    copy.write_text(open_to_scripts.replace("</body>", scripts), encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom"]
    shown = subprocess.run([*command, copy.as_uri()], capture_output=True, encoding="utf-8", check=True, timeout=300)
    found = re.search(r"<title>(.*?)</title>", shown.stdout, re.DOTALL)
    return unescape(found[1]) if found else "no answer"
