"""Finding anything by a few letters."""

from datetime import date

import pytest

from core.base.resources import resource_path
from core.content import Content
from core.content.citations import all_sources
from core.reference.help import load_help
from core.reference.lookup import entries
from core.reference.shelf import Shelf
from core.search import KINDS, Index, Target, case_targets, content_targets, help_targets
from core.teaching.cases import TeachingCase, load_cases


@pytest.fixture(scope="module")
def cases(content: Content, shelf: Shelf, today: date) -> tuple[TeachingCase, ...]:
    """The cases that ship with the program."""
    return load_cases(resource_path("cases"), content, all_sources(content, shelf), today).cases


@pytest.fixture(scope="module")
def targets(content: Content, shelf: Shelf, cases: tuple[TeachingCase, ...]) -> tuple[Target, ...]:
    """Return every search target that needs no window."""
    pages = load_help(resource_path("help"))
    return (*content_targets(content, shelf), *case_targets(cases), *help_targets(pages))


@pytest.fixture(scope="module")
def index(targets: tuple[Target, ...]) -> Index:
    """All of it, ready to be searched."""
    return Index(targets)


def found(index: Index, typed: str) -> list[tuple[str, str]]:
    hits, _ = index.find(typed, 50)
    return [(target.kind, target.id) for target in hits]


def test_every_kind_of_target_can_be_found(
    content: Content, shelf: Shelf, cases: tuple[TeachingCase, ...], targets: tuple[Target, ...]
) -> None:
    expected = {("field", field.id) for field in content.fields}
    expected |= {("procedure", procedure.id) for procedure in content.procedures}
    expected |= {("variant", variant.id) for variant in content.variants}
    expected |= {(entry.kind, entry.id) for entry in entries(content, shelf)}
    expected |= {("case", case.id) for case in cases}
    expected |= {("help", page.id) for page in load_help(resource_path("help"))}

    assert {(target.kind, target.id) for target in targets} == expected
    assert len(targets) == len(expected)
    assert {target.kind for target in targets} | {"command", "page"} == set(KINDS)


def test_everything_is_found_by_its_own_title(targets: tuple[Target, ...], index: Index) -> None:
    for target in targets:
        hits, _ = index.find(target.title, len(targets))
        best = [hit for hit in hits if hit.title == target.title]
        assert target in best, target.title
        if " " in target.title:
            assert hits[: len(best)] == tuple(best), target.title


def test_beginnings_of_words_in_any_order_and_case_come_first(index: Index, subtests: pytest.Subtests) -> None:
    for typed, first in [
        ("mri", ("protocol", "mri_tumor")),
        ("met", ("protocol", "mri_metal")),
        ("metal mri", ("protocol", "mri_metal")),
        ("GAD", ("protocol", "gadolinium")),
        ("har", ("field", "hardware")),
        ("internal fix", ("field", "hardware")),
        ("s92", ("source", "S92")),
    ]:
        with subtests.test(typed=typed):
            assert found(index, typed)[0] == first


def test_slip_of_the_finger_is_forgiven(index: Index, subtests: pytest.Subtests) -> None:
    for typed, meant in [
        ("gadolinum", ("protocol", "gadolinium")),
        ("gadoliinum", ("protocol", "gadolinium")),
        ("hardwrae", ("field", "hardware")),
        ("protcol tumor", ("protocol", "mri_tumor")),
    ]:
        with subtests.test(typed=typed):
            assert meant in found(index, typed)[:3]


def test_slip_is_looked_for_only_where_the_words_lead_nowhere(index: Index) -> None:
    exact, _ = Index((Target("field", "a", "Grade"), Target("field", "b", "Grace"))).find("grac", 9)
    assert [target.id for target in exact] == ["b"]
    assert found(index, "xyzzyq") == []
    assert found(index, "xqz") == []


def test_title_counts_more_than_a_name_and_a_name_than_text() -> None:
    text, name, title = (
        Target("field", "t", "A", "", "metal"),
        Target("field", "n", "B", "metal"),
        Target("source", "s", "Metal"),
    )
    assert Index((text, name, title)).find("met", 9)[0] == (title, name, text)


def test_of_equals_the_earlier_kind_comes_first() -> None:
    made = tuple(Target(kind, "x", "Metal") for kind in reversed(KINDS))
    assert [target.kind for target in Index(made).find("metal", 99)[0]] == list(KINDS)


def test_nothing_typed_finds_and_counts_everything(targets: tuple[Target, ...], index: Index) -> None:
    hits, count = index.find("  ", 10)
    assert (len(hits), count) == (10, len(targets)) == (10, len(index))
    hits, count = index.find("m", 5)
    assert len(hits) == 5 < count
