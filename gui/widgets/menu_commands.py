"""The commands of the window: every action in its menus."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


class Command(NamedTuple):
    """A menu item: the titles of its menus, its title, its shortcut and its action.

    The action is destroyed when its menu is rebuilt; the texts remain valid.
    """

    menus: tuple[str, ...]
    title: str
    keys: tuple[str, ...]
    action: QAction


def commands(bar: QMenuBar) -> Iterator[Command]:
    """Return every command, menu by menu."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _commands_of(menu, ())


def _commands_of(menu: QMenu, above: tuple[str, ...]) -> Iterator[Command]:
    # Some menus are filled only when they open.
    menu.aboutToShow.emit()
    for action in menu.actions():
        inner, menus = action.menu(), (*above, plain(menu.title()))
        if isinstance(inner, QMenu):
            yield from _commands_of(inner, menus)
        elif action.text():
            yield Command(menus, plain(action.text()), _keys(action), action)


def _keys(action: QAction) -> tuple[str, ...]:
    """Return the shortcut as this program writes it: "Ctrl+Shift+Z"."""
    form = QKeySequence.SequenceFormat.NativeText
    return tuple(keys.toString(form) for keys in action.shortcuts())


def plain(text: str) -> str:
    """Return a menu text without the mark of its Alt key."""
    return re.sub("&(.)", r"\1", text)
