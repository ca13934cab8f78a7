"""A fence around this process: from now on it can write in one folder only, by the word of Linux (Landlock)."""

import ctypes
import os
import struct
import sys
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same numbers on every architecture
_VERSION_WANTED = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVILEGES = 38
# Of the rights that the first version knows, those that change something: writing, removing, making of any kind.
_WRITE_FILE = 1 << 1
_CHANGE = _WRITE_FILE | sum(1 << bit for bit in range(4, 13))


def confine(folder: Path) -> bool:
    """Let this process change nothing but what is in the folder; whether the system could do it."""
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
