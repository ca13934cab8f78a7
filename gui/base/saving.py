"""Files written whole or not at all, with what went wrong in words. Needs no Qt."""

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
    """Writes a file under its name once all of it is on the drive; until then the name holds what it held before.

    Returns what went wrong and what to do about it, or None. A link is followed.
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
    """Writes a draft beside the file and gives it the file's name. Raises OSError, and then leaves no draft."""
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
