"""Save two cases in turn to one file, in processes that are killed meanwhile. Run by a test.

`python -m tests.gui.saving_driver FILE KILLS` starts this many savers one after another, kills each with SIGKILL after
a few milliseconds, reads the file each time, and prints the result as JSON.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from core.case.case_file import SCHEMA, Case, case_to_bytes, parse_case
from gui.base.saving import save_whole
from tests.strategies import eligible

CASES = tuple(
    case_to_bytes(Case(schema=SCHEMA, title=title * 200, scenario=eligible(age_years=age)))
    for title, age in (("a", 24), ("b", 60))
)


def save_forever(path: Path, number: int, ready: int) -> None:
    """Save cases until the process is killed, after reporting the start."""
    os.write(ready, b".")
    while True:
        number += 1
        problem = save_whole(path, CASES[number % 2])
        assert problem is None, problem


def main(path: Path, kills: int) -> None:
    """Kill savers and report the content of the file."""
    chance = random.Random(6)
    path.write_bytes(CASES[0])
    seen = [0, 0]
    ready, say = os.pipe()
    for number in range(kills):
        child = os.fork()
        if child == 0:
            save_forever(path, number, say)
        os.read(ready, 1)
        time.sleep(chance.uniform(0.001, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        data = path.read_bytes()
        parse_case(data)
        seen[CASES.index(data)] += 1
    drafts = sum(other != path for other in path.parent.iterdir())
    print(json.dumps({"kills": kills, "whole": sum(seen), "first": seen[0], "second": seen[1], "drafts": drafts}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
