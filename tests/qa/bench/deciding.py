"""The speed of `decide()`, compared with the ZEN engine on a decision table of the same content.

ZEN is written in Rust and gives status, action and procedure from one table. `decide()` gives the whole decision. Each
gets its natural input: ZEN a dict, `decide()` a scenario, and in a separate row a dict to validate first. ZEN is called
in its fastest way, by the key of a loaded table, and in the way of its manual.

The samples are every combination in scope that the pathway distinguishes, and random answers to all fields, more of
them than the engine remembers. "First time" starts with an empty memory.
"""

import gc
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import Any
from unittest.mock import patch

import zen

import core.engine.decide
from core.base.resources import resource_path
from core.base.validation import checked
from core.case.scenario import Scenario
from core.content import Content
from core.content.loading import load_content
from core.engine.decide import decide
from tests.core.proof.decision_model import to_jdm
from tests.decision_space import ELIGIBLE_ANSWERS, random_scenarios
from tests.qa.bench.figures import Compared, Goal, Row, Spread
from tests.qa.bench.turns import in_turns

TODAY = date(2026, 6, 1)
SECTION = "One decision"


@dataclass(frozen=True)
class Sample:
    """Scenarios to decide, each also as the dict that JSON would give."""

    name: str
    scenarios: Sequence[Scenario]
    dicts: Sequence[dict[str, Any]]

    @classmethod
    def of(cls, name: str, scenarios: Sequence[Scenario]) -> "Sample":
        """Return the sample with its dicts."""
        return cls(name, scenarios, [vars(scenario) for scenario in scenarios])


def _forgetful(_: object, function: Callable[[Scenario], Any], most: int = 0) -> Callable[[Scenario], Any]:
    """Replace the engine's memos: compute every result."""
    return function


def measure(quick: bool) -> list[Row]:
    """Return one row for each sample and way of calling. Raises AssertionError if the two engines disagree on a case."""
    content = load_content(resource_path("content"))
    table = zen.ZenEngine({"loader": {"type": "static", "content": {"table": to_jdm(content)}}})
    rows = []
    samples = _samples(content, quick)
    for sample in samples:
        _check_agreement(sample, content, table)
    # A deciding program does not hold tens of thousands of cases for the garbage collector to visit.
    gc.collect()
    gc.freeze()
    for sample in samples:
        rows += _rows(sample, content, table, rounds=3 if quick else 9)
    gc.unfreeze()
    return rows


def _samples(content: Content, quick: bool) -> list[Sample]:
    eligible = (dict(zip(ELIGIBLE_ANSWERS, a, strict=True)) for a in itertools.product(*ELIGIBLE_ANSWERS.values()))
    in_scope = [
        scenario
        for scenario in (checked(Scenario, each) for each in eligible)
        if decide(scenario, content, TODAY).status == "in_scope"
    ]
    others = [checked(Scenario, each) for each in random_scenarios(3_000 if quick else 30_000, seed=1)]
    return [
        Sample.of(f"in scope ({len(in_scope):,})", in_scope),
        Sample.of(f"random ({len(others):,})", others),
    ]


def _check_agreement(sample: Sample, content: Content, table: zen.ZenEngine) -> None:
    for scenario, plain in zip(sample.scenarios, sample.dicts, strict=True):
        ours, theirs = decide(scenario, content, TODAY), table.evaluate("table", plain)["result"]
        expected = (ours.status, ours.recommendation.action, ours.recommendation.procedure)
        found = tuple(theirs.get(name) for name in ("status", "action", "procedure"))
        assert found == expected, f"decide() says {expected}, zen-engine {found}: {plain}"


def _rows(sample: Sample, content: Content, table: zen.ZenEngine, rounds: int) -> list[Row]:
    def step(few: int) -> int:
        return len(sample.scenarios) // few

    def remembering() -> float:
        return _microseconds(lambda scenario: decide(scenario, content, TODAY), sample.scenarios)

    def first_visit() -> float:
        engine = core.engine.decide._Engine(content)
        return _microseconds(lambda scenario: engine.decide(scenario, TODAY), sample.scenarios)

    def forgetting() -> float:
        with patch("core.engine.decide.Memo", _forgetful):
            engine = core.engine.decide._Engine(content)
        return _microseconds(lambda scenario: engine.decide(scenario, TODAY), sample.scenarios[:: step(3_000)])

    def from_dicts() -> float:
        return _microseconds(lambda each: decide(checked(Scenario, each), content, TODAY), sample.dicts)

    def zen_by_key() -> float:
        return _microseconds(lambda each: table.evaluate("table", each), sample.dicts)

    decision = table.get_decision("table")

    def zen_by_decision() -> float:
        return _microseconds(decision.evaluate, sample.dicts[:: step(500)])

    ours = {
        "asked again": remembering,
        "asked again, from a dict": from_dicts,
        "first time": first_visit,
        "memory off": forgetting,
    }
    times = in_turns({**ours, "by key": zen_by_key, "by decision": zen_by_decision}, rounds)

    def row(way: str, zen_name: str, zen_way: str, *goals: Goal) -> Row:
        what = f"{sample.name}: {way}"
        faster: Compared = "times as fast as the baseline"
        return Row(SECTION, what, "µs", Spread.of(times[way]), zen_name, Spread.of(times[zen_way]), faster, *goals)

    goals = (Goal(3, "ratio", at_least=True), Goal(5, "ratio", at_least=True))
    return [
        *(row(way, "zen by key, its fastest", "by key", *(goals if way == "asked again" else ())) for way in ours),
        row("asked again", "zen by decision, as in its manual", "by decision"),
    ]


def _microseconds(ask: Callable[[Any], object], cases: Sequence[Any]) -> float:
    start = perf_counter()
    for case in cases:
        ask(case)
    return (perf_counter() - start) / len(cases) * 1e6
