"""A short text shown with figures: a heading, a few sentences and their sources."""

from core.base.field_types import Id, Text
from core.base.model import Model
from core.content import References


class Statement(Model):
    """Words with their sources."""

    id: Id
    title: Text
    text: Text
    sources: References
