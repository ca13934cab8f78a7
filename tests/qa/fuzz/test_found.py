"""All inputs that once broke a reader, and valid ones, are refused with a message or read; see `make fuzz`."""

from pathlib import Path

import pytest

from tests.qa.fuzz.targets import TARGETS, seeds

FOUND = sorted(path for path in (Path(__file__).parent / "found").glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_input_found_before_breaks_nothing(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_what_the_fuzzer_starts_from_breaks_nothing(target: str) -> None:
    inputs = list(seeds(target))
    for data in inputs:
        TARGETS[target](data)
    assert len(inputs) > 5
