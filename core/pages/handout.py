"""Put a teaching case on one page for learners: as a question, or with its answer."""

from collections.abc import Mapping
from datetime import date

from core.content import Content, Source
from core.content.citations import ids_without_places
from core.pages.decision_page import answer, foot, notices, path, pitfalls, points, ratings, rests_on
from core.pages.decision_page import sources as listed
from core.pages.page import Block, Item, Lines, Listing, Page, Path, Prose, has_words
from core.report.report import one_line
from core.teaching.lesson import Lesson


def handout(lesson: Lesson, content: Content, sources: Mapping[str, Source], day: date, with_answer: bool) -> Page:
    """Return the page of a teaching case. `sources` are all sources that the case may cite, by their ids.

    Without the answer, leave out the case's title and topics, since they may give the answer away.
    """
    level = lesson.teaching.difficulty.capitalize()
    asked = (
        Prose("The case", one_line(lesson.teaching.vignette)),
        Prose("Question", one_line(lesson.teaching.question), strong=True),
        _options(lesson, with_answer),
    )
    footer = foot(content, day)
    if not with_answer:
        work = (Path("The pathway", (), None), Lines("Your answer, and why"))
        return Page(f"Teaching case · {level}", "What would you do?", (*asked, *work), footer)
    kind = " · ".join(("Teaching case", level, *lesson.topics))
    blocks = (*asked, *_answered(lesson, content, sources))
    return Page(kind, one_line(lesson.title) or content.topic.title, blocks, footer)


def _options(lesson: Lesson, with_answer: bool) -> Listing:
    return Listing(
        "Options",
        tuple(
            Item(
                f"{option.text} (the answer)" if with_answer and option.right else option.text,
                title=letter,
                mark="option.right" if with_answer and option.right else "option.open",
            )
            for letter, option in zip("ABCD", lesson.options, strict=False)
        ),
    )


def _answered(lesson: Lesson, content: Content, sources: Mapping[str, Source]) -> tuple[Block, ...]:
    told, teaching = lesson.report, lesson.teaching
    # Show only the ratings that decide and the ones among the options.
    rows = tuple(row for row in told.ratings if not row.confirm or row.recommended or row.procedure in teaching.options)
    risks = tuple(row for row in told.pitfalls if row.level != "clear")
    cited = dict.fromkeys((*ids_without_places(teaching.sources), *rests_on(told, content)))
    blocks: tuple[Block, ...] = (
        answer(told, content),
        *points(told),
        path(told),
        pitfalls(risks, place="right"),
        notices(told),
        Prose("Teaching point", one_line(teaching.teaching_point), strong=True, place="right"),
        ratings(rows, content),
        listed(cited, sources),
    )
    return tuple(block for block in blocks if has_words(block))
