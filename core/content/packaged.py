"""The content that ships with the program."""

from core.base.resources import resource_path
from core.content import Content
from core.content.prebuilt import Recipe


def packaged_content() -> Content:
    """The content pack that ships with the program. Raises ContentError where the installation is damaged."""
    return CONTENT.serve()


def _load() -> Content:
    # What reads TOML and checks it is only loaded where that has to be done.
    from core.content.loading import load_content

    return load_content(resource_path("content"))


CONTENT = Recipe(
    "content",
    ("content/*.toml",),
    ("core/base/model.py", "core/case/scenario.py", "core/case/condition.py", "core/content/*.py"),
    _load,
)
