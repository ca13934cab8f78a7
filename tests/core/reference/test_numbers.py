"""Numbers: typed a second time, with intervals that counts allow, and the tension about ultrasound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content import by_id
from core.reference.numbers import Figure, Finding, wilson
from core.reference.shelf import Shelf

# Figure, finding: value and source, typed a second time.
VALUES = {
    "sensitivity": {
        "radiographs": (29.6, "S90"), "radiographs_soft_tissue": (53.3, "S70"), "ultrasound": (95, "S90"),
        "ultrasound_osteosarcoma": (96.6, "S91"), "pet_ct_uptake": (89, "S92"), "pet_ct_both": (78, "S92"),
        "pet_ct_children": (100, "S93"), "pet_any": (96, "S95"), "conventional_any": (100, "S95"),
        "bone_scan_children": (25, "S93"), "mri_arthroplasty": (100, "S104"),
    },
    "specificity": {
        "ultrasound_osteosarcoma_specificity": (90.9, "S91"), "pet_ct_uptake_specificity": (76, "S92"),
        "pet_ct_both_specificity": (94, "S92"), "pet_any_specificity": (81, "S95"),
        "conventional_any_specificity": (56, "S95"), "mri_mass": (98, "S97"),
        "mri_arthroplasty_specificity": (96, "S104"),
    },
    "finding": {
        "patient": (71, "S62"), "routine": (17, "S62"), "doctor": (8, "S62"),
        "ewing_protocol": (48, "S57"), "ewing_scheduled": (63.3, "S58"),
    },
    "time": {
        "osteosarcoma_series": (18, "S70"), "osteosarcoma_pediatric": (16.8, "S71"), "birmingham": (20.1, "S62"),
        "dutch_osteosarcoma": (14.4, "S47"), "dutch_ewing": (18, "S47"),
    },
    "osteosarcoma": {"coss": (5.8, "S73"), "extremity": (8.5, "S72"), "pediatric": (9, "S71")},
    "ewing": {
        "eicess_uk": (22, "S74"), "eicess_germany": (7, "S74"), "cess_81": (50, "S75"),
        "cess_86_radiation": (14, "S75"), "cess_86_surgery": (4, "S75"),
    },
    "chondrosarcoma": {
        "limb_grade_one": (2.4, "S79"), "resection": (0, "S80"), "curettage": (13.3, "S80"),
        "atypical_curettage": (16, "S82"), "atypical_resection": (8, "S82"),
    },
    "giant_cell_tumor": {
        "intralesional": (41.9, "S83"), "extended": (19, "S83"), "wide": (7.7, "S83"),
        "intralesional_second": (25, "S84"), "resection_second": (5, "S84"), "graft": (35.3, "S85"),
        "cement": (12.9, "S85"), "cement_second": (12.7, "S87"), "knee": (23.4, "S86"),
    },
    "free_of_recurrence": {
        "chondrosarcoma_five": (82.2, "S78"), "chondrosarcoma_ten": (76.9, "S78"),
        "chondrosarcoma_central": (75, "S77"), "giant_cell_two": (85, "S88"), "giant_cell_five": (83, "S88"),
        "ewing_two": (88, "S76"), "ewing_five_definitive": (91, "S76"), "ewing_five_with_surgery": (86, "S76"),
    },
}  # fmt: skip


def test_numbers_and_their_sources_are_those_typed_by_hand(shelf: Shelf) -> None:
    found = {
        figure.id: {finding.id: (finding.value, finding.sources[0].source) for finding in figure.findings}
        for figure in shelf.figures
    }
    assert found == VALUES


def test_counts_are_those_typed_by_hand(shelf: Shelf) -> None:
    counts = {f.id: (f.events, f.of) for figure in shelf.figures for f in figure.findings if f.events is not None}
    assert counts == {
        "radiographs_soft_tissue": (24, 45),
        "pet_ct_children": (10, 10),
        "bone_scan_children": (1, 4),
        "ewing_scheduled": (19, 30),
        "coss": (80, 1369),
        "extremity": (38, 449),
        "pediatric": (18, 200),
        "limb_grade_one": (2, 85),
        "resection": (0, 16),
        "curettage": (2, 15),
    }


def test_ultrasound_stands_as_new_evidence_beside_rating_of_acr(shelf: Shelf) -> None:
    note = by_id(shelf.figure_notes)["ultrasound"]
    assert {reference.source for reference in note.sources} == {"S2", "S90", "S91"}
    assert "usually not appropriate" in note.text
    assert note.after == "specificity"


# Worked out with the textbook formula on paper: the intervals of 10 of 10, 0 of 16, 1 of 4 and 80 of 1,369.
def test_interval_is_wilsons(subtests: pytest.Subtests) -> None:
    for events, of, low, high in [(10, 10, 72.2, 100), (0, 16, 0, 19.4), (1, 4, 4.6, 69.9), (80, 1369, 4.7, 7.2)]:
        with subtests.test(events=events):
            assert wilson(events, of) == (pytest.approx(low, abs=0.06), pytest.approx(high, abs=0.06))


@given(of=st.integers(1, 5000), data=st.data())
def test_interval_holds_its_share_and_stays_within_bounds(of: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, of))
    low, high = wilson(events, of)
    assert 0 <= low <= 100 * events / of + 1e-9 and 100 * events / of - 1e-9 <= high <= 100


def test_number_which_does_not_fit_its_counts_is_refused(subtests: pytest.Subtests) -> None:
    for values, fault in [
        ({"value": 10, "events": 1}, "events and of stand together"),
        ({"value": 10, "low": 1}, "events and of stand together"),
        ({"value": 10, "events": 1, "of": 9}, "1 of 9 is 11.1 %, not 10"),
        ({"value": 10, "low": 11, "high": 12}, "10 is not between 11 and 12"),
    ]:
        with subtests.test(values=values), pytest.raises(ValueError, match=fault):
            Finding(id="x", label="X", cohort="X", sources=("S73:frequency",), **values)


def test_counts_of_anything_but_a_share_are_refused() -> None:
    finding = Finding(id="x", label="X", cohort="X", value=10, events=1, of=10, sources=("S73:frequency",))
    with pytest.raises(ValueError, match="counts belong to a share"):
        Figure(id="x", title="X", unit="months", measure="X", lead="X", sources=("S73:frequency",), findings=(finding,))


def test_value_reads_with_its_unit_counts_and_range(shelf: Shelf) -> None:
    figures = by_id(shelf.figures)
    read = [figures[name].in_words(figures[name].findings[0]) for name in ("osteosarcoma", "time", "giant_cell_tumor")]
    assert read == ["5.8 % (80 of 1,369)", "18 months (2\u2013149)", "41.9 %"]
