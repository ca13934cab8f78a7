"""The user's preferences, kept between runs.

They are a JSON file. QSettings would build objects from whatever a damaged or hostile file contains.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QByteArray

from gui.base.policy import NO_POLICY, Policy, is_setting
from gui.base.profile import settings_folder
from gui.base.saving import save_whole

# One for each digit key; more could not be scanned at a glance.
_MOST_RECENT = 9
# An upper bound for a file with a few preferences and nine long names.
_MOST_BYTES = 262_144


def user_file() -> Path:
    """Return the path of this user's preferences file."""
    return settings_folder() / "preferences.json"


class Preferences:
    """Preferences kept in a file, or only in memory if no file is given.

    A policy overrides the user's preferences and is never written; `is_managed` reports such settings. A value of the
    wrong kind counts as not set. So does every value of an unreadable file; `problem` then names the file, the fault
    and the remedy.
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
        return getattr(self._policy.settings, setting) is not None

    @property
    def theme(self) -> str:
        """The look: "system", "light", "dark" or "contrast"."""
        return cast("str", self._setting("theme") or "system")

    @theme.setter
    def theme(self, name: str) -> None:
        self._set("theme", name)

    @property
    def zoom(self) -> int:
        """The size of text and controls in percent."""
        return cast("int", self._setting("zoom") or 100)

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._set("zoom", percent)

    @property
    def ascii_notes(self) -> bool:
        """Whether copied notes hold ASCII characters only."""
        return bool(self._setting("ascii_notes"))

    @ascii_notes.setter
    def ascii_notes(self, wanted: bool) -> None:
        self._set("ascii_notes", wanted)

    @property
    def paper(self) -> str | None:
        """The paper of PDF and print, "a4" or "letter". None means the usual paper of this computer's region."""
        return cast("str | None", self._setting("paper"))

    @paper.setter
    def paper(self, name: str | None) -> None:
        self._set("paper", name)

    @property
    def window_place(self) -> QByteArray | None:
        """The last place and size of the window, in Qt's encoding, or None if none was saved."""
        value = self._value("window")
        return QByteArray.fromBase64(value.encode(errors="replace")) if isinstance(value, str) else None

    @window_place.setter
    def window_place(self, place: QByteArray) -> None:
        self._set("window", place.toBase64().toStdString())

    @property
    def keeps_recent_files(self) -> bool:
        """Whether the File menu lists opened and saved files."""
        return self._setting("keep_recent_files") is not False

    @keeps_recent_files.setter
    def keeps_recent_files(self, wanted: bool) -> None:
        self._set("keep_recent_files", wanted)
        if not wanted:
            self.forget_recent_files()

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """The recently opened or saved files, the latest first."""
        value = self._value("recent_files")
        if not self.keeps_recent_files or not isinstance(value, list):
            return ()
        return tuple(Path(name) for name in value[:_MOST_RECENT] if name)

    def add_recent_file(self, path: Path) -> None:
        """Put a file at the top of the list, if the list is kept."""
        if self.keeps_recent_files:
            names = dict.fromkeys(map(str, (path, *self.recent_files)))
            self._set("recent_files", list(names)[:_MOST_RECENT])

    def forget_recent_files(self) -> None:
        """Empty the list."""
        self._set("recent_files", [])

    def _setting(self, name: str) -> Any:
        """Return the effective value: the policy's, else the user's, else None. An invalid value counts as not set."""
        managed = getattr(self._policy.settings, name)
        if managed is not None:
            return managed
        value = self._value(name)
        return value if is_setting(name, value) else None

    def _value(self, key: str) -> object:
        """Return the value that the user has set, or None."""
        return self._unkept[key] if key in self._unkept else (self._kept() or {}).get(key)

    def _set(self, key: str, value: object) -> None:
        if getattr(self._policy.settings, key, None) is not None:
            return
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
            self._note_damage()
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
        told = save_whole(self._file, json.dumps(kept | {key: value}, indent=2).encode())
        if told:
            self._note_no_access()
        return not told

    def _note_no_access(self) -> None:
        self.problem = (
            f"{self._file} cannot be opened, so what you prefer holds until you close the window. "
            "Ask for the right to read and write it."
        )

    def _note_damage(self) -> None:
        self.problem = (
            f"{self._file} is damaged: what cannot be read in it is as if never set. Set it anew, or delete the file."
        )


def _plain(value: object) -> object:
    """Return the part of a value that this program could have written, or None. Its values are flat."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    return value if isinstance(value, str | int) else None
