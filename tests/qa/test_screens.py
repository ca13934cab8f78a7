"""Windows on screens from 1024 by 768 to 3840 by 2160, of any density, upright ones, and on two different screens."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.qa.devices import MAIN, Device, run_on
from tests.qa.whole_walk import WALKED

PROJECT = Path(__file__).resolve().parents[2]
LAPTOP, PROJECTOR = Device(3840, 2160, 2, name="laptop"), Device(1024, 768, 1, left=3840, name="projector")

# Screens and zooms in percent: each size, each density, upright ones, and enlarged ones.
FEW = (
    (Device(3840, 2160, 3), 100),
    (Device(1920, 1080, 1.25), 100),
    (Device(768, 1024), 100),
    (Device(1080, 1920), 150),
    (Device(3840, 2160), 200),
)
MANY = (
    (Device(1024, 768), 100),
    (Device(1024, 768), 200),
    (Device(1920, 1080, 1.5), 100),
    (Device(3840, 2160), 100),
    (Device(3840, 2160, 2), 150),
    (Device(3840, 2160, 3), 200),
    (Device(768, 1024), 150),
    (Device(1200, 1920), 100),
    (Device(2160, 3840, 2), 200),
)


def walked(device: Device, zoom: int, folder: Path, record: Callable[[str, object], None], *more: str) -> int:
    """Walk on a screen, assert that there are no problems, and return the number of widgets."""
    found = run_on([device], folder, "tests.qa.devices", str(zoom), *more)
    record("widgets", found["widgets"])
    print(f"{device}, zoom {zoom} %: {found['widgets']} widgets, {len(found['problems'])} problems")
    assert found["scale"] == device.scale
    assert found["window"] == [round(device.width / device.scale), round(device.height / device.scale)]
    assert found["problems"] == {}
    return int(found["widgets"])


@pytest.mark.parametrize(("device", "zoom"), FEW, ids=str)
def test_the_main_views_have_room_on_a_screen(
    tmp_path: Path, record_property: Callable[[str, object], None], device: Device, zoom: int
) -> None:
    assert walked(device, zoom, tmp_path, record_property, "main") > 100 * len(MAIN)


@pytest.mark.slow
@pytest.mark.parametrize(("device", "zoom"), MANY, ids=str)
def test_every_view_has_room_on_a_screen(
    tmp_path: Path, record_property: Callable[[str, object], None], device: Device, zoom: int
) -> None:
    assert walked(device, zoom, tmp_path, record_property) > 100 * len(WALKED)


# Two screens


def test_a_window_moved_to_another_screen_fits_and_is_sharp(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    seen = run_on([LAPTOP, PROJECTOR], tmp_path, "tests.qa.carried_window", "carry", str(file))

    windows = {name: found for name, found in seen.items() if isinstance(found, dict)}
    assert len(windows) == 17
    assert {name: found["problems"] for name, found in windows.items() if found["problems"]} == {}
    assert [name for name, found in windows.items() if not found["within"]] == []
    for name, found in windows.items():
        device = PROJECTOR if name.startswith("second") else LAPTOP
        assert (found["screen"], found["ratio"]) == (device.name, device.scale), name
    # Rounding makes half a step of a color. Icons with every other pixel missing differ by 2 to 5.
    blur = {name: found for name, found in seen.items() if name.endswith("blur")}
    assert len(blur) == 4
    assert {name: found for name, found in blur.items() if found > 0.5} == {}
    icons = {name: found for name, found in seen.items() if name.endswith("icon")}
    assert icons == dict.fromkeys((name.replace("blur", "icon") for name in blur), 1)
    assert not seen["stale on the second"]
    assert not seen["stale back on the first"]


@pytest.mark.parametrize(
    ("left", "screens"),
    [
        ([LAPTOP, PROJECTOR], [Device(1024, 768)]),
        ([Device(3840, 2160)], [Device(1024, 768)]),
        ([Device(1920, 1080)], [Device(3840, 2160, 3)]),
    ],
    ids=["gone", "smaller", "denser"],
)
def test_a_window_left_on_another_screen_opens_on_this_one(
    tmp_path: Path, left: list[Device], screens: list[Device]
) -> None:
    file = str(tmp_path / "preferences.json")
    before = run_on(left, tmp_path, "tests.qa.carried_window", "leave", file)
    assert (before["screen"], before["within"]) == (left[-1].name, True)
    seen = run_on(screens, tmp_path, "tests.qa.carried_window", "open", file)

    assert seen["within"]
    assert seen["problems"] == []


def test_the_first_window_fits_a_small_screen(tmp_path: Path) -> None:
    seen = run_on([Device(1024, 768)], tmp_path, "tests.qa.carried_window", "open", str(tmp_path / "none.json"))

    assert seen["within"]
    assert seen["size"][0] > 1000


# Widths follow the text size


MEASURES = re.compile(
    r"set(Fixed|Minimum|Maximum)(Width|Height|Size)|resize|setGeometry|setContentsMargins|set\w*Spacing|setIconSize"
    r"|setColumnWidth|setColumnMinimumWidth|setRowMinimumHeight|addSpacing|setIndent|setMargin"
)
# Zero, and the minimum that keeps a label from requesting a width.
NO_MEASURE = (0, 1)


def literal_lengths(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and text of each call with numbers as lengths. A number inside a call of `px` does not count."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        if MEASURES.fullmatch(name) and any(map(_has_length, node.args)):
            yield node.lineno, ast.unparse(node)


def _has_length(argument: ast.expr) -> bool:
    """Return whether a nonzero number is part of a length, alone or in a sum, a choice or a QSize."""
    if isinstance(argument, ast.Constant):
        return isinstance(argument.value, int | float) and argument.value not in NO_MEASURE
    if isinstance(argument, ast.UnaryOp):
        return _has_length(argument.operand)
    if isinstance(argument, ast.BinOp):
        # Shares of a length stay shares.
        shares = isinstance(argument.op, ast.Mult | ast.Div | ast.FloorDiv)
        return not shares and (_has_length(argument.left) or _has_length(argument.right))
    if isinstance(argument, ast.IfExp):
        return _has_length(argument.body) or _has_length(argument.orelse)
    if isinstance(argument, ast.Call) and isinstance(argument.func, ast.Name):
        return argument.func.id in ("QSize", "QMargins", "QRect", "margins", "max", "min") and any(
            map(_has_length, argument.args)
        )
    return False


def test_no_length_in_the_code_is_in_pixels() -> None:
    files = sorted((PROJECT / "gui").rglob("*.py"))
    assert len(files) > 100
    found = {
        f"{file.relative_to(PROJECT)}:{line}": call
        for file in files
        for line, call in literal_lengths(file.read_text(encoding="utf-8"))
    }

    assert found == {}


@pytest.mark.parametrize(
    ("call", "is_length"),
    [
        ("self.resize(1280, 800)", True),
        ("box.setFixedWidth(min(300, width))", True),
        ("label.setMinimumSize(QSize(40, 0))", True),
        ("bar.setContentsMargins(0, side + 4, 0, 0)", True),
        ("bar.setContentsMargins(0, 0, 0, 0)", False),
        ("box.setFixedWidth(manager.px(340))", False),
        ("box.setFixedWidth(2 * line)", False),
    ],
)
def test_a_length_in_pixels_is_noticed(call: str, is_length: bool) -> None:
    assert bool(list(literal_lengths(call))) is is_length


def test_a_run_on_screens_says_what_went_wrong(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="carried_window"):
        run_on([LAPTOP], tmp_path, "tests.qa.carried_window", "nothing", "")
