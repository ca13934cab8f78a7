"""Writing files: the whole new content or, where that fails, what was there before."""

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile


def save_bytes(path: Path, data: bytes) -> str | None:
    """Writes a file, whole or not at all; what went wrong in words, or None."""
    file = QSaveFile(str(path))
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit():
        return None
    return file.errorString()
