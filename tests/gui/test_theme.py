"""The look: sufficient contrast, distinct colors, and theme switches without leftovers."""

import ast
import gc
import re
import subprocess
import sys
import weakref
from collections.abc import Iterator
from dataclasses import asdict
from itertools import combinations, product
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.base.model import checked
from core.base.resources import resource_path
from gui.look.style_sheet import build_style_sheet
from gui.look.theme import (
    THEMES,
    Text,
    Theme,
    ThemeManager,
    build_palette,
    load_scale,
    load_theme,
    set_text_role,
    text_font,
    theme_manager,
)
from tests.gui.color_vision import VISIONS, contrast, difference

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = sorted((PROJECT / "gui").rglob("*.py"))

# The offscreen platform prints this for every window with a minimum size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CATEGORIES = ("usually_appropriate", "may_be_appropriate", "usually_not_appropriate", "neutral")
LEVELS = ("warning", "reminder", "clear")
STATUSES = ("out_of_scope", "conflict", "incomplete")
CHIPS = ("plain", "tumor_board")
GROUNDS = tuple(f"surface.{name}" for name in ("window", "panel", "sidebar", "header", "footer", "field"))

# A presentation needs 7 : 1 in every theme.
PRESENTER_TEXT_PAIRS = [
    *((f"presenter.{tone}", "presenter.ground") for tone in ("text", "secondary", "accent")),
    ("presenter.on_accent", "presenter.accent"),
]

# Text (left) and its background (right): 4.5 : 1, and 7 : 1 in the contrast theme.
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

# Edges of controls, icons and lines (left) and their background (right): 3 : 1.
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
    # The node where the walk stops must differ from the rest of the path.
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

# Decoration: it carries no information.
DECORATION = {"surface.panel_border", "presenter.rule"}


@pytest.fixture
def manager(qapp: QApplication) -> Iterator[ThemeManager]:
    yield theme_manager()
    theme_manager().set_theme("light")
    theme_manager().set_zoom(100)


class StyleWatch(QObject):
    """Counts the style changes of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


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


def test_that_every_text_can_be_read_on_what_it_stands_on() -> None:
    for name in THEMES:
        assert too_faint(load_theme(name), TEXT_PAIRS, 7.0 if name == "contrast" else 4.5) == []


def test_that_every_edge_icon_and_line_stands_out() -> None:
    for name in THEMES:
        assert too_faint(load_theme(name), GRAPHIC_PAIRS, 3.0) == []


def test_that_plain_words_reach_what_teaching_asks_for() -> None:
    for name in THEMES:
        pairs = [
            (f"text.{tone}", f"surface.{ground}") for tone in ("primary", "secondary") for ground in ("panel", "window")
        ]
        assert too_faint(load_theme(name), pairs, 7.0) == []


def test_that_every_word_before_a_room_reaches_seven_to_one() -> None:
    for name in THEMES:
        assert too_faint(load_theme(name), PRESENTER_TEXT_PAIRS, 7.0) == []


def test_that_no_word_before_a_room_is_red() -> None:
    for name in THEMES:
        for tone in ("text", "secondary", "accent"):
            shade = QColor(color(load_theme(name), f"presenter.{tone}"))
            assert not (shade.hsvSaturationF() > 0.3 and (shade.hsvHue() < 25 or shade.hsvHue() > 330)), tone


def test_that_high_contrast_draws_the_edges_of_panels_too() -> None:
    pairs = [("surface.panel_border", "surface.panel"), ("surface.panel_border", "surface.window")]
    assert too_faint(load_theme("contrast"), pairs, 3.0) == []


def test_that_every_color_is_held_to_a_contrast() -> None:
    for name in THEMES:
        checked = {path for pair in TEXT_PAIRS + GRAPHIC_PAIRS for path in pair}
        assert color_paths(load_theme(name)) - DECORATION == checked


def test_categories_stay_apart_in_every_kind_of_color_vision() -> None:
    near = {}
    for name, vision in product(THEMES, VISIONS):
        fills = {category: load_theme(name).category(category).background for category in CATEGORIES}
        for one, other in combinations(CATEGORIES, 2):
            if difference(fills[one], fills[other], vision) < 25:
                near[name, vision, one, other] = difference(fills[one], fills[other], vision)
    assert near == {}


def test_that_no_status_borrows_a_category_color() -> None:
    for name in THEMES:
        theme = load_theme(name)
        rated = {
            shade
            for category in CATEGORIES[:3]
            for shade in (
                theme.category(category).background,
                theme.category(category).ink,
                theme.category(category).outline,
            )
        }
        shades = {shade for status in STATUSES for shade in (theme.status(status).bar, theme.status(status).background)}
        nearest = min(difference(one, other) for one in shades for other in rated)
        assert nearest >= 25


# Reading


def test_that_an_unknown_theme_is_named() -> None:
    with pytest.raises(ValueError, match="No theme is called 'sepia'"):
        load_theme("sepia")


def test_that_a_theme_knows_its_own_name() -> None:
    for name in THEMES:
        assert load_theme(name).name == name


def test_that_an_unknown_token_is_an_error() -> None:
    table = asdict(load_theme("light"))
    table["surface"]["shadow"] = "#000000"
    with pytest.raises(ValueError, match="shadow"):
        checked(Theme, table)


def test_that_a_zoom_of_100_percent_exists_and_steps_ascend() -> None:
    steps = load_scale().zoom_steps
    assert 100 in steps
    assert list(steps) == sorted(set(steps))


# The style sheet


def test_the_style_sheet_sets_no_font_size() -> None:
    for name, zoom in product(THEMES, load_scale().zoom_steps):
        sheet = build_style_sheet(load_theme(name), load_scale(), zoom)
        assert not re.search(r"font-size|font\s*:|font-family|\dpt\b", sheet)


def test_that_the_style_sheet_uses_colors_of_its_own_theme_only() -> None:
    for name in THEMES:
        theme = load_theme(name)
        known = {color(theme, path) for path in color_paths(theme)}
        sheet = build_style_sheet(theme, load_scale(), 100)
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet)) <= known


def test_that_the_style_sheet_grows_with_the_zoom() -> None:
    def largest_length(zoom: int) -> int:
        sheet = build_style_sheet(load_theme("light"), load_scale(), zoom)
        return max(int(length) for length in re.findall(r"(\d+)px", sheet))

    assert largest_length(200) == 2 * largest_length(100)


def test_that_qt_understands_the_style_sheet(manager: ThemeManager, capfd: pytest.CaptureFixture[str]) -> None:
    for name in THEMES:
        manager.set_theme(name)
        widget = QWidget()
        layout = QVBoxLayout(widget)
        for child in (QLabel("x"), QPushButton("x"), QLineEdit("x"), QComboBox(), QCheckBox("x")):
            layout.addWidget(child)
        widget.grab()
    # Qt reports unknown properties on standard error, where no log handler sees them.
    assert capfd.readouterr().err == ""


BUTTON_ROLES = ("", "primary", "plain", "link", "chip", "chip-warning", "tab", "fold", "icon", "segment")


def button(role: str, position: str = "only", checked: bool = False) -> QPushButton:
    made = QPushButton("Bone")
    made.setProperty("role", role)
    made.setProperty("position", position)
    made.setCheckable(checked)
    made.setChecked(checked)
    return made


def count(widget: QWidget, shade: str) -> int:
    image = widget.grab().toImage()
    wanted = QColor(shade)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_the_focus_shows_as_a_ring(manager: ThemeManager, qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    other = QPushButton("other")
    layout.addWidget(other)
    buttons = [button(role, checked=checked) for role in BUTTON_ROLES for checked in (False, True)]
    for focused in buttons:
        layout.addWidget(focused)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for name in THEMES:
        manager.set_theme(name)
        ring = manager.theme.accent.focus_ring
        for focused in buttons:
            other.setFocus()
            before, size = count(focused, ring), focused.sizeHint()
            focused.setFocus()
            # Two long sides, two pixels wide, minus the corners.
            assert count(focused, ring) - before >= 4 * (focused.width() - 24), (name, focused.property("role"))
            assert focused.sizeHint() == size, "the ring must not move its neighbors"


def test_labels_follow_the_zoom(manager: ThemeManager) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    headline, plain, named = Text("Order MRI", "headline"), QLabel("plain"), QPushButton("Why")
    set_text_role(named, "label")
    for widget in (headline, plain, named):
        layout.addWidget(widget)
    window.show()
    scale = load_scale().type
    for zoom in load_scale().zoom_steps:
        manager.set_zoom(zoom)
        assert headline.font().pointSizeF() == pytest.approx(scale.headline.points * zoom / 100)
        assert plain.font().pointSizeF() == pytest.approx(scale.body.points * zoom / 100)
        assert named.font().pointSizeF() == pytest.approx(scale.label.points * zoom / 100)


def test_that_bold_by_style_sheet_does_not_cut_a_button_off_from_the_zoom(manager: ThemeManager) -> None:
    manager.set_theme("light")
    main = button("primary")
    main.show()
    manager.set_zoom(150)
    assert main.font().pointSizeF() == load_scale().type.body.points * 1.5


def test_that_the_font_has_every_character_the_program_shows(manager: ThemeManager) -> None:
    manager.set_theme("light")
    shown = [*SOURCES, *resource_path("content").rglob("*.toml"), *resource_path("cases").rglob("*.json")]
    characters = {c for path in shown for c in path.read_text(encoding="utf-8") if ord(c) > 126}
    metrics = QFontMetrics(text_font("body"))
    assert {c for c in characters if not metrics.inFontUcs4(ord(c))} == set()


# The manager


def test_that_a_hundred_switches_leave_exactly_the_last_theme(manager: ThemeManager, qapp: QApplication) -> None:
    window = QWidget()
    QVBoxLayout(window).addWidget(Text("Bone", "title"))
    children, widgets = len(qapp.children()), len(qapp.allWidgets())
    for number in range(100):
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


def test_that_a_label_is_let_go_with_its_window(manager: ThemeManager) -> None:
    label = Text("Bone", "title")
    gone = weakref.ref(label)
    manager.set_zoom(150)
    label.deleteLater()
    del label
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_that_each_change_is_told_once(manager: ThemeManager) -> None:
    told: list[str] = []
    manager.changed.connect(lambda: told.append(manager.theme.name))
    manager.set_theme("contrast")
    manager.set_zoom(125)
    assert told == ["contrast", "contrast"]


def test_that_the_look_in_force_chosen_again_dresses_nothing_anew(manager: ThemeManager, qtbot: QtBot) -> None:
    label = QLabel("Stable")
    qtbot.addWidget(label)
    label.show()
    manager.set_theme("dark")
    dressed = StyleWatch(label)
    for choose_again in (
        lambda: manager.set_theme("dark"),
        lambda: manager.set_zoom(manager.zoom_percent),
    ):
        choose_again()
    assert dressed.count == 0
    manager.set_zoom(150)
    assert dressed.count > 0


def test_that_a_new_look_dresses_nothing_once_for_all_that_it_lies_in(manager: ThemeManager, qtbot: QtBot) -> None:
    outermost = around = QWidget()
    qtbot.addWidget(outermost)
    for _ in range(12):
        around = QWidget(around)
    label = QLabel("Bone", around)
    outermost.show()
    dressed = StyleWatch(label)
    manager.set_theme("dark")
    manager.set_zoom(150)

    # Each look removes one style sheet and sets another.
    assert dressed.count == 4


def test_that_zoom_goes_by_named_steps_and_stops_at_both_ends(manager: ThemeManager) -> None:
    steps = load_scale().zoom_steps
    manager.set_zoom(103)
    assert manager.zoom_percent == 100
    manager.zoom_by(1)
    assert manager.zoom_percent == 110
    manager.zoom_by(99)
    assert manager.zoom_percent == steps[-1]
    manager.zoom_by(-99)
    assert manager.zoom_percent == steps[0]


def test_that_lengths_follow_the_zoom_and_never_vanish(manager: ThemeManager) -> None:
    manager.set_zoom(200)
    assert (manager.px("large"), manager.px(6), manager.px(0)) == (32, 12, 0)
    manager.set_zoom(80)
    assert (manager.px("large"), manager.px(0.5)) == (13, 1)


def test_that_following_the_system_ends_with_a_choice_of_ones_own(manager: ThemeManager) -> None:
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


def test_that_the_look_outlives_no_application() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SEVERAL_APPLICATIONS], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "done\n", "")


# The rest of the code


def string_literals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_that_no_color_stands_in_the_code() -> None:
    for path in SOURCES:
        literals = [text for text in string_literals(path) if re.search(r"#[0-9a-fA-F]{6}\b|\brgba?\(", text)]
        assert literals == []
        code = path.read_text(encoding="utf-8")
        assert re.findall(r"QColor\(\s*[\"'\d].*", code) == []
        assert set(re.findall(r"GlobalColor\.(\w+)", code)) <= {"transparent"}


def test_that_style_sheets_and_font_sizes_stand_in_one_place() -> None:
    for path in SOURCES:
        code = path.read_text(encoding="utf-8")
        assert re.findall(r"setPointSizeF?\(\s*\d|setPixelSize\(\s*\d|font-size\s*:", code) == []
        if path.name != "theme.py":
            assert "setStyleSheet(" not in code
