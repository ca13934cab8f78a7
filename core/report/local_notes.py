"""What the site's local protocol adds to a report and to its explanations."""

from dataclasses import dataclass, replace

from core.report.explain import Explanation, LocalNote
from core.report.report import Report
from core.schedule.local_protocol import LocalProtocol


def with_local_note(explanation: Explanation, kind: str, name: str, protocol: LocalProtocol) -> Explanation:
    """The explanation of a step or a rating, with what the site says of it; any other as it is."""
    text = {"node": protocol.notes.nodes, "rating": protocol.notes.procedures}.get(kind, {}).get(name)
    return replace(explanation, local=(LocalNote(protocol.badge, text),)) if text else explanation


@dataclass(frozen=True)
class LocalLine:
    """One thing that the site says of the present case; `about` is a step, a study, or None: whom to call."""

    about: str | None
    text: str


def lines_for(report: Report, protocol: LocalProtocol) -> tuple[LocalLine, ...]:
    """What the site says of the step where the case is, of the study advised, and of whom to call."""
    here = [step for step in report.steps if step.here]
    advised = [row for row in report.ratings if row.recommended]
    contact = protocol.tumor_board_contact if report.tumor_board else None
    found: list[tuple[str | None, str | None]] = []
    found += [(step.label, protocol.notes.nodes.get(step.node)) for step in here]
    found += [(row.short, protocol.notes.procedures.get(row.procedure)) for row in advised]
    found.append((None, contact))
    said: dict[str | None, list[str]] = {}
    for about, text in found:
        if text:  # a step and its study are often called the same
            said.setdefault(about, []).append(text)
    return tuple(LocalLine(about, " ".join(texts)) for about, texts in said.items())
