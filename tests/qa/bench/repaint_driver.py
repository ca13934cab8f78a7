"""Change one answer after another in the real window, or the word in the bare one, and time each until it is painted.

Prints JSON. For every change: the milliseconds until all is painted, the part until the answer was decided and passed
to the panels, and the processor time. Also the time to repaint the whole window, which a change does not need.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

ROOT = Path(__file__).resolve().parents[3]

# The changes after each result of the radiographs: every answer that pathway, pitfalls or notices read.
_CHANGES: dict[str, tuple[Any, ...]] = {
    "clinical_suspicion": ("low", "high", None),
    "mri_limitation": ("none", "severe_artifact", "contraindicated", None),
    "mars_available": (False, True, None),
    "gadolinium_contraindicated": (True, False, None),
    "advanced_study": ("mri", "ct", "none"),
    "advanced_result": ("no_recurrence", "suspicious", "equivocal", "nondiagnostic", None),
    "hardware": ("none", "internal_fixation", "endoprosthesis"),
    "baseline_available": (True, False, None),
    "priors_available": (True, False, None),
    "symptoms": (("new_pain",), None, ()),
    "purpose": ("pulmonary_surveillance", "local_recurrence_surveillance"),
    "age_years": (12, 24),
    "site": ("sacrum", "femur"),
}
_RESULTS = ("stable", "suspicious", "indeterminate", "not_done")


def _answers() -> Iterator[tuple[str, Any]]:
    while True:
        for result in _RESULTS:
            yield "radiograph_result", result
            for field, values in _CHANGES.items():
                for value in values:
                    yield field, value


def _changing_answers() -> tuple[QWidget, Callable[[], object]]:
    from core.base.resources import resource_path
    from core.case.case_file import read_case_file
    from core.content.packaged import packaged_content
    from gui.application import make_application, make_window
    from gui.commands.common import today
    from gui.state import CaseState

    make_application()
    state = CaseState(packaged_content(), today())
    window = make_window(state)
    window.open_case(read_case_file(resource_path("cases/index.case.json")))
    answers = _answers()
    return window, lambda: state.answer(*next(answers))


def _changing_word() -> tuple[QWidget, Callable[[], object]]:
    from tests.qa.bench.bare_window import BareWindow

    QApplication([])
    window, words = BareWindow(), iter(range(1_000_000))
    return window, lambda: window.setText(f"Bare {next(words)}")


class _PaintWatch(QObject):
    """Counts the paint requests of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.count += 1
        return False


def _turn_until_painted(watch: _PaintWatch) -> float | None:
    """Run the event loop until nothing is left to lay out or paint. Return the time then, or None without a paint."""
    painted = None
    while True:
        before = watch.count
        QApplication.processEvents()
        if watch.count == before:
            return painted
        QGuiApplication.sync()  # Wait for the X server too.
        painted = perf_counter()


def measure(window: QWidget, change: Callable[[], object], changes: int) -> dict[str, list[float]]:
    """Return the milliseconds of this many changes that painted something."""
    watch = _PaintWatch(window)
    window.show()
    _turn_until_painted(watch)
    times: dict[str, list[float]] = {"painted": [], "decided": [], "busy": [], "whole": []}
    while len(times["painted"]) < changes:
        begin, begin_busy = perf_counter(), process_time()
        change()
        decided = perf_counter()
        painted = _turn_until_painted(watch)
        if painted is not None:
            times["painted"].append((painted - begin) * 1e3)
            times["decided"].append((decided - begin) * 1e3)
            times["busy"].append((process_time() - begin_busy) * 1e3)
    while len(times["whole"]) < changes:
        begin = perf_counter()
        change()
        window.update()
        painted = _turn_until_painted(watch)
        if painted is not None:
            times["whole"].append((painted - begin) * 1e3)
    return times


def main(which: str, width: int, height: int, changes: int) -> None:
    """Measure in a window of this size."""
    sys.path.insert(0, str(ROOT))
    window, change = _changing_answers() if which == "bonewatch" else _changing_word()
    window.resize(width, height)
    times = measure(window, change, changes)
    if (window.width(), window.height()) != (width, height):
        raise SystemExit(f"the screen had no room for {width} by {height}: {window.width()} by {window.height()}")
    print(json.dumps(times))


if __name__ == "__main__":
    main(sys.argv[1], *(int(number) for number in sys.argv[2:]))
