"""The program's entry point: opens the window or runs a command that needs no window."""

import io
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return its exit status: 0, 1 or 2."""
    for stream in (sys.stdout, sys.stderr):
        # Files and pipes get UTF-8 on every system. A console keeps its encoding and replaces what it cannot show.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        # Opening the window skips argument parsing, which makes the start faster.
        return _with_qt(_open_window)
    from gui.commands.arguments import parsed

    return _run(parsed(given))


def _run(options: "Namespace") -> int:
    if options.command == "decide":
        from gui.commands.decide import decide_command

        return decide_command(options)
    if options.command == "what-if":
        from gui.commands.what_if import what_if_command

        return what_if_command(options)
    if options.command == "verify":
        from gui.commands.verify import verify_command

        return verify_command(options)
    if options.command == "cases":
        from gui.commands.cases import cases_command

        return cases_command(options)
    if options.command == "lookup":
        from gui.commands.lookup import lookup_command

        return lookup_command(options)
    if options.command == "export" and not options.output.lower().endswith(".pdf"):
        from gui.commands.export import export_command

        return export_command(options)
    return _with_qt(lambda: _draw(options))


def _draw(options: "Namespace") -> int:
    if options.self_test:
        from gui.commands.self_test import self_test

        return self_test()
    if options.command == "render":
        from gui.commands.render import render_command

        return render_command(options)
    if options.command == "export":
        from gui.commands.export import export_command

        return export_command(options)
    return _open_window(options.case)


def _open_window(case: str | None = None) -> int:
    from gui.commands.window import window_command

    return window_command(case)


def _with_qt(run: Callable[[], int]) -> int:
    """Run a function that draws. If Qt lacks a system library, report which one and what works without it."""
    try:
        import PySide6.QtWidgets  # noqa: F401

        return run()
    except ImportError as error:
        sys.stderr.write(
            f"Qt cannot start: {error}\nInstall that library, or use what needs no Qt: bonewatch decide, what-if, verify, "
            "cases, lookup, export to HTML.\n"
        )
        return 2


if __name__ == "__main__":
    sys.exit(main())
