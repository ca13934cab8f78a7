"""The local protocol: read, written, and never in the way of a decision."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.case_file import Case
from core.case.scenario import Scenario
from core.content import Content, by_id
from core.content.loading import ContentError
from core.engine.decide import decide
from core.report.explain import Explainer
from core.report.local_notes import lines_for, with_local_note
from core.report.report import make_report
from core.schedule.local_protocol import (
    LARGEST_BYTES,
    LocalProtocol,
    load_local_protocol,
    local_protocol_to_bytes,
    parse_local_protocol,
    with_answers,
)
from tests.core.test_layers import loaded_by
from tests.local_protocols import FULL, local_protocols
from tests.strategies import eligible, eligible_scenarios, scenarios

HEAD = 'schema = "bonewatch.local/1"\nsite = "St. Mary"\n'


def read(text: str | bytes, content: Content) -> LocalProtocol:
    return parse_local_protocol(text if isinstance(text, bytes) else text.encode(), "local.toml", content)


def test_protocol_says_what_its_file_says(content: Content) -> None:
    text = (
        HEAD
        + 'mars_available = false\ntumor_board_contact = "Tuesdays, extension 4711"\n'
        + "[[intervals]]\nfrom_month = 0\nto_month = 24\nleast_months = 3\nmost_months = 4\n"
        + "[[intervals]]\nfrom_month = 24\nleast_months = 12\nmost_months = 12\n"
        + '[notes.nodes]\nmri = "Slots on Monday"\n[notes.procedures]\nus = "Only by Dr. Example"\n'
    )
    protocol = read(text, content)
    assert (protocol.badge, protocol.answers) == ("Local: St. Mary", {"mars_available": False})
    assert protocol.tumor_board_contact == "Tuesdays, extension 4711"
    assert (protocol.notes.nodes, protocol.notes.procedures) == (
        {"mri": "Slots on Monday"},
        {"us": "Only by Dr. Example"},
    )
    assert protocol.plan is not None
    assert [p.interval for p in protocol.plan.main_track.periods] == ["every 3\u20134 months", "every 12 months"]
    assert read(HEAD, content).plan is None
    assert read(HEAD, content).answers == {}


def test_broken_file_is_named_with_the_place_and_the_reason(content: Content, subtests: pytest.Subtests) -> None:
    for text, fault in [
        ("", r"^local\.toml: schema: Field required$"),
        ('schema = "bonewatch.local/1"', r"^local\.toml: site: Field required$"),
        ('schema = "bonewatch.local/2"\nsite = "A"', r"^local\.toml: schema: .*bonewatch\.local/1"),
        (HEAD + "ratings = 1", r"^local\.toml: ratings: Extra"),
        (HEAD + 'mars_available = "yes"', r"^local\.toml: mars_available: .*boolean"),
        (HEAD + "mars_available = 1", r"^local\.toml: mars_available: .*boolean"),
        ('schema = "bonewatch.local/1"\nsite = "  "', r"^local\.toml: site: is empty"),
        ('schema = "bonewatch.local/1"\nsite = "a\\nb"', r"^local\.toml: site: goes over several lines"),
        ('schema = "bonewatch.local/1"\nsite = "a\\u0007"', r"^local\.toml: site: holds the character U\+0007"),
        (HEAD + '[notes.nodes]\nmriii = "x"', r"^local\.toml: notes\.nodes\.mriii: there is no such step; .*mri"),
        (HEAD + '[notes.procedures]\nct = "x"', r"^local\.toml: notes\.procedures\.ct: there is no such procedure"),
        (HEAD + '[notes.edges]\nx = "x"', r"^local\.toml: notes\.edges: Extra"),
        (HEAD + "[[intervals]]\nfrom_month = 3", r"^local\.toml: intervals: the first starts at month 3"),
        (HEAD + "[[intervals]]\nfrom_month = 0\nto_month = 9000", r"^local\.toml: intervals: a number is above 1200"),
        (HEAD + "[[intervals]]\nfrom_month = 0.5", r"^local\.toml: intervals\.0\.from_month: .*integer"),
        (
            HEAD + "[[intervals]]\nfrom_month = 0\nto_month = 9\n[[intervals]]\nfrom_month = 12",
            r"^local\.toml: intervals: the period from month 12 does not follow",
        ),
        (HEAD + "site = 1", r"^local\.toml: is not TOML: Cannot overwrite"),
        (b"\xff", r"^local\.toml: is not UTF-8 \(byte 0\)"),
        (HEAD + "#" * LARGEST_BYTES, r"^local\.toml: is larger than 64 KiB"),
        (HEAD + "x = " + "[" * 9000, r"^local\.toml: is not TOML"),
        (HEAD + "x = " + "1" * 9000, r"^local\.toml: is not TOML"),
    ]:
        with subtests.test(text=text):
            with pytest.raises(ContentError) as caught:
                read(text, content)
            assert re.search(fault, caught.value.faults[0]), caught.value.faults


def test_file_which_cannot_be_read_says_why(tmp_path: Any, content: Content) -> None:
    with pytest.raises(ContentError, match=r"local.toml: cannot be read \(Is a directory\)"):
        (tmp_path / "local.toml").mkdir()
        load_local_protocol(tmp_path / "local.toml", content)


@given(protocol=local_protocols())
def test_what_is_written_is_read_back_the_same(protocol: LocalProtocol, content: Content) -> None:
    data = local_protocol_to_bytes(protocol)
    assert read(data, content) == protocol
    assert local_protocol_to_bytes(read(data, content)) == data


@given(protocol=local_protocols(), scenario=scenarios() | eligible_scenarios())
def test_for_same_answers_no_protocol_changes_what_is_decided(
    protocol: LocalProtocol, scenario: Scenario, content: Content, today: date
) -> None:
    """Whatever is shown of a protocol is made from the finished report, which stays as it is to the last word."""
    decision = decide(scenario, content, today)
    report = make_report(scenario, decision, content)
    before = (decision.to_json(), repr(report), repr(content))
    explainer = Explainer(content, scenario, report)
    statements = [("advice", ""), *(("node", node.id) for node in content.nodes)]
    statements += [("rating", row.procedure) for row in report.ratings] + [("pitfall", p.id) for p in report.pitfalls]
    statements += [("line", f"{one.node}:{two.node}") for one, two in pairwise(report.steps)]
    for kind, name in statements:
        plain = explainer.explain(kind, name)
        overlaid = with_local_note(plain, kind, name, protocol)
        assert replace(overlaid, local=()) == plain
        assert all(note.badge == f"Local: {protocol.site}" for note in overlaid.local)
    lines_for(report, protocol)

    again = decide(scenario, content, today)
    assert (again.to_json(), repr(make_report(scenario, again, content)), repr(content)) == before


def test_what_decides_loads_no_local_protocol() -> None:
    loaded = loaded_by(
        "import core.engine.decide, core.report.report, core.report.explain, core.engine.what_if, core.pages.decision_page, core.pages.note"
    )
    assert "core.engine.decide" in loaded
    assert "core.schedule.local_protocol" not in loaded


@given(scenario=scenarios())
def test_only_the_answer_on_artifact_reduction_is_filled_in(scenario: Scenario) -> None:
    case = Case(schema="bonewatch.case/1", title="", scenario=scenario)
    wanted = {**vars(scenario), "mars_available": FULL.mars_available}
    assert vars(with_answers(case, FULL).scenario) == wanted
    assert with_answers(case, LocalProtocol(schema="bonewatch.local/1", site="A")) is case
    assert with_answers(case, None) is case


def test_lines_are_about_the_step_the_study_and_the_board(content: Content, today: date) -> None:
    def about(scenario: Scenario) -> list[tuple[str | None, str]]:
        report = make_report(scenario, decide(scenario, content, today), content)
        return [(line.about, line.text) for line in lines_for(report, FULL)]

    node = by_id(content.nodes)["radiographs"].label
    assert about(eligible()) == [(node, "Room 3, ground floor. Two planes.")]
    equivocal = eligible(radiograph_result="indeterminate", advanced_study="mri", advanced_result="equivocal")
    assert about(equivocal) == [(None, "Tuesdays at 16:00, extension 4711")]
    assert about(eligible(tumor_origin="soft_tissue")) == []


def test_note_stands_at_its_step_and_its_rating_alone(content: Content, today: date) -> None:
    scenario = eligible()
    explainer = Explainer(content, scenario, make_report(scenario, decide(scenario, content, today), content))

    def local(kind: str, name: str) -> list[str]:
        return [note.text for note in with_local_note(explainer.explain(kind, name), kind, name, FULL).local]

    assert local("node", "radiographs") == ["Room 3, ground floor."]
    assert local("rating", "radiography") == ["Two planes."]
    assert local("node", "mri") == local("rating", "us") == local("advice", "") == []


@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused_in_words(data: bytes, content: Content) -> None:
    try:
        read(data, content)
    except ContentError as error:
        assert error.faults
        assert all(fault.startswith("local.toml: ") for fault in error.faults)
