"""Writing files completely or not at all, with errors in words. Needs no Qt."""

import errno
import os
from contextlib import suppress
from pathlib import Path

_REMEDIES = {
    errno.ENOSPC: "Make room on that drive or choose another.",
    errno.EDQUOT: "Make room in your share of that drive or choose another.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
}


def save_whole(path: Path, data: bytes) -> str | None:
    """Write a file under its name only after all of it is on the drive. Until then the old content remains.

    Return an error message that names the remedy, or None. Links are followed.
    """
    try:
        target = Path(os.path.realpath(path))
        obstacle = _obstacle(target)
        if obstacle is None:
            _replace(target, data)
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "Choose another folder.")
        return f"{error.strerror}. {remedy}"
    return obstacle


def _obstacle(target: Path) -> str | None:
    if target.is_dir():
        return "This is a folder. Name a file in it."
    if not target.parent.is_dir():
        return f"There is no folder {target.parent}. Make it, or choose another."
    if target.exists() and not os.access(target, os.W_OK):
        return "The file is write-protected. Choose another name."
    return None


def _replace(target: Path, data: bytes) -> None:
    """Write a draft next to the file and rename it to the file. Raises OSError, after deleting the draft."""
    draft = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
