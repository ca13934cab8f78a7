"""The note: a decision in a few plain lines for the patient's chart. It identifies nobody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.base.ascii_text import to_ascii
from core.case.case_file import Case
from core.content import Content
from core.engine.decide import decide
from core.engine.what_follows import what_follows
from core.report.report import Report, answer_text, make_report

# What a chart's text field takes without trouble.
LONGEST = 1200


@dataclass(frozen=True)
class NoteLine:
    """A line of the note: the words that introduce it, which may be empty, and what it says."""

    title: str
    text: str

    def plain(self) -> str:
        """The line as plain text."""
        return f"{self.title}: {self.text}" if self.title else self.text


def note_lines(case: Case, content: Content, day: date, ascii_only: bool = False) -> tuple[NoteLine, ...]:
    """The note in lines that take at most LONGEST characters as plain text, line ends counted.

    Where the room is short, first what follows the next step is left out, then the last of the recorded answers.
    `ascii_only`: in ASCII alone.
    """
    decision = decide(case.scenario, content, day)
    told = make_report(case.scenario, decision, content)
    outcomes = what_follows(case.scenario, decision, content, day)
    then = "; ".join(f"{answer_text(o.field, o.value, content).lower()} → {o.headline}" for o in outcomes)
    facts = "; ".join(f"{fact.label}: {fact.answer}" for fact in told.facts)

    def made(facts: str, then: str) -> tuple[NoteLine, ...]:
        lines = (NoteLine("", facts), *_advice(told, content), NoteLine("Then", then), *_basis(told, content, day))
        found = (line for line in lines if line.text)
        return tuple(NoteLine(to_ascii(line.title), to_ascii(line.text)) if ascii_only else line for line in found)

    for lines in (made(facts, then), made(facts, "")):
        if len(_plain(lines)) <= LONGEST:
            return lines
    while facts:
        facts = facts.rpartition("; ")[0]
        lines = made(f"{facts}; …" if facts else "", "")
        if len(_plain(lines)) <= LONGEST:
            break
    return lines


def to_note(case: Case, content: Content, day: date, ascii_only: bool = False) -> str:
    """The note as plain text of at most LONGEST characters."""
    return _plain(note_lines(case, content, day, ascii_only))


def to_note_in_markdown(case: Case, content: Content, day: date, ascii_only: bool = False) -> str:
    """The note as a Markdown list."""
    lines = note_lines(case, content, day, ascii_only)
    return "".join(f"- **{line.title}:** {line.text}\n" if line.title else f"- {line.text}\n" for line in lines)


def _plain(lines: tuple[NoteLine, ...]) -> str:
    return "".join(f"{line.plain()}\n" for line in lines)


def _advice(told: Report, content: Content) -> Iterator[NoteLine]:
    yield NoteLine("", f"{told.headline}. {told.rationale}")
    if told.ratings:
        shown = [row for row in told.ratings if row.recommended] or [row for row in told.ratings if not row.confirm][:2]
        rated = "; ".join(f"{row.short}: {row.category_label.lower()}" for row in shown)
        yield NoteLine("ACR rating", f"{rated}.")
        if any(row.confirm for row in shown):
            yield NoteLine("", content.topic.confirm_notice)


def _basis(told: Report, content: Content, day: date) -> Iterator[NoteLine]:
    topic, acr = content.topic, content.acr_topic
    if told.tumor_board:
        yield NoteLine("Tumor board", "; ".join(point.message for point in told.tumor_board))
    if told.assumptions:
        yield NoteLine("Assumed", "; ".join(assumed.text for assumed in told.assumptions) + ".")
    if told.inferred:
        yield NoteLine("", f"Includes an inferred step. {topic.inferred_notice}")
    made = f"{topic.id} content {topic.version} (article reviewed {topic.reviewed}); {day}."
    yield NoteLine("Source", f"{acr.title}, and {made}")
    yield NoteLine("", f"{topic.judgment_notice}.")
