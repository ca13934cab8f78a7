"""Coverage-guided fuzzing of all readers: `make fuzz ARGS="case_file --minutes 20"`.

Each target runs in a separate process. Inputs that break it are kept in tests/qa/fuzz/found/<target>/, which the tests
read.
"""

import argparse
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

FOUND = Path(__file__).parent / "found"
LARGEST_INPUT = 4096
SECONDS_FOR_ONE_INPUT = 20
MEBIBYTES = 2048


def main() -> int:
    """Fuzz the named targets in turn. Return exit status 1 if an input broke one."""
    from tests.qa.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], default=[], metavar="TARGET")
    parser.add_argument("--minutes", type=float, default=20, help="of processor time for each target (20)")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what was learned from one run to the next")
    options = parser.parse_args()
    return max([_fuzz(target, options.minutes * 60, options.corpus) for target in options.targets or TARGETS])


def _fuzz(target: str, seconds: float, corpus: Path | None) -> int:
    """Run one target in a process that ends when its processor time is used up. Report the result."""
    from core.case.scenario import field_specs
    from tests.qa.fuzz.targets import seeds

    with tempfile.TemporaryDirectory() as scratch:
        learned = (corpus or Path(scratch)) / target
        learned.mkdir(parents=True, exist_ok=True)
        words = {name.encode() for name in field_specs()}
        for number, seed in enumerate(seeds(target)):
            (learned / f"seed-{number}").write_bytes(seed)
            words.update(re.findall(rb"\w{3,30}", seed))
        dictionary = Path(scratch) / "words"
        dictionary.write_bytes(b"".join(b'"%b"\n' % word for word in sorted(words)))
        (FOUND / target).mkdir(parents=True, exist_ok=True)
        before = set((FOUND / target).iterdir())
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "tests.qa.fuzz.one_target", target, str(seconds), str(learned)]
        command += [f"-artifact_prefix={FOUND / target}/", f"-max_len={LARGEST_INPUT}", f"-dict={dictionary}"]
        command += [f"-timeout={SECONDS_FOR_ONE_INPUT}", f"-rss_limit_mb={MEBIBYTES}"]
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        # The output may contain hostile bytes.
        said = run.stdout.decode("utf-8", "replace")
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        found = sorted(set((FOUND / target).iterdir()) - before)
        reached = [int(edges) for edges in re.findall(r"^#\d+\s+\S+\s+cov: (\d+)", said, re.MULTILINE)] or [0]
        # After a finding, count the inputs up to libFuzzer's last report.
        inputs = int((re.findall(r"^(?:INPUTS |#)(\d+)", said, re.MULTILINE) or ["0"])[-1])
        minutes = (now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime) / 60
        print(f"{target}: {inputs:,} inputs in {minutes:.1f} CPU-minutes; ", end="")
        print(f"{reached[-1]:,} places reached ({reached[0]:,} by the seeds); {len(found)} found", flush=True)
        if run.returncode:
            print(said[-3000:], flush=True)
    return int(bool(found) or run.returncode != 0)


if __name__ == "__main__":
    sys.exit(main())
