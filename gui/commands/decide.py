"""`bonewatch decide`: decisions as text, Markdown or JSON, without Qt."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from datetime import date
from pathlib import Path
from typing import IO

from core.case.case_file import LARGEST_BYTES, Case, CaseError, parse_case
from core.content import Content
from core.content.packaged import packaged_content
from core.engine.decide import decide
from core.report.report import make_report
from gui.commands.common import complain, read_case, today


def decide_command(options: Namespace) -> int:
    """Decide the named files and print the decisions. Return exit status 0, 1 (a bad line) or 2 (bad usage or input)."""
    lines = options.jsonl or all(name.endswith(".jsonl") for name in options.files)
    if lines and options.format in ("text", "markdown"):
        complain([f"--format {options.format}: JSON Lines are answered as JSON; leave --format out"])
        return 2
    if not lines and any(name.endswith(".jsonl") for name in options.files):
        complain(["JSON Lines and case files do not mix in one call: name one kind"])
        return 2
    content, day = packaged_content(), options.as_of or today()
    try:
        return _decide_lines(options.files, content, day) if lines else _decide_cases(options, content, day)
    except BrokenPipeError:
        # The reader has closed the pipe (as `| head` does). Avoid further errors, even at shutdown.
        sys.stdout = None
        return 1


def _decide_cases(options: Namespace, content: Content, day: date) -> int:
    cases, faulty = [], False
    for name in options.files:
        try:
            cases.append(read_case(name))
        except CaseError as error:
            complain(error.problems, prefix=f"{name}: " if len(options.files) > 1 else "")
            faulty = True
    if faulty:
        return 2
    print_as = {"json": _print_json, "markdown": _print_markdown, "text": _print_text}[options.format or "text"]
    print_as(cases, content, day, options.why)
    return 0


def _print_json(cases: list[Case], content: Content, day: date, why: bool) -> None:
    texts = []
    for case in cases:
        decision = decide(case.scenario, content, day)
        if not why:
            texts.append(decision.to_json(indent=2))
            continue
        from core.report.why import decision_with_why

        document = decision_with_why(decision, make_report(case.scenario, decision, content), content)
        texts.append(json.dumps(document, ensure_ascii=False, indent=2))
    text = texts[0] if len(texts) == 1 else "[\n" + ",\n".join(texts) + "\n]"
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()


def _print_markdown(cases: list[Case], content: Content, day: date, why: bool) -> None:
    from core.pages.decision_page import decided_page
    from core.pages.markdown import to_markdown

    pages = []
    for case in cases:
        report = make_report(case.scenario, decide(case.scenario, content, day), content)
        pages.append(to_markdown(decided_page(case.title, report, content, day, why)))
    sys.stdout.buffer.write("\n---\n\n".join(pages).encode())
    sys.stdout.buffer.flush()


def _print_text(cases: list[Case], content: Content, day: date, why: bool) -> None:
    from gui.commands.terminal import print_report

    for index, case in enumerate(cases):
        report = make_report(case.scenario, decide(case.scenario, content, day), content)
        print_report(case.title, report, content, day, why, again=index > 0)


def _decide_lines(names: list[str], content: Content, day: date) -> int:
    """Print one decision per line, in order and in constant memory. A bad line is reported in its place."""
    faulty = False
    with ExitStack() as opened:
        files, problems = [], []
        for name in names:
            try:
                files.append(sys.stdin.buffer if name == "-" else opened.enter_context(Path(name).open("rb")))
            except OSError as error:
                problems.append(f"{name}: cannot be read: {error.strerror}")
        if problems:
            complain(problems)
            return 2
        for name, file in zip(names, files, strict=True):
            with _progress(name) as advance:
                faulty |= _decide_file(file, content, day, advance)
    sys.stdout.buffer.flush()
    return 1 if faulty else 0


def _decide_file(file: IO[bytes], content: Content, day: date, advance: Callable[[int], None]) -> bool:
    """Decide every line of one file. Return whether any line was bad."""
    out, faulty = sys.stdout.buffer, False
    for number, data in enumerate(_lines(file), start=1):
        advance(len(data))
        if not data.strip():
            continue
        try:
            text = decide(parse_case(data).scenario, content, day).to_json()
        except CaseError as error:
            faulty = True
            text = json.dumps({"error": "; ".join(error.problems), "line": number}, ensure_ascii=False)
        out.write(text.encode() + b"\n")
    return faulty


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file. A line longer than the limit for a case may be cut, since it is refused anyway."""
    while line := file.readline(LARGEST_BYTES + 2):
        yield line
        while len(line) == LARGEST_BYTES + 2 and not line.endswith(b"\n"):
            line = file.readline(LARGEST_BYTES + 2)


def _progress(name: str) -> AbstractContextManager[Callable[[int], None]]:
    """Return a progress bar on standard error, hidden if it is not a terminal. The bar's function takes the bytes read."""
    if not sys.stderr.isatty():
        return nullcontext(lambda size: None)
    from gui.commands.progress import byte_progress

    size = Path(name).stat().st_size if name != "-" and Path(name).is_file() else None
    return byte_progress(size)
