"""Run first in the executable on Linux: use the plain UTF-8 locale if no locale is set.

Python does this itself when started as a program (PEP 538) but not inside PyInstaller's executable, where Qt would then
complain on standard error about the locale "C".
"""

import os

if (os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C") in {"C", "POSIX"}:
    os.environ["LC_CTYPE"] = "C.UTF-8"
