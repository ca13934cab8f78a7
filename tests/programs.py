"""Programs of the system that tests need."""

import os
import shutil

import pytest

# Where distributions keep a program that is started by the session bus, not by people.
_LAUNCHER_PLACES = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2", "/usr/lib")


def require(*programs: str) -> list[str]:
    """The programs' paths. On a person's machine their lack skips the test; in CI it fails."""
    missing = [program for program in programs if not _found(program)]
    if missing:
        reason = f"needs {', '.join(missing)}: `make setup` installs them or says how"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return [str(_found(program)) for program in programs]


def _found(program: str) -> str | None:
    return shutil.which(program) or shutil.which(program, path=os.pathsep.join(_LAUNCHER_PLACES))
