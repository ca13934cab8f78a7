"""Reading the items of a layout leaves no memory behind."""

import ctypes
import ctypes.util

import pytest
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from gui.layouts.layout_items import parts_of, placed_in, take_out
from gui.layouts.tab_order import next_stop
from gui.window.main_window import MainWindow


def items_known_to_python() -> int:
    return sum(type(wrapper).__name__ == "QWidgetItem" for wrapper in getAllValidWrappers())


def test_that_widgets_and_layouts_come_in_the_order_of_the_layout(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    column, row = QVBoxLayout(owner), QHBoxLayout()
    last, first, inner, _free = (QLabel(name, owner) for name in ("last", "first", "inner", "free"))
    column.addWidget(first)
    column.addLayout(row)
    column.addStretch(1)
    column.addWidget(last)
    row.addWidget(inner)
    assert parts_of(column) == [first, row, last]
    assert (placed_in(column), placed_in(row)) == ([first, last], [inner])


def test_that_walking_with_tab_leaves_no_item_of_a_layout_behind(window: MainWindow) -> None:
    before = items_known_to_python()
    for _ in range(5):
        next_stop(window, window.focusWidget(), True)
    assert items_known_to_python() == before


class _Mallinfo(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in ["arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks"]
    ]
    _fields_ += [("fordblks", ctypes.c_size_t), ("keepcost", ctypes.c_size_t)]


def bytes_in_use() -> int:
    """Return the memory of Qt and of everything else outside Python, as reported by the C library."""
    library = ctypes.CDLL(ctypes.util.find_library("c"))
    if not hasattr(library, "mallinfo2"):
        pytest.skip("needs glibc 2.33 or later")
    library.mallinfo2.restype = _Mallinfo
    return int(library.mallinfo2().uordblks)


def test_that_a_layout_that_is_emptied_holds_nothing_any_more_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    grid, column = QGridLayout(owner), QVBoxLayout()
    labels = [QLabel("Bone", owner) for _ in range(50)]

    def fill_and_empty() -> None:
        for number, label in enumerate(labels):
            grid.addWidget(label, number, 0)
            column.addStretch(1)
        assert take_out(grid) == labels
        assert take_out(column) == []

    fill_and_empty()
    before = bytes_in_use()
    for _ in range(100):
        fill_and_empty()
    assert (grid.count(), column.count()) == (0, 0)
    # An item takes about a hundred bytes.
    assert bytes_in_use() - before < 50_000
