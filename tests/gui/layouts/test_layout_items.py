"""What a layout holds is found in its order, and taken out whole."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.layouts.layout_items import parts_of, placed_in, take_out


def test_parts_come_in_the_order_of_the_layout(qtbot: QtBot) -> None:
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


def test_an_emptied_layout_hands_over_its_widgets(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    grid, column = QGridLayout(owner), QVBoxLayout()
    labels = [QLabel("Bone", owner) for _ in range(3)]
    for number, label in enumerate(labels):
        grid.addWidget(label, number, 0)
        column.addStretch(1)
    assert take_out(grid) == labels
    assert take_out(column) == []
    assert (grid.count(), column.count()) == (0, 0)
