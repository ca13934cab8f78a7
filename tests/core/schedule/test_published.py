"""Schedules: typed a second time, filtered, and counted on from a month."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content import by_id
from core.reference.shelf import Shelf
from core.schedule.published import Period, Schedule, Track, fitting, visits_to_come

# (from month, to month, least, most), typed a second time from the sources.
MAIN = {
    "mgh": [(0, 24, 2, 3), (24, 48, 6, 12), (48, None, 12, 12)],
    "european": [(0, 24, 2, 3), (24, 48, 2, 4), (48, 120, 6, 6), (120, None, 6, 12)],
    "cruk": [(0, 24, 3, 3), (24, 60, 6, 6), (60, None, 12, 12)],
    "canada_adult": [(0, 36, 3, 6), (36, 60, 6, 12), (60, None, 12, 12)],
    "canada_child": [(0, 24, 3, 3), (24, 60, 6, 6), (60, 120, 12, 12), (120, None, 24, 36)],
    "denmark": [(0, 60, None, None)],
    "ewing_germany": [(0, 60, None, None)],
    "birmingham": [(0, None, None, None)],
    "ultrasound_high": [(0, 3, 3, 3), (3, 24, 6, 6), (24, 60, 12, 12)],
    "ultrasound_low": [(0, 6, 6, 6), (6, 36, 12, 12)],
}


def plain(track: Track) -> list[tuple[int, int | None, int | None, int | None]]:
    return [(p.from_month, p.to_month, p.least_months, p.most_months) for p in track.periods]


def test_schedules_are_those_typed_by_hand(shelf: Shelf) -> None:
    assert {schedule.id: plain(schedule.main_track) for schedule in shelf.schedules} == MAIN
    others = {track.id: plain(track) for track in by_id(shelf.schedules)["mgh"].tracks}
    assert others == {
        "visits": [(0, 24, 2, 3), (24, 48, 4, 6), (48, None, 12, 12)],
        "site_radiographs": MAIN["mgh"],
        "chest_ct": [(0, 24, 3, 6), (24, 48, 6, 12)],
        "chest_radiographs": [(0, 24, 2, 3), (24, 48, 4, 6), (48, None, 12, 12)],
        "bone_scan": [(0, 24, 6, 12)],
    }


def test_no_schedule_is_called_right_one_and_gap_is_stated_first(shelf: Shelf) -> None:
    words = [text for s in shelf.schedules for text in (s.title, s.origin, s.remark)]
    assert [text for text in words if re.search(r"\b(correct|right|best|recommended|should|must)\b", text)] == []
    assert shelf.schedule_notes[0].id == "gap"
    assert {"S48", "S41"} <= {reference.source for reference in shelf.schedule_notes[0].sources}


def test_filter_takes_away_only_what_is_meant_for_others(shelf: Shelf, subtests: pytest.Subtests) -> None:
    for patient, grade, missing in [
        (None, None, set()),
        ("adult", None, {"canada_child", "denmark"}),
        ("child", None, {"canada_adult"}),
        (None, "high", {"ultrasound_low"}),
        ("child", "low", {"canada_adult", "ultrasound_high"}),
    ]:
        with subtests.test(patient=patient):
            shown = fitting(shelf.schedules, patient, grade)
            assert {schedule.id for schedule in shelf.schedules} - {schedule.id for schedule in shown} == missing


def test_visits_to_come_are_those_worked_out_by_hand(shelf: Shelf, subtests: pytest.Subtests) -> None:
    for schedule, month, due in [
        ("cruk", 18, ["21", "24", "30", "36"]),
        ("cruk", 0, ["3", "6", "9", "12"]),
        ("mgh", 18, ["20\u201321", "22\u201324", "24\u201336", "30\u201348"]),
        ("mgh", 60, ["72", "84", "96", "108"]),
        ("canada_child", 114, ["126", "150\u2013162", "174\u2013198", "198\u2013234"]),
        ("ultrasound_low", 18, ["30"]),
        ("ultrasound_high", 48, ["60"]),
        ("ultrasound_high", 60, []),
        ("birmingham", 18, []),
        ("denmark", 18, []),
    ]:
        with subtests.test(schedule=schedule):
            track = by_id(shelf.schedules)[schedule].main_track
            assert [str(visit) for visit in visits_to_come(track, month, 4)] == due


@given(month=st.floats(0, 1200), count=st.integers(1, 12), number=st.integers(0, len(MAIN) - 1))
def test_visits_to_come_lie_ahead_and_follow_each_other(shelf: Shelf, month: float, count: int, number: int) -> None:
    before = month
    for visit in visits_to_come(shelf.schedules[number].main_track, month, count):
        assert before < visit.earliest_month <= visit.latest_month
        before = visit.earliest_month


def test_period_which_cannot_be_is_refused(subtests: pytest.Subtests) -> None:
    for values, fault in [
        ({"from_month": 24, "to_month": 24}, "to_month 24 is not after from_month 24"),
        ({"from_month": 0, "least_months": 3}, "least_months and most_months stand together"),
        ({"from_month": 0, "least_months": 6, "most_months": 3}, "least_months 6 is above most_months 3"),
    ]:
        with subtests.test(values=values), pytest.raises(ValueError, match=fault):
            Period(**values)


def test_track_with_a_gap_is_refused() -> None:
    periods = (Period(from_month=0, to_month=24), Period(from_month=36))
    with pytest.raises(ValueError, match="the period from month 36 does not follow the one before"):
        Track(id="visits", title="Visit", periods=periods)


def test_schedule_without_its_main_track_is_refused() -> None:
    track = Track(id="visits", title="Visit", periods=(Period(from_month=0),))
    with pytest.raises(ValueError, match="main 'films' is none of its tracks"):
        Schedule(id="x", title="X", origin="X", main="films", remark="X", tracks=(track,), sources=("S44:visits",))
