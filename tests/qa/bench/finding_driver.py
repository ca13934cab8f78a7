"""Type into the palette of the real window, or into Qt's own filter of the same titles, and time each key.

Prints JSON: the milliseconds until all is painted, for every key, for the first opening, and for opening again.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

ROOT = Path(__file__).resolve().parents[3]

# Common terms, several words, terms in every entry, typing errors, and terms without a match.
TYPED = (
    "mri",
    "gad",
    "metal mri",
    "recurrence",
    "radiographs",
    "gadolinum",
    "endoprosthessi",
    "chondrosarcoma",
    "xyzzyq",
)


def _milliseconds(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    QApplication.processEvents()
    return (perf_counter() - begin) * 1e3


def _type_everything(line: QLineEdit) -> list[float]:
    times = []
    for text in TYPED:
        for letter in text:
            times.append(_milliseconds(lambda letter=letter: QTest.keyClick(line, letter)))
        for _ in text:
            times.append(_milliseconds(lambda: QTest.keyClick(line, Qt.Key.Key_Backspace)))
    return times


def _palette() -> dict[str, list[float]]:
    from core.base.resources import resource_path
    from core.content.packaged import packaged_content
    from gui.application import make_application, make_window
    from gui.commands.common import read_case, today
    from gui.state import CaseState

    make_application("light")
    window = make_window(CaseState(packaged_content(), today()))
    window.open_case(read_case(str(resource_path("cases/index.case.json"))))
    window.show()
    for _ in range(5):
        QApplication.processEvents()
    first = _milliseconds(window.finder.find)
    palette = window.finder.ways.palette
    palette.dismiss()
    again = _milliseconds(window.finder.find)
    return {"key": _type_everything(palette.line), "first": [first], "again": [again]}


def _filter() -> dict[str, list[float]]:
    from core.base.resources import resource_path
    from core.content.citations import all_sources
    from core.content.packaged import packaged_content
    from core.reference.help import load_help
    from core.reference.shelf import load_shelf
    from core.search import case_targets, content_targets, help_targets
    from core.teaching.cases import load_cases
    from gui.commands.common import today

    QApplication([])
    content = packaged_content()
    shelf = load_shelf(resource_path("reference"), content)
    cases = load_cases(resource_path("cases"), content, all_sources(content, shelf), today()).cases
    targets = (
        *content_targets(content, shelf),
        *case_targets(cases),
        *help_targets(load_help(resource_path("help"))),
    )
    window = QWidget()
    window.resize(1280, 800)
    line, found, filtered = QLineEdit(window), QListView(window), QSortFilterProxyModel(window)
    filtered.setSourceModel(QStringListModel([target.title for target in targets], window))
    filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    found.setModel(filtered)
    line.textChanged.connect(filtered.setFilterFixedString)
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(found)
    first = _milliseconds(window.show)
    window.hide()
    again = _milliseconds(window.show)
    return {"key": _type_everything(line), "first": [first], "again": [again]}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(_palette() if sys.argv[1] == "palette" else _filter()))
