"""Draw the program's icon for the three systems from resources/icons/app.svg.

    .venv/bin/python tools/icons.py

redraws bundle/bonewatch.png, .ico and .icns. They are kept in the repository, so that a build draws nothing.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "resources" / "icons" / "app.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Windows's sizes in pixels, from the title bar to the largest tile, at 100 to 200 %."""
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
"""The sizes that Pillow writes. macOS derives the 16-pixel icon from the next larger one."""
PNG_SIZE = 256


def drawn(size: int) -> Image.Image:
    """Return the drawing, `size` pixels wide and high. Raises ValueError if it cannot be drawn."""
    reader = QImageReader(str(DRAWING))
    reader.setScaledSize(QSize(size, size))
    picture = reader.read()
    if picture.isNull():
        raise ValueError(f"{DRAWING}: {reader.errorString()}")
    picture.convertTo(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(picture.constBits()))


def main() -> None:
    """Draw the three files."""
    folder = ROOT / "bundle"
    drawn(PNG_SIZE).save(folder / "bonewatch.png", optimize=True)
    # Draw each size separately: a large icon scaled down is blurred.
    *smaller, largest = (drawn(size) for size in ICO_SIZES)
    largest.save(folder / "bonewatch.ico", append_images=smaller, sizes=[(size, size) for size in ICO_SIZES])
    *smaller, largest = (drawn(size) for size in ICNS_SIZES)
    largest.save(folder / "bonewatch.icns", append_images=smaller)


if __name__ == "__main__":
    main()
