"""The page on paper: one sheet for every bundled case on both papers, whole, legible, and readable by other programs."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from core.base.resources import resource_path
from core.base.validation import checked
from core.case.case_file import SCHEMA, Case, read_case_file
from core.case.scenario import Scenario, field_specs
from core.content import Content, Source, by_id
from core.content.citations import all_sources
from core.engine.decide import decide
from core.pages.decision_page import one_page
from core.pages.handout import handout
from core.pages.page import Item, Listing, Page
from core.reference.shelf import load_shelf
from core.report.report import Report, make_report
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
    """All sources that a case may cite."""
    return all_sources(content, load_shelf(resource_path("reference"), content))


@pytest.fixture
def device(qapp: QApplication) -> Iterator[Callable[[str], QPdfWriter]]:
    """Gives a function that makes a sheet of paper."""
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


def test_a_bundled_case_is_one_page_with_every_part(
    qapp: QApplication, content: Content, today: date, tmp_path: Path
) -> None:
    faults = {}
    for number, path in enumerate(CASES):
        paper = list(PAPERS)[number % 2]
        case = read_case_file(path)
        report = make_report(case.scenario, decide(case.scenario, content, today), content)
        file = tmp_path / "page.pdf"
        file.write_bytes(to_pdf(one_page(case, content, today), content, paper))
        about, text = poppler.info(file), poppler.text(file)
        missing = [words for words in words_of(case, report, content, today) if poppler.one_spaced(words) not in text]
        found = (about["Pages"], about["Page size"], about["Title"], missing)
        if found != ("1", PAPERS[paper], case.title, []):
            faults[path.name] = found
    assert faults == {}


def words_of(case: Case, report: Report, content: Content, today: date) -> list[str]:
    """What a page must say of a case."""
    must = [case.title, report.headline, report.rationale, content.topic.judgment_notice, content.topic.images_notice]
    must += [content.topic.trademark_notice, content.sha256[:8], str(today)]
    must += [f"{fact.label}: {fact.answer}" for fact in report.facts]
    must += [words for row in report.ratings for words in (row.name, row.category_label, row.role)]
    must += [words for row in report.pitfalls for words in (f"{row.level_label}: {row.title}.", row.message)]
    must += [point.message for point in (*report.tumor_board, *report.notices, *report.exclusions, *report.redirects)]
    must += [assumed.text for assumed in report.assumptions]
    must += [node.label for node in content.nodes] if report.steps else []
    must += [by_id(content.sources)[reference.source].title for reference in report.references]
    return must


def test_a_file_names_its_language_and_holds_its_fonts(
    qapp: QApplication, content: Content, today: date, tmp_path: Path
) -> None:
    document = to_pdf(one_page(read_case_file(CASES[0]), content, today), content, "a4")
    catalog = document[document.rindex(b"/Type /Catalog") - 200 :]
    assert b"/Lang (en-US)" in catalog
    assert b"/DisplayDocTitle true" in catalog
    assert re.search(rb"<pdfaid:part>1</pdfaid:part>|pdfaid:part=\"1\"", document)
    assert b"/OutputIntents" in catalog
    (tmp_path / "page.pdf").write_bytes(document)
    fonts = poppler.fonts(tmp_path / "page.pdf")
    assert fonts
    assert all("BonewatchSans" in font["name"] for font in fonts)
    assert all((font["emb"], font["uni"]) == ("yes", "yes") for font in fonts)
    with pytest.raises(ValueError, match="no catalog"):
        with_language(b"%PDF-1.4\n%%EOF\n")


def test_every_sheet_for_learners_is_one_page(
    device: Callable[[str], QPdfWriter], content: Content, today: date, known: dict[str, Source]
) -> None:
    for number, path in enumerate(CASES):
        lesson = make_lesson(read_case_file(path), content, today, known)
        for with_answer in (False, True):
            page = handout(lesson, content, known, today, with_answer)
            assert len(Sheets(page, content, device(list(PAPERS)[number % 2]))) == 1, path.name


def test_a_sheet_for_learners_has_the_answer_where_wanted(
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


def test_the_longest_cases_fit_one_page(device: Callable[[str], QPdfWriter], content: Content) -> None:
    late = date(2028, 6, 1)  # the content is old by then, which is one more thing to note
    title = "A title of a case that is as long as one may be, " * 4
    for number, answers in enumerate(random_scenarios(20, seed=5)):
        case = case_of(checked(Scenario, {**answers, **ELIGIBLE}), title[:200])
        assert len(Sheets(one_page(case, content, late), content, device(list(PAPERS)[number % 2]))) == 1, case


def test_a_case_with_every_field_answered_fits_one_page(
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


def test_every_word_on_paper_is_large_enough(device: Callable[[str], QPdfWriter], content: Content) -> None:
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


def test_paper_does_not_depend_on_the_look_of_the_window(qapp: QApplication, content: Content, today: date) -> None:
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


def test_a_page_takes_the_largest_size_to_fit(
    device: Callable[[str], QPdfWriter], content: Content, today: date
) -> None:
    short = one_page(case_of(Scenario()), content, today)
    long = one_page(read_case_file(resource_path("cases/sacral_chordoma.case.json")), content, today)
    steps = load_scale().paper.steps
    assert Sheets(short, content, device("letter")).percent == steps[0]
    assert Sheets(long, content, device("letter")).percent < steps[0]


def test_a_long_page_goes_on_on_a_second_numbered_sheet(qapp: QApplication, content: Content, tmp_path: Path) -> None:
    entries = tuple(Item(f"Entry {number} of many. " * 8) for number in range(60))
    page = Page("Kind", "Title", tuple(Listing(f"Part {part}", entries[part::6]) for part in range(6)), ("Foot.",))
    file = tmp_path / "long.pdf"
    file.write_bytes(to_pdf(page, content, "a4"))
    text = poppler.text(file)
    assert int(poppler.info(file)["Pages"]) > 1
    assert "Sheet 1. Foot." in text
    assert "Sheet 2. Foot." in text
    assert all(f"Entry {number} of many." in text for number in range(60))


def test_optional_parts_give_way_before_a_second_sheet(device: Callable[[str], QPdfWriter], content: Content) -> None:
    def sheets(lines: int, optional: bool) -> int:
        long = Listing("Long", tuple(Item("A line of words.") for _ in range(lines)))
        spare = Listing("Spare", (Item("More."),) * 5, optional=optional)
        return len(Sheets(Page("Kind", "Title", (long, spare), ("Foot.",)), content, device("a4")))

    longest = bisect(range(40, 90), 1, key=lambda lines: sheets(lines, optional=True)) + 39
    assert 40 <= longest < 89
    assert sheets(longest, optional=False) == 2
