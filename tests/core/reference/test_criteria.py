"""The criteria lookup: variants side by side, bone against soft tissue, and the edition of 2015, typed by hand again."""

from datetime import date

import pytest

from core.base.resources import resource_path
from core.content import Content, by_id
from core.engine.decide import decide
from core.reference.criteria import (
    contrasted,
    editions,
    scenarios_before,
    side_by_side,
    variants_that_fit,
)
from core.reference.shelf import Shelf
from tests.core.conftest import Spoil
from tests.strategies import eligible
from tests.truth_table import MBA, RATINGS, UA, UNA

BEFORE = {
    "bone_without_hardware": {
        "radiography": UA,
        "mri_without_and_with_iv_contrast": UA,
        "mri_without_iv_contrast": UA,
        "fdg_pet_ct_whole_body": MBA,
        "ct_with_iv_contrast": UNA,
        "ct_without_iv_contrast": MBA,
        "ct_without_and_with_iv_contrast": MBA,
        "us": UNA,
    },
    "bone_with_hardware": {
        "radiography": UA,
        "mri_without_and_with_iv_contrast": UA,
        "mri_without_iv_contrast": UA,
        "fdg_pet_ct_whole_body": MBA,
        "ct_with_iv_contrast": MBA,
        "ct_without_iv_contrast": MBA,
        "ct_without_and_with_iv_contrast": UNA,
        "us": UNA,
    },
    "soft_tissue": {
        "radiography": UNA,
        "mri_without_and_with_iv_contrast": UA,
        "mri_without_iv_contrast": UA,
        "fdg_pet_ct_whole_body": MBA,
        "ct_with_iv_contrast": MBA,
        "ct_without_iv_contrast": UNA,
        "ct_without_and_with_iv_contrast": UNA,
        "us": MBA,
    },
}


def test_edition_of_2015_is_as_typed_by_hand(shelf: Shelf) -> None:
    assert {
        scenario.id: {rating.procedure: rating.category for rating in scenario.ratings}
        for scenario in shelf.earlier_edition.scenarios
    } == BEFORE


def test_side_by_side_shows_every_rating_of_every_variant(content: Content) -> None:
    rows = side_by_side(content)
    shown = {
        variant.id: {row.procedure: row.categories[index] for row in rows if row.categories[index]}
        for index, variant in enumerate(content.variants)
    }
    assert shown == {variant: {row[0]: row[1] for row in rows} for variant, rows in RATINGS.items()}
    assert all(any(row.categories) for row in rows)


def test_bone_and_soft_tissue_differ_as_typed(shelf: Shelf, content: Content) -> None:
    ranks = ("usually_not_appropriate", "may_be_appropriate", "usually_appropriate")
    bone, soft = (
        {row[0]: ranks.index(row[1]) for row in RATINGS[variant]}
        for variant in ("local_recurrence_bone", "local_recurrence_soft_tissue")
    )
    typed = {name: "lower" if soft[name] < bone[name] else "higher" for name in bone.keys() & soft.keys()}
    typed = {name: change for name, change in typed.items() if soft[name] != bone[name]}
    rows = contrasted(shelf.comparison, content)
    assert {row.procedure: change for row, change in rows if change in ("lower", "higher")} == typed
    assert {row.procedure for row, _ in rows[: len(typed)]} == typed.keys(), "the differences come first"
    assert {row.procedure for row, change in rows if change == "only_left"} == bone.keys() - soft.keys()


def test_changes_since_2015_are_listed(shelf: Shelf, content: Content) -> None:
    assert set(by_id(shelf.edition_changes)) == {
        "hardware", "contrast_ct", "newly_listed", "soft_tissue", "lungs", "elsewhere",
    }  # fmt: skip
    bone = {row.procedure: row.categories for row in editions("local_recurrence_bone", shelf.earlier_edition, content)}
    before = scenarios_before("local_recurrence_bone", shelf.earlier_edition)
    assert [scenario.id for scenario in before] == ["bone_without_hardware", "bone_with_hardware"]
    split = {procedure for procedure, (without, with_, _) in bone.items() if without != with_}
    assert split == {"ct_with_iv_contrast", "ct_without_and_with_iv_contrast"}
    assert bone["ct_with_iv_contrast"][:2] == (UNA, MBA)
    assert bone["ct_without_iv_contrast"][:2] == (MBA, MBA)
    assert bone["ct_without_and_with_iv_contrast"][:2] == (MBA, UNA)
    new = {procedure for procedure, (without, _, _) in bone.items() if without is None}
    assert new == {
        "bone_scan_whole_body", "bone_scan_spect_ct", "fdg_pet_mri_whole_body", "fluoride_pet_ct_whole_body",
    }  # fmt: skip
    soft = editions("local_recurrence_soft_tissue", shelf.earlier_edition, content)
    assert [row.procedure for row in soft if row.categories[0] is None] == ["fdg_pet_mri_whole_body"]
    now = {row.procedure: row.categories[-1] for row in soft if row.categories[-1]}
    assert now == _now("local_recurrence_soft_tissue")
    assert {name: categories[-1] for name, categories in bone.items() if categories[-1]} == _now(
        "local_recurrence_bone"
    )


def _now(variant: str) -> dict[str, str]:
    return {row[0]: row[1] for row in RATINGS[variant]}


def test_content_of_shelf_holds_no_rating_of_the_present_edition() -> None:
    """2015 and 2022 agree in many rows; a second copy of today's would be a variant's id with ratings below it."""
    text = (resource_path("reference") / "criteria.toml").read_text(encoding="utf-8")
    assert text.count("category =") == sum(map(len, BEFORE.values()))


def test_only_what_an_article_states_needs_no_confirmation(content: Content) -> None:
    alone = {
        (variant.id, rating.procedure)
        for variant in content.variants
        for rating in variant.ratings
        if not rating.to_confirm
    }
    assert alone == {
        ("local_recurrence_bone", "radiography"),
        ("local_recurrence_bone", "mri_without_and_with_iv_contrast"),
        ("local_recurrence_bone", "ct_with_iv_contrast"),
        ("local_recurrence_bone", "fdg_pet_ct_whole_body"),
        ("local_recurrence_bone", "bone_scan_whole_body"),
        ("staging_pulmonary", "ct_chest_without_iv_contrast"),
        ("staging_extrapulmonary", "fdg_pet_ct_whole_body"),
        ("surveillance_pulmonary", "ct_chest_without_iv_contrast"),
        ("local_recurrence_soft_tissue", "mri_without_and_with_iv_contrast"),
    }


def test_fitting_variant_is_the_decided_one_or_the_redirect(
    content: Content, today: date, subtests: pytest.Subtests
) -> None:
    for answers, fitting in [
        ({}, ("local_recurrence_bone",)),
        ({"tumor_origin": "soft_tissue"}, ("local_recurrence_soft_tissue",)),
        ({"purpose": "pulmonary_surveillance"}, ("surveillance_pulmonary",)),
        ({"purpose": "initial_staging"}, ("staging_pulmonary", "staging_extrapulmonary")),
        ({"symptoms": ("new_pain",)}, ()),
        ({"symptoms": None}, ()),
    ]:
        with subtests.test(answers=answers):
            assert variants_that_fit(decide(eligible(**answers), content, today), content) == fitting


FAULTS = [
    ('right = "local_recurrence_soft_tissue"', 'right = "soft"', "comparison: variant soft is not listed"),
    (
        'becomes = "local_recurrence_bone"',
        'becomes = "bone"',
        "earlier_edition.bone_without_hardware: variant bone is not listed",
    ),
    (
        '{ procedure = "us", category = "usually_not_appropriate" }',
        '{ procedure = "sonography", category = "usually_not_appropriate" }',
        "earlier_edition.bone_without_hardware: procedure sonography is not listed",
    ),
    (
        '{ procedure = "us", category = "usually_not_appropriate" }',
        '{ procedure = "radiography", category = "usually_not_appropriate" }',
        "earlier_edition.bone_without_hardware.radiography: stands twice",
    ),
    ('id = "contrast_ct"', 'id = "hardware"', "edition_changes.hardware: stands twice"),
]


def test_what_does_not_fit_the_content_is_reported(spoil_shelf: Spoil, subtests: pytest.Subtests) -> None:
    for old, new, fault in FAULTS:
        with subtests.test(fault):
            assert spoil_shelf("criteria.toml", old, new) == [f"criteria.toml: {fault}"]
