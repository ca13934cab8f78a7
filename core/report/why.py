"""List the reasoning behind a decision with its cited places in the sources."""

import json
from typing import Any

from core.content import Content, Reference, Source, by_id
from core.content.citations import place, source_details, source_ids, unique, with_places
from core.engine.decision import Decision
from core.report.report import Report


def references_used(report: Report) -> tuple[Reference, ...]:
    """Return every reference of a report once, in the order of first use."""
    points = (
        *report.exclusions,
        *report.redirects,
        *report.conflicts,
        *report.missing,
        *report.tumor_board,
        *report.notices,
    )
    lists = [report.references, *(point.references for point in points), *(step.references for step in report.steps)]
    lists += [row.references for row in report.ratings] + [row.references for row in report.pitfalls]
    return unique(reference for references in lists for reference in references)


def _sources_used(report: Report, content: Content) -> list[Source]:
    sources = by_id(content.sources)
    return [sources[name] for name in source_ids(references_used(report))]


def why_document(report: Report, content: Content) -> dict[str, Any]:
    """Return the reasoning as JSON: steps, ratings and pitfalls with their references, and the full sources."""
    sources = by_id(content.sources)

    def places(references: tuple[Reference, ...]) -> list[dict[str, str]]:
        return [{"source": r.source, "place": place(r, sources)} for r in references]

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
            for source in _sources_used(report, content)
        ],
    }


def decision_with_why(decision: Decision, report: Report, content: Content) -> dict[str, Any]:
    """Return the decision's JSON document, with the reasoning under "why"."""
    return {**json.loads(decision.to_json()), "why": why_document(report, content)}


def why_lines(report: Report, content: Content) -> list[tuple[str, list[str]]]:
    """Return the reasoning in sections: a heading and lines that end with their sources."""
    sources = by_id(content.sources)
    notice = content.topic.inferred_notice
    steps = [
        (f"{step.label}: {step.reasoning}{f' {notice}' if step.inferred else ''}", step.references)
        for step in report.steps
    ]
    ratings = [(f"{row.short}: {row.why}", row.references) for row in report.ratings]
    pitfalls = [(f"{row.title}: {row.explanation}", row.references) for row in report.pitfalls]
    sections = [
        ("Because of", [f"{fact.label}: {fact.answer}" for fact in report.because]),
        ("Advice", [with_places(report.rationale, report.references, sources)]),
        ("Steps", [with_places(*step, sources) for step in steps]),
        ("Ratings", [with_places(*rating, sources) for rating in ratings]),
        ("Pitfalls", [with_places(*pitfall, sources) for pitfall in pitfalls]),
        ("Sources", [f"{s.id}: {s.title} ({source_details(s)})" for s in _sources_used(report, content)]),
    ]
    return [(heading, lines) for heading, lines in sections if lines]
