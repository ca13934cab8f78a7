"""The flowchart: one lit path, no overlaps, and access to every node by keyboard and by screen reader."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise, product

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.base.validation import checked
from core.case.scenario import Scenario
from core.content import Content, by_id
from core.engine.decide import decide
from core.engine.decision import Decision
from core.report.report import Report, make_report
from gui.look.theme import Theme, load_theme, theme_manager
from gui.widgets.flowchart import Flowchart, paint_flowchart
from gui.widgets.flowchart.geometry import Box
from gui.widgets.flowchart.hand import Hand
from gui.widgets.flowchart.highlight import NodeState, course_of
from gui.widgets.flowchart.layout import Chart, Layout, arrange
from gui.widgets.flowchart.node_button import NodeButton
from tests.decision_space import STEERING_ANSWERS
from tests.strategies import ELIGIBLE, eligible

# The offscreen platform prints this for every window with a minimum size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

SIZES = [(100, 500, 400), (100, 640, 560), (100, 1100, 850), (200, 1000, 800)]
"""Zoom of the program in percent, width and height."""

Answered = tuple[Decision, Report]


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    show_plain_look()
    yield
    show_plain_look()


def show_plain_look() -> None:
    manager = theme_manager()
    if manager.theme.name != "light":
        manager.set_theme("light")
    if manager.zoom_percent != 100:
        manager.set_zoom(100)


@pytest.fixture(scope="module")
def answered(content: Content) -> list[Answered]:
    """Return one report for each path that an answer can take."""
    # A missing answer takes the path of its assumed value. Only the result may stay unknown.
    steering = {
        name: [value for value in values if value is not None or name == "advanced_result"]
        for name, values in STEERING_ANSWERS.items()
        if name not in ELIGIBLE
    }
    found: dict[tuple[str, ...], Answered] = {}
    for values in product(*steering.values()):
        scenario = eligible(**dict(zip(steering, values, strict=True)))
        decision = decide(scenario, content, date(2026, 6, 1))
        if decision.status == "in_scope" and (*decision.path, *decision.edges) not in found:
            found[(*decision.path, *decision.edges)] = decision, make_report(scenario, decision, content)
    return list(found.values())


@pytest.fixture(scope="module")
def outside(content: Content) -> Report:
    """Return the report on a soft tissue tumor, which is out of scope."""
    scenario = checked(Scenario, {**ELIGIBLE, "tumor_origin": "soft_tissue"})
    return make_report(scenario, decide(scenario, content, date(2026, 6, 1)), content)


class Window(QWidget):
    """A window with a field before the flowchart and one after it."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.before = QLineEdit(self)
        self.flowchart = Flowchart(content, self)
        self.after = QLineEdit(self)
        column = QVBoxLayout(self)
        for widget in (self.before, self.flowchart, self.after):
            column.addWidget(widget)

    def nodes(self) -> dict[str, NodeButton]:
        found = self.flowchart.findChildren(NodeButton)
        return {button.objectName().removeprefix("node_"): button for button in found}

    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName().removeprefix("node_") if isinstance(widget, NodeButton) else ""

    def arrangement(self) -> Layout:
        layout = self.flowchart.canvas.arrangement
        assert layout is not None
        return layout


@pytest.fixture
def window(qtbot: QtBot, content: Content) -> Window:
    window = Window(content)
    qtbot.addWidget(window)
    window.resize(700, 650)
    window.show()
    qtbot.waitActive(window)
    return window


def steps_of(scenario: Scenario, content: Content) -> Report:
    return make_report(scenario, decide(scenario, content, date(2026, 6, 1)), content)


def pictured(content: Content, shown: Report | None, theme: Theme, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    paint_flowchart(painter, QRectF(QPointF(0, 0), QSizeF(size)), content, shown, theme)
    painter.end()
    return image


def colors_in(image: QImage) -> set[str]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)  # The image must outlive the view of its pixels.
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in set(memoryview(plain.constBits()).cast("I"))}


# The path


def test_every_action_is_reached_by_some_path(answered: list[Answered], content: Content) -> None:
    reached = {decision.recommendation.action for decision, _ in answered}
    assert reached == {node.action for node in content.nodes if node.action}


def test_nodes_show_how_far_the_walk_came(window: Window, answered: list[Answered], content: Content) -> None:
    kinds = {node.id: node.kind for node in content.nodes}
    for decision, shown in answered:
        window.flowchart.show_report(shown)
        for key, button in window.nodes().items():
            behind = NodeState.DONE if kinds[key] == "action" else NodeState.ON_PATH
            on_path = NodeState.CURRENT if key == decision.path[-1] else behind
            assert button.state is (on_path if key in decision.path else NodeState.OFF_PATH), key


def test_lit_edges_are_those_the_decision_took(answered: list[Answered], content: Content) -> None:
    for decision, shown in answered:
        course = course_of(shown, content)
        assert tuple(edge.id for edge in course.taken.values()) == decision.edges
        assert course.path == tuple(pairwise(decision.path))


def test_only_arrows_on_the_path_have_the_accent_color(answered: list[Answered], content: Content) -> None:
    theme, size = load_theme("light"), QSize(900, 700)
    layout = arrange(Chart(content), (900, 700), Hand(100))
    for decision, shown in answered:
        image = pictured(content, shown, theme, size)
        lit = set()
        for pair, line in layout.lines.items():
            (x, y), (x_before, y_before) = line.points[-1], line.points[-2]
            step = QPointF((x_before > x) - (x_before < x), (y_before > y) - (y_before < y)) * 5
            color = image.pixelColor((QPointF(x, y) + step - QPointF(0.5, 0.5)).toPoint()).name()
            assert color in (theme.flowchart.edge, theme.flowchart.edge_on_path)
            if color == theme.flowchart.edge_on_path:
                lit.add(pair)
        assert lit == set(pairwise(decision.path))


def test_outside_the_scope_and_after_a_fault_nothing_is_lit(
    window: Window, outside: Report, content: Content, answered: list[Answered]
) -> None:
    for clear in (lambda: window.flowchart.show_report(outside), window.flowchart.show_nothing):
        window.flowchart.show_report(answered[0][1])
        clear()
        for button in window.nodes().values():
            assert button.state is NodeState.OFF_PATH
            assert button.accessibleDescription().startswith("Not on the path.")
    colors = load_theme("light")
    lit = {colors.flowchart.current_fill, colors.flowchart.edge_on_path}
    assert not lit & colors_in(pictured(content, outside, colors, QSize(640, 560)))
    assert lit <= colors_in(pictured(content, answered[-1][1], colors, QSize(640, 560)))


# Places


def strokes(layout: Layout, hand: Hand) -> list[tuple[tuple[str, str], Box]]:
    return [(pair, box) for pair, line in layout.lines.items() for box in line.strokes(2 * hand.unit)]


def faults(layout: Layout, hand: Hand, decision: Decision | None, content: Content) -> list[str]:
    """Return the contacts between items, on one path or without a path."""
    taken = (
        {(by_id(content.edges)[key].source, by_id(content.edges)[key].target) for key in decision.edges}
        if decision
        else set()
    )
    words = {pair: label.box for pair, label in layout.quiet.items() if pair not in taken}
    words |= {key: layout.taken[key].box for key in (decision.edges if decision else ()) if key in layout.taken}
    named = {edge.id for edge in content.edges if edge.label}
    missing = [key for key in (decision.edges if decision else ()) if key in named and key not in layout.taken]
    boxes = {"legend": layout.legend, **{f"label {key}": box for key, box in words.items()}}
    boxes |= {key: place.box for key, place in layout.places.items()}
    frame = Box(0, 0, *layout.size)
    found = [f"{key} has no place" for key in missing]
    found += [f"{key} leaves the picture" for key, box in boxes.items() if not box.within(frame)]
    found += [f"{one} touches {two}" for one, two in combinations(boxes, 2) if boxes[one].overlaps(boxes[two])]
    for pair, stroke in strokes(layout, hand):
        inner = stroke.grown(-2.5 * hand.unit) if min(stroke.width, stroke.height) > 5 * hand.unit else stroke
        for key, box in boxes.items():
            if key not in pair and box.overlaps(inner):
                found.append(f"the line {pair} crosses {key}")
    return found


def test_nothing_overlaps_on_any_path_at_any_size(answered: list[Answered], content: Content) -> None:
    for zoom, width, height in SIZES:
        hand = Hand(zoom)
        layout = arrange(Chart(content), (width, height), hand)
        assert layout.fits
        found = [fault for decision, _ in answered for fault in faults(layout, hand, decision, content)]
        found += faults(layout, hand, None, content) + crossings(layout, hand) + words_cut_off(layout, hand)
        assert found == [], (zoom, width, height)
        labels = {edge.id: edge.label for edge in content.edges if edge.label}
        assert {key: " ".join(label.lines) for key, label in layout.taken.items()} == labels
        for pair, label in layout.quiet.items():
            own = [edge.label for edge in content.edges if (edge.source, edge.target) == pair]
            assert set(" ".join(label.lines).split(" · ")) <= set(own)


def crossings(layout: Layout, hand: Hand) -> list[str]:
    """Return the lines that cross a line with a different source and target."""
    return [
        f"the line {one} crosses {two}"
        for (one, here), (two, there) in combinations(strokes(layout, hand), 2)
        if one[0] != two[0] and one[1] != two[0] and here.overlaps(there)
    ]


def words_cut_off(layout: Layout, hand: Hand) -> list[str]:
    """Return the nodes and the labels of lines with too little room."""
    name, label = QFontMetricsF(hand.strong_name), QFontMetricsF(hand.strong_label)
    found = []
    for place in layout.places.values():
        assert " ".join(place.lines) == place.node.label
        top = place.box.y - len(place.lines) * name.height() / 2
        for index, line in enumerate(place.lines):
            room = place.box.width - 2 * max(place.inset(top + (index + share) * name.height()) for share in (0.2, 0.8))
            found += [f"{line} is cut off"] if name.horizontalAdvance(line) > room else []
    for words in (*layout.quiet.values(), *layout.taken.values()):
        wide = max(map(label.horizontalAdvance, words.lines)) > words.box.width + 0.01
        high = len(words.lines) * label.height() > words.box.height + 0.01
        found += [f"{words.lines} are cut off"] if wide or high else []
    return found


def test_nodes_stay_in_place_from_case_to_case(window: Window, answered: list[Answered], outside: Report) -> None:
    places = {key: button.geometry() for key, button in window.nodes().items()}
    for shown in [outside, *(shown for _, shown in answered)]:
        window.flowchart.show_report(shown)
        assert {key: button.geometry() for key, button in window.nodes().items()} == places


def test_small_flowchart_scrolls_to_the_current_node(qtbot: QtBot, content: Content, answered: list[Answered]) -> None:
    flowchart = Flowchart(content)
    qtbot.addWidget(flowchart)
    flowchart.resize(260, 200)
    flowchart.show()
    for decision, shown in answered:
        flowchart.show_report(shown)
        layout = flowchart.canvas.arrangement
        assert layout is not None
        assert layout.fits
        button = flowchart.canvas.nodes[decision.path[-1]]
        seen = QRectF(QPointF(button.mapTo(flowchart, QPoint(0, 0))), QSizeF(button.size()))
        assert QRectF(0, 0, 260, 200).contains(seen)


# Names


def test_every_node_is_a_button_with_its_name(window: Window, content: Content) -> None:
    assert {key: button.accessibleName() for key, button in window.nodes().items()} == {
        node.id: node.label for node in content.nodes
    }
    for button in window.nodes().values():
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.role() is QAccessible.Role.Button
        assert interface.text(QAccessible.Text.Name) == button.accessibleName()
        assert interface.text(QAccessible.Text.Description) == button.accessibleDescription()


def test_every_node_says_where_it_is_and_where_it_leads(
    window: Window, answered: list[Answered], content: Content
) -> None:
    nodes, inferred = by_id(content.nodes), by_id(content.bases)["inferred"].label
    for decision, shown in answered:
        window.flowchart.show_report(shown)
        for key, button in window.nodes().items():
            words = button.accessibleDescription()
            assert words.startswith("You are here.") == (key == decision.path[-1])
            assert words.startswith("Not on the path.") == (key not in decision.path)
            for edge in content.edges:
                if edge.source == key:
                    way = f"{edge.label} → {nodes[edge.target].label}" if edge.label else nodes[edge.target].label
                    assert (f"{way} ({inferred})" if edge.basis == "inferred" else way) in words


def test_inferred_lines_are_dashed(content: Content, outside: Report) -> None:
    theme, size = load_theme("light"), (900, 700)
    layout = arrange(Chart(content), size, Hand(100))
    inferred, stated = ("mri_result", "ct"), ("mri_usable", "ct")
    scenarios = {
        inferred: eligible(radiograph_result="indeterminate", advanced_study="mri", advanced_result="nondiagnostic"),
        stated: eligible(radiograph_result="indeterminate", advanced_study="ct", advanced_result="equivocal"),
    }
    for pair, scenario in scenarios.items():
        for shown, color in (
            (outside, theme.flowchart.edge),
            (steps_of(scenario, content), theme.flowchart.edge_on_path),
        ):
            image = pictured(content, shown, theme, QSize(*size))
            (x1, y), (x2, _) = layout.lines[pair].points[-2:] if pair == inferred else layout.lines[pair].points[:2]
            left, right = sorted((x1, x2))
            found = {image.pixelColor(x, int(y)).name() for x in range(int(left) + 12, int(right) - 12)}
            assert color in found
            assert (theme.flowchart.canvas in found) == (pair == inferred)


# The keyboard


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_tab_stops_once_at_the_current_node(
    qtbot: QtBot, window: Window, answered: list[Answered], outside: Report
) -> None:
    for path, shown in [(("eligible",), outside), *((decision.path, shown) for decision, shown in answered)]:
        window.before.setFocus()
        window.flowchart.show_report(shown)
        press(qtbot, Qt.Key.Key_Tab)
        assert window.focused() == path[-1]
        press(qtbot, Qt.Key.Key_Tab)
        assert window.after.hasFocus()
        press(qtbot, Qt.Key.Key_Backtab)
        assert window.focused() == path[-1]
        press(qtbot, Qt.Key.Key_Backtab)
        assert window.before.hasFocus()


def test_down_and_up_walk_the_whole_path(qtbot: QtBot, window: Window, answered: list[Answered]) -> None:
    for decision, shown in answered:
        window.flowchart.show_report(shown)
        window.nodes()[decision.path[0]].setFocus()
        for node in decision.path[1:]:
            press(qtbot, Qt.Key.Key_Down)
            assert window.focused() == node
        for node in reversed(decision.path[:-1]):
            press(qtbot, Qt.Key.Key_Up)
            assert window.focused() == node
        press(qtbot, Qt.Key.Key_End)
        assert window.focused() == decision.path[-1]
        press(qtbot, Qt.Key.Key_Home)
        assert window.focused() == decision.path[0]


def test_arrows_reach_every_node_on_every_path(
    qtbot: QtBot, window: Window, answered: list[Answered], outside: Report
) -> None:
    for shown in [outside, *(shown for _, shown in answered)]:
        window.flowchart.show_report(shown)
        reached, fresh = {"eligible"}, ["eligible"]
        while fresh:
            start = fresh.pop()
            for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right):
                window.nodes()[start].setFocus()
                press(qtbot, key)
                if window.focused() not in reached:
                    reached.add(window.focused())
                    fresh.append(window.focused())
        assert reached == set(window.nodes())


def test_left_and_right_go_to_the_neighbor_on_their_side(qtbot: QtBot, window: Window) -> None:
    window.nodes()["mri_usable"].setFocus()
    press(qtbot, Qt.Key.Key_Left)
    assert window.focused() == "mri"
    window.nodes()["mri_usable"].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert window.focused() == "ct"
    window.nodes()["mri_result"].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert window.focused() == "tumor_board"


def test_enter_and_space_ask_why(qtbot: QtBot, window: Window) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        window.nodes()["ct"].setFocus()
        with qtbot.waitSignal(window.flowchart.node_activated) as asked:
            press(qtbot, key)
        assert asked.args == ["ct"]


def test_only_a_click_on_the_node_itself_asks_why(qtbot: QtBot, window: Window) -> None:
    heard: list[str] = []
    window.flowchart.node_activated.connect(heard.append)
    button = window.nodes()["mri_result"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert heard == []
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == ["mri_result"]


def test_node_with_the_keyboard_has_a_focus_ring(window: Window) -> None:
    ring = QColor(load_theme("light").accent.focus_ring).name()
    window.before.setFocus()
    assert ring not in colors_in(window.flowchart.grab().toImage())
    for button in window.nodes().values():
        button.setFocus()
        assert ring in colors_in(button.grab().toImage())


# Zoom and looks


def scrolls(flowchart: Flowchart) -> bool:
    return flowchart.canvas.width() > flowchart.width() or flowchart.canvas.height() > flowchart.height()


def test_flowchart_zooms_in_steps_and_fits_again(qtbot: QtBot, window: Window) -> None:
    flowchart, fitted = window.flowchart, window.flowchart.canvas.size()
    assert not scrolls(flowchart)
    with qtbot.waitSignal(flowchart.zoom_changed) as heard:
        flowchart.zoom_in()
    assert heard.args == [125]
    assert scrolls(flowchart)
    flowchart.zoom_out()
    flowchart.zoom_out()
    assert flowchart.zoom_percent == 75
    assert not scrolls(flowchart)
    for _ in range(10):
        flowchart.zoom_in()
    assert flowchart.zoom_percent == 300
    flowchart.fit()
    assert flowchart.canvas.size() == fitted


def test_ctrl_and_the_wheel_zoom(window: Window) -> None:
    def turn(notches: float, keys: Qt.KeyboardModifier) -> None:
        spot = window.flowchart.mapTo(window, QPointF(100, 100))
        QTest.wheelEvent(window.windowHandle(), spot, QPoint(0, int(120 * notches)), QPoint(), keys)

    turn(0.5, Qt.KeyboardModifier.ControlModifier)
    assert window.flowchart.zoom_percent == 100
    turn(0.5, Qt.KeyboardModifier.ControlModifier)
    assert window.flowchart.zoom_percent == 125
    turn(-1, Qt.KeyboardModifier.ControlModifier)
    assert window.flowchart.zoom_percent == 100
    turn(1, Qt.KeyboardModifier.NoModifier)
    assert window.flowchart.zoom_percent == 100


def test_canvas_can_be_dragged(qtbot: QtBot, window: Window) -> None:
    canvas = window.flowchart.canvas
    window.flowchart.zoom_in()
    before = canvas.pos()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    qtbot.mouseMove(canvas, QPoint(40, 30))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    assert canvas.pos() - before == QPoint(-20, -10)


def test_change_of_theme_or_zoom_shows_at_once(window: Window, answered: list[Answered]) -> None:
    window.flowchart.show_report(answered[-1][1])
    for name in ("dark", "light"):
        theme_manager().set_theme(name)
        flowchart = load_theme(name).flowchart
        image = window.flowchart.grab().toImage()
        assert image.pixelColor(2, 2).name() == flowchart.canvas
        assert {flowchart.current_fill, flowchart.path_fill, flowchart.edge_on_path} <= colors_in(image)
    height = window.nodes()["eligible"].height()
    theme_manager().set_zoom(125)
    assert window.nodes()["eligible"].height() > height


def on_screen(window: Window) -> QImage:
    """Return a picture of the flowchart from the screen, without painting it again."""
    QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage().copy(window.flowchart.geometry())


def test_partial_repaint_equals_a_whole_repaint(window: Window, answered: list[Answered], outside: Report) -> None:
    reports = [shown for _, shown in answered]
    seen = set()
    for shown in [outside, *reports, outside, *reversed(reports)]:
        window.flowchart.show_report(shown)
        now = on_screen(window)
        window.flowchart.canvas.update()
        assert now == on_screen(window), shown.headline
        seen.add(bytes(now.constBits()))
    assert len(seen) > 20


# Pictures and pages


def test_flowchart_draws_into_svg(content: Content, answered: list[Answered]) -> None:
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(QSize(800, 640))
    generator.setViewBox(QRectF(0, 0, 800, 640))
    painter = QPainter(generator)
    theme = load_theme("light")
    paint_flowchart(painter, QRectF(0, 0, 800, 640), content, answered[-1][1], theme)
    painter.end()
    text = bytes(buffer.data().data()).decode()
    assert theme.flowchart.current_fill in text
    assert all(word in text for node in content.nodes for word in node.label.split(" "))


def test_small_picture_stays_in_its_frame(content: Content, answered: list[Answered]) -> None:
    theme, ground = load_theme("light"), QColor("#ff00ff")
    for width, height, zoom in ((300, 240, 100), (1800, 900, 400)):
        image = QImage(width + 20, height + 20, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(ground)
        painter = QPainter(image)
        paint_flowchart(painter, QRectF(10, 10, width, height), content, answered[-1][1], theme, zoom)
        painter.end()
        border = {image.pixelColor(x, y).name() for x in range(image.width()) for y in (0, 5, height + 14)}
        border |= {image.pixelColor(x, y).name() for y in range(image.height()) for x in (0, 5, width + 14)}
        assert border == {ground.name()}
        assert theme.flowchart.current_fill in colors_in(image)
