"""Answers get their final layout before the first paint, and cached heights are never out of date."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMargins, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.case.case_file import read_case_file
from core.case.scenario import field_specs
from core.content import Content
from gui.decide.ratings import RatingCard
from gui.layouts.column import Column
from gui.layouts.rows import Rows
from gui.look.icons import set_icon
from gui.look.theme import Paragraph, text_font, theme_manager
from gui.state import CaseState
from gui.widgets.field_editors import FieldEditor
from gui.widgets.wrapping_button import WrappingButton
from gui.window.main_window import MainWindow
from tests.gui.layout_walker import path

# The offscreen platform prints this for every window with a minimum size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

LONG = "Compare with every earlier study, side by side, from the first one after the operation on."

CHANGES: tuple[tuple[str, Any], ...] = (
    ("radiograph_result", "suspicious"),
    ("gadolinium_contraindicated", True),
    ("gadolinium_contraindicated", None),
    ("mri_limitation", "contraindicated"),
    ("gadolinium_contraindicated", True),
    ("advanced_study", "ct"),
    ("advanced_result", "equivocal"),
    ("advanced_result", None),
    ("symptoms", ("new_pain",)),
    ("symptoms", ()),
    ("purpose", "pulmonary_surveillance"),
    ("purpose", "local_recurrence_surveillance"),
    ("radiograph_result", "not_done"),
)


def places(window: MainWindow) -> Iterator[tuple[str, QRect]]:
    for number, widget in enumerate(window.findChildren(QWidget)):
        # A scroll bar takes its place when the event loop turns. The column has reserved its room before.
        scrolls = any(isinstance(w, QScrollBar) for w in (widget, *widget.children()))
        if widget.isVisible() and not scrolls:
            yield f"{number} {path(widget)}", QRect(widget.geometry())


def test_nothing_moves_once_an_answer_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.open_case(read_case_file(resource_path("cases/index.case.json")))
    window.resize(1280, 800)
    moved = {}
    for field, value in CHANGES:
        qtbot.wait(20)
        window.state.answer(field, value)
        before = dict(places(window))
        qtbot.wait(20)
        after = dict(places(window))
        moved.update({(field, value, who): (before.get(who), at) for who, at in after.items() if before.get(who) != at})
    assert moved == {}


def test_the_flowchart_stays_when_the_advice_is_no_study(window: MainWindow, qtbot: QtBot) -> None:
    window.open_case(read_case_file(resource_path("cases/index.case.json")))
    window.resize(1280, 800)
    flowchart, places = window.decide.flowchart, {}
    for result in ("not_done", "stable", "not_done"):
        window.state.answer("radiograph_result", result)
        window.state.answer("clinical_suspicion", "low")
        qtbot.wait(20)
        places[window.state.snapshot.decision.recommendation.action] = (
            flowchart.mapTo(window, QPoint()),
            flowchart.size(),
        )
    assert places["order_radiographs"] == places["continue_surveillance"]


def test_the_steps_keep_their_height_where_a_case_has_none(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1920, 1080)
    steps, heights = window.decide.steps, []
    window.open_case(read_case_file(resource_path("cases/index.case.json")))
    for origin in ("bone", "soft_tissue", "bone"):
        window.state.answer("tumor_origin", origin)
        qtbot.wait(20)
        heights.append((bool(window.state.snapshot.report.steps), steps.height()))
    assert [has for has, _ in heights] == [True, False, True]
    assert heights[1][1] == heights[0][1] == heights[2][1]


def test_the_flowchart_has_its_room_when_the_window_opens(content: Content, today: date, qtbot: QtBot) -> None:
    window = MainWindow(CaseState(content, today))
    qtbot.addWidget(window)
    window.show()
    at_once = window.decide.flowchart.size()
    qtbot.wait(20)
    assert window.decide.flowchart.size() == at_once


def test_folded_questions_are_made_later_with_their_answers(content: Content, today: date, qtbot: QtBot) -> None:
    window = MainWindow(CaseState(content, today))
    qtbot.addWidget(window)
    assert (len(window.findChildren(FieldEditor)), window.findChildren(RatingCard)) == (5, [])
    window.open_case(read_case_file(resource_path("cases/index.case.json")))
    assert len(window.findChildren(RatingCard)) == len(content.decided_variant.ratings)
    window.state.answer("hardware", "endoprosthesis")
    window.show()
    qtbot.waitUntil(lambda: len(window.findChildren(FieldEditor)) == len(field_specs()))
    assert window.findChild(QAbstractButton, "hardware_endoprosthesis").isChecked()


def test_a_column_has_room_for_its_scroll_bar_at_once(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column, panel = Column("column", around), Paragraph(LONG * 20, parent=around)
    column.hold([panel])
    QVBoxLayout(around).addWidget(column)
    around.resize(300, 200)
    around.show()
    at_once = panel.width()
    qtbot.wait(20)
    assert column.verticalScrollBar().isVisible()
    assert panel.width() == at_once


def natural_height(words: str, width: int, margins: QMargins | None = None) -> int:
    made = Paragraph(words, "caption", "primary")
    if margins is not None:
        made.setContentsMargins(margins)
    return made.heightForWidth(width)


def test_the_height_of_a_label_follows_words_margins_and_font(qtbot: QtBot) -> None:
    label = Paragraph("Stable", "caption", "primary")
    qtbot.addWidget(label)
    seen = [label.heightForWidth(120)]
    label.setText(LONG)
    seen.append(label.heightForWidth(120))
    assert seen[1] == natural_height(LONG, 120) > seen[0]
    label.setContentsMargins(40, 0, 0, 0)
    assert label.heightForWidth(120) == natural_height(LONG, 120, QMargins(40, 0, 0, 0)) > seen[1]
    label.setContentsMargins(QMargins())
    label.show()
    assert label.heightForWidth(120) == seen[1]
    theme_manager().set_zoom(200)
    assert label.heightForWidth(120) == natural_height(LONG, 120) > 2 * seen[1]
    theme_manager().set_zoom(100)


def test_the_height_of_a_button_follows_words_and_icon(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    button = WrappingButton("Two words", owner)
    room = button.sizeHint().width()
    one_line = button.heightForWidth(room)
    set_icon(button, "why", theme_manager().theme.accent.ink)
    assert button.heightForWidth(room) > one_line
    button.setText("Two")
    assert button.heightForWidth(room) == one_line
    # The same number of letters and spaces: only the lines differ.
    button.setText("a a aaaa")
    narrow = button.minimumSizeHint().width()
    two_lines = button.heightForWidth(narrow)
    button.setText("aa aa aa")
    assert button.heightForWidth(narrow) > two_lines > one_line
    button.setFont(text_font("headline"))
    fresh = WrappingButton("aa aa aa", owner)
    set_icon(fresh, "why", theme_manager().theme.accent.ink)
    fresh.setFont(text_font("headline"))
    assert button.minimumSizeHint() == fresh.minimumSizeHint()
    assert button.heightForWidth(narrow) == fresh.heightForWidth(narrow)


def test_rows_know_their_height_in_every_width(qtbot: QtBot) -> None:
    owners = [QWidget(), QWidget()]
    remembering, plain = Rows(owners[0]), QVBoxLayout(owners[1])
    pairs = []
    for owner, layout in zip(owners, (remembering, plain), strict=True):
        qtbot.addWidget(owner)
        labels = [Paragraph(LONG, "caption", "primary", owner) for _ in range(3)]
        for label in labels:
            layout.addWidget(label)
        owner.show()
        pairs.append(labels)

    def heights(layout: QVBoxLayout) -> list[int]:
        return [layout.totalHeightForWidth(width) for width in (300, 100, 300, 100)]

    assert heights(remembering) == heights(plain)
    for _, label, _ in pairs:
        label.setText("Stable")
    assert heights(remembering) == heights(plain)
    for _, label, _ in pairs:
        label.hide()
    QCoreApplication.processEvents()
    assert heights(remembering) == heights(plain)
