"""Checks during random input: no complaints by Qt or Python, and the answers that `decide()` gives.

Answers are read from the widgets of the form, not from the program's own state, and so is the displayed result.
"""

import struct
import sys
import traceback
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from core.case.scenario import Answer, FieldSpec, Scenario, field_specs
from core.content import by_id
from core.engine.decide import decide
from core.engine.decision import Decision
from gui.widgets.field_editors import FieldEditor
from gui.widgets.flowchart.highlight import NodeState
from gui.widgets.flowchart.node_button import NodeButton
from gui.window.main_window import MainWindow

_Widget = TypeVar("_Widget", bound=QWidget)

# Without a runtime directory from a session manager (containers, CI), Qt names its substitute.
_LET_THROUGH = ("QStandardPaths: XDG_RUNTIME_DIR not set",)


class Complaints:
    """Collects the complaints of Qt and Python, including exceptions that the program handles."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def listen(self) -> None:
        """Collect from now on. Call it once the program has its own handler, which is called too."""
        qInstallMessageHandler(self._on_message)
        warnings.simplefilter("error")
        self._program_told = sys.excepthook
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not text.startswith(_LET_THROUGH):
            self.found.append(f"Qt: {context.category}: {text}")

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.found.append("".join(traceback.format_exception(kind, error, trace)))
        self._program_told(kind, error, trace)

    def _on_unraisable(self, unraisable: Any) -> None:
        self.found.append(f"{unraisable.err_msg}: {unraisable.exc_value!r} in {unraisable.object!r}")


class AnswerOnScreen:
    """Compares the Decide place with `decide()` on the answers of its form."""

    def __init__(self, window: MainWindow, today: date, scenarios: Path) -> None:
        self._content, self._today = window.state.content, today
        place = window.decide
        self._readers = {spec.id: _reader(spec, place.form.editors[spec.id]) for spec in field_specs().values()}
        self._headline = _only(place, QLabel, "headline")
        self._nodes = place.flowchart.findChildren(NodeButton)
        self._steps, self._ratings = place.steps, place.ratings
        self._more = _only(place.ratings, QPushButton, "ratings_more")
        self._cards: dict[str, _Card] = {}  # Panels make these on first use.
        self._categories = {category.id: category.label for category in self._content.categories}
        # Store hashes in a file. Stored in full, they would grow the memory that is watched.
        self._scenarios = scenarios.open("wb+")
        self.headlines: set[str] = set()

    def faults(self) -> list[str]:
        """Return the differences between the place and `decide()`, in words. Empty if there are none."""
        scenario = Scenario(**{field: read() for field, read in self._readers.items()})
        decision = decide(scenario, self._content, self._today)
        if not self._cards:
            self._cards = self._find_cards()
        self._scenarios.write(struct.pack("q", hash(scenario)))
        self.headlines.add(decision.recommendation.headline)
        shown = {
            "headline": self._headline.text(),
            "ratings": self._shown_ratings(),
            "path": self._shown_path(),
            "steps": self._shown_steps(),
        }
        expected = self._expected(decision)
        return [
            f"the {part} shown is {shown[part]!r}, decide() says {expected[part]!r} on {scenario!r}"
            for part in shown
            if shown[part] != expected[part]
        ]

    def count_scenarios(self) -> int:
        """Return the number of different ones so far."""
        self._scenarios.seek(0)
        return len({number for (number,) in struct.iter_unpack("q", self._scenarios.read())})

    def _find_cards(self) -> dict[str, "_Card"]:
        """Return all cards, or none if they do not exist yet."""
        ratings = self._content.decided_variant.ratings
        if self._ratings.findChild(QFrame, f"rating_{ratings[-1].procedure}") is None:
            return {}
        return {
            rating.procedure: _Card(_only(self._ratings, QFrame, f"rating_{rating.procedure}"), rating.to_confirm)
            for rating in ratings
        }

    def _expected(self, decision: Decision) -> dict[str, Any]:
        labels = by_id(self._content.nodes)
        return {
            "headline": decision.recommendation.headline,
            "ratings": {
                rating.procedure: (self._categories[rating.category], rating.recommended)
                for rating in decision.ratings
                if self._more.isChecked() or not self._cards[rating.procedure].in_fold
            },
            "path": (set(decision.path), decision.path[-1] if decision.path else None),
            "steps": [f"{number}  {labels[node].label}" for number, node in enumerate(decision.path, start=1)],
        }

    def _shown_ratings(self) -> dict[str, tuple[str, bool]]:
        """Return the category in words of each card in view, and whether "Now" is shown on it."""
        words = set(self._categories.values())
        return {
            name: (next((text for text in card.texts() if text in words), ""), "Now" in card.texts())
            for name, card in self._cards.items()
            if card.frame.isVisibleTo(self._ratings)
        }

    def _shown_path(self) -> tuple[set[str], str | None]:
        on_path = {button.node.id: button.state for button in self._nodes if button.state is not NodeState.OFF_PATH}
        here = [node for node, state in on_path.items() if state is NodeState.CURRENT]
        return set(on_path), here[0] if len(here) == 1 else None

    def _shown_steps(self) -> list[str]:
        buttons = self._steps.findChildren(QPushButton)
        return [button.text() for button in buttons if button.property("node") and button.isVisibleTo(self._steps)]


class _Card:
    """A rating card with its labels."""

    def __init__(self, frame: QFrame, in_fold: bool) -> None:
        self.frame, self.in_fold = frame, in_fold
        self._labels = frame.findChildren(QLabel)

    def texts(self) -> list[str]:
        return [label.text() for label in self._labels if label.isVisibleTo(self.frame)]


def _reader(spec: FieldSpec, editor: FieldEditor) -> Callable[[], Answer]:
    """Return the function that reads the answer of a field."""
    if spec.kind == "number":
        line, error = _only(editor, QLineEdit, spec.id), _only(editor, QLabel, f"{spec.id}_error")
        return lambda: float(line.text().replace(",", ".")) if line.text().strip() and error.isHidden() else None
    if lists := editor.findChildren(QComboBox, spec.id):
        return lists[0].currentData
    segments = {
        button.objectName().removeprefix(f"{spec.id}_"): button for button in editor.findChildren(QAbstractButton)
    }

    def chosen() -> Answer:
        on = [name for name, segment in segments.items() if segment.isChecked()]
        if spec.kind == "several":
            nothing = None if "empty" in segments else ()
            return tuple(name for name in spec.choices if name in on) or (() if on else nothing)
        assert len(on) <= 1, f"{spec.id} shows {on}"
        return None if not on else on[0] == "yes" if spec.kind == "yes_no" else on[0]

    return chosen


def _only(parent: QWidget, kind: type[_Widget], name: str) -> _Widget:
    (widget,) = parent.findChildren(kind, name)
    return widget
