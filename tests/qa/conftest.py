"""The tests before a release use the windows and desktops of the everyday tests."""

from tests.desktop.conftest import *  # noqa: F403
from tests.gui.conftest import *  # noqa: F403
