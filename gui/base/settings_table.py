"""The table of settings. To add a setting, add a row.

The settings dialog, the user's preferences and the organization's policy read this table. Needs no Qt.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.base.printable import printable

Value = str | int | bool | None


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One setting. Its values are the keys of `choices` or, if it has `limits`, the whole numbers from low to high."""

    name: str
    label: str
    help: str
    default: Value
    choices: Mapping[Value, str] = field(default_factory=dict)
    """The values that the dialog offers, with their texts. Zoom has none here: its steps are in the theme's scale."""
    limits: tuple[int, int] | None = None

    @property
    def is_switch(self) -> bool:
        """Whether the setting is on or off."""
        return isinstance(self.default, bool)

    def accepts(self, value: object) -> bool:
        """Return whether a value is valid."""
        if self.limits:
            return type(value) is int and self.limits[0] <= value <= self.limits[1]
        # Compare the types because True equals 1.
        return any(type(value) is type(choice) and value == choice for choice in self.choices)

    @property
    def remedy(self) -> str:
        """What to use instead of a value that is not valid."""
        if self.limits:
            return f"Use a whole number from {self.limits[0]} to {self.limits[1]}."
        if self.is_switch:
            return "Use true or false (in the registry, 1 or 0)."
        return f"Use one of: {', '.join(str(choice) for choice in self.choices if choice is not None)}."


_YES_NO: Mapping[Value, str] = {True: "Yes", False: "No"}

_ROWS = (
    Setting(
        name="theme",
        label="Theme",
        help="The colors of the window.",
        default="system",
        choices={"system": "Follow the system", "light": "Light", "dark": "Dark", "contrast": "High contrast"},
    ),
    Setting(name="zoom", label="Zoom", help="The size of text and controls.", default=100, limits=(50, 400)),
    Setting(
        name="keep_recent_files",
        label="Recent files in the menu",
        help="Whether the File menu lists the files that you opened or saved.",
        default=True,
        choices=_YES_NO,
    ),
    Setting(
        name="ascii_notes",
        label="Notes in ASCII only",
        help="Whether copied notes contain only ASCII characters.",
        default=False,
        choices=_YES_NO,
    ),
    Setting(
        name="paper",
        label="Paper for PDF and print",
        help="The paper size of PDF files and printed pages.",
        default=None,
        choices={None: "As in this computer's region", "a4": "A4", "letter": "Letter"},
    ),
)
SETTINGS: Mapping[str, Setting] = {row.name: row for row in _ROWS}

# Settings of earlier versions are ignored, so administrators need not clean up their policies.
RETIRED = ("language",)


def fault(name: str, value: object) -> str:
    """Return why a setting cannot have this value and what to do, or an empty text if it can."""
    setting = SETTINGS.get(name)
    if setting is None:
        return f"{printable(name)}: unknown setting. Remove it, or use one of: {', '.join(SETTINGS)}."
    return "" if setting.accepts(value) else f"{name}: {_shown(value)} is not valid. {setting.remedy}"


def _shown(value: object) -> str:
    try:
        return printable(json.dumps(value, default=str, ensure_ascii=False))
    except (ValueError, RecursionError):  # a number of thousands of digits, or very deep nesting
        return "this value"
