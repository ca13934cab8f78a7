"""What the user prefers, from one run to the next. The only module that touches QSettings."""

import json
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QByteArray, QSettings

from core.phrase import Phrase
from gui.policy import NO_POLICY, Policy, is_setting
from gui.profile import settings_folder

# As many as are found at a glance, one for each digit.
_MOST_RECENT = 9
# The largest file that a few preferences and nine long names could make.
_MOST_BYTES = 262_144


def user_file() -> Path:
    """The file that keeps this user's preferences."""
    return settings_folder() / "preferences.ini"


class Preferences:
    """Preferences kept in a file, or for as long as the program runs where no file is given.

    What a policy settles holds whatever the user prefers, and is not written; `is_managed` says so of a setting.
    A value that cannot be read counts as not set; `problem` says then what is wrong with which file, and what to do.
    Each value is JSON in one line of the file: half of one is never taken for a whole one.
    """

    def __init__(self, file: Path | None = None, policy: Policy = NO_POLICY) -> None:
        self._file = file
        self._policy = policy
        self._unkept: dict[str, str] = {}
        self.problem = ""
        self._value("recent_files")  # damage is known at once

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
    def language(self) -> str:
        """The language of the program: "system", or one of gui.language's."""
        return cast("str", self._setting("language") or "system")

    @language.setter
    def language(self, name: str) -> None:
        self._set("language", name)

    @property
    def window_place(self) -> QByteArray | None:
        """Where the window was and how large, as Qt tells; None where it was never told."""
        value = self._value("window")
        return QByteArray.fromBase64(value.encode()) if isinstance(value, str) else None

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
        return tuple(Path(name) for name in value[:_MOST_RECENT] if isinstance(name, str) and name)

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
        text = self._unkept.get(key)
        if text is None and self._file is not None and _is_hostile(self._file):
            self._note_damage()
        elif text is None and self._file is not None:
            settings = self._opened(self._file)
            text = settings.value(key)
            if settings.status() is QSettings.Status.AccessError:
                self._note_no_access()
            elif settings.status() is QSettings.Status.FormatError:
                self._note_damage()
        try:
            return None if text is None else json.loads(str(text))
        except (ValueError, RecursionError):
            self._note_damage()
            return None

    def _set(self, key: str, value: object) -> None:
        if getattr(self._policy.settings, key, None) is not None:
            return
        text = json.dumps(value)
        if self._file is not None:
            if _is_hostile(self._file):
                self._file.unlink()
            settings = self._opened(self._file)
            settings.setValue(key, text)
            settings.sync()
            if settings.status() is not QSettings.Status.AccessError:
                return
            self._note_no_access()
        self._unkept[key] = text

    @staticmethod
    def _opened(file: Path) -> QSettings:
        """The file as it is now: another window may have written it, and a fault may have been mended."""
        settings = QSettings(str(file), QSettings.Format.IniFormat)
        settings.sync()
        return settings

    def _note_no_access(self) -> None:
        self.problem = Phrase(
            "{file} cannot be opened, so what you prefer holds until you close the window. "
            "Ask for the right to read and write it.",
            file=self._file,
        )

    def _note_damage(self) -> None:
        self.problem = Phrase(
            "{file} is damaged: what cannot be read in it is as if never set. Set it anew, or delete the file.",
            file=self._file,
        )


def _is_hostile(file: Path) -> bool:
    """Whether a file holds what Qt would build objects from, of any size: the program itself writes words only."""
    try:
        data = file.read_bytes()
    except OSError:
        return False  # told when it is opened
    return b"@Variant(" in data or b"@DateTime(" in data or len(data) > _MOST_BYTES
