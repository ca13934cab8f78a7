"""The page from the window: menu, files, printer, clipboard, and error messages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QGuiApplication, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from core.base.resources import resource_path
from core.case.case_file import read_case_file
from core.content import Content
from core.pages.decision_page import one_page
from core.pages.note import to_note
from gui.paper.output import file_name
from gui.paper.printing import print_on
from gui.window.main_window import MainWindow
from tests import poppler

INDEX = resource_path("cases/index.case.json")


def shown(window: MainWindow) -> list[str]:
    """Return the visible texts of the window's labels."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def action(window: MainWindow, name: str) -> QAction:
    (found,) = window.findChildren(QAction, name)
    return found


def choose(window: MainWindow, action_name: str, path: Path) -> None:
    """Trigger an action that asks for a file name, and answer with this one."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()

    QTimer.singleShot(0, window, answer)
    action(window, action_name).trigger()


def test_export_and_print_have_their_usual_keys(window: MainWindow) -> None:
    assert action(window, "export").shortcut().toString() == "Ctrl+E"
    assert action(window, "print").shortcut().toString() == "Ctrl+P"


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_the_menu_writes_the_case_in_the_form_of_the_ending(
    window: MainWindow, tmp_path: Path, content: Content
) -> None:
    window.open_case(read_case_file(INDEX))
    for ending in ("pdf", "html", "txt"):
        choose(window, "export", tmp_path / f"page.{ending}")
    assert poppler.info(tmp_path / "page.pdf")["Pages"] == "1"
    headline = "Order radiographs of the tumor site"
    assert headline in poppler.text(tmp_path / "page.pdf")
    assert headline in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert headline.upper() in (tmp_path / "page.txt").read_text(encoding="utf-8")


def test_a_page_or_sheet_not_written_is_reported(window: MainWindow, tmp_path: Path) -> None:
    for file, reason in (
        ("nowhere/page.pdf", "There is no folder"),
        ("page.docx", "'page.docx' ends in none of .pdf, .html"),
    ):
        window.one_page.save(tmp_path / file)
        QApplication.processEvents()
        assert f"{Path(file).name} was not written" in shown(window)
        assert any(reason in text for text in shown(window))
    window.show_teach()
    place = window.teach.place
    place.handout.save(place.library.cases[0], True, tmp_path / "nowhere" / "sheet.pdf")
    assert any("sheet.pdf was not written" in text for text in shown(window))
    assert list(tmp_path.iterdir()) == []


def test_without_an_answer_there_is_no_page(window: MainWindow) -> None:
    window.state.clear_decision()
    for name in ("export", "print"):
        action(window, name).trigger()
        assert "There is no page" in shown(window)


def test_the_printed_page_is_the_one_page(qapp: QApplication, content: Content, today: object, tmp_path: Path) -> None:
    case = read_case_file(INDEX)
    page = one_page(case, content, today)  # type: ignore[arg-type]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)  # A possible leftover state
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_on(printer, page, content) is None
    assert poppler.info(tmp_path / "printed.pdf")["Pages"] == "1"
    text = poppler.text(tmp_path / "printed.pdf")
    assert "Order radiographs of the tumor site" in text
    assert content.topic.trademark_notice in text


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false", extend=True)
def test_a_printer_out_of_use_is_named(content: Content, today: object, qapp: QApplication) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nowhere/printed.pdf")
    problem = print_on(printer, one_page(read_case_file(INDEX), content, today), content)  # type: ignore[arg-type]
    assert problem == "/nowhere/printed.pdf cannot be used. Choose another printer, or export a PDF and print that."


def test_a_title_becomes_a_name_for_every_system() -> None:
    titles = ("A line: that CT / MRI? don't", "", "..", "x" * 90)
    assert [file_name(title) for title in titles] == ["a-line-that-ct-mri-don-t", "", "", "x" * 60]


def test_the_note_is_on_the_clipboard_as_text_alone(window: MainWindow) -> None:
    case = read_case_file(INDEX)
    window.open_case(case)
    action(window, "copy").trigger()
    copied = QGuiApplication.clipboard().mimeData()
    state = window.state
    assert set(copied.formats()) == {"text/plain"}
    assert copied.text() == to_note(case, state.content, state.today)


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_teach_writes_the_sheet_of_the_chosen_case(window: MainWindow, tmp_path: Path) -> None:
    window.show_teach()
    lesson = window.teach.place.page.lesson
    assert lesson is not None
    choose(window, "handout_question", tmp_path / "question.html")
    choose(window, "handout_answer", tmp_path / "answer.pdf")
    question = (tmp_path / "question.html").read_text(encoding="utf-8")
    assert lesson.teaching.question in question
    assert lesson.teaching.teaching_point not in question
    assert lesson.report.headline in poppler.text(tmp_path / "answer.pdf")


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_the_menu_draws_a_part_of_the_window_by_the_ending(window: MainWindow, tmp_path: Path) -> None:
    window.open_case(read_case_file(INDEX))
    for part, panel in (("flowchart", window.decide.flowchart_panel), ("ratings", window.decide.ratings)):
        for ending, start in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
            choose(window, f"picture_{part}", tmp_path / f"{part}.{ending}")
            assert (tmp_path / f"{part}.{ending}").read_bytes().startswith(start)
        assert QImage(str(tmp_path / f"{part}.png")).size() == panel.size()
        choose(window, f"picture_{part}", tmp_path / f"{part}.gif")
        assert f"{part}.gif was not written" in shown(window)


def test_a_case_without_ratings_has_no_picture_of_them(window: MainWindow) -> None:
    window.open_case(read_case_file(resource_path("cases/soft_tissue_origin.case.json")))
    action(window, "picture_ratings").trigger()
    assert "There is no picture" in shown(window)
