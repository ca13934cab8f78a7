"""The window as its user sees it: functions that read it, click and type.

Everything is found by object name and read from the text of visible widgets, never from the window's own models.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from core.case.scenario import FieldSpec, field_specs
from gui.window.main_window import MainWindow

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class Screen:
    """Reads and controls one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    # Read

    def find(self, name: str, kind: type[AnyWidget] = QWidget) -> AnyWidget:  # type: ignore[assignment]
        """Return the one widget of this name: in the Decide place, or else in the rest of the window; a visible one first.

        A replaced widget is hidden, and deleted only when the event loop turns.
        """
        found = self.window.decide.findChildren(kind, name) or self.window.findChildren(kind, name)
        (widget,) = [w for w in found if w.isVisible()] or found[-1:]
        return widget

    def visible(self, kind: type[AnyWidget], starting: str = "") -> list[AnyWidget]:
        """Return the visible widgets of a class whose name has this prefix, in the order of their creation."""
        return [w for w in self.window.findChildren(kind) if w.isVisible() and w.objectName().startswith(starting)]

    def words(self, name: str) -> list[str]:
        """Return the visible texts inside a widget, of labels and of buttons."""
        inside = self.find(name).findChildren(QWidget)
        shown = [w for w in inside if isinstance(w, QLabel | QAbstractButton) and w.isVisible()]
        return [text for w in shown if (text := plain(w.text()))]

    def headline(self) -> str:
        """Return the banner's recommendation."""
        return self.find("headline", QLabel).text()

    def rating_rows(self) -> dict[str, list[str]]:
        """Return the words of every visible rating card, by procedure."""
        cards = [name for w in self.visible(QWidget, "rating_") if (name := w.objectName()).count("_why") == 0]
        return {name.removeprefix("rating_"): self.words(name) for name in cards if not name.endswith("_instead")}

    def rows(self, starting: str) -> dict[str, list[str]]:
        """Return the words of every visible row whose name has this prefix, by the rest of the name."""
        names = [w.objectName() for w in self.visible(QAbstractButton, starting)]
        return {name.removeprefix(starting): self.words(name) for name in names}

    def buttons(self, starting: str) -> dict[str, str]:
        """Return the text of every visible button whose name has this prefix, by the rest of the name."""
        shown = self.visible(QAbstractButton, starting)
        texts = {b.objectName().removeprefix(starting): plain(b.text()) for b in shown}
        assert len(texts) == len(shown), f"two buttons of one name among {[b.objectName() for b in shown]}"
        return texts

    def answer(self, field: str) -> Any:
        """Return the form's answer to a field, as a value of the scenario."""
        spec = field_specs()[field]
        if spec.kind == "number":
            text = self.find(field, QLineEdit).text()
            return float(text) if text and not self.error(field) else None
        if lists := self.window.findChildren(QComboBox, field):
            return lists[0].currentData()
        chosen = [choice for choice, segment in self.segments(field).items() if segment.isChecked()]
        if spec.kind == "several":
            return () if chosen == ["empty"] else tuple(chosen) or (None if self._has_none(spec) else ())
        assert len(chosen) <= 1, chosen
        return None if not chosen else chosen[0] == "yes" if spec.kind == "yes_no" else chosen[0]

    def error(self, field: str) -> str:
        """Return the form's error message at a number."""
        label = self.find(f"{field}_error", QLabel)
        return label.text() if not label.isHidden() else ""

    def segments(self, field: str) -> dict[str, QAbstractButton]:
        """Return the choices of a field shown side by side, by their ids."""
        spec = field_specs()[field]
        ids = ("yes", "no") if spec.kind == "yes_no" else ("empty", *spec.choices)
        found = {i: self.window.findChildren(QAbstractButton, f"{field}_{i}") for i in ids}
        return {i: widgets[0] for i, widgets in found.items() if widgets}

    def tab_stops(self) -> Iterator[QWidget]:
        """Yield the widgets that Tab visits, from the focused one until the focus returns to it."""
        start = focus()
        here = start
        while True:
            yield here
            QTest.keyClick(here, Qt.Key.Key_Tab)
            here = focus()
            if here is start:
                return

    # Act

    def settle(self) -> None:
        """Run the event loop for a few turns, until layouts and scrolling have settled."""
        before = None
        for _ in range(50):
            QApplication.processEvents()
            now = [(w, w.geometry()) for w in self.window.findChildren(QWidget) if w.isVisible()]
            if now == before:
                return
            before = now
        raise AssertionError("the window's layout does not come to rest")

    def reveal(self, widget: QWidget) -> None:
        """Scroll a widget into view."""
        self.settle()  # A new widget gets its place first.
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on the visible pixels of a widget, as a mouse does."""
        QApplication.processEvents()
        if not self._is_hit(widget, at):
            self.reveal(widget)
        assert self._is_hit(widget, at), f"{widget.objectName()} is covered or out of the window"
        spot = widget.mapTo(self.window, at or widget.rect().center())
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def _is_hit(self, widget: QWidget, at: QPoint | None) -> bool:
        hit = self.window.childAt(widget.mapTo(self.window, at or widget.rect().center()))
        return hit is widget or (hit is not None and widget.isAncestorOf(hit))

    def type(self, text: str) -> None:
        """Type each character into the focused widget."""
        for character in text:
            QTest.keyClick(focus(), character)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the focused widget."""
        QTest.keyClick(focus(), key, modifiers)

    def open_folds(self) -> None:
        """Open every fold."""
        for head in self.visible(QAbstractButton):
            if head.property("role") == "fold" and not head.isChecked():
                self.click(head)

    def give(self, field: str, value: Any) -> None:
        """Answer a field by mouse, or by keyboard in a text field or a long list."""
        spec = field_specs()[field]
        if spec.kind == "number":
            self.enter(field, "" if value is None else f"{value:g}")
        elif self.window.findChildren(QComboBox, field):
            self._pick(self.find(field, QComboBox), value)
        else:
            self._switch(field, _wanted(spec, value))

    def enter(self, field: str, text: str) -> None:
        """Replace the content of a number field by typing."""
        line = self.find(field, QLineEdit)
        self.click(line)
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)

    def _pick(self, combo: QComboBox, value: Any) -> None:
        self.reveal(combo)
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(combo.findData(value)):
            QTest.keyClick(combo, Qt.Key.Key_Down)

    def _switch(self, field: str, wanted: set[str]) -> None:
        for choice, segment in self.segments(field).items():
            if segment.isChecked() and choice not in wanted:
                self.click(segment)
        for choice, segment in self.segments(field).items():
            if not segment.isChecked() and choice in wanted:
                self.click(segment)

    def _has_none(self, spec: FieldSpec) -> bool:
        return "empty" in self.segments(spec.id)


def _wanted(spec: FieldSpec, value: Any) -> set[str]:
    """Return the choices of a field that must be on for a value."""
    if value is None:
        return set()
    if spec.kind == "several":
        return set(value) or {"empty"}
    return {"yes" if value else "no"} if spec.kind == "yes_no" else {value}


def focus() -> QWidget:
    """Return the focused widget, which must exist."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def still_picture(window: MainWindow, widget: QWidget) -> QImage:
    """Return a picture without the caret, the focus ring and the scroll position, which depend on time and desktop."""
    Screen(window).settle()
    if (keyboard := QApplication.focusWidget()) is not None:
        keyboard.clearFocus()
    for area in widget.findChildren(QAbstractScrollArea):
        area.verticalScrollBar().setValue(0)
    Screen(window).settle()
    return widget.grab().toImage()


def plain(text: str) -> str:
    """Return a button's or label's text without the marks of its Alt key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
