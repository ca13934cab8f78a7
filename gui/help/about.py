"""The page about the program: its purpose, its audience, and its limits."""

from core import __version__
from core.content import Content, by_id
from core.content.citations import cited_sources
from core.report.explain import Explanation


def about(content: Content) -> Explanation:
    """Return the page about the program, with the edition of the content and its sources."""
    topic = content.topic
    paragraphs = [
        topic.purpose,
        topic.intended_use,
        topic.intended_users,
        "Not for: {uses}.".format(uses="; ".join(topic.not_for)),
        f"{topic.judgment_notice}; {topic.images_notice}.",
        topic.trademark_notice,
        f"Content {topic.version}, SHA-256 {_in_blocks(content.sha256)}",
        "Qt is used under the LGPL, version 3; the license texts are in the program's folder.",
    ]
    sources = cited_sources(topic.sources, by_id(content.sources))
    return Explanation(f"Bonewatch {__version__}", tuple(filter(None, paragraphs)), "", (), sources)


def _in_blocks(digits: str) -> str:
    """Return a long number in blocks of eight characters, so that a line can break after each block."""
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))
