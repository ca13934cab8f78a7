"""Segments: filled when selected, and heard as what they are."""

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QWidget

from gui.look.theme import theme_manager
from gui.widgets.segments import CheckSegment, RadioSegment


@pytest.mark.parametrize("kind", [RadioSegment, CheckSegment])
def test_a_chosen_segment_is_filled(qapp: QApplication, kind: type[RadioSegment | CheckSegment]) -> None:
    theme_manager().set_theme("light")
    parent = QWidget()
    shares = []
    for chosen in (False, True):
        segment = kind("Bone", parent)
        segment.setChecked(chosen)
        segment.resize(segment.sizeHint())
        image = segment.grab().toImage()
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        shares.append(pixels.count(QColor(theme_manager().theme.accent.fill)) / len(pixels))
    assert shares[0] == 0
    assert shares[1] > 0.5


def test_a_segment_is_heard_as_a_radio_button_or_check_box(qapp: QApplication) -> None:
    parent = QWidget()
    radio, check = RadioSegment("Bone", parent), CheckSegment("Bone", parent)
    assert QAccessible.queryAccessibleInterface(radio).role() is QAccessible.Role.RadioButton
    assert QAccessible.queryAccessibleInterface(check).role() is QAccessible.Role.CheckBox
