"""The words on the decision page and on the sheet for learners."""

from collections.abc import Iterator
from datetime import date

import pytest

from core.base.resources import resource_path
from core.case.case_file import SCHEMA, Case, read_case_file
from core.case.scenario import Scenario
from core.content import Content, Source, by_id
from core.content.citations import all_sources
from core.engine.decide import decide
from core.pages.decision_page import one_page
from core.pages.handout import handout
from core.pages.markdown import to_markdown
from core.pages.page import AdviceBlock, Lines, Listing, Page, Path, Prose, Table
from core.pages.plain_text import WIDTH, to_text
from core.reference.shelf import load_shelf
from core.report.report import make_report
from core.teaching.lesson import Lesson, make_lesson
from tests.strategies import eligible
from tests.teaching_cases import teaching_case

CASES = sorted(resource_path("cases").glob("*.case.json"))


@pytest.fixture(scope="module")
def known(content: Content) -> dict[str, Source]:
    """All sources that a case may cite."""
    return all_sources(content, load_shelf(resource_path("reference"), content))


def lesson_of(name: str, content: Content, today: date, known: dict[str, Source]) -> Lesson:
    return make_lesson(read_case_file(resource_path(f"cases/{name}.case.json")), content, today, known)


def case_of(scenario: Scenario, title: str = "A title") -> Case:
    return Case(schema=SCHEMA, title=title, scenario=scenario)


def said(page: Page) -> str:
    """Everything on a page as one line."""
    return " ".join(to_text(page).split())


def expected(case: Case, content: Content, today: date) -> Iterator[str]:
    """What must stand on the page of a case."""
    decision = decide(case.scenario, content, today)
    told = make_report(case.scenario, decision, content)
    topic = content.topic
    yield from (case.title, told.rationale, str(today), topic.version, content.sha256[:8])
    yield from (topic.judgment_notice, topic.images_notice, topic.trademark_notice)
    for fact in told.facts:
        yield from (fact.label, fact.answer)
    points = (
        *told.exclusions, *told.redirects, *told.conflicts, *told.missing, *told.tumor_board, *told.notices,
    )  # fmt: skip
    for point in points:
        yield from (point.title, point.message)
    for row in told.ratings:
        yield from (row.name, row.category_label, row.role)
    for pitfall in told.pitfalls:
        yield from (f"{pitfall.level_label}: {pitfall.title}.", pitfall.message)
    yield from (assumed.text for assumed in told.assumptions)
    yield from (step.label for step in told.steps)
    references = {r.source for part in (*points, *told.pitfalls, *told.steps) for r in part.references}
    yield from (by_id(content.sources)[name].title for name in references | {r.source for r in told.references})


def test_page_of_a_bundled_case_is_complete(content: Content, today: date, subtests: pytest.Subtests) -> None:
    for path in CASES:
        with subtests.test(path=path):
            case = read_case_file(path)  # type: ignore[arg-type]
            page = one_page(case, content, today)
            text = said(page)
            assert [words for words in expected(case, content, today) if " ".join(words.split()) not in text] == []
            headline = decide(case.scenario, content, today).recommendation.headline
            assert headline.upper() in text
            markdown = " ".join(to_markdown(page).replace("*", "").split())
            assert f"{headline} (" in markdown
            assert [words for words in expected(case, content, today) if " ".join(words.split()) not in markdown] == []


def test_every_source_cited_on_a_page_is_listed(content: Content, today: date) -> None:
    for path in CASES:
        page = one_page(read_case_file(path), content, today)
        listing = next(b for b in page.blocks if isinstance(b, Listing) and b.heading.startswith("Sources"))
        listed = {item.title for item in listing.items}
        answer = next(b for b in page.blocks if isinstance(b, AdviceBlock))
        texts = [answer.rationale, *page.footer, *(b.heading for b in page.blocks)]
        texts += [item.text for b in page.blocks if isinstance(b, Listing) for item in b.items]
        cited = {name for text in texts for part in text.split("[")[1:] for name in part.split("]")[0].split(", ")}
        assert {name for name in cited if name in by_id(content.sources)} <= listed


def test_case_without_a_title_is_called_by_the_topic(content: Content, today: date) -> None:
    assert one_page(case_of(eligible(), ""), content, today).title == content.topic.title
    assert one_page(case_of(eligible(), "two\nlines\x1b"), content, today).title == "two lines"


def test_plain_text_keeps_to_its_width(content: Content, today: date) -> None:
    for path in CASES:
        text = to_text(one_page(read_case_file(path), content, today))
        assert max(map(len, text.splitlines())) <= WIDTH


def test_sheet_without_the_answer_gives_nothing_away(content: Content, today: date, known: dict[str, Source]) -> None:
    for path in CASES:
        lesson = lesson_of(path.name.removesuffix(".case.json"), content, today, known)
        page = handout(lesson, content, known, today, with_answer=False)
        text = said(page)
        for words in (lesson.teaching.vignette, lesson.teaching.question, *(o.text for o in lesson.options)):
            assert " ".join(words.split()) in text
        assert lesson.teaching.teaching_point not in text
        assert not [b for b in page.blocks if isinstance(b, AdviceBlock | Table) or (isinstance(b, Path) and b.report)]
        assert not any(topic in page.kind for topic in lesson.topics)
        assert lesson.title != page.title
        assert "option.right" not in repr(page)
        assert isinstance(page.blocks[-1], Lines)


def test_sheet_with_answer_marks_right_option_and_explains_it(
    content: Content, today: date, known: dict[str, Source]
) -> None:
    for path in CASES:
        lesson = lesson_of(path.name.removesuffix(".case.json"), content, today, known)
        page = handout(lesson, content, known, today, with_answer=True)
        text = said(page)
        assert lesson.right is not None
        assert text.count("(the answer)") == 1
        assert f"{lesson.right.text} (the answer)" in text
        told = lesson.report
        must = [told.headline.upper(), told.rationale, lesson.teaching.teaching_point, lesson.title]
        must += [pitfall.message for pitfall in told.pitfalls if pitfall.level != "clear"]
        must += [row.name for row in told.ratings if row.recommended or not row.confirm]
        must += [known[name.split(":")[0]].title for name in lesson.teaching.sources]
        must += [step.label for step in told.steps]
        assert [words for words in must if " ".join(words.split()) not in text] == []


def test_control_characters_are_blanks_on_a_sheet(content: Content, today: date, known: dict[str, Source]) -> None:
    case = teaching_case(eligible(radiograph_result="suspicious"), vignette="One\ntwo\x1b[31m three.")
    page = handout(make_lesson(case, content, today, known), content, known, today, with_answer=False)
    assert page.blocks[0] == Prose("The case", "One two [31m three.")


def test_a_change_is_named_by_label_and_answer(content: Content, today: date) -> None:
    page = one_page(Case(schema=SCHEMA, title="", scenario=eligible()), content, today)
    (changes,) = [
        block for block in page.blocks if isinstance(block, Listing) and block.heading == "What would change this"
    ]
    titles = [item.title for item in changes.items]
    assert titles
    assert all(": " in title and "_" not in title for title in titles), titles
