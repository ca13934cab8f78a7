"""A protocol card on paper and in files: one sheet, with every word of the card and its adaptations to the case."""

from datetime import date
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from core.base.resources import resource_path
from core.case.case_file import read_case_file
from core.case.scenario import Scenario
from core.content import Content, Source
from core.content.citations import all_sources
from core.pages.page import Page
from core.pages.protocol_sheet import protocol_sheet
from core.reference.protocols import ProtocolCard, adapted, references_of
from core.reference.shelf import Shelf, load_shelf
from gui.paper.page_files import PAGE_ENDINGS, save_page
from gui.window.main_window import MainWindow
from tests import poppler

INDEX = resource_path("cases/index.case.json")


@pytest.fixture(scope="module")
def shelf(content: Content) -> Shelf:
    """Return the packaged reference."""
    return load_shelf(resource_path("reference"), content)


def sheet_of(card: ProtocolCard, scenario: Scenario, shelf: Shelf, content: Content, day: date) -> Page:
    sources: dict[str, Source] = all_sources(content, shelf)
    return protocol_sheet(card, adapted(card, scenario, content), shelf, content, sources, day)


def words_of(card: ProtocolCard, shelf: Shelf) -> list[str]:
    """Return every text of a card that no case changes."""
    rows = [row for table in card.tables for row in table.rows]
    cells = [text for row in rows for text in (row.name, row.value, row.unit, row.purpose) if text]
    cautions = [caution.text for caution in card.pitfalls]
    ids = [reference.source for reference in references_of(card)]
    tables = [table.title for table in card.tables]
    return [card.title, card.summary, shelf.protocol_notice, *tables, *cells, *cautions, *card.unsettled, *ids]


def squeezed(text: str) -> str:
    """Return a text without blanks and capitals: a narrow column breaks anywhere, and a form may set capitals."""
    return "".join(text.split()).casefold()


def test_every_card_fits_on_one_sheet_with_all_its_words(
    shelf: Shelf, content: Content, today: date, tmp_path: Path, qapp: QApplication
) -> None:
    path, faults = tmp_path / "card.pdf", {}
    for number, card in enumerate(shelf.protocols):
        page = sheet_of(card, read_case_file(INDEX).scenario, shelf, content, today)
        assert save_page(page, content, path, ("a4", "letter")[number % 2]) is None
        found = squeezed(poppler.text(path))
        missing = [text for text in words_of(card, shelf) if squeezed(text) not in found]
        if missing or poppler.info(path)["Pages"] != "1":
            faults[card.id] = missing
    assert faults == {}


def test_the_other_forms_hold_the_same_words(shelf: Shelf, content: Content, today: date, tmp_path: Path) -> None:
    for ending in (ending for ending in PAGE_ENDINGS if ending != ".pdf"):
        for card in shelf.protocols:
            path = tmp_path / f"{card.id}{ending}"
            assert save_page(sheet_of(card, Scenario(), shelf, content, today), content, path, "a4") is None
            text = squeezed(unescape(path.read_text(encoding="utf-8")))
            assert [words for words in words_of(card, shelf) if squeezed(words) not in text] == []


def test_a_sheet_says_what_the_case_changes_and_why(shelf: Shelf, content: Content, today: date) -> None:
    counts = set()
    for scenario in (read_case_file(INDEX).scenario, Scenario(hardware="none", mars_available=True)):
        for card in shelf.protocols:
            page = sheet_of(card, scenario, shelf, content, today)
            listed = [block for block in page.blocks if block.heading == "For the case on the screen"]
            found = adapted(card, scenario, content)
            counts.add(len(found))
            assert len(listed) == bool(found)
            for adaptation in found:
                assert adaptation.text in str(listed)
                assert all(f"{fact.label}: {fact.answer}" in str(listed) for fact in adaptation.because)
    assert 0 in counts and max(counts) > 0


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_a_button_writes_the_card_on_screen_into_a_file(window: MainWindow, tmp_path: Path) -> None:
    window.open_case(read_case_file(INDEX))
    window.show_reference()
    window.reference.open_entries("protocols", ("mri_metal",))
    button = window.reference.findChild(QPushButton, "export_mri_metal")
    proposed = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        proposed.extend(dialog.selectedFiles())
        dialog.selectFile(str(tmp_path / "card.html"))
        dialog.accept()

    QTimer.singleShot(0, window, answer)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert [Path(name).name for name in proposed] == ["mri-with-metal.pdf"]
    written = (tmp_path / "card.html").read_text(encoding="utf-8")
    assert "MRI with metal" in written
    assert "For the case on the screen" in written


def test_the_print_button_hands_over_the_sheet_of_its_card(window: MainWindow) -> None:
    window.show_reference()
    window.reference.open_entries("protocols", ("gadolinium",))
    handed: list[Page] = []
    window.reference.print_requested.disconnect()
    window.reference.print_requested.connect(handed.append)
    window.reference.findChild(QPushButton, "print_gadolinium").click()
    assert [page.title for page in handed] == ["Gadolinium safety"]
