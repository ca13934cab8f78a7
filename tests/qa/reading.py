"""Pictures read by an independent program, tesseract.

Texts are compared without case, punctuation and line breaks. Letters that look the same are treated as equal: in a
single word no reader can distinguish the bundled font's capital I, small l and figure 1, and few can distinguish O from
0. People infer them from the context.
"""

import io
import os
import re
import subprocess
import sys

import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QWidget

from tests.programs import require

SAME = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o"})
PAGE, LINES, SCATTERED = 3, 6, 11
"""Tesseract's page modes: a page, lines of one text, scattered words."""


def reader() -> str:
    """Return the path of tesseract. Skip or fail the test if it is missing."""
    if not sys.platform.startswith("linux"):
        pytest.skip("how the program is got is known for Linux only")
    return require("tesseract")[0]


def in_order(text: str) -> list[str]:
    """Return the words of a text, with letters that look the same replaced by one of them."""
    return re.findall(r"[a-z0-9]+", text.lower().translate(SAME))


def words(text: str) -> set[str]:
    """Return the distinct words of a text."""
    return set(in_order(text))


def picture_of(widget: QWidget) -> Image.Image:
    """Return a picture of the widget."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().toImage().save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


def prepared(picture: Image.Image, dark: bool, enlarged: int) -> Image.Image:
    """Return the picture in the form that tesseract reads best: gray, dark on light, with letters of its training size."""
    gray = ImageOps.grayscale(picture)
    upright = ImageOps.invert(gray) if dark else gray
    return upright.resize((upright.width * enlarged, upright.height * enlarged), Image.Resampling.BICUBIC)


def read(program: str, picture: Image.Image, way: int = PAGE) -> set[str]:
    """Return the words in a picture."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    answer = subprocess.run(
        [program, "-", "-", "-l", "eng", "--psm", str(way)],
        input=file.getvalue(),
        capture_output=True,
        # Use one processor: the pictures are small, and other tests run at the same time.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
    )
    return words(answer.stdout.decode())
