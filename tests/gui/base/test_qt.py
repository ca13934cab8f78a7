"""The behavior of Qt for Python on which the program relies."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QFont


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be lost from Python 3.12 on")
def test_a_call_without_a_result_keeps_references_to_none() -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(1000):
        font.setBold(True)
    assert abs(sys.getrefcount(None) - before) < 100


def test_python_imports_as_it_did_before_qt_was_loaded() -> None:
    program = (
        "import builtins, linecache; plain = builtins.__import__\n"
        "from gui.base.qt import load_qt; load_qt(); import gui.window.main_window\n"
        "assert builtins.__import__ is plain\n"
        "print(*linecache.cache)"
    )
    sources_read = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert "main_window" not in sources_read


def test_qt_loads_no_stub_writer_and_still_explains_calls() -> None:
    program = (
        "import sys; from gui.base.qt import load_qt; load_qt()\n"
        "from PySide6.QtCore import QPoint\n"
        "assert 'argparse' not in sys.modules\n"
        "try: QPoint('here')\n"
        "except TypeError as error: print(error)"
    )
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert "QPoint.__init__(xpos: int, ypos: int, /)" in said
