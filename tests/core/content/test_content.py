"""The loader: whatever does not fit is reported with its file, its id and the reason, and nothing is loaded."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from core.content import Content, Reference, by_id, walk_parts
from core.content.loading import ContentError, content_hash, load_content
from tests.core.conftest import Spoil


def faults(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    assert str(caught.value) == "\n".join(caught.value.faults)
    return caught.value.faults


# --- files -------------------------------------------------------------------------------------------------------


def test_packaged_content_loads(content: Content) -> None:
    assert content.topic.reviewed.isoformat() == "2026-05-30"
    assert content.decided_variant.id == content.variant
    assert content.acr_topic.id == "S5"


def test_empty_folder_and_missing_one_are_told_apart_from_a_pack(tmp_path: Path) -> None:
    assert faults(tmp_path) == [f"{tmp_path}: no content files (*.toml) here"]
    assert faults(tmp_path / "nowhere") == [f"{tmp_path / 'nowhere'}: no content files (*.toml) here"]


def test_broken_toml_is_reported_with_file_and_line(pack: Path, spoil_pack: Spoil) -> None:
    lines = (pack / "words.toml").read_text(encoding="utf-8").splitlines()
    line = lines.index('label = "May be appropriate"') + 1
    assert spoil_pack("words.toml", 'label = "May be', "label = May be") == [
        f"words.toml: is not TOML: Invalid value (at line {line}, column 9)"
    ]


def test_key_twice_in_one_table_is_not_toml(spoil_pack: Spoil) -> None:
    (fault,) = spoil_pack("topic.toml", 'version = "1.0.0"', 'version = "1.0.0"\nversion = "2.0.0"')
    assert fault.startswith("topic.toml: is not TOML: Cannot overwrite a value")


def test_bytes_which_are_not_utf_8_are_located(pack: Path) -> None:
    (pack / "words.toml").write_bytes(b'# caf\xe9\nbases = "x"\n')
    assert faults(pack) == ["words.toml: is not UTF-8 (byte 5)"]


def test_file_which_cannot_be_read_is_named(pack: Path) -> None:
    (pack / "words.toml").unlink()
    (pack / "words.toml").mkdir()
    (fault,) = faults(pack)
    assert fault.startswith("words.toml: cannot be read (")


def test_two_files_with_the_same_table_are_both_named(pack: Path) -> None:
    (pack / "zz.toml").write_text("bases = []\n", encoding="utf-8")
    assert faults(pack) == ["zz.toml: bases: stands in words.toml already"]


def test_every_unreadable_file_is_reported_at_once(pack: Path) -> None:
    (pack / "form.toml").write_bytes(b"\xff")
    (pack / "words.toml").write_text("a = ", encoding="utf-8")
    assert [fault.split(":")[0] for fault in faults(pack)] == ["form.toml", "words.toml"]


def test_missing_table_is_named(pack: Path) -> None:
    (pack / "pitfalls.toml").unlink()
    assert faults(pack) == ["content: pitfalls: Field required", "content: notices: Field required"]


def test_pack_cannot_write_down_what_is_worked_out(pack: Path) -> None:
    (pack / "zz.toml").write_text('sha256 = "x"\nfiles = "x"\n', encoding="utf-8")
    assert faults(pack) == [f"zz.toml: {table}: is worked out, not written down" for table in ("sha256", "files")]


def test_unknown_table_is_named_with_its_file(pack: Path) -> None:
    (pack / "zz.toml").write_text("[treatments]\n", encoding="utf-8")
    assert faults(pack) == ["zz.toml: treatments: Extra inputs are not permitted"]


# --- parts -------------------------------------------------------------------------------------------------------


FAULTS = [
    (
        "pathway.toml",
        'label = "Radiographs"\n',
        "",
        "pathway.toml: nodes.radiographs.label: Field required",
    ),
    (
        "pathway.toml",
        'sources = ["S1:scope", "S2:bone_local"]\n',
        'sources = ["S1"]\n',
        "pathway.toml: nodes.eligible.sources.0: 'S1' is not a reference: write SOURCE:LOCATOR",
    ),
    (
        "scope.toml",
        'when = { tumor_origin = ["soft_tissue"] }',
        'when = { tumor = ["soft_tissue"] }',
        "scope.toml: exclusions.soft_tissue_tumor.when: 'tumor' is not a field of the scenario",
    ),
    (
        "scope.toml",
        'when = { tumor_origin = ["soft_tissue"] }',
        'when = { tumor_origin = ["soft"] }',
        "scope.toml: exclusions.soft_tissue_tumor.when: 'tumor_origin' has no value 'soft' "
        "(it has bone, soft_tissue, recorded, not_recorded)",
    ),
    (
        "scope.toml",
        'when = { purpose = ["not_recorded"] }\nmessage',
        "when = { purpose = [] }\nmessage",
        "scope.toml: requirements.purpose.when: 'purpose' names no value, so nothing could satisfy it",
    ),
    (
        "ratings.toml",
        '{ procedure = "mri_without_iv_contrast", when = { gadolinium_contraindicated = [true] } }',
        '{ procedure = "mri_without_iv_contrast", when = { gadolinium_contraindicated = [1] } }',
        "ratings.toml: instead.usual.mri_without_iv_contrast.when.alternatives.0.gadolinium_contraindicated.0: "
        "1 is not a value: name one of the field's own, or {below = a number} or {at_least = a number}",
    ),
    (
        "pathway.toml",
        'sources = ["S1:scope"]\n',
        'sources = ["S404:scope"]\n',
        "pathway.toml: assumptions.clinical_suspicion.sources: source S404 is not listed",
    ),
    (
        "pathway.toml",
        'sources = ["S1:scope"]\n',
        'sources = ["S1:skope"]\n',
        "pathway.toml: assumptions.clinical_suspicion.sources: source S1 has no locator skope",
    ),
    (
        "topic.toml",
        'acr_topic = "S5:topic"',
        'acr_topic = "S5:table"',
        "topic.toml: topic.bone_local_recurrence.acr_topic: source S5 has no locator table",
    ),
    (
        "pathway.toml",
        'target = "radiographs"',
        'target = "x_rays"',
        "pathway.toml: edges.eligible_to_radiographs: node x_rays is not listed",
    ),
    (
        "pathway.toml",
        'source = "eligible"',
        'source = "elegible"',
        "pathway.toml: edges.eligible_to_radiographs: node elegible is not listed",
    ),
    (
        "pathway.toml",
        'procedure = "radiography"',
        'procedure = "x_rays"',
        "pathway.toml: nodes.radiographs.headlines.x_rays: procedure x_rays is not listed",
    ),
    (
        "ratings.toml",
        '  { procedure = "ct_with_iv_contrast", when',
        '  { procedure = "ct", when',
        "ratings.toml: instead.usual.ct: procedure ct is not listed",
    ),
    (
        "pathway.toml",
        'action = "order_radiographs"',
        'action = "order_x_rays"',
        "pathway.toml: nodes.radiographs: action order_x_rays is not listed",
    ),
    (
        "pathway.toml",
        'field = "mars_available"',
        'field = "mars"',
        "pathway.toml: assumptions.mars: field mars is not listed",
    ),
    (
        "pathway.toml",
        'value = "low"',
        'value = "medium"',
        "pathway.toml: assumptions.clinical_suspicion: 'medium' is not an answer to it",
    ),
    (
        "pathway.toml",
        "value = true",
        'value = "yes"',
        "pathway.toml: assumptions.mars_available: 'yes' is not an answer to it",
    ),
    (
        "pathway.toml",
        'field = "clinical_suspicion"\nvalue = "low"',
        'field = "age_years"\nvalue = true',
        "pathway.toml: assumptions.age_years: True is not an answer to it",
    ),
    (
        "pathway.toml",
        'id = "suspicious"',
        'id = "stable"',
        "pathway.toml: edges.stable: stands twice",
    ),
    (
        "scope.toml",
        'field = "tumor_origin"',
        'field = "purpose"',
        "scope.toml: requirements.purpose: stands twice",
    ),
    (
        "scope.toml",
        'variant = "staging_pulmonary"',
        'variant = "staging_lungs"',
        "scope.toml: exclusions.initial_staging.redirects.staging_lungs: variant staging_lungs is not listed",
    ),
    (
        "scope.toml",
        'action = "use_other_pathway"',
        'action = "go_elsewhere"',
        "scope.toml: status_texts.out_of_scope: action go_elsewhere is not listed",
    ),
    (
        "scope.toml",
        'status = "conflict"',
        'status = "incomplete"',
        "scope.toml: status_texts: must be exactly out_of_scope, conflict, incomplete",
    ),
    (
        "scope.toml",
        'headline = "Answers disagree: {fields}"',
        'headline = "Answers disagree: {field}"',
        "scope.toml: status_texts.conflict.headline: in braces stand {fields} and {messages} alone",
    ),
    (
        "scope.toml",
        'headline = "Soft tissue tumors have their own ratings"',
        'headline = "Soft tissue tumors {have their own ratings"',
        "scope.toml: exclusions.soft_tissue_tumor.headline: in braces stand {fields} and {messages} alone",
    ),
    (
        "ratings.toml",
        'instead = "beside_ct"',
        'instead = "besides_ct"',
        "ratings.toml: variants.local_recurrence_bone.ratings.ct_with_iv_contrast: instead besides_ct is not listed",
    ),
    (
        "ratings.toml",
        'instead = "beside_ct"\n',
        "",
        "ratings.toml: variants.local_recurrence_bone.ratings.ct_with_iv_contrast: "
        "instead is for the rows that are not usually appropriate, and each of those has one",
    ),
    (
        "ratings.toml",
        'role = "first_line"\n',
        'role = "first_line"\ninstead = "usual"\n',
        "ratings.toml: variants.local_recurrence_bone.ratings.radiography: "
        "instead is for the rows that are not usually appropriate, and each of those has one",
    ),
    (
        "ratings.toml",
        'role = "first_line"\n',
        "",
        "ratings.toml: variants.local_recurrence_bone.ratings.radiography: needs role, role_note and why",
    ),
    (
        "ratings.toml",
        '[[variants.ratings]]\nprocedure = "ct_without_iv_contrast"',
        '[[variants.ratings]]\nprocedure = "us"',
        "ratings.toml: variants.local_recurrence_bone: rates us twice",
    ),
    (
        "topic.toml",
        'variant = "local_recurrence_bone"',
        'variant = "bone"',
        "topic.toml: variant: bone is not listed",
    ),
    (
        "words.toml",
        'id = "inferred"',
        'id = "guessed"',
        "words.toml: bases: must be exactly source, inferred",
    ),
    (
        "form.toml",
        'id = "yes"',
        'id = "yeah"',
        "form.toml: yes_no: must be exactly yes, no",
    ),
    (
        "form.toml",
        '[[fields.choices]]\nid = "bone"\nlabel = "Bone"\n',
        "",
        "form.toml: fields.tumor_origin: choices must be bone, soft_tissue, in this order",
    ),
    (
        "form.toml",
        '"priors_available", "hardware"]',
        '"hardware"]',
        "form.toml: groups: priors_available stands in 0 groups instead of one",
    ),
    (
        "form.toml",
        '"priors_available", "hardware"]',
        '"priors_available", "priors_available", "hardware"]',
        "form.toml: groups: priors_available stands in 2 groups instead of one",
    ),
    (
        "form.toml",
        '"priors_available", "hardware"]',
        '"priors_available", "hardware", "allergy"]',
        "form.toml: fields.allergy: is not a field of the scenario",
    ),
    (
        "form.toml",
        '[[fields]]\nid = "radiation_therapy"',
        '[[fields]]\nid = "radiotherapy"',
        "form.toml: fields.radiation_therapy: has no label",
    ),
]


def test_fault_names_file_id_and_reason(spoil_pack: Spoil, subtests: pytest.Subtests) -> None:
    for file, old, new, fault in FAULTS:
        with subtests.test(fault):
            assert fault in spoil_pack(file, old, new)


def test_all_faults_are_reported_at_once(pack: Path, spoil_pack: Spoil) -> None:
    path = pack / "pathway.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('target = "tumor_board"', 'target = "board"'), encoding="utf-8")
    found = spoil_pack("topic.toml", 'variant = "local_recurrence_bone"', 'variant = "bone"')
    assert len(found) == text.count('target = "tumor_board"') + 1


# --- the pack as a whole -----------------------------------------------------------------------------------------


def test_every_reference_has_a_place_in_a_source(content: Content) -> None:
    sources = by_id(content.sources)
    references = [part for _, part in walk_parts(content) if isinstance(part, Reference)]
    assert len(references) > 200
    assert all(reference.locator in sources[reference.source].locators for reference in references)


def test_every_table_knows_its_file(content: Content) -> None:
    assert content.files["nodes"] == content.files["edges"] == "pathway.toml"
    assert content.files["variant"] == "topic.toml"


def test_hash_is_the_same_with_the_line_endings_of_windows(pack: Path, content: Content) -> None:
    for path in pack.glob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert content_hash(pack) == content.sha256
    assert load_content(pack) == content


def test_hash_changes_with_a_text_a_name_and_a_file(pack: Path, content: Content) -> None:
    hashes = [content.sha256]
    (pack / "topic.toml").write_bytes((pack / "topic.toml").read_bytes() + b"# more\n")
    hashes.append(content_hash(pack))
    (pack / "topic.toml").rename(pack / "subject.toml")
    hashes.append(content_hash(pack))
    (pack / "empty.toml").touch()
    hashes.append(content_hash(pack))
    assert len(set(hashes)) == 4


def test_packs_are_equal_where_their_hashes_are(pack: Path, content: Content) -> None:
    same = load_content(pack)
    assert same == content
    assert hash(same) == hash(content)
    with (pack / "topic.toml").open("a", encoding="utf-8") as file:
        file.write("# another edition\n")
    assert load_content(pack) != content
    assert content != "content"


def test_content_cannot_be_changed(content: Content) -> None:
    with pytest.raises(FrozenInstanceError):
        content.variant = "local_recurrence_soft_tissue"  # type: ignore[misc]
