"""A progress bar for long input."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TransferSpeedColumn

# Redrawing for every line would take longer than deciding it.
_BYTES_PER_UPDATE = 65_536


@contextmanager
def count_progress(doing: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on standard error if it is a terminal. Yield a function that takes the number of newly finished steps."""
    if not sys.stderr.isatty():
        yield _nobody_looks
        return
    columns = (TextColumn(doing), BarColumn(), TextColumn("{task.percentage:3.0f} %"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield partial(progress.advance, progress.add_task("", total=total))


def _nobody_looks(_: int) -> None:
    """Ignore the progress."""


@contextmanager
def byte_progress(total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a bar on standard error. Yield a function that takes the bytes read since the last call."""
    columns = (TextColumn("deciding"), BarColumn(), TransferSpeedColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task, waiting = progress.add_task("", total=total), 0

        def advance(size: int) -> None:
            nonlocal waiting
            waiting += size
            if waiting >= _BYTES_PER_UPDATE:
                progress.advance(task, waiting)
                waiting = 0

        yield advance
