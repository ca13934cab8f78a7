"""The content that ships with the program."""

from core.base.resources import resource_path
from core.content import Content
from core.content.prebuilt import Recipe


def packaged_content() -> Content:
    """Return the content pack that ships with the program.

    Raise ContentError if the installation is damaged.
    """
    return CONTENT.serve()


def _load() -> Content:
    # Import the TOML reader and the checks only when they are needed.
    from core.content.loading import load_content

    return load_content(resource_path("content"))


CONTENT = Recipe(
    "content",
    ("content/*.toml",),
    ("core/base/*.py", "core/case/scenario.py", "core/case/condition.py", "core/content/*.py"),
    _load,
)
