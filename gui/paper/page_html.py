"""A page as one HTML file that opens everywhere, without Qt and without a network.

The page is built as a tree and then written, so that no text can be read as markup. A numbered list of the path
replaces the flowchart: only Qt can measure the text widths that a flowchart needs, and a list gives the same
information to sighted and blind readers.
"""

from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from itertools import count
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from core.base.resources import resource_path
from core.pages.page import AdviceBlock, Block, Facts, Item, Listing, Page, Path, Prose, Table
from gui.look.tokens import load_theme

LANGUAGE = "en-US"
# The page loads nothing and runs nothing, on any computer.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SVG = "{http://www.w3.org/2000/svg}"
_ICONS = {"option.open": "neutral", "option.right": "check"}


def to_html(page: Page) -> str:
    """Return the page as an HTML document with embedded styles."""
    html = Element("html", lang=LANGUAGE)
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _text(head, "title", page.title)
    _text(head, "style", _style())
    body = SubElement(html, "body")
    header = SubElement(body, "header")
    _text(header, "p", page.kind, "kind")
    _text(header, "h1", page.title)
    main = SubElement(body, "main")
    numbers = count(1)
    for block in page.blocks:
        _add(main, block, numbers)
    footer = SubElement(body, "footer")
    for line in page.footer:
        _text(footer, "p", line)
    return f"<!DOCTYPE html>\n{tostring(html, encoding='unicode', method='html')}\n"


def _add(main: Element, block: Block, numbers: Iterator[int]) -> None:
    match block:
        case Facts():
            facts = SubElement(_section(main, block.heading, numbers), "dl")
            for fact in block.facts:
                pair = SubElement(facts, "div")
                _text(pair, "dt", fact.label)
                _text(pair, "dd", fact.answer)
        case AdviceBlock():
            section = _section(main, block.heading, numbers, "answer" if block.in_scope else "answer neutral")
            _text(section, "p", block.standing, "standing")
            _text(section, "p", block.headline, "headline")
            for text in (block.rationale, *block.notes):
                _text(section, "p", text)
        case Prose():
            _text(_section(main, block.heading, numbers), "p", block.text, "strong" if block.strong else "")
        case Listing():
            section = _section(main, block.heading, numbers, "fine" if block.fine else "")
            _list(section, block.items, block.numbered)
        case Path() if block.steps:
            _list(_section(main, block.heading, numbers), block.steps, numbered=True)
        case Table():
            _table(_section(main, block.heading, numbers), block)


def _section(main: Element, heading: str, numbers: Iterator[int], kind: str = "") -> Element:
    name = f"heading-{next(numbers)}"
    section = SubElement(main, "section", {"aria-labelledby": name, **({"class": kind} if kind else {})})
    _text(section, "h2", heading).set("id", name)
    return section


def _text(parent: Element, tag: str, text: str, kind: str = "") -> Element:
    element = SubElement(parent, tag, {"class": kind} if kind else {})
    element.text = text
    return element


def _list(section: Element, items: tuple[Item, ...], numbered: bool) -> None:
    listing = SubElement(section, "ol" if numbered else "ul")
    for item in items:
        entry = SubElement(listing, "li")
        if item.mark:
            entry.set("class", "marked")
            entry.append(_mark(item.mark))
        words = SubElement(entry, "span")
        if item.title:
            strong = _text(words, "strong", item.title)
            strong.tail = f" {item.text}"
        else:
            words.text = item.text


def _table(section: Element, table: Table) -> None:
    grid = SubElement(section, "table")
    heads = SubElement(SubElement(grid, "thead"), "tr")
    for column in table.columns:
        _text(heads, "th", column).set("scope", "col")
    body = SubElement(grid, "tbody")
    for row in table.rows:
        line = SubElement(body, "tr", {"class": "now"} if row.strong else {})
        _text(line, "th", row.cells[0]).set("scope", "row")
        for number, cell in enumerate(row.cells[1:]):
            data = SubElement(line, "td")
            if number == 0 and row.mark:
                data.set("class", "rating")
                data.append(_mark(row.mark))
            _text(data, "span", cell)
    if table.note:
        _text(section, "p", table.note, "note")


def _mark(mark: str) -> Element:
    """Return a shape before words with the same meaning, hidden from screen readers."""
    kind, _, name = mark.partition(".")
    svg = _icon(_ICONS.get(mark, name))
    svg.attrib.update({"aria-hidden": "true", "focusable": "false", "class": f"mark {kind}-{name}"})
    return svg


def _icon(name: str) -> Element:
    """Return a packaged icon as part of a page. The style sets its colors."""
    icon = fromstring(resource_path(f"icons/{name}.svg").read_text(encoding="utf-8"))
    for part in icon.iter():
        part.tag = part.tag.removeprefix(_SVG)
        for attribute, value in dict(part.attrib).items():
            if value.startswith("context-"):
                del part.attrib[attribute]
                part.set("class", value)
    return icon


@lru_cache(maxsize=1)
def _style() -> str:
    """Return the style sheet, with the colors of the light theme, which is the theme for paper."""
    theme = load_theme("light")
    colors = "".join(
        f"--{name}: {value};"
        for group in ("surface", "text", "accent", "categories", "levels")
        for name, value in _named(group, asdict(getattr(theme, group)))
    )
    return f":root {{{colors}}}\n{resource_path('page/page.css').read_text(encoding='utf-8')}"


def _named(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _named(f"{name}-{key}", part)
    else:
        yield name, value
