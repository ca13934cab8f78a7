"""The reasoning behind a decision with the places in the sources that it rests on."""

from typing import Any

from core.content import Content, Reference, by_id
from core.report import Report


def sources_used(page: Report) -> tuple[str, ...]:
    """The ids of all sources behind what a report shows, in the order of their first use."""
    points = (*page.exclusions, *page.redirects, *page.conflicts, *page.missing, *page.tumor_board, *page.notices)
    cited = [part.references for part in points] + [step.references for step in page.steps]
    cited += [row.references for row in page.ratings] + [row.references for row in page.pitfalls]
    return tuple(
        dict.fromkeys(reference.source for references in (page.references, *cited) for reference in references)
    )


def why_document(page: Report, content: Content) -> dict[str, Any]:
    """The reasoning as JSON: steps, ratings and pitfalls with their references, and the sources in full."""
    sources = by_id(content.sources)

    def places(references: tuple[Reference, ...]) -> list[dict[str, str]]:
        return [{"source": r.source, "place": sources[r.source].locators[r.locator]} for r in references]

    return {
        "because": [{"field": fact.field, "answer": fact.answer} for fact in page.because],
        "steps": [
            {
                "node": step.node,
                "basis": "inferred" if step.inferred else "source",
                "reasoning": step.reasoning,
                "references": places(step.references),
            }
            for step in page.steps
        ],
        "ratings": [
            {"procedure": row.procedure, "reasoning": row.why, "references": places(row.references)}
            for row in page.ratings
        ],
        "pitfalls": [
            {"id": row.id, "reasoning": row.explanation, "references": places(row.references)} for row in page.pitfalls
        ],
        "sources": [sources[i].model_dump(mode="json", exclude={"locators"}) for i in sources_used(page)],
    }
