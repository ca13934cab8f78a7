"""Files are written as a whole or not at all, and errors are reported with the remedy."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.base.saving import save_whole
from tests.drives import mounted

ROOT = Path(__file__).resolve().parents[3]


def test_a_new_file_holds_the_data_and_no_draft_is_left(tmp_path: Path) -> None:
    assert save_whole(tmp_path / "page.txt", b"new") is None
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]
    assert (tmp_path / "page.txt").read_bytes() == b"new"


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(b"old and longer")
    file.chmod(0o640)
    assert save_whole(file, b"new") is None
    assert file.read_bytes() == b"new"
    assert sys.platform == "win32" or file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own there")
def test_a_link_stays_one_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert save_whole(tmp_path / "link.txt", b"new") is None
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_bad_folder_or_name_is_reported_with_the_remedy(tmp_path: Path) -> None:
    assert save_whole(tmp_path, b"new") == "This is a folder. Name a file in it."
    missing = tmp_path / "no"
    assert save_whole(missing / "page.txt", b"") == f"There is no folder {missing}. Make it, or choose another."
    problem = save_whole(tmp_path / ("x" * 300), b"new")
    assert problem is not None
    assert os.strerror(errno.ENAMETOOLONG) in problem
    assert "shorter name" in problem
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """Mount a drive of 64 KiB, and yield a folder on it."""
    with mounted(tmp_path / "small", "size=64k") as folder:
        yield folder


def test_a_full_drive_keeps_the_old_file_and_is_named(small_drive: Path) -> None:
    file = small_drive / "page.pdf"
    assert save_whole(file, b"old") is None
    problem = save_whole(file, b"x" * 200_000)
    assert problem is not None
    assert "Make room on that drive" in problem
    assert file.read_bytes() == b"old"
    assert list(small_drive.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_program_killed_while_saving_leaves_a_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "page.bin"
    old, new = b"o" * 5_000_000, b"n" * 5_000_000
    program = (
        "import sys; from pathlib import Path; from gui.base.saving import save_whole\n"
        "print('ready', flush=True)\n"
        "while True: save_whole(Path(sys.argv[1]), b'n' * 5_000_000)"
    )
    for tries in range(5):
        file.write_bytes(old)
        process = subprocess.Popen([sys.executable, "-c", program, str(file)], cwd=ROOT, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(tries * 0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert file.read_bytes() in (old, new)
