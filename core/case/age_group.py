"""Adults and children. Published doses and schedules differ between them."""

from typing import Literal

from core.case.scenario import Scenario

AgeGroup = Literal["adult", "child"]

ADULT_FROM_YEARS = 18
"""The age from which the ACR's dose ranges for adults apply."""


def age_group(scenario: Scenario) -> AgeGroup | None:
    """Return the age group of the patient, or None when no age is recorded."""
    if scenario.age_years is None:
        return None
    return "adult" if scenario.age_years >= ADULT_FROM_YEARS else "child"
