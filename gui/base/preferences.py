"""What the user prefers, from one run to the next.

A file of JSON and not QSettings, which builds objects from whatever a damaged or hostile file says.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QByteArray

from gui.base.policy import NO_POLICY, Policy, is_setting
from gui.base.profile import settings_folder
from gui.base.saving import save_whole

# As many as are found at a glance, one for each digit.
_MOST_RECENT = 9
# The largest file that a few preferences and nine long names could make.
_MOST_BYTES = 262_144


def user_file() -> Path:
    """The file that keeps this user's preferences."""
    return settings_folder() / "preferences.json"


class Preferences:
    """Preferences kept in a file, or for as long as the program runs where no file is given.

    What a policy settles holds whatever the user prefers, and is not written; `is_managed` says so of a setting.
    A value of a wrong kind counts as not set, and so does every value of a file that cannot be read; `problem` says
    then what is wrong with which file, and what to do.
    """

    def __init__(self, file: Path | None = None, policy: Policy = NO_POLICY) -> None:
        self._file = file
        self._policy = policy
        self._unkept: dict[str, object] = {}
        self.problem = ""
        self._kept()  # damage is known at once

    @property
    def folder(self) -> Path | None:
        """The folder of the file, where whatever else the user keeps belongs; None where nothing is kept."""
        return self._file.parent if self._file else None

    @property
    def policy_problems(self) -> tuple[str, ...]:
        """What is wrong with the policy: where, what and why."""
        return self._policy.problems

    def is_managed(self, setting: str) -> bool:
        """Whether a policy settles this setting, so that the user cannot."""
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
        """The paper of PDF and print, "a4" or "letter"; None: what this computer's region uses."""
        return cast("str | None", self._setting("paper"))

    @paper.setter
    def paper(self, name: str | None) -> None:
        self._set("paper", name)

    @property
    def window_place(self) -> QByteArray | None:
        """Where the window was and how large, as Qt tells; None where it was never told."""
        value = self._value("window")
        return QByteArray.fromBase64(value.encode(errors="replace")) if isinstance(value, str) else None

    @window_place.setter
    def window_place(self, place: QByteArray) -> None:
        self._set("window", place.toBase64().toStdString())

    @property
    def keeps_recent_files(self) -> bool:
        """Whether opened and saved files are listed in the File menu."""
        return self._setting("keep_recent_files") is not False

    @keeps_recent_files.setter
    def keeps_recent_files(self, wanted: bool) -> None:
        self._set("keep_recent_files", wanted)
        if not wanted:
            self.forget_recent_files()

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """The files opened or saved of late, the last one first."""
        value = self._value("recent_files")
        if not self.keeps_recent_files or not isinstance(value, list):
            return ()
        return tuple(Path(name) for name in value[:_MOST_RECENT] if name)

    def add_recent_file(self, path: Path) -> None:
        """Puts a file on top of the list, where one is kept."""
        if self.keeps_recent_files:
            names = dict.fromkeys(map(str, (path, *self.recent_files)))
            self._set("recent_files", list(names)[:_MOST_RECENT])

    def forget_recent_files(self) -> None:
        """Empties the list."""
        self._set("recent_files", [])

    def _setting(self, name: str) -> Any:
        """What holds: what the policy settles, else what the user prefers, else None. Nonsense counts as not set."""
        managed = getattr(self._policy.settings, name)
        if managed is not None:
            return managed
        value = self._value(name)
        return value if is_setting(name, value) else None

    def _value(self, key: str) -> object:
        """What the user has set, or None."""
        return self._unkept[key] if key in self._unkept else (self._kept() or {}).get(key)

    def _set(self, key: str, value: object) -> None:
        if getattr(self._policy.settings, key, None) is not None:
            return
        if self._keep(key, value):
            self._unkept.pop(key, None)
        else:
            self._unkept[key] = value

    def _kept(self) -> dict[str, Any] | None:
        """What the file holds now, as another window may have written it; None where there is no access to it."""
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
        """Writes a value to the file beside the others there; whether that was possible."""
        if self._file is None:
            return False
        kept = self._kept()
        if kept is None:
            return False
        with suppress(OSError):  # told by the save
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
    """What a value has of this program's own, which are as flat as the lines of a form; None where it has nothing."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    return value if isinstance(value, str | int) else None
