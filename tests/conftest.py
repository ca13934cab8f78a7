"""What all tests share: the packaged content, and a day on which it is fresh."""

import os
from datetime import date

import pytest
from hypothesis import settings

from core.base.resources import resource_path
from core.content import Content
from core.content.loading import load_content

# Windows of tests need no screen; those that want a real one start it themselves.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# How fast a test runs is the machine's affair; a failure must come back on the next run.
# `make qa` tries ten times as many examples (--hypothesis-profile=thorough).
settings.register_profile("everyday", deadline=None, derandomize=True, max_examples=30)
settings.register_profile("thorough", settings.get_profile("everyday"), max_examples=300)
settings.load_profile("everyday")


@pytest.fixture(scope="session")
def content() -> Content:
    """The content pack that ships with the program."""
    return load_content(resource_path("content"))


@pytest.fixture(scope="session")
def today() -> date:
    """A day soon after the content's review."""
    return date(2026, 6, 1)
