"""Pictures read by a program that knows nothing of ours, tesseract.

Words are compared without case, punctuation and line breaks. One thing is forgiven: letters that look the same. Alone
in a word, the bundled font's capital I, small l and figure 1 are told apart by no reader, and O from 0 by few; people
tell them by what they mean.
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
"""Ways of tesseract to look at a picture: as a page, as lines of one text, as words here and there."""


def reader() -> str:
    """Return the program that reads pictures; the test is skipped or fails where there is none."""
    if not sys.platform.startswith("linux"):
        pytest.skip("how the program is got is known for Linux only")
    return require("tesseract")[0]


def in_order(text: str) -> list[str]:
    """Return the words of a text, with those letters made equal that look the same."""
    return re.findall(r"[a-z0-9]+", text.lower().translate(SAME))


def words(text: str) -> set[str]:
    """Return the words of a text, each once."""
    return set(in_order(text))


def picture_of(widget: QWidget) -> Image.Image:
    """Return the widget as it is drawn."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().toImage().save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


def prepared(picture: Image.Image, dark: bool, enlarged: int) -> Image.Image:
    """Return the picture as tesseract likes it: gray, dark on light, and so enlarged that letters are as it was taught them."""
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
        # One processor: the pictures are small, and others work here too.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
    )
    return words(answer.stdout.decode())
