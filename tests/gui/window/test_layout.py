"""Nothing is clipped, on top of anything or cut off sideways: one size and theme; tests/qa walks over all of them."""

import pytest

from core.content import Content
from tests.gui.layout_walker import SITUATIONS, Walk, walk_situations

# The offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def test_everything_has_its_place(content: Content) -> None:
    walk = Walk()
    walk_situations(content, 1280, 800, walk)

    assert walk.problems == {}
    assert walk.widgets > 150 * len(SITUATIONS)
