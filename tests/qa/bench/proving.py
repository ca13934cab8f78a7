"""The time `bonewatch verify` takes to prove the content over its whole decision space.

The baseline is `decide()` alone, called for the first time on a sample of that space: the cost of deciding every case
and nothing else.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import core.engine.decide
from core.base.resources import resource_path
from core.base.validation import checked
from core.case.scenario import Scenario
from core.content.loading import load_content
from core.proof.verify import size_of_decision_space
from tests.decision_space import spread_sample
from tests.qa.bench.deciding import TODAY
from tests.qa.bench.figures import Row, Spread
from tests.qa.bench.turns import in_turns

ROOT = Path(__file__).resolve().parents[3]
SECTION = "Proof of the whole decision space"

_SAMPLE = 20_000


def measure(quick: bool) -> list[Row]:
    """Return one row: seconds of the proof, with those of deciding as many cases."""
    content = load_content(resource_path("content"))
    cases = [checked(Scenario, each) for each in spread_sample(_SAMPLE)]
    whole = size_of_decision_space()

    def prove() -> float:
        begin = time.perf_counter()
        command = [sys.executable, "-m", "gui", "verify"]
        subprocess.run(command, cwd=ROOT, env={**os.environ}, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begin

    def decide() -> float:
        engine = core.engine.decide._Engine(content)
        begin = time.perf_counter()
        for case in cases:
            engine.decide(case, TODAY)
        return (time.perf_counter() - begin) / len(cases) * whole

    times = in_turns({"prove": prove, "decide": decide}, 1 if quick else 3)
    ours, baseline = Spread.of(times["prove"]), Spread.of(times["decide"])
    return [Row(SECTION, f"{whole:,} cases: bonewatch verify", "s", ours, "deciding each of them", baseline)]
