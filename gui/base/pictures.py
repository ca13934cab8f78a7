"""Export of widgets as pictures: PNG as pixels, SVG and PDF as vectors."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from gui.base.saving import save_whole


def save_picture(widget: QWidget, path: Path) -> str | None:
    """Write a picture of the widget, completely or not at all. Return an error message, or None."""
    draw = {".png": _png, ".svg": _svg, ".pdf": _pdf}[path.suffix.lower()]
    return save_whole(path, bytes(draw(widget).data()))


def _png(widget: QWidget) -> QByteArray:
    buffer = _buffer()
    widget.grab().toImage().save(buffer, "PNG")  # type: ignore[call-overload]
    return buffer.data()


def _svg(widget: QWidget) -> QByteArray:
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    generator.setTitle("Bonewatch")
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    return buffer.data()


def _pdf(widget: QWidget) -> QByteArray:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle("Bonewatch")
    # One screen pixel is three quarters of a point.
    points = QSizeF(widget.width() * 0.75, widget.height() * 0.75)
    size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setResolution(96)
    painter = QPainter(writer)
    widget.render(painter, QPoint())
    painter.end()
    return buffer.data()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
