"""What a layout holds is found without leaving anything of it behind."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from gui.main_window import MainWindow
from gui.widgets.placed import parts_of, placed_in
from gui.widgets.tab_order import next_stop


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
