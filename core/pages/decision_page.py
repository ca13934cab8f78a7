"""Put a decision on one page for the patient's record: the answers, the advice, the reasons and the sources."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from core.case.case_file import Case
from core.case.scenario import Answer as Answered
from core.content import Content, Source, by_id
from core.content.citations import source_entry, source_ids, with_ids
from core.engine.decide import decide
from core.engine.what_if import one_for_each_end, what_follows, what_if
from core.pages.page import AdviceBlock, Block, Facts, Item, Listing, Page, Path, Place, Row, Table, has_words
from core.report.report import PitfallRow, Point, RatingRow, Report, Step, answer_text, make_report, one_line
from core.report.why import references_used, why_lines

# Readers do not weigh more than these. The window lists all of them.
_MOST_CHANGES = 5


def one_page(case: Case, content: Content, day: date, badges: Mapping[str, str] | None = None) -> Page:
    """Return the page of a decision for the record. `badges` are added to recorded answers, by field."""
    decision = decide(case.scenario, content, day)
    told = _badged(make_report(case.scenario, decision, content), badges or {})
    labels = by_id(content.fields)
    outcomes = what_follows(case.scenario, decision, content, day)
    asked = {outcome.field for outcome in outcomes}
    changes = [c for c in one_for_each_end(what_if(case.scenario, content, day)) if c.field not in asked]

    def answered(field: str, value: Answered) -> str:
        return f"{labels[field].label}: {answer_text(field, value, content)}"

    follows = [Item(f"→ {o.headline}", title=answer_text(o.field, o.value, content)) for o in outcomes]
    if told.status == "in_scope":
        follows.append(Item(content.topic.safety_net))
    blocks = (
        *_opening(told, content),
        *points(told),
        path(told),
        Listing("What follows", tuple(follows), place="right"),
        pitfalls(told.pitfalls, place="right"),
        notices(told),
        ratings(told.ratings, content),
        Listing(
            "What would change this",
            tuple(Item(f"→ {c.headline}", title=answered(c.field, c.value)) for c in changes[:_MOST_CHANGES]),
            short=True,
            optional=True,
        ),
        sources(rests_on(told, content), by_id(content.sources)),
    )
    return _page(case.title, blocks, content, day)


def _badged(told: Report, badges: Mapping[str, str]) -> Report:
    facts = (
        replace(fact, answer=f"{fact.answer} ({badges[fact.field]})") if fact.field in badges else fact
        for fact in told.facts
    )
    return replace(told, facts=tuple(facts))


def decided_page(title: str, told: Report, content: Content, day: date, why: bool) -> Page:
    """Return only the decision, for a message or a wiki page. `why` adds the reasoning with its sources."""
    reasons = why_lines(told, content) if why else []
    blocks = (
        *_opening(told, content),
        *points(told),
        path(told),
        ratings(told.ratings, content),
        pitfalls(told.pitfalls),
        notices(told),
        *(() if why else (sources(rests_on(told, content), by_id(content.sources)),)),
        *(Listing(f"Why: {heading.lower()}", tuple(Item(line) for line in lines)) for heading, lines in reasons),
    )
    return _page(title, blocks, content, day)


def _page(title: str, blocks: tuple[Block, ...], content: Content, day: date) -> Page:
    about, named = content.topic.title, one_line(title)
    kind = f"Imaging decision of {day}"
    return Page(
        f"{kind} · {about}" if named else kind, named or about, tuple(filter(has_words, blocks)), foot(content, day)
    )


def foot(content: Content, day: date) -> tuple[str, ...]:
    """Return the footer: the content that decided, the date and the disclaimers."""
    topic, acr = content.topic, content.acr_topic
    return (
        f"{topic.judgment_notice}; {topic.images_notice}.",
        f"Decided as of {day} by content {topic.version} ({content.sha256[:8]}); article reviewed {topic.reviewed}, "
        f"ACR ratings of {acr.year}.",
        topic.trademark_notice,
    )


def sources(ids: Iterable[str], known: Mapping[str, Source]) -> Listing:
    """List the sources with title, publisher, year and place. The heading gives the oldest date of a check."""
    found = [known[name] for name in ids]
    oldest = min(source.read for source in found)
    return Listing(
        f"Sources, checked {oldest}",
        tuple(Item(source_entry(source), title=source.id) for source in found),
        fine=True,
    )


def rests_on(told: Report, content: Content) -> tuple[str, ...]:
    """Return the ids of the sources behind the page. The document that the ratings come from is last.

    Sources that only support the reasons for a rating are left out, because the page leaves out these reasons.
    """
    table = content.decided_variant.sources if told.ratings else ()
    return source_ids((*references_used(replace(told, ratings=())), *table, content.topic.acr_topic))


def _opening(told: Report, content: Content) -> tuple[Block, ...]:
    """Return the recorded answers and the advice."""
    return Facts("Recorded", told.facts), answer(told, content)


def answer(told: Report, content: Content) -> AdviceBlock:
    """Return the advice with the rating of the advised study and the assumptions made."""
    rated = next((row for row in told.ratings if row.recommended), None)
    standing = f"{told.status_label} · {rated.short}: {rated.category_label.lower()}" if rated else told.status_label
    notes = []
    if told.assumptions:
        notes.append(f"Assumed, because not recorded: {'; '.join(a.text for a in told.assumptions)}.")
    if told.inferred:
        notes.append(f"Includes an inferred step. {content.topic.inferred_notice}")
    if rated and rated.confirm:
        notes.append(content.topic.confirm_notice)
    return AdviceBlock(
        "Advice",
        told.status == "in_scope",
        standing,
        told.headline,
        with_ids(told.rationale, told.references),
        tuple(notes),
    )


def points(told: Report) -> tuple[Listing, ...]:
    """List the exclusions, conflicts and missing answers, and the reasons for a tumor board."""
    return (
        _listing("Outside the scope because of", told.exclusions),
        _listing("Look instead under", told.redirects),
        _listing("Answers that disagree", told.conflicts),
        _listing("Still to answer", told.missing),
        Listing(
            "Bring to the tumor board",
            tuple(
                Item(with_ids(point.message, point.references), title=f"{point.title}.") for point in told.tumor_board
            ),
            place="right",
        ),
    )


def _listing(heading: str, points: tuple[Point, ...]) -> Listing:
    return Listing(
        heading, tuple(Item(with_ids(point.message, point.references), title=f"{point.title}.") for point in points)
    )


def notices(told: Report) -> Listing:
    """List the notices on the case."""
    notes = tuple(Item(with_ids(point.message, point.references), title=f"{point.title}.") for point in told.notices)
    return Listing("Also note", notes, place="right" if told.steps else "wide")


def path(told: Report) -> Path:
    """Return the case's path through the pathway."""
    return Path("Path", tuple(_step(step) for step in told.steps), told)


def _step(step: Step) -> Item:
    marks = [
        mark for mark, on in ((step.via, step.via), ("inferred", step.inferred), ("you are here", step.here)) if on
    ]
    after = f"({', '.join(str(mark) for mark in marks)})" if marks else ""
    return Item(after, title=step.label) if step.here else Item(f"{step.label} {after}".rstrip())


def ratings(rows: tuple[RatingRow, ...], content: Content) -> Table:
    """Return the rating table. A sign marks rows that rest only on the portal capture."""
    return Table(
        with_ids("Ratings", content.decided_variant.sources),
        ("Study", "ACR rating", "Role", "Instead"),
        tuple(
            Row(
                (
                    f"{row.name}{' †' if row.confirm else ''}{' (now)' if row.recommended else ''}",
                    row.category_label,
                    row.role,
                    f"{'or ' if row.recommended else ''}{row.instead_brief}" if row.instead_brief else "",
                ),
                f"category.{row.category}",
                row.recommended,
            )
            for row in rows
        ),
        f"† {content.topic.confirm_notice}" if any(row.confirm for row in rows) else "",
    )


def pitfalls(rows: tuple[PitfallRow, ...], place: Place = "wide") -> Listing:
    """List the pitfalls, each with its level."""
    return Listing(
        "Pitfalls",
        tuple(
            Item(
                with_ids(row.message, row.references),
                title=f"{row.level_label}: {row.title}.",
                mark=f"level.{row.level}",
            )
            for row in rows
        ),
        place=place,
    )
