"""A sandbox for this process: from now on Linux (Landlock) lets it write in one folder only."""

import ctypes
import os
import struct
import sys
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # The same numbers on every architecture.
_VERSION_WANTED = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVILEGES = 38
# The rights of the first version that change something: writing, removing, making of any kind.
_WRITE_FILE = 1 << 1
_CHANGE = _WRITE_FILE | sum(1 << bit for bit in range(4, 13))


def confine(folder: Path) -> bool:
    """Restrict the changes of this process to the folder. Return whether the system supports it."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(_CREATE_RULESET, None, 0, _VERSION_WANTED) < 1:
        return False
    handled = struct.pack("<Q", _CHANGE)
    ruleset = libc.syscall(_CREATE_RULESET, handled, len(handled), 0)
    for path, allowed in ((folder, _CHANGE), (Path(os.devnull), _WRITE_FILE)):
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("<Qi", allowed, opened), 0)
        os.close(opened)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    held = libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return held
