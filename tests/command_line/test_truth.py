"""Every decision of the real program against a table that was written without it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any

import pytest

from tests.decision_space import (
    ELIGIBLE_ANSWERS,
    SPACE_SIZE,
    Scenario,
    complete_space,
    random_scenarios,
    spread_sample,
)
from tests.truth_table import ASSUMED, FORM_ORDER, Expected, Rating, expected

AS_OF = date(2026, 6, 1)
SHOWN_DISAGREEMENTS = 12

INDEX_CASE: Scenario = {
    "purpose": "local_recurrence_surveillance",
    "tumor_origin": "bone",
    "treated": True,
    "symptoms": [],
    "age_years": 24,
    "histology": "osteosarcoma",
    "site": "femur",
    "surgery": "limb_sparing_resection",
    "months_since_treatment": 18,
}


# --- reading what the program says ------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _observed(line: bytes) -> Expected:
    """Reads one printed decision into the shape of the truth table, and checks the rest of its form on the way."""
    decision = json.loads(line)
    _check_form(decision)
    return Expected(
        status=decision["status"],
        exclusions=tuple(decision["exclusions"]),
        redirects=tuple(decision["redirects"]),
        conflicts=tuple(conflict["id"] for conflict in decision["conflicts"]),
        missing=tuple(decision["missing"]),
        assumptions=tuple((assumed["field"], assumed["value"]) for assumed in decision["assumptions"]),
        action=decision["recommendation"]["action"],
        procedure=decision["recommendation"]["procedure"],
        path=tuple(decision["path"]),
        tumor_board=tuple(decision["tumor_board"]),
        pitfalls=tuple((pitfall["id"], pitfall["level"]) for pitfall in decision["pitfalls"]),
        notices=tuple(decision["notices"]),
        ratings=tuple(
            Rating(row["procedure"], row["category"], row["role"], tuple(row["provenance"]), row["recommended"])
            for row in decision["ratings"]
        ),
    )


def _check_form(decision: dict[str, Any]) -> None:
    """Checks the parts of a printed decision whose exact words the contract leaves open."""
    assert decision["schema"] == "bonewatch.decision/1"
    assert bool(decision["ratings"]) == (decision["status"] == "in_scope")
    for conflict in decision["conflicts"]:
        assert len(conflict["fields"]) >= 2 and set(conflict["fields"]) <= set(FORM_ORDER), conflict
        assert conflict["message"], conflict
    for assumed in decision["assumptions"]:
        # In Python False equals 0, in JSON it does not.
        assert type(assumed["value"]) is type(ASSUMED[assumed["field"]]), assumed
    advice = decision["recommendation"]
    assert advice["headline"] and advice["rationale"] and advice["sources"], advice
    assert advice["basis"] in ("source", "inferred"), advice
    for row in decision["ratings"]:
        assert type(row["recommended"]) is bool and row["sources"], row
        assert row["category"] == "usually_appropriate" or row["instead"], row
    for pitfall in decision["pitfalls"]:
        assert set(pitfall["because"]) <= set(FORM_ORDER), pitfall
        assert pitfall["because"] or pitfall["level"] == "clear", pitfall
    assert {"version", "sha256", "reviewed"} <= decision["content"].keys()


def _lines(scenarios: Iterable[Scenario]) -> Iterator[bytes]:
    return (json.dumps(scenario).encode() + b"\n" for scenario in scenarios)


class _Comparison:
    """Counts how many decisions agree with the truth table, and keeps the first few that do not."""

    def __init__(self) -> None:
        self.compared = 0
        self.statuses: Counter[str] = Counter()
        self.fields_in_dispute: Counter[str] = Counter()
        self.shown: list[str] = []

    def compare(self, scenario: Scenario, line: bytes, as_of: date) -> None:
        should = expected(scenario, as_of)
        self.compared += 1
        self.statuses[should.status] += 1
        try:
            found = _observed(line)
        except (AssertionError, KeyError, TypeError, ValueError) as trouble:
            self._dispute("form", f"{trouble!r} in {line[:600]!r}", scenario)
            return
        if found == should:
            return
        for field in fields(Expected):
            is_, must_be = getattr(found, field.name), getattr(should, field.name)
            if is_ != must_be:
                self._dispute(field.name, f"the program says {is_!r}, the table {must_be!r}", scenario)

    def _dispute(self, field: str, difference: str, scenario: Scenario) -> None:
        self.fields_in_dispute[field] += 1
        if self.fields_in_dispute[field] <= 2 and len(self.shown) < SHOWN_DISAGREEMENTS:
            self.shown.append(f"{field}: {difference}\n    for {json.dumps(scenario)}")

    def assert_agreement(self) -> None:
        assert not self.fields_in_dispute, "\n".join(
            [f"{dict(self.fields_in_dispute)} of {self.compared}", *self.shown]
        )


def _compare_all(stream_decisions: Any, scenarios: Any, as_of: date = AS_OF) -> _Comparison:
    """Stream the scenarios of a generator function through one run of the program."""
    stream = stream_decisions(_lines(scenarios()), ("--as-of", as_of.isoformat(), "--format", "json"))
    comparison = _Comparison()
    rest = scenarios()
    for line in stream.lines():
        scenario = next(rest, None)
        assert scenario is not None, f"more lines came out than went in: {line[:600]!r}"
        comparison.compare(scenario, line, as_of)
    assert stream.exit_status == 0, stream.errors[-2000:]
    assert next(rest, None) is None, f"the program stopped after {comparison.compared} lines: {stream.errors[-2000:]}"
    return comparison


# --- the whole table --------------------------------------------------------------------------------------------


def _sample() -> Iterator[Scenario]:
    return chain(
        spread_sample(500),
        spread_sample(1_500, ELIGIBLE_ANSWERS),
        random_scenarios(500, seed=20260530),
    )


def test_program_agrees_with_the_truth_table_on_a_sample(stream_decisions: Any) -> None:
    comparison = _compare_all(stream_decisions, _sample)
    assert comparison.compared >= 2_000
    comparison.assert_agreement()


@pytest.mark.parametrize("as_of", [date(2027, 5, 30), date(2027, 5, 31)])
def test_content_is_called_stale_from_the_day_after_a_year(stream_decisions: Any, as_of: date) -> None:
    comparison = _compare_all(stream_decisions, lambda: random_scenarios(50, seed=7), as_of)
    comparison.assert_agreement()


@pytest.mark.slow
def test_program_agrees_with_the_truth_table_everywhere(stream_decisions: Any) -> None:
    """Streams the complete space through two runs of the program at a time, so that both cores have work."""
    parts = 2

    def compare_part(part: int) -> _Comparison:
        return _compare_all(stream_decisions, lambda: complete_space(part, parts))

    with ThreadPoolExecutor(parts) as pool:
        comparisons = list(pool.map(compare_part, range(parts)))
    statuses = sum((comparison.statuses for comparison in comparisons), Counter[str]())
    print(f"{statuses.total():,} scenarios compared: {dict(statuses)}")
    for comparison in comparisons:
        comparison.assert_agreement()
    assert statuses.total() == SPACE_SIZE >= 500_000


# --- one case, one answer ----------------------------------------------------------------------------------------


def test_empty_scenario_asks_for_the_four_gate_answers(run_program: Any) -> None:
    done = run_program("decide", "--format", "json", "-", stdin=b"{}")
    assert (done.returncode, done.stderr) == (0, b"")
    decision = json.loads(done.stdout)
    assert decision["status"] == "incomplete"
    assert decision["missing"] == ["purpose", "tumor_origin", "treated", "symptoms"]


def test_one_case_gets_the_same_bytes_everywhere(run_program: Any) -> None:
    """Time zone, locale and hash seed must not show in a decision."""
    places = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"PYTHONHASHSEED": "3", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ]
    case = json.dumps(INDEX_CASE).encode()
    answers = {
        run_program("decide", "--format", "json", "--as-of", "2026-06-01", "-", stdin=case, env=place).stdout
        for place in places
    }
    assert len(answers) == 1 and json.loads(answers.pop())["status"] == "in_scope"


def test_case_alone_and_same_case_in_a_stream_get_same_decision(run_program: Any) -> None:
    case = json.dumps(INDEX_CASE).encode() + b"\n"
    alone = run_program("decide", "--format", "json", "--as-of", "2026-06-01", "-", stdin=case)
    streamed = run_program("decide", "--jsonl", "--as-of", "2026-06-01", "-", stdin=case)
    assert json.loads(alone.stdout) == json.loads(streamed.stdout)
    assert streamed.stdout.count(b"\n") == 1 and streamed.stdout.endswith(b"\n")
    assert b"\r" not in alone.stdout + streamed.stdout
