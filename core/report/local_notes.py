"""Add the notes of the site's local protocol to a report and its explanations."""

from dataclasses import dataclass, replace

from core.report.explain import Explanation, LocalNote
from core.report.report import Report
from core.schedule.local_protocol import LocalProtocol


def with_local_note(explanation: Explanation, kind: str, name: str, protocol: LocalProtocol) -> Explanation:
    """Return the explanation with the site's note. Only steps and ratings can have a note."""
    text = {"node": protocol.notes.nodes, "rating": protocol.notes.procedures}.get(kind, {}).get(name)
    return replace(explanation, local=(LocalNote(protocol.badge, text),)) if text else explanation


@dataclass(frozen=True)
class LocalLine:
    """One note of the site on the present case.

    `about` is a step or a study, or None for the tumor board contact.
    """

    about: str | None
    text: str


def lines_for(report: Report, protocol: LocalProtocol) -> tuple[LocalLine, ...]:
    """Return the site's notes on the current step and the advised study, and its tumor board contact."""
    here = [step for step in report.steps if step.here]
    advised = [row for row in report.ratings if row.recommended]
    contact = protocol.tumor_board_contact if report.tumor_board else None
    found: list[tuple[str | None, str | None]] = []
    found += [(step.label, protocol.notes.nodes.get(step.node)) for step in here]
    found += [(row.short, protocol.notes.procedures.get(row.procedure)) for row in advised]
    found.append((None, contact))
    said: dict[str | None, list[str]] = {}
    for about, text in found:
        if text:  # A step and its study often share a label.
            said.setdefault(about, []).append(text)
    return tuple(LocalLine(about, " ".join(texts)) for about, texts in said.items())
