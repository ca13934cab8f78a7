"""A progress bar for long input."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TransferSpeedColumn

# Redrawing for every line would cost more than deciding it.
_BYTES_PER_UPDATE = 65_536


@contextmanager
def byte_progress(total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on standard error; yields a function that takes the bytes read since the last call."""
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
