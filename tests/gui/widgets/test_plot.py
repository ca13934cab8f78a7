"""The plots: drawn where their values are, in every theme and width, and as lines and letters in a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.base.pictures import save_picture
from gui.look.theme import THEMES, theme_manager
from gui.look.tokens import load_theme
from gui.widgets.plot import Axis, Key, Mark, Plot, PlotLine, PlotRow, PlotView, plot_height
from gui.widgets.plot.layout import arrange

LOG = Axis("dose, mSv", 0.01, 100, ((0.01, "0.01"), (1, "1"), (100, "100")), logarithmic=True)
PLOT = Plot(
    "Doses",
    LOG,
    (
        PlotRow("A group", heading=True),
        PlotRow("A range with a value", "1 mSv", (Mark(low=0.1, value=1, high=10),)),
        PlotRow("Below a value", "below 1 mSv", (Mark(high=1, open=True),)),
        PlotRow("A period", "", (Mark("bar", low=0.1, high=None, text="goes on", short="on"),), spoken="goes on"),
        PlotRow("Nothing", "not known"),
    ),
    lines=(PlotLine(3, "a year of background"),),
    keys=(Key(Mark(value=0.5), "published"), Key(Mark(low=0.1, high=0.9, open=True), "level")),
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PlotView]:
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)
    host = QWidget()
    view = PlotView("plot", PLOT, host)
    view.resize(800, view.heightForWidth(800))
    yield view
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)
    host.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def near(image: QImage, x: float, y: float, color: str, reach: int = 2) -> bool:
    """Whether a color stands at a place, or within a few pixels of it."""
    wanted = QColor(color).rgb()
    spots = ((int(x) + dx, int(y) + dy) for dx in range(-reach, reach + 1) for dy in range(-reach, reach + 1))
    return any(image.pixel(*spot) == wanted for spot in spots if image.rect().contains(*spot))


# --- the scale ---------------------------------------------------------------------------------------------------


def test_scales_are_even_and_end_where_they_end() -> None:
    values = {0.01: 0, 0.1: 0.25, 1: 0.5, 100: 1, 0.0001: 0, 1e6: 1, 0: 0}
    assert {value: LOG.fraction(value) for value in values} == pytest.approx(values)
    months = Axis("months", 0, 120, ())
    assert [months.fraction(value) for value in (-5, 0, 30, 120, 500)] == [0, 0, 0.25, 1, 1]


# --- drawing -----------------------------------------------------------------------------------------------------


def test_marks_are_where_their_values_are(view: PlotView) -> None:
    for theme in THEMES:
        theme_manager().set_theme(theme)
        image, ink = view.grab().toImage(), load_theme(theme).accent.ink
        marks = arrange(PLOT, view.width(), view).rows[1].marks
        for value, drawn in ((0.05, False), (0.1, True), (1, True), (10, True), (30, False)):
            x = marks.left() + marks.width() * LOG.fraction(value)
            assert near(image, x, marks.center().y(), ink) == drawn, (theme, value)
        ground = load_theme(theme).surface.panel
        assert image.pixelColor(image.width() - 1, image.height() - 1) == QColor(ground), theme


def test_an_open_mark_differs_from_a_full_one_without_color(view: PlotView) -> None:
    def gray(mark: Mark) -> list[int]:
        view.show_plot(Plot("One", LOG, (PlotRow("PlotRow", "", (mark,)),)))
        view.resize(800, view.heightForWidth(800))
        image = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        place = arrange(view.plot, 800, view).rows[0].marks.toRect()
        return [
            QColor(image.pixel(x, y)).lightness() < 128
            for y in range(place.top(), place.bottom())
            for x in range(place.left(), place.right())
        ]

    for full, hollow in (
        (Mark(value=1), Mark(value=1, open=True)),
        (Mark(low=0.1, high=10), Mark(low=0.1, high=10, open=True)),
        (Mark("bar", low=0.1, high=10), Mark("bar", low=0.1, high=10, open=True)),
    ):
        dark, light = sum(gray(full)), sum(gray(hollow))
        assert dark > light > 0


def test_nothing_in_a_plot_overlaps_or_sticks_out(view: PlotView) -> None:
    for width in (240, 560, 1400):
        layout = arrange(PLOT, width, view)
        boxes = [box for row in layout.rows for box in (row.label, row.value, row.marks) if not box.isEmpty()]
        boxes += [place for _, place in (*layout.keys, *layout.lines)]
        boxes += [place for _, text, place in layout.ticks if text] + [layout.title]
        for number, box in enumerate(boxes):
            assert box.left() >= -0.5 and box.right() <= width + 0.5 and box.bottom() <= layout.height + 0.5
            for other in boxes[:number]:
                common = box.intersected(other)
                assert common.width() < 1 or common.height() < 1, (width, box, other)
    assert plot_height(PLOT, 300) > plot_height(PLOT, 800) > 0
    assert view.heightForWidth(800) >= plot_height(PLOT, 800)


# --- assistive clients -------------------------------------------------------------------------------------------


def test_a_plot_has_a_name_and_says_what_it_shows(view: PlotView) -> None:
    assert view.accessibleName() == "Doses"
    assert view.accessibleDescription() == (
        "A group; A range with a value: 1 mSv; Below a value: below 1 mSv; A period: goes on; Nothing: not known"
    )
    view.show_plot(Plot("Others", LOG, (PlotRow("Row", "2 mSv"),)))
    assert (view.accessibleName(), view.accessibleDescription()) == ("Others", "Row: 2 mSv")


# --- files -------------------------------------------------------------------------------------------------------


def test_files_of_a_plot_are_made_of_lines_and_letters(view: PlotView, tmp_path: Path) -> None:
    for ending in ("svg", "pdf"):
        assert save_picture(view, tmp_path / f"plot.{ending}") is None
    text = (tmp_path / "plot.svg").read_text(encoding="utf-8")
    assert "<image" not in text
    assert ">A range with a value<" in text and ">1 mSv<" in text and "goes on" in text
    assert text.count("<path") + text.count("<poly") + text.count("<circle") + text.count("<ellipse") >= 8
    data = (tmp_path / "plot.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/Subtype /Image" not in data
    assert b"/FontDescriptor" in data
