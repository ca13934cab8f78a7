"""The look: enough contrast, colors that stay apart, and switches that leave nothing behind."""

import gc
import re
import subprocess
import sys
import weakref
from collections.abc import Iterator
from dataclasses import asdict
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.base.model import field_names
from core.base.resources import resource_path
from core.base.validation import checked
from gui.look.style_sheet import STYLE, build_style_sheet, render
from gui.look.theme import (
    THEMES,
    Text,
    Theme,
    ThemeManager,
    build_palette,
    load_scale,
    load_theme,
    set_property,
    set_text_role,
    text_font,
    theme_manager,
)
from tests.gui.color_vision import VISIONS, contrast, difference

PROJECT = Path(__file__).resolve().parents[3]
SOURCES = sorted((PROJECT / "gui").rglob("*.py"))

# The offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CATEGORIES = ("usually_appropriate", "may_be_appropriate", "usually_not_appropriate", "neutral")
LEVELS = ("warning", "reminder", "clear")
STATUSES = ("out_of_scope", "conflict", "incomplete")
CHIPS = ("plain", "tumor_board")
GROUNDS = tuple(f"surface.{name}" for name in ("window", "panel", "sidebar", "header", "footer", "field"))

# The same before a room: 7 : 1 in every theme.
PRESENTER_TEXT_PAIRS = [
    *((f"presenter.{tone}", "presenter.ground") for tone in ("text", "secondary", "accent")),
    ("presenter.on_accent", "presenter.accent"),
]

# What is read (left) and what it stands on (right): 4.5 : 1, and 7 : 1 in the contrast theme.
TEXT_PAIRS = [
    *((f"text.{tone}", ground) for tone in ("primary", "secondary") for ground in GROUNDS),
    *((f"text.{tone}", f"surface.{state}") for tone in ("primary", "secondary") for state in ("hover", "pressed")),
    *(("text.disabled", ground) for ground in GROUNDS),
    *(("text.on_accent", f"accent.{fill}") for fill in ("fill", "fill_hover", "fill_pressed")),
    *(("accent.ink", ground) for ground in (*GROUNDS, "accent.soft", "surface.hover", "surface.pressed")),
    *((f"categories.{name}.text", f"categories.{name}.background") for name in CATEGORIES),
    *((f"categories.{name}.ink", f"surface.{ground}") for name in CATEGORIES for ground in ("panel", "window")),
    *((f"levels.{name}.text", "surface.panel") for name in LEVELS),
    *(("text.secondary", f"statuses.{name}.background") for name in STATUSES),
    *((f"flowchart.{kind}text", f"flowchart.{kind}fill") for kind in ("", "path_", "current_")),
    *((f"flowchart.{kind}", "flowchart.canvas") for kind in ("label", "label_on_path")),
    *((f"chips.{name}.text", f"chips.{name}.background") for name in CHIPS),
    *((f"chips.{name}.text", f"surface.{state}") for name in CHIPS for state in ("hover", "pressed")),
    ("tooltip.text", "tooltip.background"),
    *PRESENTER_TEXT_PAIRS,
]

# Edges of controls, icons and lines (left) and what they stand on (right): 3 : 1.
GRAPHIC_PAIRS = [
    *(("surface.field_border", ground) for ground in GROUNDS),
    *(("surface.scroll_handle", ground) for ground in GROUNDS),
    *((f"accent.{fill}", ground) for fill in ("fill", "fill_hover", "fill_pressed") for ground in GROUNDS),
    *(("accent.focus_ring", ground) for ground in (*GROUNDS, "accent.soft", "flowchart.canvas")),
    *(("accent.focus_ring", f"surface.{state}") for state in ("hover", "pressed")),
    *((f"categories.{name}.outline", f"surface.{ground}") for name in CATEGORIES for ground in ("panel", "window")),
    *((f"levels.{name}.outline", "surface.panel") for name in LEVELS),
    *((f"levels.{name}.mark", f"levels.{name}.fill") for name in LEVELS),
    *((f"statuses.{name}.bar", f"statuses.{name}.background") for name in STATUSES),
    *((f"statuses.{name}.bar", "surface.window") for name in STATUSES),
    *((f"flowchart.{kind}", "flowchart.canvas") for kind in ("border", "path_border", "current_border")),
    *((f"flowchart.{kind}", "flowchart.canvas") for kind in ("edge", "edge_on_path")),
    ("flowchart.border", "flowchart.fill"),
    ("flowchart.path_border", "flowchart.path_fill"),
    # The node where the walk stops differs from the rest of the path.
    ("flowchart.current_fill", "flowchart.path_fill"),
    *((f"chips.{name}.border", "surface.panel") for name in CHIPS),
    *((f"chips.{name}.border", f"chips.{name}.background") for name in CHIPS),
    *(("tooltip.border", ground) for ground in GROUNDS),
    *((f"presenter.{name}", "presenter.ground") for name in ("edge", "bar", "laser")),
    *((f"presenter.{name}", "presenter.track") for name in ("bar", "accent")),
    *((f"categories.{name}.outline", "presenter.ground") for name in CATEGORIES),
    *((f"levels.{name}.outline", "presenter.ground") for name in LEVELS),
    ("presenter.black", "presenter.white"),
]

# Decoration: nothing is lost when it is not seen.
DECORATION = {"surface.panel_border", "presenter.rule"}


@pytest.fixture
def manager(qapp: QApplication) -> Iterator[ThemeManager]:
    theme_manager().set_theme("light")
    yield theme_manager()
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)


def color(theme: Theme, path: str) -> str:
    found: object = theme
    for name in path.split("."):
        found = getattr(found, name)
    assert isinstance(found, str)
    return found


def color_paths(theme: Theme) -> set[str]:
    def walk(table: dict[str, object], prefix: str) -> Iterator[str]:
        for name, value in table.items():
            if isinstance(value, dict):
                yield from walk(value, f"{prefix}{name}.")
            elif isinstance(value, str) and value.startswith("#"):
                yield f"{prefix}{name}"

    return set(walk(asdict(theme), ""))


def too_faint(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    ratios = {pair: contrast(color(theme, pair[0]), color(theme, pair[1])) for pair in pairs}
    return [f"{front} on {back}: {ratio:.2f}" for (front, back), ratio in ratios.items() if ratio < least]


# Colors


def test_every_word_edge_and_line_stands_out() -> None:
    plain = [(f"text.{tone}", f"surface.{on}") for tone in ("primary", "secondary") for on in ("panel", "window")]
    faint = {}
    for name in THEMES:
        theme = load_theme(name)
        faint[name] = too_faint(theme, TEXT_PAIRS, 7.0 if name == "contrast" else 4.5)
        faint[name] += too_faint(theme, [*plain, *PRESENTER_TEXT_PAIRS], 7.0)
        faint[name] += too_faint(theme, GRAPHIC_PAIRS, 3.0)
    edges = [("surface.panel_border", f"surface.{on}") for on in ("panel", "window")]
    faint["contrast"] += too_faint(load_theme("contrast"), edges, 3.0)
    assert faint == {name: [] for name in THEMES}


def test_every_color_is_held_to_a_contrast() -> None:
    checked = {path for pair in TEXT_PAIRS + GRAPHIC_PAIRS for path in pair}
    for name in THEMES:
        assert color_paths(load_theme(name)) - DECORATION == checked, name


def test_categories_and_statuses_stay_apart_for_every_eye() -> None:
    near = []
    for name in THEMES:
        theme = load_theme(name)
        fills = {category: theme.category(category).background for category in CATEGORIES}
        for vision in VISIONS:
            for one, other in combinations(CATEGORIES, 2):
                if difference(fills[one], fills[other], vision) < 25:
                    near.append((name, vision, one, other))
        for category in map(theme.category, CATEGORIES[:3]):
            for shade in (category.background, category.ink, category.outline):
                for status in map(theme.status, STATUSES):
                    if min(difference(shade, status.bar), difference(shade, status.background)) < 25:
                        near.append((name, "status", shade))
    assert near == []


# Reading


def test_an_unknown_theme_or_token_is_named() -> None:
    with pytest.raises(ValueError, match="No theme is called 'sepia'"):
        load_theme("sepia")
    table = asdict(load_theme("light"))
    table["surface"]["shadow"] = "#000000"
    with pytest.raises(ValueError, match="shadow"):
        checked(Theme, table)
    assert [load_theme(name).name for name in THEMES] == list(THEMES)


# The style sheet


def test_the_sheet_uses_the_colors_of_its_theme_and_no_font_size() -> None:
    for name in THEMES:
        theme = load_theme(name)
        sheet = build_style_sheet(theme, load_scale(), 100)
        known = {color(theme, path) for path in color_paths(theme)}
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet)) <= known, name
        assert not re.search(r"font-size|font\s*:|font-family|\dpt\b", sheet), name
    assert "#" not in STYLE.read_text(encoding="utf-8")


def test_every_placeholder_has_a_value_in_every_theme() -> None:
    for name in THEMES:
        for zoom in load_scale().zoom_steps:
            sheet = build_style_sheet(load_theme(name), load_scale(), zoom)
            assert re.findall(r"\{[^;]*?\}|/\*", sheet) == [], (name, zoom)


@pytest.mark.parametrize(
    "wrong",
    ["{surface.shadow}", "{surface}", "{ surface.panel }", "{px:stroke.pen}", "{px:radius}", "{px:font_family}"],
)
def test_an_unknown_placeholder_is_named(wrong: str) -> None:
    with pytest.raises(ValueError, match=re.escape(wrong)):
        render(f"QMenu {{ margin: {wrong}; }}", load_theme("light"), load_scale(), 100)


def test_widgets_and_rules_use_the_same_names() -> None:
    names = "role|tone|status|opens"
    ruled = set(re.findall(rf'\[({names})="([\w-]+)"', STYLE.read_text(encoding="utf-8")))
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    asked = set(re.findall(rf'[sS]et_?[pP]roperty\((?:[\w.]+, )?"({names})", "([\w-]+)"\)', code))
    asked |= {("tone", tone) for tone in re.findall(r'\b(?:Text|Paragraph)\([^()]*, "\w+", "(\w+)"', code)}
    # A plain button is one without a role.
    assert asked - {("role", "plain")} <= ruled
    # A name may also reach the property through a variable, and ids come from the content.
    known = {*re.findall(r'"([\w-]+)"', code), *CATEGORIES[:3], *LEVELS, *STATUSES, "in_scope"}
    assert {pair for pair in ruled if pair[1] not in known} == set()


def test_the_sheet_grows_with_the_zoom() -> None:
    def largest_length(zoom: int) -> int:
        sheet = build_style_sheet(load_theme("light"), load_scale(), zoom)
        return max(int(length) for length in re.findall(r"(\d+)px", sheet))

    assert largest_length(200) == 2 * largest_length(100)


def test_qt_understands_the_style_sheet(manager: ThemeManager, capfd: pytest.CaptureFixture[str]) -> None:
    for name in THEMES:
        manager.set_theme(name)
        widget = QWidget()
        layout = QVBoxLayout(widget)
        for child in (QLabel("x"), QPushButton("x"), QLineEdit("x"), QComboBox(), QCheckBox("x")):
            layout.addWidget(child)
        widget.grab()
    # Qt reports what it does not know on standard error, where no log handler sees it.
    assert capfd.readouterr().err == ""


BUTTON_ROLES = ("", "primary", "plain", "link", "chip", "chip-warning", "tab", "fold", "icon", "step")


def button(role: str, checked: bool = False) -> QPushButton:
    made = QPushButton("Bone")
    made.setProperty("role", role)
    made.setCheckable(checked)
    made.setChecked(checked)
    return made


def count(widget: QWidget, shade: str) -> int:
    image = widget.grab().toImage()
    wanted = QColor(shade)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_the_focus_ring_shows_and_moves_nothing(manager: ThemeManager, qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    other = QPushButton("other")
    buttons = [button(role, checked=checked) for role in BUTTON_ROLES for checked in (False, True)]
    for part in (other, *buttons):
        layout.addWidget(part)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    ring, faults = manager.theme.accent.focus_ring, []
    for focused in buttons:
        other.setFocus()
        before, size = count(focused, ring), focused.sizeHint()
        focused.setFocus()
        # Two long sides, two pixels wide, less the corners.
        if count(focused, ring) - before < 4 * (focused.width() - 24) or focused.sizeHint() != size:
            faults.append((focused.property("role"), focused.isChecked()))
    assert faults == []


def test_a_property_set_later_shows_and_keeps_the_font(manager: ThemeManager) -> None:
    window = QWidget()
    label = Text("Order MRI", "headline", "primary")
    QVBoxLayout(window).addWidget(label)
    window.show()
    set_property(label, "tone", "usually_appropriate")
    window.hide()
    window.show()
    ink = manager.theme.category("usually_appropriate").ink
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(ink)
    assert label.font().pointSizeF() == load_scale().type.headline.points


# Fonts


def test_the_type_scale_is_set_in_the_bundled_font(manager: ThemeManager) -> None:
    scale = load_scale()
    for role in field_names(type(scale.type)):
        info = QFontInfo(text_font(role))
        assert (info.family(), info.weight()) == (scale.font_family, scale.type.style(role).weight), role


def test_labels_and_buttons_follow_every_zoom(manager: ThemeManager) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    headline, plain, named, bold = Text("Order MRI", "headline"), QLabel("plain"), QPushButton("Why"), button("primary")
    set_text_role(named, "label")
    for widget in (headline, plain, named, bold):
        layout.addWidget(widget)
    window.show()
    scale = load_scale()
    points = [scale.type.headline.points, scale.type.body.points, scale.type.label.points, scale.type.body.points]
    for zoom in scale.zoom_steps:
        manager.set_zoom(zoom)
        sizes = [widget.font().pointSizeF() for widget in (headline, plain, named, bold)]
        assert sizes == pytest.approx([size * zoom / 100 for size in points]), zoom


def test_the_font_has_every_character_shown(manager: ThemeManager) -> None:
    shown = [*SOURCES, *resource_path("content").rglob("*.toml"), *resource_path("cases").rglob("*.json")]
    characters = {c for path in shown for c in path.read_text(encoding="utf-8") if ord(c) > 126}
    metrics = QFontMetrics(text_font("body"))
    assert {c for c in characters if not metrics.inFontUcs4(ord(c))} == set()


# The manager


def test_many_switches_leave_exactly_the_last_theme(manager: ThemeManager, qapp: QApplication) -> None:
    window = QWidget()
    QVBoxLayout(window).addWidget(Text("Bone", "title"))
    children, widgets = len(qapp.children()), len(qapp.allWidgets())
    for number in range(12):
        manager.set_theme(THEMES[number % len(THEMES)])
        manager.set_zoom(load_scale().zoom_steps[number % 8])
    manager.set_theme("dark")
    manager.set_zoom(110)
    assert qapp.styleSheet() == build_style_sheet(load_theme("dark"), load_scale(), 110)
    expected = build_palette(load_theme("dark"))
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in QPalette.ColorRole:
            if role is not QPalette.ColorRole.NColorRoles:
                assert qapp.palette().color(group, role) == expected.color(group, role), (group, role)
    assert qapp.font().pointSizeF() == load_scale().type.body.points * 1.1
    assert (len(qapp.children()), len(qapp.allWidgets())) == (children, widgets)


def test_a_label_ends_with_its_window(manager: ThemeManager) -> None:
    label = Text("Bone", "title")
    gone = weakref.ref(label)
    manager.set_zoom(150)
    label.deleteLater()
    del label
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_zoom_goes_by_named_steps_and_stops_at_both_ends(manager: ThemeManager) -> None:
    steps = load_scale().zoom_steps
    assert 100 in steps
    assert list(steps) == sorted(set(steps))
    manager.set_zoom(103)
    assert manager.zoom_percent == 100
    manager.zoom_by(1)
    assert manager.zoom_percent == 110
    manager.zoom_by(99)
    assert manager.zoom_percent == steps[-1]
    manager.zoom_by(-99)
    assert manager.zoom_percent == steps[0]


def test_lengths_follow_the_zoom_and_never_vanish(manager: ThemeManager) -> None:
    usual = manager.px("large")
    manager.set_zoom(200)
    assert (manager.px("large"), manager.px(6), manager.px(0)) == (2 * usual, 12, 0)
    manager.set_zoom(80)
    assert manager.px(0.5) == 1


def test_a_choice_ends_following_the_system(manager: ThemeManager) -> None:
    hints = QGuiApplication.styleHints()
    manager.follow_system()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert manager.theme.name == "dark"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert manager.theme.name == "light"
    manager.set_theme("contrast")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert manager.theme.name == "contrast"
    assert not manager.follows_system


SEVERAL_APPLICATIONS = """
import shiboken6
from PySide6.QtWidgets import QApplication
from gui.look.theme import THEMES, Text, theme_manager
for _ in range(3):
    app = QApplication([])
    for name in THEMES:
        theme_manager().set_theme(name)
    assert Text("Bone", "headline").fontInfo().family() == "Bonewatch Sans"
    shiboken6.delete(app)
print("done")
"""


def test_the_look_outlives_no_application() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SEVERAL_APPLICATIONS], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "done\n", "")


# The rest of the code


def test_colors_and_font_sizes_are_in_one_place() -> None:
    found = {}
    for path in SOURCES:
        code = path.read_text(encoding="utf-8")
        fixed = re.findall(r"[\"'][^\"'\n]*(?:#[0-9a-fA-F]{6}\b|\brgba?\()|QColor\(\s*[\"'\d].*", code)
        fixed += [name for name in re.findall(r"GlobalColor\.(\w+)", code) if name != "transparent"]
        fixed += re.findall(r"setPointSizeF?\(\s*\d|setPixelSize\(\s*\d|font-size\s*:", code)
        if path.name != "theme.py":
            fixed += re.findall(r"setStyleSheet\(", code)
        if fixed:
            found[str(path.relative_to(PROJECT))] = fixed
    assert found == {}
