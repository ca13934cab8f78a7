"""The elements of a view as an assistive client sees them, with the problems of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PIL import Image
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QWidget,
)

from gui.look.theme import theme_manager
from gui.widgets.flowchart.node_button import NodeButton
from gui.widgets.picture import Picture
from gui.widgets.segments import CheckSegment, RadioSegment
from tests.gui.layout_walker import SMALLEST_TARGET, _body
from tests.qa.audit.pixels import edge_contrast, icon_contrast, picture_of, share_of_change, text_contrast

TEXT, TEXT_ENHANCED, GRAPHIC = 4.5, 7.0, 3.0
"""Least contrast of text (WCAG 2.2, 1.4.3), of text in high contrast and in a presentation (1.4.6), of the rest (1.4.11)."""

# More stops than any view has. A longer walk is caught in a loop.
_MOST_STOPS = 500
_EDGED_ROLES = (None, "", "plain", "primary", "chip", "chip-warning")
_ROLE = QAccessible.Role
_TARGETS = {
    _ROLE.PushButton, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ComboBox, _ROLE.EditableText, _ROLE.ListItem,
    _ROLE.MenuItem, _ROLE.ButtonMenu, _ROLE.PageTab,
}  # fmt: skip
# A screen reader stops at these or announces them. Other elements only contain them.
_NAMED = {*_TARGETS, _ROLE.Grouping, _ROLE.List, _ROLE.StaticText, _ROLE.Graphic, _ROLE.PopupMenu, _ROLE.Dialog}


@dataclass
class Element:
    """A row of the report. Contrasts are ratios to one, sizes are pixels, `focus` is the position in the tab order."""

    view: str
    theme: str
    element: str
    role: str
    name: str
    description: str
    states: str
    text_contrast: float | None
    graphic_contrast: float | None
    width: int
    height: int
    focus: str
    problems: list[str] = field(default_factory=list)


@dataclass
class Findings:
    """The elements of a view, and the problems of the view as a whole."""

    elements: list[Element]
    traps: list[str]


def examine(root: QWidget, view: str) -> Findings:
    """Return all elements of the current view after a walk through it by the Tab key."""
    order, traps, faint = walk(root)
    picture = picture_of(root)
    numbers = {widget: str(number) for number, widget in enumerate(order, start=1)}
    elements = list(
        _menu_elements(root, view, picture) if isinstance(root, QMenu) else _elements(root, view, picture, numbers)
    )
    missed = [
        w for w in root.findChildren(QWidget) if w.window() is root.window() and _takes_tab(w) and w not in numbers
    ]
    if missed and not _leaves(root, order):
        traps += [f"{view}: Esc does not lead out, and Tab never reaches {_where(w)}" for w in missed]
    traps += [f"{view}: the keyboard at {_where(w)} does not show" for w in faint]
    return Findings(elements, traps)


# Keyboard


def walk(root: QWidget) -> tuple[list[QWidget], list[str], list[QWidget]]:
    """Return the stops of the Tab key in order, the traps, and the stops without a visible focus."""
    here = QApplication.focusWidget()
    if here is None or isinstance(root, QMenu) or here.window() is not root.window():
        return [], [], []
    # The focus may be on a radio button that Tab no longer visits after another one was chosen.
    QTest.keyClick(here, Qt.Key.Key_Tab)
    start = QApplication.focusWidget() or here
    stops: list[QWidget] = [start]
    faint: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        here = stops[-1]
        QApplication.processEvents()  # A page scrolls to the focused widget in the next turn of the event loop.
        box = _around(here, root)
        if box.isEmpty():
            return stops, [f"the keyboard is out of sight at {_where(here)}"], faint
        ringed = root.grab(box).toImage()
        QTest.keyClick(here, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        if there is None or there is here:
            # A view with one stop, such as a slide, has no next stop. Esc must lead out of it.
            return stops, [] if _leaves_by_escape(root) else [f"Tab stays at {_where(here)}"], faint
        # A page may have scrolled to the next stop, and this one with it.
        plain = root.grab(_around(here, root)).toImage()
        if plain.size() == ringed.size() and share_of_change(plain, ringed, GRAPHIC) < here.width():
            faint.append(here)
        if there is start:
            break
        if there in stops:
            return stops, [f"Tab goes in a circle at {_where(there)}"], faint
        stops.append(there)
    else:
        return stops, [f"Tab does not come back within {_MOST_STOPS} stops"], faint
    return stops, _way_back(stops), faint


def _around(widget: QWidget, root: QWidget) -> QRect:
    """Return the visible rectangle of a widget and its focus ring in the window."""
    corners = widget.mapTo(root, QPoint(-4, -4)), widget.mapTo(root, widget.rect().bottomRight() + QPoint(4, 4))
    return QRect(*corners).intersected(root.rect())


def _way_back(stops: list[QWidget]) -> list[str]:
    for expected in [*stops[:0:-1], stops[0]]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        if QApplication.focusWidget() is not expected:
            return [f"Shift+Tab does not come to {_where(expected)}"]
    return []


def _leaves(root: QWidget, order: list[QWidget]) -> bool:
    """Return whether Esc moves the focus out of the stops, or closes the panel around it."""
    here = QApplication.focusWidget()
    if here is None or not order:
        return True
    QTest.keyClick(here, Qt.Key.Key_Escape)
    QApplication.processEvents()
    return QApplication.focusWidget() not in order or not root.isVisible()


def _leaves_by_escape(root: QWidget) -> bool:
    here = QApplication.focusWidget() or root
    QTest.keyClick(here, Qt.Key.Key_Escape)
    QApplication.processEvents()
    left = not root.isVisible() or QApplication.focusWidget() is not here
    root.show()
    return left


def _takes_tab(widget: QWidget) -> bool:
    wanted = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    # The line edit of a spin box passes the focus to the box.
    return bool(wanted) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


# Elements


def _elements(root: QWidget, view: str, picture: Image.Image, numbers: dict[QWidget, str]) -> Iterator[Element]:
    for face, named_above in _faces(QAccessible.queryAccessibleInterface(root), False):
        widget = face.object()
        role = face.role()
        if role not in _NAMED and not face.state().focusable and not isinstance(widget, Picture):
            continue
        if role is _ROLE.StaticText and not face.text(QAccessible.Text.Name):
            continue
        yield _element(root, view, picture, face, widget if isinstance(widget, QWidget) else None, numbers, named_above)


def _faces(face: QAccessibleInterface | None, named_above: bool) -> Iterator[tuple[QAccessibleInterface, bool]]:
    """Yield an element and all visible elements below it, each with whether a control above it names it."""
    if face is None or not face.isValid() or face.state().invisible:
        return
    yield face, named_above
    speaks = named_above or (face.state().focusable and bool(face.text(QAccessible.Text.Name)))
    for index in range(face.childCount()):
        child = face.child(index)
        if child is not None and not isinstance(child.object(), QMenu):
            yield from _faces(child, speaks)


def _element(
    root: QWidget, view: str, picture: Image.Image, face: QAccessibleInterface, widget: QWidget | None,
    numbers: dict[QWidget, str], named_above: bool,
) -> Element:  # fmt: skip
    # Qt reports the pressed part of a check box for its own drawing, not for ours.
    box = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()) if widget else _within(root, face.rect())
    words, graphic = (None, None) if _covered(root, box, widget) else _contrasts(picture, box, face, widget)
    target = _body(widget).size() if isinstance(widget, NodeButton) else box.size()
    state = face.state()
    found = Element(
        view,
        theme_manager().theme.name,
        _where(widget) if widget else face.role().name,
        face.role().name,
        face.text(QAccessible.Text.Name),
        face.text(QAccessible.Text.Description),
        " ".join(
            n for n in ("checked", "disabled", "expanded", "focusable", "readOnly", "selected") if getattr(state, n)
        ),
        words,
        graphic,
        target.width(),
        target.height(),
        numbers.get(widget, "") if widget else "",
    )
    before_a_room = root.property("role") == "presenter"
    found.problems = list(_problems(found, face, named_above, before_a_room))
    return found


def _has_words(parent: QObject | None) -> bool:
    return isinstance(parent, QWidget) and any(
        label.isVisible() and label.text() for label in parent.findChildren(QLabel)
    )


def _covered(root: QWidget, box: QRect, widget: QWidget | None) -> bool:
    """Return whether an explanation covers the element, or its list shows only a part of it."""
    if widget is None:
        hit = root.childAt(box.center())
        return hit is None or not _fully_in(root, box, hit)
    spots = [box.center(), box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()]
    hits = [hit for spot in spots if (hit := root.childAt(spot)) is not None]
    return any(not (hit is widget or hit.isAncestorOf(widget) or widget.isAncestorOf(hit)) for hit in hits)


def _fully_in(root: QWidget, box: QRect, view: QWidget) -> bool:
    return QRect(view.mapTo(root, QPoint(0, 0)), view.size()).contains(box)


def _within(root: QWidget, on_screen: QRect) -> QRect:
    return on_screen.translated(-root.mapToGlobal(QPoint(0, 0)))


def _problems(found: Element, face: QAccessibleInterface, named_above: bool, before_a_room: bool) -> Iterator[str]:
    if isinstance(face.object(), Picture):
        drawn = not face.object().pixmap().isNull()
        if drawn and not named_above and not _has_words(face.object().parent()):
            yield "a picture without words beside it"
    elif not found.name.strip():
        yield "unnamed"
    least = TEXT_ENHANCED if found.theme == "contrast" or before_a_room else TEXT
    if found.text_contrast is not None and found.text_contrast < least:
        yield f"words at {found.text_contrast:.2f}"
    if found.graphic_contrast is not None and found.graphic_contrast < GRAPHIC:
        yield f"edge or icon at {found.graphic_contrast:.2f}"
    if face.role() in _TARGETS and not face.state().disabled and min(found.width, found.height) < SMALLEST_TARGET:
        yield f"a target of {found.width} by {found.height}"


def _contrasts(
    picture: Image.Image, box: QRect, face: QAccessibleInterface, widget: QWidget | None
) -> tuple[float | None, float | None]:
    """Return the contrast of an element's text, and of its edge or picture, where it has these."""
    if isinstance(widget, NodeButton):
        node = QRect(widget.mapTo(widget.window(), _body(widget).topLeft() - widget.pos()), _body(widget).size())
        # The text is in the middle. In the corners a rhombus shows only its background.
        aside, up = node.width() // 5, node.height() // 4
        return text_contrast(picture, node.adjusted(aside, up, -aside, -up)), edge_contrast(picture, node)
    if isinstance(widget, QLabel):
        return text_contrast(picture, box), None
    if isinstance(widget, Picture):
        return None, icon_contrast(picture, box)
    if isinstance(widget, RadioSegment | CheckSegment | QLineEdit | QComboBox):
        return text_contrast(
            picture, box.adjusted(3, 3, -27 if isinstance(widget, QComboBox) else -3, -3)
        ), edge_contrast(picture, box)
    if isinstance(widget, QPushButton):
        edge = edge_contrast(picture, box) if widget.property("role") in _EDGED_ROLES else None
        if not widget.text():
            return None, icon_contrast(picture, box.adjusted(4, 4, -4, -4))
        return text_contrast(picture, _inside(box)), edge
    if face.role() in (_ROLE.ListItem, _ROLE.MenuItem):
        return text_contrast(picture, box), None
    if isinstance(widget, QAbstractButton):
        return None, None  # It contains labels, which are measured separately.
    return None, None


def _inside(box: QRect) -> QRect:
    """Return the rectangle of a button without its edge, its ring and its round corners."""
    return box.adjusted(7, 5, -7, -5) if box.height() > 26 else box.adjusted(7, 4, -7, -4)


# Menus, whose rows are not widgets


def _menu_elements(menu: QMenu, view: str, picture: Image.Image) -> Iterator[Element]:
    for action in menu.actions():
        if action.isSeparator():
            continue
        yield _row(menu, action, view, picture)


def _row(menu: QMenu, action: QAction, view: str, picture: Image.Image) -> Element:
    box = menu.actionGeometry(action)
    name = action.text().replace("&", "")
    states = " ".join(n for n, on in (("checked", action.isChecked()), ("disabled", not action.isEnabled())) if on)
    found = Element(
        view, theme_manager().theme.name, action.objectName() or name, "MenuItem", name, action.shortcut().toString(),
        states, text_contrast(picture, box), None, box.width(), box.height(), "arrows",
    )  # fmt: skip
    face = QAccessible.queryAccessibleInterface(menu)
    assert face is not None
    least = TEXT_ENHANCED if found.theme == "contrast" else TEXT
    if not name:
        found.problems.append("unnamed")
    if found.text_contrast is not None and found.text_contrast < least:
        found.problems.append(f"words at {found.text_contrast:.2f}")
    if min(found.width, found.height) < SMALLEST_TARGET:
        found.problems.append(f"a target of {found.width} by {found.height}")
    return found


def _where(widget: QWidget) -> str:
    if isinstance(widget, QListView) and not widget.objectName():
        return type(widget).__name__
    names = []
    here: QWidget | None = widget
    while here is not None and len(names) < 2:
        if here.objectName() and not here.objectName().startswith("qt_"):
            names.append(here.objectName())
        here = here.parentWidget()
    return f"{'/'.join(reversed(names))} ({type(widget).__name__})"
