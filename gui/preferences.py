"""What the user prefers, from one run to the next. The only module that touches QSettings."""

import json
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

# As many as are found at a glance, one for each digit.
_MOST_RECENT = 9


def user_file() -> Path:
    """The file that keeps this user's preferences."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation), "preferences.ini")


class Preferences:
    """Preferences kept in a file, or for as long as the program runs where no file is given.

    A value that cannot be read counts as not set; `problem` says then what is wrong with which file, and what to do.
    Each value is JSON in one line of the file: half of one is never taken for a whole one.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._unkept: dict[str, str] = {}
        self.problem = ""
        self._value("recent_files")  # damage is known at once

    @property
    def keeps_recent_files(self) -> bool:
        """Whether opened and saved files are listed in the File menu."""
        value = self._value("keep_recent_files")
        return value if isinstance(value, bool) else True

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

    def _value(self, key: str) -> object:
        """What is set, or None. The one place of precedence: what is asked first here wins over the user's own."""
        text = self._unkept.get(key)
        if text is None and self._file is not None:
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
        text = json.dumps(value)
        if self._file is not None:
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
        self.problem = (
            f"{self._file} cannot be opened, so what you prefer holds until you close the window. "
            "Ask for the right to read and write it."
        )

    def _note_damage(self) -> None:
        self.problem = (
            f"{self._file} is damaged: what cannot be read in it is as if never set. Set it anew, or delete the file."
        )
