"""The rating tables of all five variants, typed by hand a second time."""

import pytest

from core.content import Content, by_id

UA, MBA, UNA = "usually_appropriate", "may_be_appropriate", "usually_not_appropriate"

LUNGS = {
    "ct_chest_without_iv_contrast": UA,
    "fdg_pet_ct_whole_body": MBA,
    "radiography_chest": UNA,
    "ct_chest_with_iv_contrast": UNA,
    "ct_chest_without_and_with_iv_contrast": UNA,
    "fdg_pet_mri_whole_body": UNA,
}

VARIANTS = {
    "local_recurrence_bone": {
        "radiography": UA,
        "mri_without_and_with_iv_contrast": UA,
        "mri_without_iv_contrast": UA,
        "ct_with_iv_contrast": MBA,
        "fdg_pet_ct_whole_body": MBA,
        "ct_without_iv_contrast": UNA,
        "ct_without_and_with_iv_contrast": UNA,
        "us": UNA,
        "bone_scan_whole_body": UNA,
        "bone_scan_spect_ct": UNA,
        "fdg_pet_mri_whole_body": UNA,
        "fluoride_pet_ct_whole_body": UNA,
    },
    "staging_pulmonary": LUNGS,
    "surveillance_pulmonary": LUNGS,
    "staging_extrapulmonary": {
        "fdg_pet_ct_whole_body": UA,
        "mri_whole_body_without_iv_contrast": MBA,
        "bone_scan_whole_body": MBA,
        "bone_scan_spect_ct": MBA,
        "fdg_pet_mri_whole_body": MBA,
        "fluoride_pet_ct_whole_body": MBA,
        "us": UNA,
        "radiography": UNA,
        "radiography_chest": UNA,
        "mri_whole_body_without_and_with_iv_contrast": UNA,
        "ct_with_iv_contrast": UNA,
        "ct_without_iv_contrast": UNA,
        "ct_without_and_with_iv_contrast": UNA,
        "ct_chest_with_iv_contrast": UNA,
        "ct_chest_without_iv_contrast": UNA,
        "ct_chest_without_and_with_iv_contrast": UNA,
    },
    "local_recurrence_soft_tissue": {
        "mri_without_and_with_iv_contrast": UA,
        "mri_without_iv_contrast": UA,
        "us": MBA,
        "ct_with_iv_contrast": MBA,
        "fdg_pet_ct_whole_body": MBA,
        "fdg_pet_mri_whole_body": MBA,
        "radiography": UNA,
        "ct_without_iv_contrast": UNA,
        "ct_without_and_with_iv_contrast": UNA,
    },
}


def test_that_there_are_five_variants(content: Content) -> None:
    assert set(by_id(content.variants)) == set(VARIANTS)
    assert content.decided_variant.id == "local_recurrence_bone"


@pytest.mark.parametrize("variant", VARIANTS)
def test_that_the_categories_are_those_typed_by_hand(content: Content, variant: str) -> None:
    table = by_id(content.variants)[variant].ratings
    assert {rating.procedure: rating.category for rating in table} == VARIANTS[variant]


def test_that_in_every_table_the_first_row_alone_is_stated_by_an_article_outside_the_variant_decided(
    content: Content,
) -> None:
    for variant in content.variants:
        if variant.id != content.variant:
            stated = ["companion_article" in rating.provenance for rating in variant.ratings]
            assert stated == [True, *[False] * (len(stated) - 1)]


def test_that_every_rating_was_seen_in_the_portal_and_cites_it(content: Content) -> None:
    for variant in content.variants:
        for rating in variant.ratings:
            assert "portal_capture" in rating.provenance
            assert "S2" in {reference.source for reference in rating.sources}


def test_that_radiographs_and_ultrasound_trade_places_between_bone_and_soft_tissue() -> None:
    bone, soft = VARIANTS["local_recurrence_bone"], VARIANTS["local_recurrence_soft_tissue"]
    assert (bone["radiography"], bone["us"]) == (UA, UNA)
    assert (soft["radiography"], soft["us"]) == (UNA, MBA)
