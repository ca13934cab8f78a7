"""How long the review of a pack counts as current."""

from calendar import monthrange
from datetime import date

from core.content.models import Content


def is_stale(content: Content, today: date) -> bool:
    """Return whether the content's review is older than the pack allows."""
    return today > stale_after(content)


def stale_after(content: Content) -> date:
    """Return the last day on which the review is current."""
    return add_months(content.topic.reviewed, content.topic.stale_after_months)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month that many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
