"""The workflow is one that GitHub can read."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKFLOW = ROOT / ".github" / "workflows" / "build.yml"


def check(path: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_workflow_fits_the_schema() -> None:
    answer = check(WORKFLOW)
    assert answer.returncode == 0, answer.stdout


def test_a_workflow_with_a_slip_would_not(tmp_path: Path) -> None:
    slipped = tmp_path / "build.yml"
    slipped.write_text(WORKFLOW.read_text(encoding="utf-8").replace("runs-on:", "run-on:"), encoding="utf-8")
    assert "run-on" in check(slipped).stdout
