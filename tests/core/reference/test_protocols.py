# ruff: noqa: RUF001 (values are typed as they read, with dashes and minus signs)
"""The protocol cards: every number with its unit and source, and what a case makes of a card."""

import re
from collections.abc import Iterator

import pytest

from core.case.scenario import Scenario
from core.content import Content, by_id
from core.proof.case_space import whole_space
from core.reference.protocols import ProtocolCard, adapted, card_for, references_of
from core.reference.shelf import Shelf
from tests.core.conftest import Spoil
from tests.strategies import eligible


def test_every_study_which_can_be_recommended_has_a_card(shelf: Shelf, content: Content) -> None:
    advised = {headline.procedure for node in content.nodes for headline in node.headlines} - {None}
    assert advised == {
        "radiography", "mri_without_and_with_iv_contrast", "mri_without_iv_contrast", "ct_with_iv_contrast",
    }  # fmt: skip
    cards = {procedure: card_for(procedure, shelf.protocols) for procedure in advised}
    assert {procedure: card.id if card else None for procedure, card in cards.items()} == {
        "radiography": "radiographs",
        "mri_without_and_with_iv_contrast": "mri_tumor",
        "mri_without_iv_contrast": "mri_tumor",
        "ct_with_iv_contrast": "ct_metal",
    }
    pet = card_for("fdg_pet_ct_whole_body", shelf.protocols)
    assert pet is not None and pet.id == "fdg_pet_ct"
    assert card_for("us", shelf.protocols) is None


# --- numbers -----------------------------------------------------------------------------------------------------

# Letters and digits that are one name, and no quantity.
_NAMES = re.compile(r"\bT[12]\b")
_UNITS = re.compile(
    r"^(?:–[\d.,]+|\s*±| to ±?[\d.,]+)*\s?(?:"
    r"%|T\b|kHz|mSv|mm\b|HU|keV|mCi|MBq|mL/min|months?|years?|hours?|min\b|patients|scans|doses|recurrences|studies|"
    r"recurrent osteosarcomas)"
)
_PAIRED = re.compile(r"[\d.,]+ (?:of|and|to) (?=[\d.])")


def bare_numbers(text: str) -> list[str]:
    """The numbers of a sentence without a unit, or with no noun that they count."""
    # "18 of 21 studies" and "19.2 and 26.2 HU" have their unit behind the second number.
    text = _PAIRED.sub("", _NAMES.sub("", text))
    numbers = re.finditer(r"(?<![A-Za-z\d.,–/])±?\d[\d.,]*(?<![.,])", text)
    return [n.group() for n in numbers if not _UNITS.match(text[n.end() :]) and not _named_before(text, n.start())]


def _named_before(text: str, place: int) -> bool:
    """Whether the number is an index or a stage, which have no unit: "the AUC from 0.648 to 0.779", "stages 4 and 5"."""
    return re.search(r"(AUC(?: from)?|[Ss]tages?|/) $|/$", text[:place]) is not None


def prose(card: ProtocolCard) -> Iterator[str]:
    """Every sentence of a card that is not the value of a parameter."""
    yield card.summary
    for table in card.tables:
        yield table.title
        for row in table.rows:
            yield from (row.name, row.purpose)
    for part in (*card.pitfalls, *card.adaptations):
        yield part.text
    yield from card.unsettled


def test_no_number_of_a_card_stands_without_its_unit(shelf: Shelf) -> None:
    found = {text: numbers for card in shelf.protocols for text in prose(card) if (numbers := bare_numbers(text))}
    assert found == {}
    values = [row for card in shelf.protocols for table in card.tables for row in table.rows]
    assert [row.name for row in values if re.search(r"(?<!T)\d", row.value) and not row.unit] == []
    assert sum(bool(row.unit) for row in values) >= 30


def test_what_no_source_settles_has_no_number(shelf: Shelf) -> None:
    assert [text for card in shelf.protocols for text in card.unsettled if re.search(r"\d", text)] == []


def test_figures_are_those_typed_by_hand(shelf: Shelf, subtests: pytest.Subtests) -> None:
    for card, name, value, unit, source in [
        ("radiographs", "Effective dose, one view of a limb", "0.001", "mSv", "S24"),
        ("mri_tumor", "Field strength", "at least 1.5", "T", "S104"),
        ("mri_metal", "Readout bandwidth ±16 to ±64 kHz", "−60", "% artifact", "S143"),
        ("mri_metal", "All of them together", "−79", "% artifact", "S143"),
        ("mri_metal", "SEMAC", "−56", "% artifact volume", "S144"),
        ("mri_metal", "SEMAC with VAT", "−63", "% artifact volume", "S144"),
        ("ct_metal", "Severe artifact: virtual energy with metal reduction", "130", "keV", "S146"),
        ("ct_metal", "The same in patients", "140", "keV", "S147"),
        ("ct_metal", "Not for reading beside metal", "64–88", "keV", "S148"),
        ("fdg_pet_ct", "Activity, adult", "185–370", "MBq", "S149"),
        ("fdg_pet_ct", "Activity, child", "3.7–5.2", "MBq/kg", "S33"),
        ("fdg_pet_ct", "Static emission", "from 30, until 100", "min after the injection", "S149"),
        ("fdg_pet_ct", "Counted as hyperglycemia", "above 11.1", "mmol/L", "S151"),
        ("fdg_pet_ct", "Suspicious", "above 4.6", "SUVmax", "S92"),
        ("gadolinium", "Group II agents: events", "0 in 4,931", "doses", "S152"),
    ]:
        with subtests.test(card=card):
            rows = {row.name: row for table in by_id(shelf.protocols)[card].tables for row in table.rows}
            assert (rows[name].value, rows[name].unit) == (value, unit)
            assert source in {reference.source for reference in rows[name].sources}


def test_card_gives_everything_which_it_cites_once(shelf: Shelf) -> None:
    cited = references_of(by_id(shelf.protocols)["gadolinium"])
    assert len(cited) == len(set(cited))
    assert {reference.source for reference in cited} == {"S2", "S152", "S153"}


# --- what a case makes of a card ---------------------------------------------------------------------------------


def said(shelf: Shelf, content: Content, card: str, scenario: Scenario) -> list[tuple[str, str | None, list[str]]]:
    """The beginning of each adaptation, the card it leads to, and its reason."""
    return [
        (adaptation.text.split(":")[0], adaptation.see, [f"{f.label}: {f.answer}" for f in adaptation.because])
        for adaptation in adapted(by_id(shelf.protocols)[card], scenario, content)
    ]


def test_metal_and_contrast_adapt_the_mri_card_with_their_reason(shelf: Shelf, content: Content) -> None:
    case = eligible(hardware="endoprosthesis", gadolinium_contraindicated=True)
    assert said(shelf, content, "mri_tumor", case) == [
        ("Metal at the site", "mri_metal", ["Hardware: Endoprosthesis"]),
        ("No gadolinium", "gadolinium", ["Gadolinium contraindicated: Yes"]),
    ]


def test_unknown_answers_are_asked_for_and_never_taken_for_no(shelf: Shelf, content: Content) -> None:
    case = eligible(hardware=None, gadolinium_contraindicated=None)
    assert said(shelf, content, "mri_tumor", case) == [
        ("Hardware is not recorded", "mri_metal", ["Hardware: not recorded"]),
        (
            "Whether gadolinium can be given is not recorded",
            "gadolinium",
            ["Gadolinium contraindicated: not recorded"],
        ),
    ]
    for card in shelf.protocols:
        texts = [text for text, _, _ in said(shelf, content, card.id, case)]
        assert not any(text.startswith(("Metal at", "No metal", "No gadolinium", "Gadolinium can")) for text in texts)


def test_no_metal_and_contrast_allowed_are_said_as_well(shelf: Shelf, content: Content) -> None:
    case = eligible(hardware="none", gadolinium_contraindicated=False)
    assert [text for text, _, _ in said(shelf, content, "mri_tumor", case)] == [
        "Gadolinium can be given",
    ]
    assert said(shelf, content, "mri_metal", case)[0][:2] == ("No metal is recorded", "mri_tumor")
    assert said(shelf, content, "ct_metal", case) == [("No metal is recorded", None, ["Hardware: None"])]


def test_card_never_takes_metal_for_present_and_absent_at_once(shelf: Shelf, content: Content) -> None:
    for card in shelf.protocols:
        for scenario in whole_space(adaptation.when for adaptation in card.adaptations).scenarios:
            texts = {text for text, _, _ in said(shelf, content, card.id, scenario)}
            for pair in (
                ("Metal at the site", "No metal is recorded"),
                ("Metal at the site", "Hardware is not recorded"),
                ("No gadolinium", "Gadolinium can be given"),
            ):
                assert not texts >= set(pair), (card.id, scenario)


def test_child_is_given_activity_by_weight(shelf: Shelf, content: Content) -> None:
    assert ("A child", None, ["Age: 9 years"]) in said(shelf, content, "fdg_pet_ct", eligible(age_years=9))
    assert all(text != "A child" for text, _, _ in said(shelf, content, "fdg_pet_ct", eligible(age_years=18)))
    assert all(text != "A child" for text, _, _ in said(shelf, content, "fdg_pet_ct", eligible(age_years=None)))


# --- faults ------------------------------------------------------------------------------------------------------


FAULTS = [
    (
        'value = "130", unit = "keV"',
        'value = "130"',
        "protocols.ct_metal.tables.0.rows.1: '130' needs a unit",
    ),
    ('see = "ct_metal"', 'see = "ct"', "protocols.mri_tumor: card ct is not listed"),
    (
        'procedures = ["radiography"]',
        'procedures = ["x_ray"]',
        "protocols.radiographs: procedure x_ray is not listed",
    ),
    ('id = "mri_metal"\ntitle', 'id = "gadolinium"\ntitle', "protocols.gadolinium: stands twice"),
]


def test_what_does_not_fit_is_reported(spoil_shelf: Spoil, subtests: pytest.Subtests) -> None:
    for old, new, fault in FAULTS:
        with subtests.test(fault):
            assert f"protocols.toml: {fault}" in spoil_shelf("protocols.toml", old, new)
    assert spoil_shelf("protocols.toml", 'procedures = ["radiography"]', 'procedures = ["ct_with_iv_contrast"]') == [
        f"protocols.toml: protocols.{card}: procedure ct_with_iv_contrast has two cards"
        for card in ("radiographs", "ct_metal")
    ]
