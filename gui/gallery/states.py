"""Controls in all of their states, as rows of a table."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from gui.look.icons import icon, set_icon
from gui.look.theme import Text, set_text_role, theme_manager
from gui.widgets.segments import CheckSegment, RadioSegment

FOCUSED: Final = "specimen_focus"
"""The dynamic property of a control that is to be drawn with the keyboard."""

HOVERED: Final = "specimen_hover"
"""The dynamic property of a control that is to be drawn under the pointer."""

STATES: Final = ("Rest", "Hover", "Pressed", "Focus", "Chosen", "Off")

Maker = Callable[[QWidget], QWidget]


def states_table(parent: QWidget) -> QWidget:
    """Every kind of control in a row, every state in a column; a cell stays empty where a kind has no such state."""
    table = QWidget(parent)
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme_manager().px("small"))
    grid.setVerticalSpacing(theme_manager().px("small"))
    for column, state in enumerate(STATES, start=1):
        grid.addWidget(Text(state, "caption_strong", "secondary", table), 0, column)
        grid.setColumnStretch(column, 1)
    for row, (name, make) in enumerate(_KINDS.items(), start=1):
        grid.addWidget(Text(name, "caption", "secondary", table), row, 0)
        for column, state in enumerate(STATES, start=1):
            control = make(table)
            if put(control, state):
                grid.addWidget(control, row, column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            else:
                control.hide()
                control.deleteLater()
    return table


def put(control: QWidget, state: str) -> bool:
    """Puts a control into a state; whether it has that state."""
    if state == "Hover":
        control.setProperty(HOVERED, True)
    elif state == "Focus":
        control.setProperty(FOCUSED, True)
    elif state == "Off":
        control.setEnabled(False)
        return not isinstance(control, RadioSegment | CheckSegment)  # a question can always be answered
    elif state == "Pressed":
        if not isinstance(control, QAbstractButton):
            return False
        control.setDown(True)
    elif state == "Chosen":
        return _choose(control)
    return True


def _choose(control: QWidget) -> bool:
    if control.property("role") == "step":
        control.setProperty("here", True)
        return True
    if isinstance(control, QAbstractButton) and control.isCheckable():
        control.setChecked(True)
        if control.property("role") == "fold":
            set_icon(control, "chevron_down", theme_manager().theme.text.secondary)
        return True
    return False


def _button(role: str, words: str, *, checkable: bool = False, mark: str = "", size: str = "") -> Maker:
    def make(parent: QWidget) -> QWidget:
        made = QPushButton(words, parent)
        made.setProperty("role", role)
        made.setCheckable(checkable)
        if size:
            set_text_role(made, size)
        if mark:
            set_icon(made, mark, _ink(role))
        return made

    return make


def _ink(role: str) -> str:
    theme = theme_manager().theme
    inks = {"primary": theme.text.on_accent, "chip-warning": theme.chips.tumor_board.text}
    return inks.get(role, theme.text.secondary)


def _bare_icon(parent: QWidget) -> QWidget:
    made = QPushButton(parent)
    made.setProperty("role", "icon")
    made.setIcon(QIcon(icon("close", theme_manager().theme.text.secondary, size=16)))
    return made


def _list(parent: QWidget) -> QWidget:
    made = QComboBox(parent)
    made.ensurePolished()
    made.addItem("List")
    return made


def _field(parent: QWidget) -> QWidget:
    made = QLineEdit("Text", parent)
    made.setFixedWidth(theme_manager().px(84))
    return made


def _segment(parent: QWidget) -> QWidget:
    return RadioSegment("One of", parent)


def _check_segment(parent: QWidget) -> QWidget:
    return CheckSegment("Some of", parent)


_KINDS: Final[dict[str, Maker]] = {
    "Main button": _button("primary", "Do"),
    "with an icon": _button("primary", "Copy", mark="copy"),
    "Plain button": _button("plain", "Why"),
    "Link": _button("link", "Go there", size="caption"),
    "Tab": _button("tab", "Tab", checkable=True),
    "Fold": _button("fold", "Fold", checkable=True, mark="chevron_right"),
    "Step": _button("step", "1  Step", size="caption"),
    "Icon": _bare_icon,
    "Chip": _button("chip", "Chip", size="caption"),
    "Chip that warns": _button("chip-warning", "Chip", size="caption", mark="tumor_board"),
    "Choice, one of": _segment,
    "Choice, some of": _check_segment,
    "Field": _field,
    "List": _list,
}
