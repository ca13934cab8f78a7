"""Reports in the terminal: colors and boxes on a terminal, plain text in a pipe."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from core.content import Content, Variant, by_id
from core.content.citations import id_list
from core.report.report import Point, Report, footer_lines, one_line
from core.report.why import why_lines

if TYPE_CHECKING:
    from core.reference.lookup import LookupEntry

# Shape and word come first; color is the last cue.
_MARKS = {
    "usually_appropriate": ("✔", "green"),
    "may_be_appropriate": ("◆", "yellow"),
    "usually_not_appropriate": ("✖", "red"),
}
_LEVELS = {"warning": ("▲", "bold yellow"), "reminder": ("△", "default"), "clear": ("·", "dim")}
_WIDEST = 100
_PIPED_WIDTH = 88


def print_report(title: str, report: Report, content: Content, day: date, why: bool, again: bool) -> None:
    """Print one decision to standard output. `again` separates it from the one before."""
    with _printing() as console:
        if again:
            console.rule()
        _print_case(console, title, report, content, day, why)


def _print_case(console: Console, title: str, report: Report, content: Content, day: date, why: bool) -> None:
    if title:
        console.print(Text(one_line(title), style="bold"))
    if report.facts:
        console.print(Text(" · ".join(f"{fact.label}: {fact.answer}" for fact in report.facts), style="dim"))
    console.print(_banner(report))
    for heading, points in (
        ("Outside the scope because of", report.exclusions),
        ("Look instead under", report.redirects),
        ("Answers that disagree", report.conflicts),
        ("Still to answer", report.missing),
        ("Bring to the tumor board", report.tumor_board),
    ):
        _print_points(console, heading, points)
    if report.steps:
        _heading(console, "Steps")
        console.print(_steps(report))
    if report.ratings:
        _heading(console, "Ratings")
        _print_ratings(console, report, content)
    if report.pitfalls:
        _heading(console, "Pitfalls")
        console.print(_pitfalls(report))
    _print_points(console, "Also note", report.notices)
    if why:
        for heading, lines in why_lines(report, content):
            _heading(console, f"Why: {heading.lower()}")
            for line in lines:
                console.print(Padding(Text(line), (0, 0, 0, 2)))
    console.print()
    for line in footer_lines(content, day):
        console.print(Text(line, style="dim"))


def print_changes(title: str, changes: list[tuple[str, str, str]], contradictory: list[str]) -> None:
    """Print the answers that would change the advice: field, answer, and result. Contradictory answers come last."""
    with _printing() as console:
        if title:
            console.print(Text(one_line(title), style="bold"))
        if not changes:
            console.print("No single answer would change the advice.")
        table = Table.grid(padding=(0, 2))
        for field, answer, headline in changes:
            table.add_row(Text(f"{field}: {answer}", style="bold"), Text("→"), Text(headline))
        console.print(table)
        if contradictory:
            console.print()
            console.print(Text(f"Would contradict another answer: {'; '.join(contradictory)}.", style="dim"))


def print_cases(cases: list[tuple[str, str, str, str, str]]) -> None:
    """Print the id, title, difficulty, status and action of each teaching case."""
    with _printing() as console:
        table = Table("Case", "Difficulty", "Status", "Decision", box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for name, title, difficulty, status, action in cases:
            case = Text.assemble((title, "bold"), "\n", (name, "dim"))
            table.add_row(case, Text(difficulty), Text(status), Text(action))
        console.print(table)


def print_variants(variants: tuple[Variant, ...], content: Content, reading_notice: str) -> None:
    """Print the rating tables of variants. Ratings taken only from the portal capture are marked for confirmation."""
    procedures, categories = by_id(content.procedures), by_id(content.categories)
    with _printing() as console:
        for variant in variants:
            _heading(console, variant.title)
            console.print(Padding(Text(f"For: {variant.fits}\nNot for: {variant.fits_not}", style="dim"), (0, 0, 0, 2)))
            if variant.id != content.variant:
                console.print(Padding(Text(reading_notice, style="italic"), (0, 0, 0, 2)))
            table = Table.grid(padding=(0, 2))
            for rating in variant.ratings:
                mark, color = _MARKS[rating.category]
                confirm = "confirm" if rating.to_confirm else ""
                category = Text(categories[rating.category].label, style=color)
                sources = id_list(rating.sources)
                name = Text(procedures[rating.procedure].short)
                table.add_row(f" {mark}", name, category, Text(sources, style="dim"), Text(confirm, style="italic"))
            console.print(table)
        console.print()
        console.print(Text(f"confirm: {content.topic.confirm_notice}", style="italic"))


def print_entries(found: "tuple[LookupEntry, ...]", words: str, count: int) -> None:
    """Print the entries that contain the words. Without words print only their number."""
    with _printing() as console:
        console.print()
        if not words:
            console.print(f"Reference entries: {count}. Name words to read some, for example: bonewatch lookup metal")
        elif not found:
            console.print(Text(f"No reference entry holds '{one_line(words)}'. Fewer or shorter words find more."))
        for entry in found:
            console.print(Text.assemble((entry.title, "bold"), (f"  {entry.kind} {entry.id}", "dim")))
            console.print(Padding(Text(entry.text), (0, 0, 0, 2)))
            console.print(Padding(Text(f"Sources: {', '.join(entry.sources)}", style="dim"), (0, 0, 1, 2)))


@contextmanager
def _printing() -> Iterator[Console]:
    """Yield a console on standard output. A pipe or a file gets plain lines without trailing blanks."""
    console = Console(highlight=False)
    if console.is_terminal:
        yield Console(highlight=False, width=min(console.width, _WIDEST))
        return
    text = io.StringIO()
    yield Console(file=text, highlight=False, width=_PIPED_WIDTH, color_system=None)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines()))


def _heading(console: Console, text: str) -> None:
    console.print()
    console.print(Text(text.upper(), style="bold"))


def _banner(report: Report) -> Panel:
    text = Text(report.headline, style="bold")
    text.append(f"\n{report.rationale}", style="not bold")
    if report.assumptions:
        text.append(f"\nAssumed: {'; '.join(a.text for a in report.assumptions)}", style="italic not bold")
    label = report.status_label + (" · inferred step" if report.inferred else "")
    return Panel(text, title=label, title_align="left", box=box.ROUNDED, padding=(0, 1))


def _print_points(console: Console, heading: str, points: tuple[Point, ...]) -> None:
    if not points:
        return
    _heading(console, heading)
    for point in points:
        line = Text(f"{point.title}. ", style="bold")
        line.append(point.message, style="not bold")
        console.print(Padding(line, (0, 0, 0, 2)))


def _steps(report: Report) -> Table:
    table = Table.grid(padding=(0, 1))
    for step in report.steps:
        name = Text(step.label, style="bold" if step.here else "default")
        if step.here:
            name.append("  ← you are here", style="not bold")
        via = Text(f"{step.via or ''}{' (inferred)' if step.inferred else ''}", style="dim")
        table.add_row(" ●" if step.here else " ○", name, via)
    return table


def _print_ratings(console: Console, report: Report, content: Content) -> None:
    for confirm in (False, True):
        rows = [row for row in report.ratings if row.confirm is confirm]
        if confirm and rows:
            console.print(Padding(Text(content.topic.confirm_notice, style="italic"), (1, 0, 0, 2)))
        table = Table.grid(padding=(0, 2))
        for row in rows:
            mark, color = _MARKS[row.category]
            name = Text(row.short, style="bold" if row.recommended else "default")
            if row.recommended:
                name.append("  NOW", style="bold reverse")
            role = row.role + (
                f"; {'or' if row.recommended else 'instead'}: {row.instead_brief}" if row.instead_brief else ""
            )
            table.add_row(f" {mark}", name, Text(row.category_label, style=color), Text(role, style="dim"))
        console.print(table)


def _pitfalls(report: Report) -> Table:
    table = Table.grid(padding=(0, 2))
    for row in report.pitfalls:
        mark, style = _LEVELS[row.level]
        text = Text(f"{row.title}. ", style="bold")
        text.append(row.message, style="not bold")
        table.add_row(f" {mark}", Text(row.level_label, style=style), text)
    return table
