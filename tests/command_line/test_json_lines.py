"""Many scenarios in one run: one decision a line, in order, in constant memory, whatever single lines hold."""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from tests.decision_space import random_scenarios

MIB = 1024 * 1024

ASK_FOR_FILMS = {"purpose": "local_recurrence_surveillance", "tumor_origin": "bone", "treated": True, "symptoms": []}
CONTINUE = {**ASK_FOR_FILMS, "radiograph_result": "stable", "clinical_suspicion": "low"}
SOFT_TISSUE = {**ASK_FOR_FILMS, "tumor_origin": "soft_tissue"}


def _line(scenario: dict[str, Any], title: str | None = None) -> bytes:
    """Writes a scenario, or with a title a whole case, as one line without its end."""
    if title is None:
        return json.dumps(scenario).encode()
    case = {"schema": "bonewatch.case/1", "title": title, "scenario": scenario}
    return json.dumps(case, ensure_ascii=False).encode()


def _answers(stdout: bytes) -> list[dict[str, Any]]:
    """Reads what came out line by line; every line must be an object of its own and end with a line feed."""
    assert stdout == b"" or stdout.endswith(b"\n")
    answers = [json.loads(line) for line in stdout.split(b"\n")[:-1]]
    assert all(isinstance(answer, dict) for answer in answers)
    return answers


def _brief(answers: list[dict[str, Any]]) -> list[str | int]:
    """Gives each decision's action, and each error's line number."""
    brief: list[str | int] = []
    for answer in answers:
        if "error" in answer:
            assert answer.keys() == {"error", "line"} and answer["error"]
            assert type(answer["line"]) is int
            brief.append(answer["line"])
        else:
            brief.append(answer["recommendation"]["action"])
    return brief


@pytest.fixture
def decide_lines(run_here: Any) -> Any:
    """Gives a function that streams some bytes and gives the exit status and the answers in brief."""

    def decide(content: bytes) -> tuple[int, list[str | int]]:
        done = run_here("decide", "--jsonl", "-", stdin=content)
        assert b"Traceback" not in done.stderr
        return done.returncode, _brief(_answers(done.stdout))

    return decide


def test_decisions_come_out_in_the_order_of_the_lines(decide_lines: Any) -> None:
    lines = [_line(CONTINUE), _line(SOFT_TISSUE), _line({}), _line(ASK_FOR_FILMS)] * 50
    assert decide_lines(b"\n".join(lines) + b"\n") == (
        0,
        ["continue_surveillance", "use_other_pathway", "complete_form", "order_radiographs"] * 50,
    )


def test_cases_and_bare_scenarios_may_stand_side_by_side(decide_lines: Any) -> None:
    lines = [_line(CONTINUE, "A"), _line(CONTINUE), _line(SOFT_TISSUE, "B"), _line(ASK_FOR_FILMS, "")]
    assert decide_lines(b"\n".join(lines) + b"\n") == (
        0,
        ["continue_surveillance", "continue_surveillance", "use_other_pathway", "order_radiographs"],
    )


def test_bad_line_is_reported_in_its_place_and_the_rest_go_on(decide_lines: Any) -> None:
    bad_lines = [
        b'{"age_years": 200}',
        b'{"treated": 1}',
        b'{"age": 24}',
        b'{"treated": true, "treated": true}',
        b'{"age_years": NaN}',
        b'{"age_years": 1e999}',
        b'{"age_years": ' + b"9" * 5_000 + b"}",
        b'{"grade": "\\ud800"}',
        b'{"\\udfff": 1}',
        b'{"title": "\xff"}',
        _line(CONTINUE).decode().encode("utf-16-be"),
        b'{"schema": "bonewatch.case/2", "title": "", "scenario": {}}',
        b'{"schema": "bonewatch.case/1", "title": ""}',
        b"[]",
        b"null",
        b"{",
        b"not json",
        b"{} {}",
        b"[" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b"\x00",
    ]
    content = b"".join(bad + b"\n" + _line(CONTINUE) + b"\n" for bad in bad_lines)
    shown: list[str | int] = []
    for number in range(len(bad_lines)):
        shown += [2 * number + 1, "continue_surveillance"]
    assert decide_lines(content) == (1, shown)


def test_bad_line_says_what_is_wrong_with_it(run_here: Any) -> None:
    done = run_here(
        "decide",
        "--jsonl",
        "-",
        stdin=b'{"age_years": 200}\n' + _line({"shoe_size": 44}, "T") + b'\n{"treated": yes}\n',
    )
    first, second, third = (json.dumps(answer["error"]) for answer in _answers(done.stdout))
    assert "age_years: 200 is above 120" in first
    assert "scenario.shoe_size" in second
    assert "column 13" in third


def test_long_mistake_makes_a_short_error(run_here: Any) -> None:
    done = run_here("decide", "--jsonl", "-", stdin=b'{"' + b"k" * 500_000 + b'": "' + b"v" * 400_000 + b'"}\n')
    assert done.returncode == 1
    assert len(done.stdout) < 4_000


def test_nothing_but_bad_lines_still_ends_with_1(decide_lines: Any) -> None:
    assert decide_lines(b"{\n{\n") == (1, [1, 2])


def test_blank_lines_get_no_answer_but_count(decide_lines: Any) -> None:
    content = b"\n  \n" + _line(CONTINUE) + b"\n\t\r\n\r\nwrong\n\n\n"
    assert decide_lines(content) == (1, ["continue_surveillance", 6])


def test_last_line_needs_no_line_end(decide_lines: Any) -> None:
    assert decide_lines(_line(CONTINUE) + b"\n" + _line(ASK_FOR_FILMS)) == (
        0,
        ["continue_surveillance", "order_radiographs"],
    )
    assert decide_lines(_line(CONTINUE) + b"\n{") == (1, ["continue_surveillance", 2])


def test_windows_line_ends_are_line_ends(decide_lines: Any) -> None:
    content = _line(CONTINUE) + b"\r\n" + _line(SOFT_TISSUE, "T") + b"\r\n\r\n{\r\n"
    assert decide_lines(content) == (1, ["continue_surveillance", "use_other_pathway", 4])


def test_only_a_line_feed_ends_a_line(decide_lines: Any) -> None:
    """Python and Unicode know more line ends; inside a JSON text they are ordinary characters."""
    title = "next line \u0085, line separator \u2028, paragraph separator \u2029"
    assert decide_lines(_line(CONTINUE, title) + b"\n" + _line(ASK_FOR_FILMS) + b"\n") == (
        0,
        ["continue_surveillance", "order_radiographs"],
    )


def test_byte_order_mark_before_the_first_line_is_tolerated(decide_lines: Any) -> None:
    assert decide_lines(b"\xef\xbb\xbf" + _line(CONTINUE) + b"\n") == (0, ["continue_surveillance"])


def test_line_longer_than_limit_is_reported_and_the_rest_go_on(decide_lines: Any) -> None:
    endless = _line(CONTINUE, "x" * (32 * MIB))
    content = _line(CONTINUE) + b"\n" + endless + b"\n" + _line(ASK_FOR_FILMS) + b"\n" + endless
    assert decide_lines(content) == (1, ["continue_surveillance", 2, "order_radiographs", 4])


def test_endless_line_is_not_held_in_memory(stream_decisions: Any) -> None:
    def peak_memory_kib(mebibytes: int) -> int:
        chunks = (b"x" * MIB for _ in range(mebibytes))
        good = _line(CONTINUE) + b"\n"
        stream = stream_decisions(iter([good, *chunks, b"\n", *[good] * 2_000]))
        answers = [json.loads(line) for line in stream.lines()]
        assert _brief(answers) == ["continue_surveillance", 2, *["continue_surveillance"] * 2_000]
        assert stream.exit_status == 1
        if stream.peak_memory_kib is None:
            pytest.skip("this system does not tell a process's peak memory")
        return int(stream.peak_memory_kib)

    assert peak_memory_kib(200) - peak_memory_kib(20) < 20 * 1024


def test_file_named_jsonl_is_read_line_by_line(run_here: Any, tmp_path: Path) -> None:
    path = tmp_path / "clinic day.jsonl"
    path.write_bytes(_line(CONTINUE) + b"\n{\n" + _line(SOFT_TISSUE, "T") + b"\n")
    done = run_here("decide", path)
    assert done.returncode == 1
    assert _brief(_answers(done.stdout)) == ["continue_surveillance", 2, "use_other_pathway"]


def test_switch_makes_any_file_a_stream(run_here: Any, tmp_path: Path) -> None:
    path = tmp_path / "clinic.txt"
    path.write_bytes(_line(CONTINUE) + b"\n" + _line(ASK_FOR_FILMS) + b"\n")
    done = run_here("decide", "--jsonl", path)
    assert (done.returncode, _brief(_answers(done.stdout))) == (0, ["continue_surveillance", "order_radiographs"])


def test_stream_is_json_with_and_without_saying_so(run_here: Any) -> None:
    content = _line(CONTINUE) + b"\n"
    plain = run_here("decide", "--jsonl", "--as-of", "2026-06-01", "-", stdin=content)
    named = run_here("decide", "--jsonl", "--format", "json", "--as-of", "2026-06-01", "-", stdin=content)
    assert plain.stdout == named.stdout
    assert (plain.returncode, plain.stderr) == (0, b"")


def test_reader_who_leaves_early_causes_no_traceback(stream_decisions: Any) -> None:
    stream = stream_decisions([_line(CONTINUE) + b"\n"] * 20_000)
    lines = stream.lines()
    next(lines)
    lines.close()
    assert "Traceback" not in stream.errors and "Exception" not in stream.errors


@pytest.mark.slow
def test_million_lines_need_no_more_memory_than_ten_thousand(stream_decisions: Any) -> None:
    def different_lines(count: int) -> Iterator[bytes]:
        """No line comes twice: a program that remembered what it has decided would grow."""
        kinds = [_line({**scenario, "age_years": "AGE"}) + b"\n" for scenario in random_scenarios(1_000, seed=41)]
        for number, kind in enumerate(islice(cycle(kinds), count)):
            yield kind.replace(b'"AGE"', b"%.4f" % (number / 10_000))

    def peak_memory_kib(lines: int) -> int:
        stream = stream_decisions(different_lines(lines))
        assert sum(1 for _ in stream.lines()) == lines
        assert stream.exit_status == 0, stream.errors[-2000:]
        if stream.peak_memory_kib is None:
            pytest.skip("this system does not tell a process's peak memory")
        return int(stream.peak_memory_kib)

    few, many = peak_memory_kib(10_000), peak_memory_kib(1_000_000)
    print(f"peak memory: {few:,} KiB for 10,000 lines, {many:,} KiB for 1,000,000")
    assert many <= few * 1.05
