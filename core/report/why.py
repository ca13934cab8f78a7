"""List the reasoning behind a decision with its cited places in the sources."""

import json
from typing import Any

from core.content import Content, Reference, by_id
from core.engine.decision import Decision
from core.report.explain import source_details
from core.report.report import Report, reference_text


def sources_used(report: Report) -> tuple[str, ...]:
    """Return the ids of all sources behind a report, in the order of first use."""
    points = (
        *report.exclusions,
        *report.redirects,
        *report.conflicts,
        *report.missing,
        *report.tumor_board,
        *report.notices,
    )
    cited = [part.references for part in points] + [step.references for step in report.steps]
    cited += [row.references for row in report.ratings] + [row.references for row in report.pitfalls]
    return tuple(
        dict.fromkeys(reference.source for references in (report.references, *cited) for reference in references)
    )


def why_document(report: Report, content: Content) -> dict[str, Any]:
    """Return the reasoning as JSON: steps, ratings and pitfalls with their references, and the full sources."""
    sources = by_id(content.sources)

    def places(references: tuple[Reference, ...]) -> list[dict[str, str]]:
        return [{"source": r.source, "place": sources[r.source].locators[r.locator]} for r in references]

    return {
        "because": [{"field": fact.field, "answer": fact.answer} for fact in report.because],
        "steps": [
            {
                "node": step.node,
                "basis": "inferred" if step.inferred else "source",
                "reasoning": step.reasoning,
                "references": places(step.references),
            }
            for step in report.steps
        ],
        "ratings": [
            {"procedure": row.procedure, "reasoning": row.why, "references": places(row.references)}
            for row in report.ratings
        ],
        "pitfalls": [
            {"id": row.id, "reasoning": row.explanation, "references": places(row.references)}
            for row in report.pitfalls
        ],
        "sources": [
            {name: value for name, value in vars(source).items() if name != "locators"} | {"read": str(source.read)}
            for source in (sources[name] for name in sources_used(report))
        ],
    }


def decision_with_why(decision: Decision, report: Report, content: Content) -> dict[str, Any]:
    """Return the decision's JSON document, with the reasoning under "why"."""
    return {**json.loads(decision.to_json()), "why": why_document(report, content)}


def why_lines(report: Report, content: Content) -> list[tuple[str, list[str]]]:
    """Return the reasoning in sections: a heading and lines that end with their sources."""

    def cited(text: str, references: tuple) -> str:  # type: ignore[type-arg]
        return f"{text} [{'; '.join(reference_text(r, content) for r in references)}]"

    steps = [
        cited(f"{step.label}: {step.reasoning}" + (f" {content.topic.inferred_notice}" if step.inferred else ""), step.references)
        for step in report.steps
    ]  # fmt: skip
    sources = by_id(content.sources)
    used = [sources[i] for i in sources_used(report)]
    sections = [
        ("Because of", [f"{fact.label}: {fact.answer}" for fact in report.because]),
        ("Advice", [cited(report.rationale, report.references)]),
        ("Steps", steps),
        ("Ratings", [cited(f"{row.short}: {row.why}", row.references) for row in report.ratings]),
        ("Pitfalls", [cited(f"{row.title}: {row.explanation}", row.references) for row in report.pitfalls]),
        (
            "Sources",
            [f"{source.id}: {source.title} ({source_details(source)})" for source in used],
        ),
    ]
    return [(heading, lines) for heading, lines in sections if lines]
