"""Walks over all visible widgets of a window and finds those that are clipped, overlap, stick out or are too small to hit.

As a program (`python -m tests.gui.layout_walker WIDTHxHEIGHT`) it does so for all situations in a window of that size
and prints its findings as JSON. The device's scale is set for Qt (QT_SCALE_FACTOR).
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

from core.base.resources import resource_path
from core.case.scenario import Scenario
from core.content import Content
from core.content.loading import load_content
from core.schedule.local_protocol import LocalNotes
from core.teaching.cases import TeachingCase
from gui.application import make_application
from gui.look.theme import text_font, theme_manager
from gui.state import CaseState
from gui.teach.place import TeachPlace
from gui.widgets.flowchart import Flowchart
from gui.widgets.flowchart.node_button import NodeButton
from gui.widgets.picture import Picture
from gui.widgets.segments import CheckSegment, RadioSegment, SegmentGrid
from gui.widgets.wrapping_button import WrappingButton
from gui.window.main_window import MainWindow
from tests.broken_cases import BROKEN
from tests.gui.screen import Screen, plain
from tests.local_protocols import FULL
from tests.strategies import eligible

SMALLEST_TARGET = 24
"""Minimum width and height of a target in pixels (WCAG 2.2, 2.5.8)."""

FRESH, STALE = date(2026, 6, 1), date(2027, 6, 1)

_ON_TOP = {"why_panel", "find_palette", "help_panel", "overlay"}

# Half a pixel: rounding, not clipping.
_TOLERANCE = 0.5


@dataclass
class Walk:
    """The result of a walk: the number of widgets, and the problems with their situations."""

    widgets: int = 0
    problems: dict[str, list[str]] = field(default_factory=dict)

    def note(self, situation: str, found: list[str], widgets: int) -> None:
        """Add the findings of one situation."""
        self.widgets += widgets
        for problem in found:
            self.problems.setdefault(problem, []).append(situation)


@dataclass(frozen=True)
class Situation:
    """A state of the window: its answers, and the panel opened over it."""

    scenario: Scenario
    today: date = FRESH
    prepare: Callable[[Screen], None] | None = None


def _open_folds(screen: Screen) -> None:
    screen.open_folds()


def _explain(name: str) -> Callable[[Screen], None]:
    def prepare(screen: Screen) -> None:
        screen.open_folds()
        screen.click(screen.find(name))

    return prepare


def _find(screen: Screen) -> None:
    screen.window.finder.find()
    screen.type("recurrence")


def _help(screen: Screen) -> None:
    screen.window.finder.show_page("keyboard")


def _mistype(screen: Screen) -> None:
    screen.open_folds()
    screen.enter("age_years", "200")
    screen.enter("months_since_treatment", "1234567")


def _add_local(screen: Screen) -> None:
    notes = LocalNotes(nodes={node.id: "Somewhere else " * 20 for node in screen.window.state.content.nodes})
    update = {"site": "The University Hospital of a Very Long Name", "notes": notes}
    screen.window.state.set_local(FULL.but(**update))
    screen.open_folds()


def _fail(screen: Screen) -> None:
    screen.window.state.clear_decision()
    screen.window.tell("An internal fault", "The answer was taken off the screen; your entries are kept. " * 4)


def _compare(screen: Screen) -> None:
    screen.window.pin()
    screen.window.state.show_scenario(eligible(radiograph_result="suspicious", mri_limitation="severe_artifact"))


def _compare_with_nothing(screen: Screen) -> None:
    screen.window.pin()
    screen.window.reset()


def _teach(then: Callable[[TeachPlace], object] = lambda _: None) -> Callable[[Screen], None]:
    def prepare(screen: Screen) -> None:
        screen.window.show_teach()
        screen.settle()
        then(screen.window.teach.place)

    return prepare


def _answer_all(place: TeachPlace) -> None:
    place.page.commit(1)
    place.page.reveal_all()


def _write_case(place: TeachPlace) -> None:
    place.own.make()
    place.own.editor.finished()


def _miss_everything(place: TeachPlace) -> None:
    place.start_quiz(5, 1)
    for _ in range(5):
        place.run.next()


def _open_broken(place: TeachPlace) -> None:
    faults = tuple(f"broken_{number}.case.json: {found[0]}" for number, (_, found) in enumerate(BROKEN))
    place.library.take_in([TeachingCase(Path("mine.case.json"), c.case, c.teaching) for c in place.library.bundled[:1]])
    place.own.changed.emit(place.library.own[0])
    place.own.told.emit("Some files in “cases” cannot be used", faults)


_EVERY_ANSWER = eligible(
    radiograph_result="suspicious",
    radiograph_findings=("new_lytic_lesion", "progressive_interface_radiolucency", "new_soft_tissue_opacity"),
    clinical_suspicion="high",
    baseline_available=False,
    priors_available=False,
    hardware="internal_fixation",
    mri_limitation="severe_artifact",
    mars_available=True,
    gadolinium_contraindicated=True,
    advanced_study="mri",
    advanced_result="nondiagnostic",
    age_years=17.9,
    histology="giant_cell_tumor",
    grade="low",
    site="skull_or_jaw",
    surgery="limb_sparing_resection",
    radiation_therapy=True,
    months_since_treatment=1199.5,
)

SITUATIONS: Mapping[str, Situation] = {
    "empty": Situation(Scenario()),
    "finding": Situation(eligible(), prepare=_find),
    "help": Situation(eligible(), prepare=_help),
    "index": Situation(eligible(hardware="endoprosthesis", age_years=24, site="femur", histology="osteosarcoma")),
    "MRI with artifact": Situation(
        eligible(radiograph_result="suspicious", mri_limitation="severe_artifact", mars_available=True)
    ),
    "tumor board after CT": Situation(
        eligible(
            radiograph_result="suspicious",
            clinical_suspicion="high",
            advanced_study="ct",
            advanced_result="no_recurrence",
        )
    ),
    "out of scope in several ways": Situation(
        Scenario(
            purpose="pulmonary_surveillance",
            tumor_origin="soft_tissue",
            treated=False,
            symptoms=("new_pain", "palpable_mass", "pathologic_fracture"),
        )
    ),
    "conflict": Situation(
        eligible(
            radiograph_findings=("new_lytic_lesion", "progressive_interface_radiolucency", "periosteal_reaction"),
            hardware="none",
            advanced_study="ct",
            advanced_result="suspicious",
        )
    ),
    "incomplete": Situation(Scenario(purpose="local_recurrence_surveillance", advanced_study="mri")),
    "everything answered and open": Situation(_EVERY_ANSWER, prepare=_open_folds),
    "everything answered": Situation(_EVERY_ANSWER),
    "mistyped": Situation(eligible(), prepare=_mistype),
    "all notices": Situation(eligible(site="skull_or_jaw", age_years=9), today=STALE),
    "why": Situation(_EVERY_ANSWER, prepare=_explain("why")),
    "why a rating": Situation(eligible(), prepare=_explain("rating_fdg_pet_ct_whole_body_why")),
    "why a warning": Situation(eligible(), prepare=_explain("pitfall_hardware_artifact")),
    "the same twice": Situation(eligible(), prepare=lambda screen: screen.window.pin()),
    "two cases": Situation(_EVERY_ANSWER, prepare=_compare),
    "a case and an empty one": Situation(_EVERY_ANSWER, prepare=_compare_with_nothing),
    "fault": Situation(eligible(), prepare=_fail),
    "local protocol": Situation(_EVERY_ANSWER, prepare=_add_local),
    "teach": Situation(eligible(), prepare=_teach()),
    "teach, all revealed": Situation(eligible(), prepare=_teach(_answer_all)),
    "teach, a case being written": Situation(_EVERY_ANSWER, prepare=_teach(_write_case)),
    "teach, a quiz": Situation(eligible(), prepare=_teach(lambda place: place.start_quiz(5, 1))),
    "teach, a quiz missed": Situation(eligible(), prepare=_teach(_miss_everything)),
    "teach, broken files": Situation(eligible(), prepare=_teach(_open_broken)),
}


def walk_situations(content: Content, width: int, height: int, walk: Walk, names: Any = SITUATIONS) -> None:
    """Put a new window of this size into each situation and note the problems."""
    for name in names:
        situation = SITUATIONS[name]
        window = MainWindow(CaseState(content, situation.today))
        window.resize(width, height)
        window.show()
        screen = Screen(window)
        screen.settle()
        window.state.show_scenario(situation.scenario)
        screen.settle()
        if situation.prepare:
            situation.prepare(screen)
            screen.settle()
        if (window.width(), window.height()) != (width, height):
            walk.note(name, [f"the window insists on {window.width()} by {window.height()}"], 1)
        walk.note(name, *look_over(window))
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def look_over(window: QWidget) -> tuple[list[str], int]:
    """Return the problems of the visible widgets of a window, and the number of widgets."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window]
    problems = [f"{path(w)}: {problem}" for w in shown for problem in _problems(w)]
    problems += [f"{path(w)}: {problem}" for w in (window, *shown) for problem in _crowding(w)]
    return problems, len(shown)


def path(widget: QWidget) -> str:
    """Return the location of a widget: the names of its ancestors, its class and its text."""
    names = []
    here: QWidget | None = widget
    while here is not None and len(names) < 3:
        if here.objectName() and not here.objectName().startswith("qt_"):
            names.append(here.objectName())
        here = here.parentWidget()
    words = plain(widget.text())[:40] if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{'/'.join(reversed(names))} {type(widget).__name__} {words!r}"


def _problems(widget: QWidget) -> Iterator[str]:
    """Yield the problems of a single widget."""
    yield from _cut_words(widget)
    yield from _sticking_out(widget)
    if isinstance(widget, QScrollArea):
        yield from _sideways(widget)
    # The line edit of a spin box is a part of it. The whole box is the target.
    whole = not isinstance(widget.parentWidget(), QAbstractSpinBox)
    if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox) and widget.isEnabled() and whole:
        box = _body(widget)
        if box.width() < SMALLEST_TARGET or box.height() < SMALLEST_TARGET:
            yield f"a target of {box.width()} by {box.height()}"
    if isinstance(widget, QMenuBar):
        for action in widget.actions():
            box = widget.actionGeometry(action)
            if not widget.rect().contains(box) or box.width() < SMALLEST_TARGET or box.height() < SMALLEST_TARGET:
                yield f"menu {plain(action.text())} at {_said(box)}"
    if isinstance(widget, Flowchart):
        yield from _flowchart(widget)


def _cut_words(widget: QWidget) -> Iterator[str]:
    """Yield text that needs more room than it has."""
    for text, room, font_role in _texts(widget):
        words = text.replace("\u200f", "")  # The mark of a direction takes no room on the screen.
        metrics = QFontMetricsF(text_font(font_role) if font_role else widget.font())
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        flags = Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag(0) if "\n" in words else Qt.TextFlag.TextSingleLine
        needed = metrics.boundingRect(QRectF(0, 0, room.width() if wraps else 1e6, 1e6), int(flags), words)
        if needed.width() > room.width() + _TOLERANCE or needed.height() > room.height() + _TOLERANCE:
            yield f"needs {needed.width():.1f} by {needed.height():.1f}, has {room.width()} by {room.height()}"
    if isinstance(widget, Picture) and not widget.pixmap().isNull():
        picture = widget.pixmap().deviceIndependentSize()
        if picture.width() > widget.width() + _TOLERANCE or picture.height() > widget.height() + _TOLERANCE:
            yield f"a picture of {picture.width()} by {picture.height()} in {widget.width()} by {widget.height()}"


def _texts(widget: QWidget) -> Iterator[tuple[str, QRect, str]]:
    """Yield a widget's texts with their room, and their step of the type scale if it differs from the widget's font."""
    if isinstance(widget, QLabel) and widget.text():
        yield plain(widget.text()) if widget.buddy() else widget.text(), widget.contentsRect(), ""
    elif isinstance(widget, RadioSegment | CheckSegment):
        for role in ("caption", "caption_strong"):
            yield widget.text(), widget.rect().adjusted(2, 2, -2, -2), role
    elif isinstance(widget, QPushButton) and widget.text():
        words = widget.shown_text if isinstance(widget, WrappingButton) else widget.text()
        yield plain(words), _push_button_room(widget), ""
    elif isinstance(widget, QLineEdit):
        option = QStyleOptionFrame()
        widget.initStyleOption(option)
        room = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, widget)
        yield widget.text() or widget.placeholderText(), room.adjusted(2, 0, -2, 0), ""
    elif isinstance(widget, QComboBox):
        choice = QStyleOptionComboBox()
        widget.initStyleOption(choice)
        parts = QStyle.ComplexControl.CC_ComboBox, choice, QStyle.SubControl.SC_ComboBoxEditField, widget
        yield widget.currentText(), widget.style().subControlRect(*parts), ""


def _push_button_room(button: QPushButton) -> QRect:
    """Return the room that a button's padding and icon leave for its text."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    if not button.icon().isNull():
        room.setLeft(room.left() + button.iconSize().width())
    return room


def _sticking_out(widget: QWidget) -> Iterator[str]:
    """Yield a part outside its parent. A scrolled body may be higher than its view."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QScrollArea):
        return
    box = _body(widget)
    if not parent.rect().contains(box):
        yield f"{_said(box)} sticks out of {_said(parent.rect())}"


def _sideways(area: QScrollArea) -> Iterator[str]:
    """Yield content that is wider than its view."""
    body, view = area.widget(), area.viewport()
    if area.horizontalScrollBar().isVisible():
        yield f"a horizontal scroll bar, for {body.width()} in {view.width()}"
    elif body is not None and body.width() > view.width():
        yield f"cut off sideways: {body.width()} in {view.width()}"


def _flowchart(chart: Flowchart) -> Iterator[str]:
    """Yield problems of the flowchart: parts outside it, or a path that is not fully in view at the standard text size."""
    layout = chart.canvas.arrangement
    if layout is None or not layout.fits:
        yield "the flowchart has no arrangement in which everything has a place"
    if theme_manager().zoom_percent > 100:
        return
    for area in chart.findChildren(QScrollArea):
        if area.verticalScrollBar().maximum() or area.horizontalScrollBar().maximum():
            yield f"the flowchart scrolls: {_said(chart.canvas.rect())} in {_said(area.viewport().rect())}"
    if chart.canvas.current is not None and chart.window().width() >= 1024:
        covered = any(w.isVisible() for w in chart.window().findChildren(QWidget) if w.objectName() in _ON_TOP)
        if not covered and chart.visibleRegion().boundingRect() != chart.rect():
            yield f"of the flowchart only {_said(chart.visibleRegion().boundingRect())} of {_said(chart.rect())} is seen"


def _crowding(parent: QWidget) -> Iterator[str]:
    """Yield children that overlap. Some are above all others on purpose."""
    children = [c for c in parent.children() if isinstance(c, QWidget) and c.isVisible() and not c.isWindow()]
    allowed = theme_manager().px(theme_manager().scale.stroke.control) if isinstance(parent, SegmentGrid) else 0
    for one, two in combinations([c for c in children if c.objectName() not in _ON_TOP], 2):
        common = _body(one).intersected(_body(two))
        if common.width() > allowed and common.height() > allowed:
            yield f"{path(one)} and {path(two)} share {_said(common)}"


def _body(widget: QWidget) -> QRect:
    """Return the rectangle of a widget in its parent. For a flowchart node, exclude the room of its focus ring."""
    if isinstance(widget, NodeButton):
        canvas = widget.parentWidget()
        box = canvas.arrangement.places[widget.node.id].box  # type: ignore[attr-defined]
        return QRectF(box.left, box.top, box.width, box.height).toRect()
    return widget.geometry()


def _said(box: QRect) -> str:
    top_left: QPoint = box.topLeft()
    return f"{box.width()} by {box.height()} at {top_left.x()}, {top_left.y()}"


def main(arguments: list[str]) -> int:
    """Walk over all situations in a window of this size, and print widgets, device scale and problems."""
    width, height = (int(length) for length in arguments[0].split("x"))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = make_application("light")
    walk = Walk()
    walk_situations(load_content(resource_path("content")), width, height, walk)
    scale = app.primaryScreen().devicePixelRatio()
    print(json.dumps({"widgets": walk.widgets, "scale": scale, "problems": walk.problems}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
