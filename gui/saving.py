"""Files written whole or not at all, with what went wrong in words. Needs no Qt."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

_REMEDIES = {
    errno.ENOSPC: "Make room on that drive or choose another.",
    errno.EDQUOT: "Make room in your share of that drive or choose another.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
}


def save_whole(path: Path, data: bytes) -> str | None:
    """Writes a file under its name once all of it is on the drive; until then the name holds what it held before.

    Returns what went wrong and what to do about it, or None. A link is followed.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        return "This is a folder. Name a file in it."
    if not target.parent.is_dir():
        return f"There is no folder {target.parent}. Make it, or choose another."
    if target.exists() and not os.access(target, os.W_OK):
        return "The file is write-protected. Choose another name."
    draft = target.with_name(f".{target.name[:100]}.{token_hex(4)}.part")
    try:
        _write(draft, data)
        if target.exists():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        return f"{error.strerror}. {_REMEDIES.get(error.errno or 0, 'Choose another folder.')}"
    return None


def _write(draft: Path, data: bytes) -> None:
    with draft.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
