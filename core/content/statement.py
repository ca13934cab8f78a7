"""Something to say beside figures: a heading, a few sentences, and where they are from."""

from core.base.model import Id, Part, Text
from core.content import References


class Statement(Part):
    """Words with their sources."""

    id: Id
    title: Text
    text: Text
    sources: References
