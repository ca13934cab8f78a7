"""The process that fuzzes one target until its processor time is used up: see `__main__.py`."""

import os
import sys
import time

import atheris

# Only modules imported here are instrumented: our readers, and the TOML reader (the JSON reader is written in C).
READERS = ["core", "gui.base.policy", "gui.base.preferences", "gui.base.settings_table", "tomllib"]
with atheris.instrument_imports(include=READERS):
    from tests.qa.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz the target named by the first argument for the seconds in the second. Pass the rest to libFuzzer."""
    _, name, seconds, *rest = sys.argv
    target, end, inputs = TARGETS[name], float(seconds), 0

    def once(data: bytes) -> None:
        nonlocal inputs
        target(data)
        inputs += 1
        if time.process_time() > end:
            print(f"INPUTS {inputs}", flush=True)
            # libFuzzer has no other way to end by processor time.
            os._exit(0)

    atheris.Setup([sys.argv[0], *rest], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
