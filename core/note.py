"""The note: a decision in a few plain lines for the patient's chart. It identifies nobody."""

from datetime import date

from core.content import Content
from core.report import Report

# What a chart's text field takes without trouble.
LONGEST = 1200


def to_note(page: Report, content: Content, day: date) -> str:
    """The decision as plain text of at most LONGEST characters: facts, answer, ratings, reasons, source, limits."""
    topic, acr = content.topic, content.acr_topic
    lines = [f"{page.headline}. {page.rationale}"]
    if page.ratings:
        shown = [row for row in page.ratings if row.recommended] or [row for row in page.ratings if not row.confirm][:2]
        lines.append("ACR rating: " + "; ".join(f"{row.short}: {row.category_label.lower()}" for row in shown) + ".")
        if any(row.confirm for row in shown):
            lines.append(topic.confirm_notice)
    if page.tumor_board:
        lines.append("Tumor board: " + "; ".join(point.message for point in page.tumor_board))
    if page.assumptions:
        lines.append("Assumed: " + "; ".join(assumed.text for assumed in page.assumptions) + ".")
    if page.inferred:
        lines.append(f"Includes an inferred step. {topic.inferred_notice}")
    end = [
        f"Source: {acr.title}, and {topic.id} content {topic.version} (article reviewed {topic.reviewed}); {day}.",
        f"{topic.judgment_notice}.",
    ]
    facts = "; ".join(f"{fact.label}: {fact.answer}" for fact in page.facts)
    room = LONGEST - sum(len(line) + 1 for line in (*lines, *end)) - 1
    if facts:
        lines.insert(0, facts if len(facts) < room else f"{facts[: max(0, room - 4)].rsplit('; ', 1)[0]}; …")
    return "\n".join([*lines, *end]) + "\n"
