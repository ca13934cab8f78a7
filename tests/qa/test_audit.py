"""No place, dialog or theme has elements without a name, with low contrast, too small, or trapping the keyboard."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.look.icons import level_pixmap
from gui.look.theme import THEMES, Text, theme_manager
from gui.widgets.picture import Picture
from gui.widgets.row_button import RowButton
from tests.qa.audit.__main__ import audit, problems, totals, write_report
from tests.qa.audit.elements import Findings, examine
from tests.qa.audit.screens import VIEWS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

PLACES = sorted({view.place for view in VIEWS})


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme_manager().set_theme("light")
    yield
    theme_manager().set_theme("light")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("theme", ["light", *(pytest.param(name, marks=pytest.mark.slow) for name in THEMES[1:])])
def test_the_audit_finds_nothing(theme: str, place: str, tmp_path: Path) -> None:
    found = audit((theme,), (place,))

    assert problems(found) == []
    assert totals(found)["elements"] >= 4 * len(found)
    write_report(found, tmp_path)
    with (tmp_path / "accessibility.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == totals(found)["elements"]
    assert all(row["role"] and (row["name"] or row["element"].endswith("(Picture)")) for row in rows)


# The problems that the audit must find


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setProperty("role", "window")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def add(window: QWidget, widget: QWidget, name: str = "it") -> QWidget:
    widget.setObjectName(name)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    return widget


def examined(window: QWidget, qtbot: QtBot) -> Findings:
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    QApplication.processEvents()
    window.setFocus()
    return examine(window, "a view")


def wrong(window: QWidget, qtbot: QtBot) -> list[str]:
    return [problem for element in examined(window, qtbot).elements for problem in element.problems]


def test_an_element_without_a_name_is_found(window: QWidget, qtbot: QtBot) -> None:
    button = RowButton(window)
    button.setMinimumSize(40, 40)
    add(window, button)
    assert wrong(window, qtbot) == ["unnamed"]


def test_faint_words_are_found(window: QWidget, qtbot: QtBot) -> None:
    label = QLabel("Can hardly be read", window)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(theme_manager().theme.surface.field_border))
    label.setPalette(palette)
    add(window, label)
    (problem,) = wrong(window, qtbot)
    assert problem.startswith("words at 3.")


def test_a_faint_edge_is_found(window: QWidget, qtbot: QtBot) -> None:
    class Faint(QPushButton):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type]
            painter = QPainter(self)
            painter.setPen(QColor(theme_manager().theme.surface.panel_border))
            for inset in range(3):
                painter.drawRect(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))
            painter.end()

    add(window, Faint("Press", window))
    (problem,) = wrong(window, qtbot)
    assert problem.startswith("edge or icon at 1.")


def test_a_small_target_is_found(window: QWidget, qtbot: QtBot) -> None:
    button = RowButton(window)
    button.setAccessibleName("Small")
    button.setFixedSize(60, 20)
    add(window, button)
    assert wrong(window, qtbot) == ["a target of 60 by 20"]


def test_a_picture_without_words_is_found(window: QWidget, qtbot: QtBot) -> None:
    picture = Picture(window)
    picture.setPixmap(level_pixmap("warning", 24))
    add(window, picture)
    assert wrong(window, qtbot) == ["a picture without words beside it"]
    add(window, Text("Warning", parent=window), "words")
    assert wrong(window, qtbot) == []


def test_a_trap_is_found(window: QWidget, qtbot: QtBot) -> None:
    class Trap(QPushButton):
        def focusNextPrevChild(self, forward: bool) -> bool:
            self.setFocus()
            return True

    add(window, Trap("There is no way on", window), "trap")
    add(window, QPushButton("Never reached", window), "other")
    traps = examined(window, qtbot).traps
    assert any("trap" in trap for trap in traps)
    assert any("other" in trap for trap in traps)


def test_an_invisible_focus_stop_is_found(window: QWidget, qtbot: QtBot) -> None:
    class Silent(RowButton):
        def paintEvent(self, event: object) -> None:
            pass

    for name in ("one", "two"):
        button = Silent(window)
        button.setAccessibleName(name)
        button.setMinimumSize(QRect(0, 0, 60, 30).size())
        add(window, button, name)
    assert len(examined(window, qtbot).traps) == 2
