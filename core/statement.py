"""Something to say beside figures: a heading, a few sentences, and where they are from."""

from core.content import References
from core.parts import Id, Part, Text


class Statement(Part):
    """Words with their sources."""

    id: Id
    title: Text
    text: Text
    sources: References
