"""The arguments of the command line."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from core import __version__

_PAPERS = ("a4", "letter")
COMMANDS = ("decide", "what-if", "verify", "cases", "lookup", "render", "export", "window")

_EXAMPLES = """examples:
  bonewatch                                  open the window
  bonewatch case.json                        open the window with that case
  bonewatch decide case.json                 the decision in words
  bonewatch decide --format json -           the decision on a case from standard input
  bonewatch decide cases.jsonl > answers     one decision a line
  bonewatch what-if case.json                which answers would change the advice
  bonewatch verify                           prove the content
  bonewatch cases                            the teaching cases, each with what is decided on it
  bonewatch lookup metal                     the ratings of all variants, and what the reference says on metal
  bonewatch render case.json -o window.png   a picture of the window, without a display
  bonewatch export case.json -o page.pdf     the decision on one page
"""

_DECIDE_EXAMPLES = """examples:
  bonewatch decide case.json
  bonewatch decide --why --format markdown case.json > note.md
  bonewatch decide --format json a.json b.json
  cat cases.jsonl | bonewatch decide --jsonl - > decisions.jsonl
"""

_WHAT_IF_EXAMPLES = """examples:
  bonewatch what-if case.json
  bonewatch what-if --format json - < case.json
"""

_VERIFY_EXAMPLES = """examples:
  bonewatch verify
  bonewatch verify --content my-pack
"""

_CASES_EXAMPLES = """examples:
  bonewatch cases
  bonewatch cases --format json > cases.json
  bonewatch cases --handout index -o sheet.pdf
  bonewatch cases --handout my.case.json --answer -o solution.html
"""

_LOOKUP_EXAMPLES = """examples:
  bonewatch lookup
  bonewatch lookup metal artifact
  bonewatch lookup --variant staging_pulmonary
  bonewatch lookup --format json > criteria.json
"""

_RENDER_EXAMPLES = """examples:
  bonewatch render case.json -o window.png
  bonewatch render case.json --view flowchart --theme dark -o flowchart.svg
  bonewatch render teaching.json --view presenter --step answer --votes 11,5,7,1 --size 1920x1080 -o answer.png
"""

_EXPORT_EXAMPLES = """examples:
  bonewatch export case.json -o page.pdf
  bonewatch export case.json --paper letter --as-of 2026-06-01 -o page.pdf
  bonewatch export - -o page.html < case.json
"""


def parsed(arguments: list[str]) -> argparse.Namespace:
    """Parse the arguments. Exit the program after printing help or an error."""
    return _parser().parse_args(_with_command(arguments))


def _with_command(arguments: list[str]) -> list[str]:
    """Return the arguments with "window" inserted if no command is named, so that `bonewatch case.json` opens the case."""
    if any(argument in COMMANDS for argument in arguments[:1]) or {"-h", "--help", "--version", "--self-test"} & set(
        arguments[:1]
    ):
        return arguments
    return ["window", *arguments]


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="bonewatch",
        description="Imaging for local recurrence surveillance of a treated primary bone tumor. "
        "Supports, never replaces, clinical judgment.",
        epilog=_EXAMPLES,
        formatter_class=raw,
    )
    parser.add_argument("--version", action=_Version, help="print the versions of program and content and exit")
    parser.add_argument("--self-test", action="store_true", help="check this installation and say pass or fail")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    window = commands.add_parser("window", help="open the window (the default)")
    window.add_argument("case", metavar="CASE", help="a case file to open")

    decide = commands.add_parser("decide", help="decide cases", epilog=_DECIDE_EXAMPLES, formatter_class=raw)
    decide.add_argument("files", nargs="+", metavar="FILE", help="case files, or - for standard input")
    decide.add_argument(
        "--format", choices=("text", "json", "markdown"), help="how to print (text; json for JSON Lines)"
    )
    decide.add_argument("--jsonl", action="store_true", help="one scenario or case a line, one decision a line")
    decide.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help="decide as of that day instead of today")
    decide.add_argument("--why", action="store_true", help="add the reasoning and the sources")

    change = commands.add_parser(
        "what-if", help="what would change the advice", epilog=_WHAT_IF_EXAMPLES, formatter_class=raw
    )
    change.add_argument("case", metavar="FILE", help="a case file, or - for standard input")
    change.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    change.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help="decide as of that day instead of today")

    verify = commands.add_parser("verify", help="prove the content", epilog=_VERIFY_EXAMPLES, formatter_class=raw)
    verify.add_argument("--content", metavar="DIR", help="another content pack than the one that ships")

    cases = commands.add_parser("cases", help="list the teaching cases", epilog=_CASES_EXAMPLES, formatter_class=raw)
    cases.add_argument("--format", choices=("text", "json"), default="text", help="how to print")

    cases.add_argument("--handout", metavar="CASE", help="write a sheet for learners instead: a case's id, or a file")
    cases.add_argument("--answer", action="store_true", help="with the answer on the sheet")
    cases.add_argument("--paper", choices=_PAPERS, default=_PAPERS[0], help="for PDF (a4)")
    cases.add_argument("-o", "--output", metavar="FILE", help="the sheet's file; ends in .pdf or .html")

    export = commands.add_parser(
        "export", help="the decision on one page", epilog=_EXPORT_EXAMPLES, formatter_class=raw
    )
    export.add_argument("case", metavar="CASE", help="a case file, or - for standard input")
    export.add_argument("--paper", choices=_PAPERS, default=_PAPERS[0], help="for PDF (a4)")
    export.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help="decide as of that day instead of today")
    export.add_argument("-o", "--output", required=True, metavar="FILE", help="ends in .pdf, .html, .md, .txt or .json")

    lookup = commands.add_parser(
        "lookup", help="look up ratings and reference", epilog=_LOOKUP_EXAMPLES, formatter_class=raw
    )
    lookup.add_argument("words", nargs="*", metavar="WORDS", help="words that a reference entry must hold, all of them")
    lookup.add_argument("--variant", metavar="ID", help="the rating table of that variant alone")
    lookup.add_argument("--format", choices=("text", "json"), default="text", help="how to print")

    render = commands.add_parser("render", help="draw a case", epilog=_RENDER_EXAMPLES, formatter_class=raw)
    render.add_argument("case", metavar="CASE", help="a case file, or - for standard input")
    render.add_argument("--view", choices=("window", "flowchart", "ratings", "presenter"), default="window")
    render.add_argument("--step", default="commit", help="which step of a teaching case the presenter shows (commit)")
    render.add_argument("--votes", type=_votes, default=(), metavar="N,N,…", help="votes by option for the presenter")
    render.add_argument("--size", type=_size, default=(1280, 800), metavar="WIDTHxHEIGHT")
    render.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    render.add_argument("--zoom", type=int, default=100, metavar="PERCENT", help="100 by default")
    render.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help="decide as of that day instead of today")
    render.add_argument("-o", "--output", required=True, metavar="FILE", help="ends in .png, .svg or .pdf")
    return parser


class _Version(argparse.Action):
    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from core.content.packaged import packaged_content

        content = packaged_content()
        sys.stdout.write(f"bonewatch {__version__}, content {content.topic.version} ({content.sha256})\n")
        parser.exit(0)


def _day(text: str) -> date:
    try:
        # Check the format first, because date.fromisoformat also accepts "20260601".
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day; write it like 2026-06-01") from None


def _votes(text: str) -> tuple[int, ...]:
    parts = text.split(",")
    if not all(part.isdecimal() and int(part) <= 999 for part in parts):
        raise argparse.ArgumentTypeError(f"'{text}' are no votes; write them like 11,5,7,1")
    return tuple(int(part) for part in parts)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 16384 and 200 <= int(height) <= 16384):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size; write it like 1280x800 (200 to 16384 each)")
    return int(width), int(height)
