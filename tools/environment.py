"""Virtual environments with exactly the locked packages.

Standard library only, and syntax that any Python since 3.7 can parse: this runs before anything is installed, and must
be able to report that a Python is too old.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NEWEST = (3, 14)
"""The locked packages have prebuilt wheels for Python OLDEST to NEWEST."""


class SetupError(Exception):
    """Set-up cannot continue. The message states the remedy."""


def say(text: str) -> None:
    """Report progress on standard error: standard output belongs to the program."""
    print(f"[set-up] {text}", file=sys.stderr, flush=True)


def suitable_python() -> str:
    """Return the Python for creating environments.

    Returns:
        The running Python if its version fits, else the newest fitting one on the PATH.

    Raises:
        SetupError: There is none.
    """
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        # A version manager may put a placeholder on the PATH for a Python that is not installed.
        if found and subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode == 0:
            return found
    if sys.version_info[:2] > NEWEST:
        say(f"Python {sys.version_info[0]}.{sys.version_info[1]} is newer than any tried; going on")
        return sys.executable
    raise SetupError(
        f"Bonewatch needs Python {OLDEST[0]}.{OLDEST[1]} or newer; "
        f"{sys.executable} is {sys.version.split()[0]}, and no newer one is on the PATH.\n"
        "Install one (Debian 12, Ubuntu 24.04 and later have it as python3), or name one: "
        "make PYTHON=/path/to/python3.12 run"
    )


class Environment:
    """A virtual environment in the project's folder that matches a lock file.

    Args:
        folder: Its place, relative to the project.
    """

    def __init__(self, folder: str) -> None:
        self.folder = ROOT / folder
        self.bin = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.bin / ("python.exe" if os.name == "nt" else "python")

    def program(self, name: str) -> str:
        """Return the path of a console script in this environment."""
        return str(self.bin / (f"{name}.exe" if os.name == "nt" else name))

    def ensure(self, lock: str, *, satisfied_by: tuple[str, ...] = (), project: bool = False) -> None:
        """Install what requirements/<lock>.txt lists, unless it is already installed.

        Args:
            lock: The name of the lock file without its extension.
            satisfied_by: Locks that include everything in this one.
            project: Whether to install the project itself as well, editable.

        Raises:
            SetupError: The environment cannot be created or filled.
        """
        if any(self._stamp(name).is_file() and self._is_current(name) for name in (lock, *satisfied_by)):
            return
        if not self._works():
            self._create()
        say(f"installing the locked packages of requirements/{lock}.txt into {self.folder.name}")
        # Wheels only: nothing is compiled, so no compiler is needed.
        self._pip("--require-hashes", "--only-binary", ":all:", "-r", f"requirements/{lock}.txt")
        if project:
            self._pip("--no-build-isolation", "--no-deps", "--editable", ".")
        self._stamp(lock).write_text(self._fingerprint(lock), encoding="utf-8")

    def _stamp(self, lock: str) -> Path:
        return self.folder / f"installed-{lock}"

    def _is_current(self, lock: str) -> bool:
        return self._stamp(lock).read_text(encoding="utf-8") == self._fingerprint(lock)

    def _fingerprint(self, lock: str) -> str:
        """Return a value that changes with the locked packages, the project's entry points, and the folder's place."""
        digest = hashlib.sha256(str(self.folder).encode())
        for source in (ROOT / "requirements" / f"{lock}.txt", ROOT / "pyproject.toml"):
            digest.update(source.read_bytes())
        return digest.hexdigest()

    def _works(self) -> bool:
        """Return whether the environment exists, belongs to this place, and has a fitting Python and pip."""
        if not self.python.is_file():
            return False
        probe = f"import pip, sys; print(sys.prefix); sys.exit(sys.version_info < {OLDEST})"
        answer = subprocess.run([str(self.python), "-c", probe], capture_output=True, text=True, check=False)
        return answer.returncode == 0 and Path(answer.stdout.strip()) == self.folder

    def _create(self) -> None:
        python = suitable_python()
        if not _can_make_environments(python):
            _install_venv_module(python)
        say(f"making {self.folder.name} with {python}")
        if subprocess.run([python, "-m", "venv", "--clear", str(self.folder)], check=False).returncode:
            raise SetupError(f"{python} -m venv failed; its own words stand above.")

    def _pip(self, *arguments: str) -> None:
        command = [str(self.python), "-m", "pip", "install", "--quiet", "--no-input", "--no-warn-conflicts", *arguments]
        surroundings = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1")
        surroundings.pop("PYTHONPATH", None)
        if subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode:
            raise SetupError(
                f"pip failed at: pip install {' '.join(arguments)}\nIts own words stand above. The locked packages "
                "need a way to the package index (pip's usual settings are honored) and a 64-bit system: "
                "Linux with glibc 2.34 (x86-64) or 2.39 (ARM) or newer, Windows 10, macOS 13."
            )


def _can_make_environments(python: str) -> bool:
    # Debian ships Python without ensurepip, which is in a separate package.
    probe = [python, "-c", "import ensurepip, venv"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _install_venv_module(python: str) -> None:
    """Install the parts of Python that Debian splits off, or explain how."""
    version = subprocess.run(
        [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.strip()
    package = f"python{version}-venv"
    if system_packages.install_with_apt([package]) and _can_make_environments(python):
        return
    raise SetupError(
        f"{python} cannot make virtual environments (its ensurepip module is missing).\n"
        f"On Debian and Ubuntu: sudo apt-get install {package}\n"
        "Elsewhere: install Python's venv and ensurepip modules. Then repeat the command."
    )
