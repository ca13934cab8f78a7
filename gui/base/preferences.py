"""The user's preferences, kept between runs.

They are a JSON file. QSettings would build objects from whatever a damaged or hostile file contains.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from gui.base.policy import NO_POLICY, Policy
from gui.base.profile import settings_folder
from gui.base.saving import save_whole
from gui.base.settings_table import SETTINGS, Value

# One for each digit key; more could not be scanned at a glance.
_MOST_RECENT = 9
# An upper bound for a file with a few preferences and nine long names.
_MOST_BYTES = 262_144


def user_file() -> Path:
    """Return the path of this user's preferences file."""
    return settings_folder() / "preferences.json"


class Preferences:
    """Preferences kept in a file, or only in memory if no file is given.

    The settings of the settings table are read and written by name: `preferences["zoom"] = 125`. A policy overrides
    the user's preferences and is never written; `is_managed` reports such settings. A value of the wrong kind counts
    as not set. So does every value of an unreadable file; `problem` then names the file, the fault and the remedy.
    """

    def __init__(self, file: Path | None = None, policy: Policy = NO_POLICY) -> None:
        self._file = file
        self._policy = policy
        self._unkept: dict[str, object] = {}
        self.problem = ""
        self._kept()  # report a damaged file at once

    @property
    def folder(self) -> Path | None:
        """The folder of the file, which also holds the user's other files, or None if nothing is kept."""
        return self._file.parent if self._file else None

    @property
    def policy_problems(self) -> tuple[str, ...]:
        """The problems of the policy: where, what and why."""
        return self._policy.problems

    def is_managed(self, setting: str) -> bool:
        """Return whether a policy fixes this setting, so that the user cannot change it."""
        return setting in self._policy.settings

    def __getitem__(self, setting: str) -> Any:
        """Return the policy's value, else the user's if it is valid, else the default. Raise KeyError for no setting."""
        if self.is_managed(setting):
            return self._policy.settings[setting]
        row, value = SETTINGS[setting], self._value(setting)
        return value if row.accepts(value) else row.default

    def __setitem__(self, setting: str, value: Value) -> None:
        """Keep a value of the user, unless a policy fixes the setting."""
        if self.is_managed(setting):
            return
        self._set(SETTINGS[setting].name, value)
        if setting == "keep_recent_files" and not value:
            self.forget_recent_files()

    @property
    def window_place(self) -> QByteArray | None:
        """The last place and size of the window, in Qt's encoding, or None if none was saved."""
        value = self._value("window")
        return QByteArray.fromBase64(value.encode(errors="replace")) if isinstance(value, str) else None

    @window_place.setter
    def window_place(self, place: QByteArray) -> None:
        self._set("window", place.toBase64().toStdString())

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """The recently opened or saved files, the latest first."""
        value = self._value("recent_files")
        if not self["keep_recent_files"] or not isinstance(value, list):
            return ()
        return tuple(Path(name) for name in value[:_MOST_RECENT] if name)

    def add_recent_file(self, path: Path) -> None:
        """Put a file at the top of the list, if the list is kept."""
        if self["keep_recent_files"]:
            names = dict.fromkeys(map(str, (path, *self.recent_files)))
            self._set("recent_files", list(names)[:_MOST_RECENT])

    def forget_recent_files(self) -> None:
        """Empty the list."""
        self._set("recent_files", [])

    def _value(self, key: str) -> object:
        """Return the value that the user has set, or None."""
        return self._unkept[key] if key in self._unkept else (self._kept() or {}).get(key)

    def _set(self, key: str, value: object) -> None:
        if self._keep(key, value):
            self._unkept.pop(key, None)
        else:
            self._unkept[key] = value

    def _kept(self) -> dict[str, Any] | None:
        """Return the current content of the file, which another window may have changed; None if inaccessible."""
        if self._file is None:
            return {}
        try:
            with self._file.open("rb") as file:
                values = json.loads(file.read(_MOST_BYTES))
        except FileNotFoundError:
            return {}
        except OSError:
            self._note_no_access()
            return None
        except (ValueError, RecursionError):
            values = None
        if not isinstance(values, dict):
            self.problem = f"{self._file} is damaged and is not used. Choose your settings again, or delete the file."
            return {}
        return {key: _plain(value) for key, value in values.items()}

    def _keep(self, key: str, value: object) -> bool:
        """Write a value to the file and keep its other values. Return whether that succeeded."""
        if self._file is None:
            return False
        kept = self._kept()
        if kept is None:
            return False
        with suppress(OSError):  # saving reports it
            self._file.parent.mkdir(parents=True, exist_ok=True)
        fault = save_whole(self._file, json.dumps(kept | {key: value}, indent=2).encode())
        if fault:
            self._note_no_access()
        return not fault

    def _note_no_access(self) -> None:
        self.problem = (
            f"{self._file} cannot be opened, so your settings apply only until you close the window. "
            "Ask for permission to read and write this file."
        )


def _plain(value: object) -> object:
    """Return the part of a value that this program could have written, or None. Its values are flat."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    return value if isinstance(value, str | int) else None
