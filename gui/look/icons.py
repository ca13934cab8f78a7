"""Icons drawn in the colors of the theme.

All icons in `resources/icons` share one style: a grid of 24, lines 2 wide, round ends and corners. A file names up to
three colors by SVG keywords: `currentColor` for its lines, `context-fill` for the inside of its outline,
`context-stroke` for the mark on it. The application's icon, `app`, has fixed colors.
"""

from functools import lru_cache
from itertools import product
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from core.base.resources import resource_path
from gui.look.theme import current_theme, theme_manager


def densities() -> set[float]:
    """Return the device pixel ratios of all screens. When they change, all icons are redrawn."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}


def pixmap(
    name: str, color: str, size: int, *, fill: str = "none", mark: str | None = None, ratio: float | None = None
) -> QPixmap:
    """Draw an icon in `size` logical pixels, which the caller has scaled to the zoom.

    `color` draws the lines, `fill` the inside and `mark` the sign on it (default: the color of the lines). `ratio` is
    the device pixel ratio (default: that of the sharpest screen). Raises FileNotFoundError for an unknown name.
    """
    if ratio is None:
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    image = _image(name, color, fill, mark or color, ceil(size * ratio))
    drawn = QPixmap.fromImage(image)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, color: str, *, size: int = 24, fill: str = "none", mark: str | None = None) -> QIcon:
    """Return an icon for a button or a menu that is sharp on every connected screen."""
    made = QIcon()
    for ratio in densities():
        made.addPixmap(pixmap(name, color, size, fill=fill, mark=mark, ratio=ratio))
    return made


def set_icon(button: QAbstractButton, name: str, color: str) -> None:
    """Show an icon before a button's words, as high as a line of text and at a distance that follows the zoom.

    Call it again when the theme or the zoom changes. The accessible name of the button does not change.
    """
    manager = theme_manager()
    size = manager.px(manager.scale.icon.small)
    # Qt leaves four pixels between icon and words at any zoom. Add the rest as empty space in the picture.
    gap = manager.px(6) - 4
    made = QIcon()
    # A disabled icon has the color of disabled words. Qt would fade it toward a background that may have changed.
    inks = {QIcon.Mode.Normal: color, QIcon.Mode.Disabled: manager.theme.text.disabled}
    for (mode, ink), ratio in product(inks.items(), densities()):
        drawn = pixmap(name, ink, size, ratio=ratio)
        padded = QPixmap(ceil((size + gap) * ratio), drawn.height())
        padded.fill(Qt.GlobalColor.transparent)
        padded.setDevicePixelRatio(ratio)
        painter = QPainter(padded)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        made.addPixmap(padded, mode)
    button.setIcon(made)
    button.setIconSize(QSize(size + gap, size))


def category_pixmap(category: str, size: int, *, ratio: float | None = None) -> QPixmap:
    """Return the icon of an appropriateness category, or of `neutral`, in the current theme."""
    colors = current_theme().category(category)
    return pixmap(category, colors.outline, size, fill=colors.background, mark=colors.text, ratio=ratio)


def level_pixmap(level: str, size: int, *, ratio: float | None = None) -> QPixmap:
    """Return the icon of a warning level in the current theme."""
    colors = current_theme().level(level)
    return pixmap(level, colors.outline, size, fill=colors.fill, mark=colors.mark, ratio=ratio)


def status_pixmap(status: str, size: int, *, ratio: float | None = None) -> QPixmap:
    """Return the icon of a status without a recommendation in the current theme."""
    return pixmap(status, current_theme().status(status).bar, size, ratio=ratio)


def app_icon() -> QIcon:
    """Return the application's icon for the window and the task bar."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("app", "none", size, ratio=1.0))
    return made


def paint_icon(painter: QPainter, place: QRectF, name: str, color: str, fill: str = "none", mark: str = "") -> None:
    """Draw an icon as vectors, for print. `mark` defaults to the color of the lines."""
    _renderer(name, color, fill, mark or color).render(painter, place)


@lru_cache(maxsize=512)
def _image(name: str, color: str, fill: str, mark: str, pixels: int) -> QImage:
    # Use an image: a cached pixmap would outlive the application object that it needs.
    drawing = _renderer(name, color, fill, mark)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _renderer(name: str, color: str, fill: str, mark: str) -> QSvgRenderer:
    source = _source(name)
    for keyword, value in (("currentColor", color), ("context-fill", fill), ("context-stroke", mark)):
        source = source.replace(keyword, value)
    return QSvgRenderer(QByteArray(source.encode()))


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
