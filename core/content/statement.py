"""A short text shown with figures: a heading, a few sentences and their sources."""

from core.base.model import Id, Model, Text
from core.content import References


class Statement(Model):
    """Words with their sources."""

    id: Id
    title: Text
    text: Text
    sources: References
