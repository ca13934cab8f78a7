"""Where the program keeps its files: in the user's folders, or next to the executable in a portable installation."""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths

PORTABLE = "portable.ini"
"""If a file of this name is next to the executable, everything is kept in that folder. Its content does not matter."""


def program_folder() -> Path:
    """Return the folder of the executable, or of the interpreter when run from source."""
    return Path(sys.executable).parent


def portable_folder(program: Path | None = None) -> Path | None:
    """Return the program's folder if it is portable, else None."""
    folder = program or program_folder()
    return folder if (folder / PORTABLE).is_file() else None


def settings_folder(program: Path | None = None) -> Path:
    """Return the folder of preferences and the local protocol."""
    return portable_folder(program) or _of_user(QStandardPaths.StandardLocation.AppConfigLocation)


def log_folder(program: Path | None = None) -> Path:
    """Return the folder of the fault log."""
    return portable_folder(program) or _of_user(QStandardPaths.StandardLocation.AppLocalDataLocation)


def _of_user(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))
