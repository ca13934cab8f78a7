"""Where the program keeps what it keeps: with the user, or beside itself where it is portable."""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths

PORTABLE = "portable.ini"
"""A file of this name beside the executable, whatever it holds, keeps everything in that folder."""


def program_folder() -> Path:
    """The folder of the executable that was started; of the interpreter where there is none."""
    return Path(sys.executable).parent


def portable_folder(program: Path | None = None) -> Path | None:
    """The program's folder where it is portable, else None."""
    folder = program or program_folder()
    return folder if (folder / PORTABLE).is_file() else None


def settings_folder(program: Path | None = None) -> Path:
    """The folder of preferences and local protocol."""
    return portable_folder(program) or _of_user(QStandardPaths.StandardLocation.AppConfigLocation)


def log_folder(program: Path | None = None) -> Path:
    """The folder of the log of faults."""
    return portable_folder(program) or _of_user(QStandardPaths.StandardLocation.AppLocalDataLocation)


def _of_user(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))
