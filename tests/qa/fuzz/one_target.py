"""The process that fuzzes one target, until it has used up its processor time: see `__main__.py`."""

import os
import sys
import time

import atheris

# Only what is imported in here is watched: our own readers, and the reader of TOML under them (that of JSON is C).
with atheris.instrument_imports(include=["core", "gui.base.policy", "gui.base.preferences", "tomllib"]):
    from tests.qa.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz the target that the first argument names for the seconds in the second; the rest is libFuzzer's."""
    _, name, seconds, *rest = sys.argv
    target, end, inputs = TARGETS[name], float(seconds), 0

    def once(data: bytes) -> None:
        nonlocal inputs
        target(data)
        inputs += 1
        if time.process_time() > end:
            print(f"INPUTS {inputs}", flush=True)
            # libFuzzer knows no other way to end by processor time.
            os._exit(0)

    atheris.Setup([sys.argv[0], *rest], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
