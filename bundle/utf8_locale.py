"""Run first in the executable on Linux: where no locale is set, the plain one with UTF-8.

Python started as a program does this for itself (PEP 538); inside PyInstaller's executable it does not, and Qt would
complain of the locale "C" on standard error.
"""

import os

if (os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C") in {"C", "POSIX"}:
    os.environ["LC_CTYPE"] = "C.UTF-8"
