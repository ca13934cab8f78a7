"""A report as Markdown: for a note, a message or a wiki page."""

from datetime import date

from core.content import Content, by_id
from core.explain import source_details
from core.report import Point, RatingRow, Report, one_line, reference_text
from core.why import sources_used


def to_markdown(title: str, page: Report, content: Content, day: date, why: bool) -> str:
    """The report as a Markdown text; `why` adds the reasoning and the sources."""
    lines = [f"# {one_line(title)}" if title else f"# {content.topic.title}", ""]
    lines += _facts(page)
    lines += [f"**{page.headline}** ({page.status_label.lower()})", "", page.rationale, ""]
    lines += _list("Assumed, because not recorded", [assumed.text for assumed in page.assumptions])
    for heading, points in (
        ("Outside the scope because of", page.exclusions),
        ("Look instead under", page.redirects),
        ("Answers that disagree", page.conflicts),
        ("Still to answer", page.missing),
        ("Bring to the tumor board", page.tumor_board),
    ):
        lines += _points(heading, points)
    lines += _steps(page, content)
    lines += _ratings(page, content)
    lines += _list(
        "Pitfalls", [f"**{row.level_label}: {row.title}.** {row.message}" for row in page.pitfalls]
    )  # fmt: skip
    lines += _points("Also note", page.notices)
    if why:
        lines += _why(page, content)
    lines += [f"_{line}_" for line in footer_lines(content, day)]
    return "\n".join(lines) + "\n"


def footer_lines(content: Content, day: date) -> list[str]:
    """What stands under every printed decision: source, content, day, and what it is not."""
    topic, acr = content.topic, content.acr_topic
    return [
        f"Ratings: {acr.title} ({acr.year}). Content {topic.version} ({content.sha256[:8]}), "
        f"article reviewed {topic.reviewed}; decided as of {day}.",
        f"{topic.judgment_notice}; {topic.images_notice}. {topic.trademark_notice}",
    ]


def why_lines(page: Report, content: Content) -> list[tuple[str, list[str]]]:
    """The reasoning in sections: a heading and lines that end in their sources."""

    def cited(text: str, references: tuple) -> str:  # type: ignore[type-arg]
        return f"{text} [{'; '.join(reference_text(r, content) for r in references)}]"

    steps = [
        cited(f"{step.label}: {step.reasoning}" + (f" {content.topic.inferred_notice}" if step.inferred else ""), step.references)
        for step in page.steps
    ]  # fmt: skip
    sources = by_id(content.sources)
    used = [sources[i] for i in sources_used(page)]
    sections = [
        ("Because of", [f"{fact.label}: {fact.answer}" for fact in page.because]),
        ("Advice", [cited(page.rationale, page.references)]),
        ("Steps", steps),
        ("Ratings", [cited(f"{row.short}: {row.why}", row.references) for row in page.ratings]),
        ("Pitfalls", [cited(f"{row.title}: {row.explanation}", row.references) for row in page.pitfalls]),
        (
            "Sources",
            [f"{source.id}: {source.title} ({source_details(source)})" for source in used],
        ),
    ]
    return [(heading, lines) for heading, lines in sections if lines]


def _facts(page: Report) -> list[str]:
    if not page.facts:
        return []
    return ["; ".join(f"{fact.label}: {fact.answer}" for fact in page.facts), ""]


def _list(heading: str, items: list[str]) -> list[str]:
    return [f"## {heading}", "", *(f"- {item}" for item in items), ""] if items else []


def _points(heading: str, points: tuple[Point, ...]) -> list[str]:
    return _list(heading, [f"**{point.title}.** {point.message}" for point in points])


def _steps(page: Report, content: Content) -> list[str]:
    if not page.steps:
        return []
    lines = ["## Steps", ""]
    for number, step in enumerate(page.steps, start=1):
        marks = [
            mark for mark, on in ((step.via, step.via), ("inferred", step.inferred), ("you are here", step.here)) if on
        ]
        text = f"**{step.label}**" if step.here else step.label
        lines.append(f"{number}. {text}" + (f" ({', '.join(str(m) for m in marks)})" if marks else ""))
    return [*lines, ""]


def _ratings(page: Report, content: Content) -> list[str]:
    if not page.ratings:
        return []
    lines = ["## Ratings", "", "| Study | Rating | Role | Instead |", "|---|---|---|---|"]
    for row in page.ratings:
        name = f"**{row.name}** (now)" if row.recommended else row.name
        mark = " †" if row.confirm else ""
        lines.append(f"| {name} | {row.category_label}{mark} | {row.role} | {_instead(row)} |")
    if any(row.confirm for row in page.ratings):
        lines += ["", f"† {content.topic.confirm_notice}"]
    return [*lines, ""]


def _instead(row: RatingRow) -> str:
    return f"{'or ' if row.recommended else ''}{row.instead_brief}" if row.instead_brief else ""


def _why(page: Report, content: Content) -> list[str]:
    lines = []
    for heading, texts in why_lines(page, content):
        lines += _list(f"Why: {heading.lower()}", texts)
    return lines
