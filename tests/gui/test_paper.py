"""The page on paper: one sheet for every bundled case on both papers, complete, legible, and readable by other programs."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from core.base.model import checked
from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case, read_case_file
from core.case.scenario import Scenario, field_specs
from core.content import Content, Source, by_id
from core.engine.decide import decide
from core.pages.decision_page import one_page
from core.pages.handout import handout
from core.pages.page import Item, Listing, Page
from core.reference.shelf import load_shelf
from core.report.report import make_report
from core.teaching.lesson import make_lesson
from gui.look.theme import load_scale, theme_manager
from gui.paper.pdf import SIZES, to_pdf, with_language
from gui.paper.sheet import Sheets
from gui.paper.typesetting import Typesetting
from gui.widgets.flowchart.hand import fitted
from gui.widgets.flowchart.layout import Chart as Arranged
from tests import poppler
from tests.decision_space import random_scenarios
from tests.strategies import ELIGIBLE

CASES = sorted(resource_path("cases").glob("*.case.json"))
PAPERS = {"a4": "595 x 842 pts (A4)", "letter": "612 x 792 pts (letter)"}
LEAST_POINTS = 7.5


@pytest.fixture(scope="module")
def known(content: Content) -> dict[str, Source]:
    """Return all sources that a case may cite."""
    return {**by_id(content.sources), **by_id(load_shelf(resource_path("reference"), content).sources)}


@pytest.fixture
def device(qapp: QApplication) -> Iterator[Callable[[str], QPdfWriter]]:
    """Yield a function that makes a sheet of paper."""
    buffers = []

    def device(paper: str) -> QPdfWriter:
        buffers.append(QBuffer())
        buffers[-1].open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffers[-1])
        writer.setPageLayout(QPageLayout(QPageSize(SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF()))
        return writer

    yield device


def case_of(scenario: Scenario, title: str = "A title") -> Case:
    return Case(schema=SCHEMA, title=title, scenario=scenario)


def missing_on_page(path: Path, paper: str, content: Content, today: date, file: Path) -> list[str]:
    """Print a case on one page of this paper and return the words that the page lacks."""
    case = read_case_file(path)
    decision = decide(case.scenario, content, today)
    told = make_report(case.scenario, decision, content)
    file.write_bytes(to_pdf(one_page(case, content, today), content, paper))
    about = poppler.info(file)
    assert (about["Pages"], about["Page size"], about["Title"]) == ("1", PAPERS[paper], case.title)
    text = poppler.text(file)
    must = [case.title, told.headline, told.rationale, content.topic.judgment_notice, content.topic.images_notice]
    must += [content.topic.trademark_notice, content.sha256[:8], str(today)]
    must += [words for fact in told.facts for words in (f"{fact.label}: {fact.answer}",)]
    must += [words for row in told.ratings for words in (row.name, row.category_label, row.role)]
    must += [words for row in told.pitfalls for words in (f"{row.level_label}: {row.title}.", row.message)]
    must += [point.message for point in (*told.tumor_board, *told.notices, *told.exclusions, *told.redirects)]
    must += [assumed.text for assumed in told.assumptions]
    must += [node.label for node in content.nodes] if told.steps else []
    must += [by_id(content.sources)[reference.source].title for reference in told.references]
    return [words for words in must if poppler.one_spaced(words) not in text]


def test_a_bundled_case_is_one_page_with_everything_on_it(
    qapp: QApplication, content: Content, today: date, tmp_path: Path
) -> None:
    for path, paper in zip(CASES, cycle(PAPERS), strict=False):
        assert missing_on_page(path, paper, content, today, tmp_path / "page.pdf") == [], path.name


def test_that_the_fonts_are_the_bundled_ones_and_inside_of_the_file(
    qapp: QApplication, content: Content, today: date, tmp_path: Path
) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(to_pdf(one_page(read_case_file(CASES[0]), content, today), content, "a4"))
    fonts = poppler.fonts(file)
    assert fonts
    assert all("BonewatchSans" in font["name"] for font in fonts)
    assert all((font["emb"], font["uni"]) == ("yes", "yes") for font in fonts)


def test_that_the_file_says_its_language_its_title_and_that_it_is_for_archives(
    qapp: QApplication, content: Content, today: date
) -> None:
    document = to_pdf(one_page(read_case_file(CASES[0]), content, today), content, "a4")
    catalog = document[document.rindex(b"/Type /Catalog") - 200 :]
    assert b"/Lang (en-US)" in catalog
    assert b"/DisplayDocTitle true" in catalog
    assert re.search(rb"<pdfaid:part>1</pdfaid:part>|pdfaid:part=\"1\"", document)
    assert b"/OutputIntents" in catalog


def test_that_a_file_without_a_catalog_is_not_touched() -> None:
    with pytest.raises(ValueError, match="no catalog"):
        with_language(b"%PDF-1.4\n%%EOF\n")


@pytest.mark.parametrize("paper", PAPERS)
def test_that_every_sheet_for_learners_is_one_page(
    paper: str, device: Callable[[str], QPdfWriter], content: Content, today: date, known: dict[str, Source]
) -> None:
    for path in CASES:
        lesson = make_lesson(read_case_file(path), content, today, known)
        for with_answer in (False, True):
            page = handout(lesson, content, known, today, with_answer)
            assert len(Sheets(page, content, device(paper))) == 1, path.name


def test_that_a_sheet_for_learners_says_the_question_and_where_it_is_wanted_the_answer(
    qapp: QApplication, content: Content, today: date, known: dict[str, Source], tmp_path: Path
) -> None:
    lesson = make_lesson(read_case_file(resource_path("cases/index.case.json")), content, today, known)
    texts = []
    for with_answer in (False, True):
        file = tmp_path / "sheet.pdf"
        file.write_bytes(to_pdf(handout(lesson, content, known, today, with_answer), content, "letter"))
        texts.append(poppler.text(file))
    for text in texts:
        assert lesson.teaching.question in text
        assert lesson.teaching.vignette in text
    assert [lesson.teaching.teaching_point in text for text in texts] == [False, True]
    assert [lesson.report.headline in text for text in texts] == [False, True]


@pytest.mark.parametrize("paper", PAPERS)
def test_that_the_longest_cases_fit_one_page_too(
    paper: str, device: Callable[[str], QPdfWriter], content: Content
) -> None:
    late = date(2028, 6, 1)  # The content is out of date by then, which adds a note.
    title = "A title of a case that is as long as one may be, " * 4
    for answers in random_scenarios(60, seed=5):
        case = case_of(checked(Scenario, {**answers, **ELIGIBLE}), title[:200])
        assert len(Sheets(one_page(case, content, late), content, device(paper))) == 1, case.scenario


def test_that_a_case_with_every_field_answered_fits_one_page(
    device: Callable[[str], QPdfWriter], content: Content, today: date
) -> None:
    answers = {
        field: spec.choices if spec.kind == "several" else spec.choices[-1] if spec.choices else True
        for field, spec in field_specs().items()
        if spec.kind != "number"
    }
    scenario = checked(Scenario, {**answers, **ELIGIBLE, "age_years": 17.5, "months_since_treatment": 1199.5})
    for paper in PAPERS:
        assert len(Sheets(one_page(case_of(scenario), content, today), content, device(paper))) == 1


def test_that_no_word_on_paper_is_smaller_than_can_be_read(
    device: Callable[[str], QPdfWriter], content: Content
) -> None:
    scale = load_scale()
    for paper in PAPERS:
        writer = device(paper)
        setting = Typesetting(writer, scale.paper.steps[-1], dense=True)
        for role in ("caption", "caption_strong", "body", "label", "title", "headline"):
            assert setting.font(role).pointSizeF() >= LEAST_POINTS
        width = writer.pageLayout().fullRectPixels(writer.logicalDpiX()).width() - 2 * setting.mm(scale.paper.margin_mm)
        room = (width * scale.paper.left_percent / 100, setting.mm(scale.paper.chart_mm))
        hand, arranged = fitted(Arranged(content), room, 100, 15, writer)
        assert arranged.fits
        assert hand.label.pointSizeF() >= LEAST_POINTS


def test_that_paper_does_not_depend_on_the_look_of_the_window(
    qapp: QApplication, content: Content, today: date
) -> None:
    page = one_page(read_case_file(resource_path("cases/index.case.json")), content, today)
    stamps = rb"D:\d{14}[^)]*|\d{4}-\d\d-\d\dT[\d:+Z-]+|[0-9a-fA-F-]{32,36}"
    documents = []
    for theme, zoom in (("light", 100), ("dark", 200)):
        theme_manager().set_theme(theme)
        theme_manager().set_zoom(zoom)
        documents.append(re.sub(stamps, b"", to_pdf(page, content, "a4")))
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)
    assert documents[0] == documents[1]


def test_that_a_page_takes_the_largest_size_that_fits(
    device: Callable[[str], QPdfWriter], content: Content, today: date
) -> None:
    short = one_page(case_of(Scenario()), content, today)
    long = one_page(read_case_file(resource_path("cases/sacral_chordoma.case.json")), content, today)
    steps = load_scale().paper.steps
    assert Sheets(short, content, device("letter")).percent == steps[0]
    assert Sheets(long, content, device("letter")).percent < steps[0]


def test_that_what_cannot_fit_goes_on_on_another_sheet_that_says_so(
    qapp: QApplication, content: Content, tmp_path: Path
) -> None:
    entries = tuple(Item(f"Entry {number} of many. " * 8) for number in range(60))
    page = Page("Kind", "Title", tuple(Listing(f"Part {part}", entries[part::6]) for part in range(6)), ("Foot.",))
    file = tmp_path / "long.pdf"
    file.write_bytes(to_pdf(page, content, "a4"))
    text = poppler.text(file)
    assert int(poppler.info(file)["Pages"]) > 1
    assert "Sheet 1. Foot." in text
    assert "Sheet 2. Foot." in text
    assert all(f"Entry {number} of many." in text for number in range(60))


def test_that_what_is_optional_gives_way_before_a_second_sheet_is_begun(
    device: Callable[[str], QPdfWriter], content: Content
) -> None:
    def sheets(lines: int, optional: bool) -> int:
        long = Listing("Long", tuple(Item("A line of words.") for _ in range(lines)))
        spare = Listing("Spare", (Item("More."),) * 5, optional=optional)
        return len(Sheets(Page("Kind", "Title", (long, spare), ("Foot.",)), content, device("a4")))

    longest = max(lines for lines in range(40, 90) if sheets(lines, optional=True) == 1)
    assert longest < 89
    assert sheets(longest, optional=False) == 2
