"""The packages that the operating system must provide: find the missing ones and install them.

Qt's wheels contain Qt but not the libraries of the X server, of Wayland and of the graphics driver. The system's own
loader (ldd) reports which of them are missing. Linux only; on other systems nothing is missing.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Package(NamedTuple):
    """One requirement, with its package names in three families of distributions."""

    apt: str
    dnf: str
    pacman: str


_LIBRARIES = {
    "libEGL.so.1": Package("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": Package("libgl1", "libglvnd-glx", "libglvnd"),
    "libGLX.so.0": Package("libglx0", "libglvnd-glx", "libglvnd"),
    "libOpenGL.so.0": Package("libopengl0", "libglvnd-opengl", "libglvnd"),
    "libX11.so.6": Package("libx11-6", "libX11", "libx11"),
    "libX11-xcb.so.1": Package("libx11-xcb1", "libX11-xcb", "libx11"),
    "libICE.so.6": Package("libice6", "libICE", "libice"),
    "libSM.so.6": Package("libsm6", "libSM", "libsm"),
    "libdbus-1.so.3": Package("libdbus-1-3", "dbus-libs", "dbus"),
    "libfontconfig.so.1": Package("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": Package("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0.so.0": Package("libglib2.0-0", "glib2", "glib2"),
    "libgthread-2.0.so.0": Package("libglib2.0-0", "glib2", "glib2"),
    "libwayland-client.so.0": Package("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so.0": Package("libwayland-cursor0", "libwayland-cursor", "wayland"),
    "libwayland-egl.so.1": Package("libwayland-egl1", "libwayland-egl", "wayland"),
    "libxcb.so.1": Package("libxcb1", "libxcb", "libxcb"),
    "libxcb-cursor.so.0": Package("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-glx.so.0": Package("libxcb-glx0", "libxcb", "libxcb"),
    "libxcb-icccm.so.4": Package("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": Package("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": Package("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": Package("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render.so.0": Package("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": Package("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-shape.so.0": Package("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": Package("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": Package("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": Package("libxcb-util1", "xcb-util", "xcb-util"),
    "libxcb-xfixes.so.0": Package("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": Package("libxcb-xkb1", "libxcb", "libxcb"),
    "libxkbcommon.so.0": Package("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libxkbcommon-x11.so.0": Package("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libz.so.1": Package("zlib1g", "zlib", "zlib"),
    "libzstd.so.1": Package("libzstd1", "libzstd", "zstd"),
}

_TEST_PROGRAMS = {
    "Xvfb": Package("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    "xauth": Package("xauth", "xorg-x11-xauth", "xorg-xauth"),
    "xdotool": Package("xdotool", "xdotool", "xdotool"),
    "strace": Package("strace", "strace", "strace"),
    "xrandr": Package("x11-xserver-utils", "xrandr", "xorg-xrandr"),
    "tesseract": Package("tesseract-ocr", "tesseract", "tesseract"),
    "dbus-daemon": Package("dbus-daemon", "dbus-daemon", "dbus"),
    "dbus-run-session": Package("dbus-daemon", "dbus-daemon", "dbus"),
    "at-spi-bus-launcher": Package("at-spi2-core", "at-spi2-core", "at-spi2-core"),
    "xclip": Package("xclip", "xclip", "xclip"),
    "pdffonts": Package("poppler-utils", "poppler-utils", "poppler"),
    "pdfinfo": Package("poppler-utils", "poppler-utils", "poppler"),
    "pdftotext": Package("poppler-utils", "poppler-utils", "poppler"),
}

_BUILD_PROGRAMS = {
    "objdump": Package("binutils", "binutils", "binutils"),
    "strip": Package("binutils", "binutils", "binutils"),
}

_CLEAN_MACHINE_PROGRAMS = {
    "debootstrap": Package("debootstrap", "debootstrap", "debootstrap"),
    "unshare": Package("util-linux", "util-linux", "util-linux"),
}

# The parts of Qt that the window, the tests and the executable load.
_QT_PARTS = (
    "QtGui*.so",
    "QtSvg*.so",
    "QtWidgets*.so",
    "Qt/plugins/iconengines/libqsvg*.so",
    "Qt/plugins/imageformats/libqsvg.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqwayland*.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/xcbglintegrations/*.so",
)


def missing_for_qt(environment: Path) -> list[tuple[str, Package | None]]:
    """Return the shared libraries that Qt needs for its window and that this machine lacks.

    Args:
        environment: The virtual environment that holds PySide6.

    Returns:
        Each library's file name with the package that provides it, or None if that is unknown.
    """
    if not sys.platform.startswith("linux"):
        return []
    prefix = "lib/python*/site-packages/PySide6/"
    parts = sorted(str(path) for pattern in _QT_PARTS for path in environment.glob(prefix + pattern))
    listing = subprocess.run(["ldd", *parts], capture_output=True, text=True, check=False).stdout
    names = {line.split()[0] for line in listing.splitlines() if line.endswith("=> not found")}
    return [(name, _LIBRARIES.get(name)) for name in sorted(names)]


def missing_for_tests() -> list[tuple[str, Package | None]]:
    """Return the missing programs for the tests on a real X server, its accessibility bus, pictures and PDF."""
    return _missing_programs(_TEST_PROGRAMS)


def missing_for_clean_machine() -> list[tuple[str, Package | None]]:
    """Return the missing programs for creating a minimal Debian; none if the user is not allowed to create one."""
    return _missing_programs(_CLEAN_MACHINE_PROGRAMS) if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def missing_for_build(python: str) -> list[tuple[str, Package | None]]:
    """Return what PyInstaller needs from the system and cannot find.

    Args:
        python: The interpreter for building the executable.
    """
    missing = _missing_programs(_BUILD_PROGRAMS)
    if sys.platform.startswith("linux"):
        missing += _missing_libpython(python)
    return missing


def _missing_programs(wanted: dict[str, Package]) -> list[tuple[str, Package | None]]:
    if not sys.platform.startswith("linux"):
        return []
    # The folders of programs for administrators and of programs that other programs start.
    beside = ["/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib", "/usr/sbin"]
    path = os.pathsep.join([os.environ.get("PATH", ""), *beside])
    return [(name, package) for name, package in wanted.items() if not shutil.which(name, path=path)]


def _missing_libpython(python: str) -> list[tuple[str, Package | None]]:
    """Return the missing shared library of Python, if any.

    Debian's Python is one static program; the library is in a separate package.
    """
    probe = (
        "import sys, sysconfig; from pathlib import Path;"
        "name = 'libpython%d.%d.so.1.0' % sys.version_info[:2];"
        "print(name, (Path(sysconfig.get_config_var('LIBDIR')) / name).exists())"
    )
    answer = subprocess.run([python, "-c", probe], stdout=subprocess.PIPE, text=True, check=True)
    name, beside = answer.stdout.split()
    version = name[len("libpython") : -len(".so.1.0")]
    if beside == "True" or ctypes.util.find_library(f"python{version}"):
        return []
    return [(name, Package(f"libpython{version}", f"python{version}-libs", "python"))]


def provide(what_for: str, missing: list[tuple[str, Package | None]]) -> bool:
    """Install what is missing if that is allowed, else explain what to install.

    Args:
        what_for: Ends the sentence "missing for ...".
        missing: The result of one of the functions above.

    Returns:
        Whether everything is present now, according to the package manager.
    """
    if not missing:
        return True
    packages = sorted({package for _, package in missing if package})
    unknown = [name for name, package in missing if package is None]
    if packages and install_with_apt([package.apt for package in packages]) and not unknown:
        return True
    print(
        f"\n[set-up] missing for {what_for}: " + ", ".join(name for name, _ in missing),
        file=sys.stderr,
    )
    if packages:
        for manager, names in (
            ("Debian, Ubuntu:  sudo apt-get install ", {package.apt for package in packages}),
            ("Fedora, RHEL:    sudo dnf install ", {package.dnf for package in packages}),
            ("Arch:            sudo pacman -S ", {package.pacman for package in packages}),
        ):
            print("  " + manager + " ".join(sorted(names)), file=sys.stderr)
    print("  Going on without; what needs them will say so.\n", file=sys.stderr)
    return False


def install_with_apt(packages: list[str]) -> bool:
    """Install Debian packages, as root or with a sudo that asks for no password.

    Returns:
        Whether apt was present, was allowed, and succeeded.
    """
    apt = shutil.which("apt-get")
    if not apt or not hasattr(os, "geteuid"):
        return False
    rights: list[str] = []
    if os.geteuid() != 0:
        sudo = shutil.which("sudo")
        if not sudo or subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode:
            return False
        rights = [sudo, "-n"]
    # dpkg needs the administrator's folders in PATH, which a plain `su` leaves out.
    path = os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin"
    rights += ["env", "DEBIAN_FRONTEND=noninteractive", f"PATH={path}"]
    command = [*rights, apt, "-qq", "-o", "DPkg::Lock::Timeout=300"]
    install = [*command, "install", "-y", "--no-install-recommends", *sorted(set(packages))]
    print(f"[set-up] apt-get install {' '.join(sorted(set(packages)))}", file=sys.stderr, flush=True)
    if _succeeds(install, tell=False):
        return True
    # The package lists may be empty (a new container) or old. If one source fails, installing may still work, so
    # continue.
    _succeeds([*command, "update"])
    return _succeeds(install)


def _succeeds(command: list[str], *, tell: bool = True) -> bool:
    """Run a command with long output, and show the output only if the command failed and that matters."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode and tell:
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0
