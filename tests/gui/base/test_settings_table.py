"""The table of settings: which values each row accepts."""

from gui.base.settings_table import SETTINGS, fault

# The values that are valid for some setting, and others that are close to them.
VALUES = (
    None, True, False, 0, 1, 49, 50, 100, 400, 401, 100.0, "100", "true",
    "system", "light", "dark", "contrast", "Dark", "a4", "letter", "", [], {}, ["dark"],
)  # fmt: skip


def test_each_default_is_valid() -> None:
    assert [fault(name, row.default) for name, row in SETTINGS.items()] == [""] * len(SETTINGS)


def test_a_setting_accepts_its_own_values_only() -> None:
    accepted = {name: [value for value in VALUES if not fault(name, value)] for name in SETTINGS}
    assert repr(accepted) == repr(
        {
            "theme": ["system", "light", "dark", "contrast"],
            "zoom": [50, 100, 400],
            "keep_recent_files": [True, False],
            "ascii_notes": [True, False],
            "paper": [None, "a4", "letter"],
        }
    )
