"""Set up, run, test and build Bonewatch: the one program behind the Makefile.

    python3 tools/project.py run

works on a machine that has Python and nothing else, on Linux, Windows and macOS.
Standard library only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import system_packages
from environment import ROOT, Environment, SetupError, say

MAIN = Environment(".venv")
BUILD = Environment(".venv-build")
FUZZ = Environment(".venv-fuzz")
LOCK = Environment(".venv-lock")

INDEX_CASE = "resources/cases/index.case.json"


def call(*command: str, **variables: str) -> None:
    """Run a command in the project's folder. If it fails, exit with its exit code."""
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def set_up_run() -> None:
    """Install what the program needs."""
    MAIN.ensure("runtime", satisfied_by=("dev",), project=True)
    _provide_qt()
    _prebuild()


def _prebuild() -> None:
    """Check the packaged content now, so that the program need not do so at each start."""
    call(str(MAIN.python), "bundle/prebuild.py")


def set_up_test() -> None:
    """Install what the tests need in addition."""
    MAIN.ensure("dev", project=True)
    _provide_qt()
    _prebuild()
    system_packages.provide("the tests on a real X server", system_packages.missing_for_tests())


def _provide_qt() -> None:
    system_packages.provide("Qt's window", system_packages.missing_for_qt(MAIN.folder))


def setup(_: argparse.Namespace) -> None:
    """Prepare for everything except building."""
    set_up_test()
    say("mypy reads the types of Qt, once for each system")
    with ThreadPoolExecutor(2) as lanes:
        list(lanes.map(_run_lane, ([command] for command in _type_commands())))
    say("ready: make run, make test")


def run(options: argparse.Namespace) -> None:
    """Open the window. Without a display, answer in the terminal and draw the window to a file."""
    set_up_run()
    bonewatch = MAIN.program("bonewatch")
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if options.rest or has_display or not sys.platform.startswith("linux"):
        call(bonewatch, *options.rest)
        return
    say("no display here: the index case in the terminal, and the window as a picture")
    call(bonewatch, "decide", INDEX_CASE)
    (ROOT / "out").mkdir(exist_ok=True)
    call(bonewatch, "render", INDEX_CASE, "--view", "window", "-o", "out/window.png")
    say("the window is in out/window.png; `make run` where there is a display opens it")


def lint(_: argparse.Namespace | None = None) -> None:
    """Check style, types on three systems, and the direction of imports."""
    set_up_test()
    for command in _lint_commands():
        call(*command)


def _lint_commands() -> list[tuple[str, ...]]:
    python = str(MAIN.python)
    return [
        (python, "-m", "ruff", "check", "."),
        (python, "-m", "ruff", "format", "--check", "."),
        (MAIN.program("lint-imports"), "--no-logo"),
        *_type_commands(),
    ]


def _type_commands() -> list[tuple[str, ...]]:
    mypy = (str(MAIN.python), "-m", "mypy")
    systems = ("linux", "win32", "darwin")
    # Use one cache for each system: mypy discards a cache that another platform wrote.
    return [(*mypy, "--platform", system, "--cache-dir", f".mypy_cache/{system}") for system in systems]


LATER = (
    "tests/core/proof/*",
    "tests/command_line/test_verify.py",
    "tests/command_line/test_export.py",
    "tests/command_line/test_render_*.py",
)
"""Tests that load Qt or prove altered content: `make test` runs them, `make check` would take two minutes with them."""


def check(_: argparse.Namespace | None = None) -> None:
    """Check style and types, and run the tests without a window: under a minute."""
    set_up_test()
    later = [f"--ignore-glob={path}" for path in LATER]
    tests = (str(MAIN.python), "-m", "pytest", "-q", "-n", "2", *later, "tests/core", "tests/command_line")
    # Use two lanes because many machines have two cores.
    with ThreadPoolExecutor(2) as lanes:
        statuses = list(lanes.map(_run_lane, ([tests], _lint_commands())))
    if any(statuses):
        sys.exit(1)


def _run_lane(commands: list[tuple[str, ...]]) -> int:
    """Run commands one after the other and print the output of each. Return how many failed."""
    failed = 0
    for command in commands:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
        print(done.stdout + done.stderr, end="", flush=True)
        failed += done.returncode != 0
    return failed


def test(_: argparse.Namespace) -> None:
    """Run `check`, the window tests, a clean build, and the tests of the executable: under ten minutes."""
    check()
    python = str(MAIN.python)
    window = ("tests/gui", "tests/desktop", "tests/qa/fuzz", "tests/test_documents.py", "tests/test_workflow.py")
    later = [
        str(path.relative_to(ROOT))
        for pattern in LATER
        for path in sorted(ROOT.glob(pattern))
        if path.name.startswith("test_")
    ]
    # Tests on the X server often wait for the window: a third process keeps two cores busy.
    call(python, "-m", "pytest", "-q", "-n", "3", "--dist", "worksteal", *later, *window, QT_QPA_PLATFORM="offscreen")
    _build(onefile=False)
    everyday = "packaging and not slow and not clean_machine"
    call(python, "-m", "pytest", "-q", "-n", "2", "-m", everyday, "tests/packaging", QT_QPA_PLATFORM="offscreen")


def qa(options: argparse.Namespace) -> None:
    """Run every check before a release and write a report: hours."""
    set_up_test()
    _provide_clean_machine()
    call(str(MAIN.python), "tools/qa.py", *options.rest)


def build(options: argparse.Namespace) -> None:
    """Make the executable in an environment that holds only the program's own packages."""
    MAIN.ensure("runtime", satisfied_by=("dev",), project=True)
    _provide_qt()
    _build(onefile=options.onefile)


def _build(*, onefile: bool) -> None:
    BUILD.ensure("build")
    python = str(BUILD.python)
    system_packages.provide("the executable", system_packages.missing_for_build(python))
    target = "bonewatch-onefile" if onefile else "bonewatch"
    call(
        python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR",
        "--distpath", "dist", "--workpath", f"build/{target}", "build.spec",
        BONEWATCH_ONEFILE="1" if onefile else "",
        PYTHONPATH="",  # modules on this path would be packed into the executable
    )  # fmt: skip
    say(f"built dist/{target}")


def dist(options: argparse.Namespace) -> None:
    """Build the executable and pack it: zip, tar, bill of materials, checksums."""
    set_up_test()
    if not options.built:
        _build(onefile=False)
    call(str(MAIN.python), "tools/pack.py")


def clean_machine(options: argparse.Namespace) -> None:
    """Run the executable in a minimal Debian without a network; needs root."""
    set_up_test()
    _provide_clean_machine()
    call(str(MAIN.python), "-m", "pytest", "-m", "clean_machine", "tests/packaging", *options.rest)


def _provide_clean_machine() -> None:
    system_packages.provide("the clean machine", system_packages.missing_for_clean_machine())


def fuzz(options: argparse.Namespace) -> None:
    """Feed hostile input to everything that reads, for 20 minutes of processor time each."""
    FUZZ.ensure("fuzz")
    call(str(FUZZ.python), "-m", "tests.qa.fuzz", *options.rest, PYTHONPATH=str(ROOT))


def bench(options: argparse.Namespace) -> None:
    """Measure speed and memory, and compare each figure with a baseline from the same run."""
    set_up_test()
    call(str(MAIN.python), "-m", "tests.qa.bench", *options.rest)


def monkey(options: argparse.Namespace) -> None:
    """Let a monkey press everything on a separate X server."""
    set_up_test()
    call(str(MAIN.python), "-m", "tests.qa.monkey", *options.rest)


def pictures(options: argparse.Namespace) -> None:
    """Redraw the pictures of the README and the help."""
    set_up_test()
    call(str(MAIN.python), "tools/pictures.py", *options.rest)


def goldens(options: argparse.Namespace) -> None:
    """Accept the current look of the main screens as the reference."""
    set_up_test()
    call(str(MAIN.python), "-m", "tests.gui.golden_images", *options.rest)


def lock(options: argparse.Namespace) -> None:
    """Resolve pyproject.toml into requirements/, for every system and Python at once."""
    LOCK.ensure("lock")
    compile_ = [
        LOCK.program("uv"), "pip", "compile", "--universal", "--python-version", "3.11",
        "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--quiet",
        "--custom-compile-command", "make lock", *(["--upgrade"] if options.upgrade else []),
    ]  # fmt: skip
    dev = "requirements/dev.txt"
    call(*compile_, "pyproject.toml", "--group", "install", "--group", "dev", "-o", dev)
    # Run, test and ship the program with the same releases.
    for name, group in (("runtime", "install"), ("build", "build"), ("fuzz", "fuzz")):
        out = f"requirements/{name}.txt"
        call(*compile_, "pyproject.toml", "--group", group, "-c", dev, "-o", out)
    call(*compile_, "--group", "lock", "-o", "requirements/lock.txt")


def clean(options: argparse.Namespace) -> None:
    """Remove what builds, runs and tools leave behind."""
    leavings = ["build", "dist", "out", "prebuilt", ".hypothesis", ".import_linter_cache"]
    leavings += [".mypy_cache", ".pytest_cache", ".ruff_cache"]
    if options.environments:
        leavings += [".venv", ".venv-build", ".venv-fuzz", ".venv-lock"]
    for name in leavings:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for top in ("core", "gui", "resources", "tests", "tools"):
        for cache in list((ROOT / top).rglob("__pycache__")):
            shutil.rmtree(cache, ignore_errors=True)


def main() -> None:
    """Read the command and run it."""
    parser = argparse.ArgumentParser(description="Set up, run, test and build Bonewatch.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    actions = (
        setup,
        run,
        check,
        test,
        qa,
        build,
        dist,
        clean_machine,
        fuzz,
        monkey,
        bench,
        pictures,
        goldens,
        lint,
        lock,
        clean,
    )
    for action in actions:
        entry = commands.add_parser(action.__name__.replace("_", "-"), help=(action.__doc__ or "").split("\n")[0])
        entry.set_defaults(action=action)
        if action is build:
            entry.add_argument("--onefile", action="store_true", help="one file, not a folder")
        if action is dist:
            entry.add_argument("--built", action="store_true", help="pack what was built before")
        if action is lock:
            entry.add_argument("--upgrade", action="store_true", help="take newest releases")
        if action is clean:
            entry.add_argument("--environments", action="store_true", help="these too")
    # Arguments after these options are passed to the program that the command starts.
    options, rest = parser.parse_known_args()
    if rest and options.action not in (run, clean_machine, fuzz, monkey, bench, qa, pictures, goldens):
        parser.error(f"unknown: {' '.join(rest)}")
    options.rest = rest
    try:
        options.action(options)
    except SetupError as problem:
        print(f"\n[set-up] {problem}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
