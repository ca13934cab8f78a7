"""The vignettes that the pack carries: they hold, they try everything, and they can fail."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from core.base.resources import resource_path
from core.base.validation import checked
from core.case.condition import Condition
from core.content import Content, Status, by_id
from core.content.loading import ContentError
from core.proof.vignette_coverage import answers_tried
from core.proof.vignettes import (
    FOLDER,
    Vignette,
    Vignettes,
    decide_vignette,
    load_vignettes,
    vignette_faults,
)

GIVEN = """
given = { purpose = "local_recurrence_surveillance", tumor_origin = "bone", treated = true, symptoms = [] }
"""


@pytest.fixture(scope="module")
def packaged() -> Vignettes:
    return load_vignettes(resource_path("content") / FOLDER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of vignettes."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    return folder


Loader = Callable[[str], Vignettes]


@pytest.fixture
def loaded(folder: Path) -> Loader:
    """Gives a function that loads some vignettes from a file, mri.toml."""

    def load(text: str) -> Vignettes:
        (folder / "mri.toml").write_text(text, encoding="utf-8")
        return load_vignettes(folder)

    return load


def faults(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_vignettes(folder)
    return caught.value.faults


# --- the packaged vignettes ------------------------------------------------------------------------------------------


def test_every_packaged_case_is_decided_as_its_vignette_says(content: Content, packaged: Vignettes) -> None:
    assert list(vignette_faults(content, packaged)) == []
    assert len(packaged.all) >= 45


def test_every_name_is_a_sentence(packaged: Vignettes) -> None:
    for vignette in packaged.all:
        assert vignette.name[0].isupper() and len(vignette.name.split()) >= 4, vignette.name
        assert not vignette.name.endswith("."), vignette.name


def test_vignettes_try_every_answer_in_every_condition(content: Content, packaged: Vignettes) -> None:
    tried, untried = answers_tried(content, packaged.all)
    assert untried == []
    assert tried > 200


def test_vignettes_expect_every_edge_status_action_and_level(content: Content, packaged: Vignettes) -> None:
    seen: dict[str, set[Any]] = {name: set() for name in ("edges", "nodes", "statuses", "actions", "levels")}
    for vignette in packaged.all:
        decision = decide_vignette(vignette, content)
        if vignette.path is not None:
            seen["edges"] |= set(decision.edges)
            seen["nodes"] |= set(vignette.path)
        seen["statuses"] |= {vignette.status} - {None}
        seen["actions"] |= {vignette.action} - {None}
        seen["levels"] |= set(vignette.pitfalls.items())
    assert seen["edges"] == set(by_id(content.edges))
    assert seen["nodes"] == set(by_id(content.nodes))
    assert seen["statuses"] == set(get_args(Status))
    assert seen["actions"] == set(by_id(content.actions))
    assert seen["levels"] == {(pitfall.id, level.level) for pitfall in content.pitfalls for level in pitfall.levels}


def test_each_file_of_vignettes_is_needed(content: Content, packaged: Vignettes) -> None:
    for left_out in packaged.files:
        rest = tuple(v for file, vignettes in packaged.files.items() if file != left_out for v in vignettes)
        assert answers_tried(content, rest)[1], left_out


def test_answer_counts_as_tried_only_where_vignette_would_notice(content: Content, packaged: Vignettes) -> None:
    # Expecting an empty path, as outside the scope, keeps a vignette valid that expects nothing else.
    silent = tuple(vignette.but(notices=None, path=vignette.path or ()) for vignette in packaged.all)
    assert answers_tried(content, silent)[1] == [
        "pitfalls.toml: notices.site_not_itemised: site = spine: no vignette tries this",
        "pitfalls.toml: notices.site_not_itemised: site = sacrum: no vignette tries this",
        "pitfalls.toml: notices.site_not_itemised: site = skull_or_jaw: no vignette tries this",
        "pitfalls.toml: notices.site_not_itemised: site = other: no vignette tries this",
        "pitfalls.toml: notices.pediatric_radiation_levels: age_years = below 18: no vignette tries this",
        "pitfalls.toml: notices.stale_content: no vignette tries this",
    ]


# --- reading them ----------------------------------------------------------------------------------------------------


def test_scenario_starts_from_what_its_file_gives(loaded: Loader) -> None:
    vignettes = loaded(
        GIVEN
        + """
        [[vignettes]]
        name = "Nobody asked"
        scenario = { symptoms = "not_recorded", radiograph_result = "not_recorded", age_years = 7 }
        status = "incomplete"
        """
    )
    (vignette,) = vignettes.files["vignettes/mri.toml"]
    assert vignette.scenario.tumor_origin == "bone"
    assert vignette.scenario.symptoms is None
    assert vignette.scenario.radiograph_result is None
    assert vignette.scenario.age_years == 7
    assert vignettes.all == (vignette,)


def test_mistake_in_a_vignette_is_located(loaded: Loader, subtests: pytest.Subtests) -> None:
    for text, fault in [
        ("a = ", "is not TOML: Invalid value (at end of document)"),
        ("given = {}", "vignettes: Field required"),
        ("vignettes = []\ncases = []", "cases: Extra inputs are not permitted"),
        ("vignettes = 3", "vignettes: Input should be a valid tuple"),
        ("[[vignettes]]\nscenario = {}\nstatus = 'incomplete'", "vignette 1: name: Field required"),
        ("[[vignettes]]\nname = 'A'\nscenario = {}", "A: expects nothing"),
        (
            "[[vignettes]]\nname = 'A'\nstatus = 'conflict'\nscenario = 3",
            "A: scenario: Input should be a valid diction",
        ),
        ("[[vignettes]]\nname = 'A'\nscenario = {}\nactoin = 'a'", "A: actoin: Extra inputs are not permitted"),
        ("[[vignettes]]\nname = 'A'\nscenario = {}\nstatus = 'odd'", "A: status: Input should be 'in_scope', "),
        ("[[vignettes]]\nname = 'A'\nscenario = {}\npath = 'mri'", "A: path: Input should be a valid tuple"),
        ("[[vignettes]]\nname = 'A'\nscenario = {}\nmissing = ['a b']", "A: missing.0: 'a b' is not an id"),
        (
            "[[vignettes]]\nname = 'A'\nscenario = {}\npitfalls = { single_modality = 'red' }",
            "A: pitfalls.single_modality: Input should be 'warning', 'reminder' or 'clear'",
        ),
        (
            "[[vignettes]]\nname = 'A'\nscenario = { site = 'moon' }\nstatus = 'in_scope'",
            "A: scenario.site: Input should be 'shoulder', ",
        ),
        (
            "[[vignettes]]\nname = 'A'\nscenario = { mood = 'low' }\nstatus = 'in_scope'",
            "A: scenario.mood: Extra inputs are not permitted",
        ),
        (
            "given = { age_years = 200 }\n[[vignettes]]\nname = 'A'\nscenario = {}\nstatus = 'in_scope'",
            "A: scenario.age_years: Input should be less than or equal to 120",
        ),
    ]:
        with subtests.test(text=text):
            with pytest.raises(ContentError) as caught:
                loaded(text)
            (found,) = caught.value.faults
            assert found.startswith(f"vignettes/mri.toml: {fault}")


def test_every_mistake_is_reported_at_once(folder: Path) -> None:
    (folder / "ct.toml").write_bytes(b"# caf\xe9")
    (folder / "mri.toml").write_text("[[vignettes]]\nname = 'A'\nscenario = {}\n[[vignettes]]\nname = 'B'\n")
    (folder / "scope.toml").mkdir()
    found = faults(folder)
    assert found[0] == "vignettes/ct.toml: is not UTF-8 (byte 5)"
    assert found[1:3] == ["vignettes/mri.toml: A: expects nothing", "vignettes/mri.toml: B: expects nothing"]
    assert found[3].startswith("vignettes/scope.toml: cannot be read (")


def test_name_which_stands_twice_is_reported(folder: Path) -> None:
    text = "[[vignettes]]\nname = 'A'\nscenario = {}\nstatus = 'incomplete'\n"
    (folder / "ct.toml").write_text(text)
    (folder / "mri.toml").write_text(text)
    assert faults(folder) == ["vignettes/mri.toml: A: stands in vignettes/ct.toml already"]


def test_pack_without_vignettes_is_refused(folder: Path, tmp_path: Path) -> None:
    for lacking in (folder, tmp_path / "elsewhere" / FOLDER):
        (none,) = faults(lacking)
        assert none.startswith("vignettes: the pack carries no vignettes")


# --- what their faults say -------------------------------------------------------------------------------------------

STABLE = {
    "name": "A stable film",
    "scenario": {
        "purpose": "local_recurrence_surveillance",
        "tumor_origin": "bone",
        "treated": True,
        "symptoms": [],
        "radiograph_result": "stable",
        "hardware": "none",
    },
}
WALK = ["eligible", "radiographs", "radiograph_result", "continue_surveillance"]


def faults_of(vignette: dict[str, Any], content: Content) -> list[str]:
    """What a single vignette of a file, mri.toml, finds wrong."""
    only = Vignettes({"vignettes/mri.toml": (checked(Vignette, vignette),)})
    start = f"vignettes/mri.toml: {vignette['name']}: "
    found = list(vignette_faults(content, only))
    assert all(fault.startswith(start) for fault in found)
    return [fault.removeprefix(start) for fault in found]


def test_fault_names_the_id_and_what_was_found(content: Content, subtests: pytest.Subtests) -> None:
    for expected, fault in [
        ({"status": "incomplete"}, "nodes.continue_surveillance: status is in_scope instead of incomplete"),
        ({"action": "order_mri"}, "nodes.continue_surveillance: action is continue_surveillance instead of order_mri"),
        ({"procedure": "us"}, "nodes.continue_surveillance: procedure is none instead of us"),
        ({"basis": "inferred"}, "nodes.continue_surveillance: basis is source instead of inferred"),
        (
            {"headline": "Biopsy"},
            "nodes.continue_surveillance: the headline is 'Continue surveillance' instead of 'Biopsy'",
        ),
        ({"exclusions": ["symptomatic"]}, "exclusions, from scope.toml: symptomatic is missing"),
        (
            {"redirects": ["staging_pulmonary"]},
            "redirects of no exclusion, from scope.toml: staging_pulmonary is missing",
        ),
        ({"conflicts": ["stable_with_findings"]}, "conflicts, from scope.toml: stable_with_findings is missing"),
        ({"missing": ["symptoms"]}, "missing, from scope.toml: symptoms is missing"),
        ({"assumptions": []}, "assumptions, from pathway.toml: clinical_suspicion is there as well"),
        ({"tumor_board": ["discordant_imaging"]}, "tumor_board, from pathway.toml: discordant_imaging is missing"),
        ({"notices": ["stale_content"]}, "notices, from pitfalls.toml: stale_content is missing"),
        ({"ruled_out": ["us"]}, "ruled_out, from ratings.toml: us is missing"),
        (
            {"pitfalls": {"hardware_artifact": "warning"}},
            "pitfalls.toml: pitfalls.hardware_artifact is clear instead of warning",
        ),
        ({"pitfalls": {"haste": "warning"}}, "pitfalls.toml: pitfalls.haste is not there"),
        (
            {"because": {"hardware_artifact": ["surgery"]}},
            "pitfalls.toml: pitfalls.hardware_artifact is so because of hardware instead of surgery",
        ),
        (
            {"instead": {"us": "ct_with_iv_contrast"}},
            "ratings.toml: instead.usual: offers radiography instead of us, where ct_with_iv_contrast is expected",
        ),
        (
            {"instead": {"radiography": "us"}},
            "ratings.toml: instead.None: offers nothing instead of radiography, where us is expected",
        ),
    ]:
        with subtests.test(expected=expected):
            assert faults_of({**STABLE, **expected}, content) == [fault]


def test_rationale_is_matched_sentence_by_sentence(content: Content) -> None:
    assert faults_of({**STABLE, "says": ["no more imaging"]}, content) == []
    (silent,) = faults_of({**STABLE, "says": []}, content)
    assert silent.startswith("nodes.continue_surveillance: says 'Stable against the series")
    assert faults_of({**STABLE, "says": ["no more imaging", "a bone scan"]}, content) == [
        "nodes.continue_surveillance: says nothing of 'a bone scan'"
    ]


def test_lists_are_compared_in_order(content: Content) -> None:
    staged = {**STABLE, "scenario": {"purpose": "initial_staging", "tumor_origin": "soft_tissue"}}
    ids = ["soft_tissue_tumor", "initial_staging"]
    assert faults_of({**staged, "exclusions": ids}, content) == [
        "exclusions, from scope.toml: the order is initial_staging, soft_tissue_tumor"
    ]


def test_path_is_compared_step_by_step(content: Content, subtests: pytest.Subtests) -> None:
    for path, faults in [
        (WALK, []),
        (
            [*WALK[:3], "mri_usable", "mri"],
            [
                "path: after radiograph_result comes edge stable to continue_surveillance instead of mri_usable",
                "path: no edge from radiograph_result to mri_usable holds (there are: "
                "suspicious, indeterminate, stable_high_suspicion, stable_study_done)",
            ],
        ),
        (
            WALK[:3],
            [
                "path: after radiograph_result comes edge stable to continue_surveillance instead of nothing",
                "path: edge stable leads on from radiograph_result",
            ],
        ),
        (
            [*WALK, "tumor_board"],
            [
                "path: after continue_surveillance comes nothing instead of tumor_board",
                "path: no edge from continue_surveillance to tumor_board holds (there are: none)",
            ],
        ),
    ]:
        with subtests.test(path=path):
            assert faults_of({**STABLE, "path": path}, content) == faults


def test_path_outside_the_scope_tells_why_there_is_none(content: Content) -> None:
    hurting = {**STABLE, "scenario": {**STABLE["scenario"], "symptoms": ["new_pain"]}, "path": WALK}
    assert faults_of(hurting, content) == ["path: there is none, the case is out_of_scope: symptomatic"]


# --- packs that do not decide a case ---------------------------------------------------------------------------------


def test_case_without_a_next_step_is_a_fault_which_names_edges(content: Content) -> None:
    high = Condition(alternatives=({"clinical_suspicion": ("high",), "radiograph_result": ("stable",)},))
    edges = tuple(edge.but(when=high) if edge.id == "stable" else edge for edge in content.edges)
    pack = content.but(edges=edges, sha256="a stuck walk")
    assert faults_of({**STABLE, "path": WALK}, pack) == [
        "cannot be decided: radiograph_result has no next step for this case",
        "path: no edge from radiograph_result to continue_surveillance holds (there are: stable)",
    ]


def test_pack_without_a_start_or_a_level_decides_nothing(content: Content) -> None:
    nodes = tuple(node.but(kind="question") for node in content.nodes)
    levels = tuple(pitfall.but(levels=pitfall.levels[:1]) for pitfall in content.pitfalls)
    last = {name: preferences[1:-1] for name, preferences in content.instead.items()}
    for update in ({"nodes": nodes}, {"pitfalls": levels}, {"instead": last}):
        pack = content.but(**update, sha256=f"a pack that lacks {', '.join(update)}")
        assert faults_of({**STABLE, "path": WALK}, pack) == [
            "cannot be decided: a start, a level of a pitfall or an 'instead' is missing for this case"
        ]
