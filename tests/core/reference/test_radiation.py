"""Radiation: the levels as typed by hand, what a number of visits comes to, and what must never be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.base.model import field_names
from core.case.age_group import age_group
from core.case.scenario import Scenario, field_specs
from core.content import by_id
from core.reference.radiation import (
    Published,
    RadiationTables,
    Range,
    band_of,
    in_msv,
    levels_for,
    program_doses,
    range_in_msv,
)
from core.reference.shelf import Shelf

SITES = field_specs()["site"].choices


# Typed a second time, from the listing: study and region, adult, child; None where it was not seen.
LEVELS = {
    "radiographs_shoulder": (1, None),
    "radiographs_elbow": (1, None),
    "radiographs_wrist": (1, None),
    "radiographs_chest": (1, 1),
    "radiographs_pelvis": (2, 2),
    "radiographs_hip": (3, 3),
    "radiographs_pelvis_hips": (3, 4),
    "radiographs_femur": (1, 2),
    "radiographs_knee": (1, 1),
    "radiographs_leg": (1, None),
    "radiographs_ankle": (1, None),
    "radiographs_foot": (1, None),
    "radiographs_cervical_spine": (2, 2),
    "radiographs_lumbar_spine": (3, 2),
    "ct_shoulder": (3, None),
    "ct_elbow": (2, None),
    "ct_wrist": (1, None),
    "ct_hand": (1, None),
    "ct_chest": (3, 4),
    "ct_pelvis": (3, 4),
    "ct_pelvis_two_passes": (4, None),
    "ct_hip": (3, 4),
    "ct_knee": (1, 2),
    "ct_ankle": (1, None),
    "ct_foot": (1, 2),
    "ct_spine": (3, 4),
    "mri": (0, 0),
    "us": (0, 0),
    "bone_scan": (3, 4),
    "fdg_pet_ct": (4, None),
    "fdg_pet_ct_thigh": (4, 5),
}
BANDS = {
    0: ((0, 0), (0, 0)),
    1: ((None, 0.1), (None, 0.03)),
    2: ((0.1, 1), (0.03, 0.3)),
    3: ((1, 10), (0.3, 3)),
    4: ((10, 30), (3, 10)),
    5: (None, (10, 30)),
}


def ends(band: Range | None) -> tuple[float | None, float] | None:
    return None if band is None else (band.low_msv, band.high_msv)


def test_levels_are_those_typed_by_hand(shelf: Shelf) -> None:
    assert {level.id: (level.adult, level.child) for level in shelf.radiation_levels} == LEVELS


def test_bands_are_those_typed_by_hand(shelf: Shelf) -> None:
    found = {band.level: (ends(band.adult), ends(band.child)) for band in shelf.radiation_bands}
    assert found == BANDS
    assert band_of(shelf, 5, "adult") is None


def test_every_listed_level_has_its_band(shelf: Shelf) -> None:
    for level in shelf.radiation_levels:
        for patient in ("adult", "child"):
            if level.of(patient) is not None:
                assert band_of(shelf, level.of(patient), patient) is not None, (level.id, patient)


def test_age_says_whose_level_it_is_and_no_age_says_nothing(subtests: pytest.Subtests) -> None:
    for age, patient in [(None, None), (0, "child"), (17.9, "child"), (18, "adult"), (90, "adult")]:
        with subtests.test(age=age):
            assert age_group(Scenario(age_years=age)) == patient


def test_site_has_its_own_levels_and_those_of_the_whole_body(shelf: Shelf, subtests: pytest.Subtests) -> None:
    for site, own in [
        ("knee", ["radiographs_knee", "ct_knee"]),
        ("femur", ["radiographs_femur"]),
        ("hand", ["ct_hand"]),
        ("spine", ["ct_spine"]),
        ("sacrum", []),
        (None, []),
    ]:
        with subtests.test(site=site):
            found = [level.id for level in levels_for(shelf, site)]
            assert found == [*own, "mri", "us", "bone_scan", "fdg_pet_ct", "fdg_pet_ct_thigh"]


# --- programs ----------------------------------------------------------------------------------------------------


def test_eight_visits_come_to_what_was_worked_out_by_hand(shelf: Shelf, subtests: pytest.Subtests) -> None:
    for patient, site, expected in [
        (
            "adult",
            "knee",
            {
                "radiographs": (0.016, 0.08, "published"),
                "ct": (None, 0.8, "level"),
                "fdg_pet_ct": (94.4, 200, "published"),
            },
        ),
        (
            "adult",
            "pelvis",
            {
                "radiographs": (2.4, 2.4, "published"),
                "ct": (26.4, 80, "published"),
                "fdg_pet_ct": (94.4, 200, "published"),
            },
        ),
        (
            "adult",
            "ankle",
            {
                "radiographs": (0.008, 0.08, "published"),
                "ct": (0.1712, 0.1712, "published"),
                "fdg_pet_ct": (94.4, 200, "published"),
            },
        ),
        (
            "adult",
            "femur",
            {"radiographs": (0.016, 0.08, "published"), "ct": None, "fdg_pet_ct": (94.4, 200, "published")},
        ),
        (
            "child",
            "knee",
            {"radiographs": (None, 0.24, "level"), "ct": (0.24, 2.4, "level"), "fdg_pet_ct": (80, 240, "level")},
        ),
        ("child", "wrist", {"radiographs": None, "ct": None, "fdg_pet_ct": (80, 240, "level")}),
        ("adult", None, {"radiographs": None, "ct": None, "fdg_pet_ct": (94.4, 200, "published")}),
    ]:
        with subtests.test(patient=patient):
            for found in program_doses(shelf, 8, site, patient):
                wanted = expected[found.program.id]
                if wanted is None:
                    assert (found.dose, found.basis) == (None, "unknown")
                else:
                    assert found.dose is not None
                    low, high, basis = wanted
                    assert found.basis == basis
                    assert found.dose.low_msv == (None if low is None else pytest.approx(low))
                    assert found.dose.high_msv == pytest.approx(high)


@given(visits=st.integers(1, 60), site=st.sampled_from([None, *SITES]), patient=st.sampled_from(["adult", "child"]))
def test_sum_grows_with_the_visits_and_nothing_else(shelf: Shelf, visits: int, site: str | None, patient: str) -> None:
    for one, all_ in zip(
        program_doses(shelf, 1, site, patient), program_doses(shelf, visits, site, patient), strict=True
    ):
        assert all_.basis == one.basis
        if one.dose is not None and all_.dose is not None:
            assert all_.dose.high_msv == pytest.approx(visits * one.dose.high_msv)


def test_no_published_dose_of_an_adult_is_a_childs(shelf: Shelf) -> None:
    published = {
        d.program.id for site in SITES for d in program_doses(shelf, 1, site, "child") if d.basis == "published"
    }
    assert published == set()


def test_nothing_here_takes_an_earlier_dose(shelf: Shelf) -> None:
    """The page compares what is to come. No field of a case, and none of the tables, holds what was."""
    names = {*field_names(Scenario), *field_names(RadiationTables), *field_names(Range), *field_names(Published)}
    assert [
        name for name in names if "cumul" in name or "past" in name or "history" in name or "prior_dose" in name
    ] == []
    note = by_id(shelf.radiation_notes)["position"]
    assert {reference.source for reference in note.sources} == {"S190"}
    assert shelf.radiation_notes[0] is note


# --- words -------------------------------------------------------------------------------------------------------


def test_dose_is_told_in_two_digits(subtests: pytest.Subtests) -> None:
    for value, words in [
        (0, "0"),
        (0.0005, "0.0005"),
        (0.0214, "0.021"),
        (0.1, "0.1"),
        (5.27, "5.3"),
        (17.99, "18"),
        (200, "200"),
        (1234, "1,200"),
    ]:
        with subtests.test(value=value):
            assert in_msv(value) == words


def test_range_has_its_unit() -> None:
    assert range_in_msv(4, 18) == "4\u201318 mSv"
    assert range_in_msv(None, 0.1) == "below 0.1 mSv"
    assert range_in_msv(0, 0) == "0 mSv"


def test_dose_out_of_order_is_refused(subtests: pytest.Subtests) -> None:
    for values in [{}, {"low_msv": 1}, {"low_msv": 3, "high_msv": 2}, {"typical_msv": 5, "high_msv": 4}]:
        with subtests.test(values=values), pytest.raises(ValueError):
            Published(what="one view", sources=("S24:doses",), **values)


def test_range_which_runs_downward_is_refused() -> None:
    with pytest.raises(ValueError, match="low_msv 3 is above high_msv 2"):
        Range(low_msv=3, high_msv=2)
