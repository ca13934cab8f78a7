"""Fixtures of the everyday tests, for the tests before a release."""

from tests.desktop.conftest import *  # noqa: F403
from tests.gui.conftest import *  # noqa: F403
