"""Settings of the organization: on real files, and on a registry and preferences passed as arguments."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from core.content import Content
from gui.base.policy import (
    MAC_DOMAIN,
    NO_POLICY,
    REGISTRY_KEY,
    Policy,
    policy_of_file,
    policy_of_mac,
    policy_of_windows,
)
from gui.base.preferences import Preferences
from gui.look.theme import theme_manager
from gui.settings.dialog import SettingsDialog
from gui.state import CaseState
from gui.window.main_window import MainWindow

# The offscreen platform prints this for dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def written(path: Path, text: str) -> Policy:
    path.write_text(text, encoding="utf-8")
    return policy_of_file(path)


def of(preferences: Preferences, *names: str) -> list[object]:
    return [preferences[name] for name in names]


def test_policy_comes_before_the_user_before_the_default(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    assert of(Preferences(file), "theme", "zoom", "paper") == ["system", 100, None]
    user = Preferences(file)
    user["theme"], user["zoom"], user["paper"], user["ascii_notes"] = "dark", 125, "a4", True
    assert of(Preferences(file), "theme", "zoom", "paper") == ["dark", 125, "a4"]

    policy = written(tmp_path / "policy.toml", 'theme = "contrast"\npaper = "letter"\nascii_notes = false\n')
    managed = Preferences(file, policy)
    assert of(managed, "theme", "paper", "ascii_notes", "zoom") == ["contrast", "letter", False, 125]
    assert [managed.is_managed(name) for name in ("theme", "paper", "ascii_notes", "zoom")] == [True, True, True, False]
    managed["theme"] = "light"
    assert managed["theme"] == "contrast"
    # Without the policy the user's own setting applies again.
    assert of(Preferences(file), "theme", "paper", "ascii_notes") == ["dark", "a4", True]


def test_a_managed_list_of_recent_files_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    Preferences(file).add_recent_file(Path("/cases/before.case.json"))
    managed = Preferences(file, Policy(settings={"keep_recent_files": False}))
    managed.add_recent_file(Path("/cases/after.case.json"))
    assert managed.recent_files == ()
    assert b"after" not in file.read_bytes()


def test_a_wrong_value_is_named_and_the_others_hold(tmp_path: Path) -> None:
    for text, fault in (
        ('theme = "pink"', 'theme: "pink" is not valid. Use one of: system, light, dark, contrast.'),
        ("zoom = 9000", "zoom: 9000 is not valid. Use a whole number from 50 to 400."),
        ('zoom = "100"', 'zoom: "100" is not valid. Use a whole number from 50 to 400.'),
        (f"zoom = 0x{'f' * 9_000}", "zoom: this value is not valid. Use a whole number from 50 to 400."),
        ("ascii_notes = 1", "ascii_notes: 1 is not valid. Use true or false (in the registry, 1 or 0)."),
        (
            "color = 1",
            "color: unknown setting. Remove it, or use one of: theme, zoom, keep_recent_files, ascii_notes, paper.",
        ),
    ):
        policy = written(tmp_path / "policy.toml", f'language = "es"\n{text}\npaper = "letter"\n')
        assert policy.settings == {"paper": "letter"}, text
        assert policy.problems == (f"{tmp_path / 'policy.toml'}: {fault}",)


def test_a_policy_not_readable_settles_nothing(tmp_path: Path) -> None:
    assert policy_of_file(tmp_path / "policy.toml") == NO_POLICY
    assert "policy.toml: is not TOML: " in written(tmp_path / "policy.toml", "theme =").problems[0]
    (tmp_path / "policy.toml").write_bytes(b"\xff")
    assert "is not UTF-8 (byte 0)" in policy_of_file(tmp_path / "policy.toml").problems[0]
    assert "cannot be read" in policy_of_file(tmp_path).problems[0]
    assert policy_of_file(tmp_path).settings == {}


def registry(**keys: Mapping[str, Any]) -> Any:
    def read(root: str, key: str) -> Mapping[str, Any]:
        assert key == REGISTRY_KEY
        return keys.get(root, {})

    return read


def test_the_registry_of_windows_is_read_the_computer_first() -> None:
    policy = policy_of_windows(registry(HKLM={"Theme": "dark", "Zoom": 150, "Keep_Recent_Files": 0, "ascii_notes": 1}))
    assert policy.settings == {"theme": "dark", "zoom": 150, "keep_recent_files": False, "ascii_notes": True}
    assert policy.problems == ()
    policy = policy_of_windows(registry(HKLM={"theme": "dark"}, HKCU={"theme": "light", "paper": "letter"}))
    assert policy.settings == {"theme": "dark", "paper": "letter"}
    assert policy_of_windows(registry()) == NO_POLICY
    policy = policy_of_windows(registry(HKLM={"ascii_notes": 2, "paper": "a4"}))
    assert policy.settings == {"paper": "a4"}
    assert policy.problems[0].startswith(rf"HKLM\{REGISTRY_KEY}: ascii_notes: ")


def test_a_registry_not_readable_is_named() -> None:
    def refused(root: str, key: str) -> Mapping[str, Any]:
        raise PermissionError(13, "Access is denied")

    assert policy_of_windows(refused).problems == (rf"HKCU\{REGISTRY_KEY}: cannot be read (Access is denied)",)


def test_the_managed_preferences_of_a_mac_are_read() -> None:
    def managed(domain: str) -> Mapping[str, Any]:
        assert domain == MAC_DOMAIN
        return {"zoom": 125, "keep_recent_files": False}

    assert policy_of_mac(managed).settings == {"zoom": 125, "keep_recent_files": False}


def test_managed_settings_are_disabled_and_say_so(qtbot: QtBot, content: Content, today: Any, tmp_path: Path) -> None:
    theme_manager().set_theme("light")
    policy = written(tmp_path / "policy.toml", 'theme = "dark"\nzoom = 110\nkeep_recent_files = false\n')
    window = MainWindow(CaseState(content, today), Preferences(tmp_path / "preferences.json", policy))
    qtbot.addWidget(window)
    for name in ("theme_light", "theme_system", "zoom_in", "zoom_reset"):
        action = window.findChild(QAction, name)
        assert not action.isEnabled()
        assert action.toolTip() == "Set by your organization"
    dialog = SettingsDialog(window.preferences, window)
    dialog.show()
    greyed = {box.objectName() for box in dialog.findChildren(QComboBox) if not box.isEnabled()}
    assert greyed == {"theme", "zoom", "keep_recent_files"}
    for name in greyed:
        assert dialog.findChild(QLabel, f"count_{name}").text() == "Set by your organization"
        assert dialog.findChild(QComboBox, name).accessibleDescription() == "Set by your organization"
    assert dialog.findChild(QLabel, "count_paper").text() == ""


def test_a_hostile_policy_is_reported_on_one_short_line(tmp_path: Path) -> None:
    for text, word in (
        ('"\\u0007\\u001b[2J" = 1', r"\x07\x1b[2J: "),
        (f"{'k' * 5_000} = 1", f"{'k' * 57}...: "),
        ("a." * 60_000 + "a = 1", "line 1 has more than 200 dots"),
        ("#" * 300_000, "is larger than 256 KiB"),
        ("a = " + "[" * 50_000, "is nested too deeply"),
    ):
        policy = written(tmp_path / "policy.toml", text)
        (problem,) = policy.problems
        assert word in problem
        assert problem.isprintable()
        assert len(problem) < 1_000
        assert policy.settings == {}
