"""Put a decision into a few plain lines for the patient's chart. The note identifies nobody."""

from collections.abc import Iterator
from datetime import date

from core.base.ascii_text import to_ascii
from core.case.case_file import Case
from core.content import Content
from core.engine.decide import decide
from core.engine.what_if import what_follows
from core.report.report import Report, answer_text, make_report

# The text field of a chart accepts this many characters.
LONGEST = 1200


def to_note(case: Case, content: Content, day: date, ascii_only: bool = False) -> str:
    """Return the note as plain text of at most LONGEST characters, including line ends.

    If the note is too long, leave out the results that may follow, and then the last of the recorded answers.
    `ascii_only`: use only ASCII characters.
    """
    decision = decide(case.scenario, content, day)
    told = make_report(case.scenario, decision, content)
    outcomes = what_follows(case.scenario, decision, content, day)
    then = "; ".join(f"{answer_text(o.field, o.value, content).lower()} → {o.headline}" for o in outcomes)
    facts = "; ".join(f"{fact.label}: {fact.answer}" for fact in told.facts)

    def made(facts: str, then: str) -> str:
        lines = (facts, *_advice(told, content), f"Then: {then}" if then else "", *_basis(told, content, day))
        note = "".join(f"{line}\n" for line in lines if line)
        return to_ascii(note) if ascii_only else note

    for note in (made(facts, then), made(facts, "")):
        if len(note) <= LONGEST:
            return note
    while facts:
        facts = facts.rpartition("; ")[0]
        note = made(f"{facts}; …" if facts else "", "")
        if len(note) <= LONGEST:
            break
    return note


def _advice(told: Report, content: Content) -> Iterator[str]:
    yield f"{told.headline}. {told.rationale}"
    if told.ratings:
        shown = [row for row in told.ratings if row.recommended] or [row for row in told.ratings if not row.confirm][:2]
        rated = "; ".join(f"{row.short}: {row.category_label.lower()}" for row in shown)
        yield f"ACR rating: {rated}."
        if any(row.confirm for row in shown):
            yield content.topic.confirm_notice


def _basis(told: Report, content: Content, day: date) -> Iterator[str]:
    topic, acr = content.topic, content.acr_topic
    if told.tumor_board:
        yield "Tumor board: " + "; ".join(point.message for point in told.tumor_board)
    if told.assumptions:
        yield "Assumed: " + "; ".join(assumed.text for assumed in told.assumptions) + "."
    if told.inferred:
        yield f"Includes an inferred step. {topic.inferred_notice}"
    made = f"{topic.id} content {topic.version} (article reviewed {topic.reviewed}); {day}."
    yield f"Source: {acr.title}, and {made}"
    yield f"{topic.judgment_notice}."
