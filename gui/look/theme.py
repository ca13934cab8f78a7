"""Application of the look: fonts, palette, style sheet and zoom, and the object that signals their changes.

No other code sets fonts, colors or sizes by hand. A widget asks for a role (see `style.qss`), a label for a
step of the type scale (`set_text_role`), a painter for a color (`theme_manager().theme`) and for a length
(`theme_manager().px`).
"""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QGroupBox, QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from core.base import resources
from gui.base.heights import CachedHeights
from gui.look.style_sheet import build_style_sheet
from gui.look.tokens import THEMES, Scale, Theme, load_scale, load_theme, scaled

__all__ = [
    "THEMES",
    "Paragraph",
    "Scale",
    "Text",
    "Theme",
    "ThemeManager",
    "apply_theme",
    "current_theme",
    "load_scale",
    "load_theme",
    "refresh_fonts",
    "set_property",
    "set_text_role",
    "take_frame",
    "text_font",
    "theme_manager",
]

TYPE_ROLE: Final = "type_role"
"""The dynamic property that holds a widget's step of the type scale."""

_FONTS_MISSING: Final = "fonts_missing"
_FONT_FILES: Final = tuple(f"fonts/BonewatchSans-{style}.otf" for style in ("Regular", "SemiBold", "Bold"))


class ThemeManager(QObject):
    """The current theme and zoom of the application; `changed` is emitted after each change.

    Each application object has one, see `theme_manager`. It starts with the light theme at 100 %, which is applied only
    at the first change.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme_manager")
        # Use Fusion, which looks the same on every desktop. Set it once: changing the style re-polishes every widget.
        # With a style sheet set, the style has another name, so it could not be recognized later.
        app.setStyle("Fusion")
        self._app = app
        self._theme = load_theme("light")
        self._zoom_percent = 100
        self._worn: tuple[Theme, int] | None = None
        self._follows_system = False

    @property
    def theme(self) -> Theme:
        """The current theme."""
        return self._theme

    @property
    def scale(self) -> Scale:
        """The sizes, at 100 % zoom."""
        return load_scale()

    @property
    def zoom_percent(self) -> int:
        """The current zoom, one of the scale's steps."""
        return self._zoom_percent

    @property
    def follows_system(self) -> bool:
        """Whether the theme follows the desktop's."""
        return self._follows_system

    def wear(self, name: str) -> None:
        """Show this theme, or the desktop's if the name is "system". Raises ValueError for an unknown name."""
        if name == "system":
            self.follow_system()
        else:
            self.set_theme(name)

    def set_theme(self, name: str) -> None:
        """Show this theme from now on, regardless of the desktop. Raises ValueError for an unknown name."""
        theme = load_theme(name)
        self._stop_following()
        self._show(theme, self._zoom_percent)

    def set_zoom(self, percent: int) -> None:
        """Show text and controls at the step of the scale nearest to `percent`."""
        step = min(self.scale.zoom_steps, key=lambda candidate: abs(candidate - percent))
        self._show(self._theme, step)

    def zoom_by(self, steps: int) -> None:
        """Go up or down this many zoom steps, within the limits of the scale."""
        ladder = self.scale.zoom_steps
        index = ladder.index(self._zoom_percent) + steps
        self.set_zoom(ladder[max(0, min(len(ladder) - 1, index))])

    def follow_system(self) -> None:
        """Follow the desktop's choice of the light or the dark theme, now and whenever it changes."""
        hints = QGuiApplication.styleHints()
        if not self._follows_system:
            self._follows_system = True
            hints.colorSchemeChanged.connect(self._on_color_scheme_changed)
        self._on_color_scheme_changed(hints.colorScheme())

    def draw_anew(self) -> None:
        """Redraw everything for screens of another density, without changing the look."""
        self.changed.emit()

    def px(self, length: float | str) -> int:
        """Return a length in whole pixels at the current zoom.

        It is given in pixels at 100 %, or as a name of the spacing scale. Raises AttributeError for an unknown name.
        """
        pixels: float = getattr(self.scale.spacing, length) if isinstance(length, str) else length
        return scaled(pixels, self._zoom_percent)

    @Slot(Qt.ColorScheme)
    def _on_color_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        # A desktop without a stated preference counts as light.
        self._show(load_theme("dark" if scheme is Qt.ColorScheme.Dark else "light"), self._zoom_percent)

    def _stop_following(self) -> None:
        if self._follows_system:
            self._follows_system = False
            QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_color_scheme_changed)

    def _show(self, theme: Theme, zoom_percent: int) -> None:
        look = theme, zoom_percent
        # Restyling every widget takes as long as building the window.
        if look != self._worn:
            self._worn = self._theme, self._zoom_percent = look
            apply_theme(self._app, self._theme, zoom_percent)
            self.changed.emit()


_manager: ThemeManager | None = None


def theme_manager() -> ThemeManager:
    """Return the theme manager of the running application. It is created at the first call and ends with the
    application.

    Raises RuntimeError if there is no application.
    """
    global _manager
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("There is no QApplication yet: create it before asking for the theme.")
    if _manager is None or not isValid(_manager) or _manager.parent() is not app:
        _manager = ThemeManager(app)
    return _manager


def current_theme() -> Theme:
    """Return the current colors."""
    return theme_manager().theme


def apply_theme(app: QApplication, theme: Theme, zoom_percent: int) -> None:
    """Give the whole application this look: palette, font, style sheet, and the font of every label."""
    load_fonts()
    # WORKAROUND: Qt 6.11 restyles each widget once for each of its ancestors when one sheet replaces another.
    app.setStyleSheet("")
    app.setPalette(build_palette(theme))
    app.setFont(_font("body", zoom_percent))
    app.setStyleSheet(build_style_sheet(theme, load_scale(), zoom_percent))
    for widget in app.allWidgets():
        _refresh_font(widget, zoom_percent)


def load_fonts() -> None:
    """Make the bundled font known to Qt, once for each application. `font_problem` reports what could not be loaded."""
    # The font lives as long as the application. Listing all fonts that Qt knows would take a millisecond each time.
    app = QGuiApplication.instance()
    if app is not None and app.property(_FONTS_MISSING) is None:
        missing = [path for path in _FONT_FILES if QFontDatabase.addApplicationFont(str(resources.ROOT / path)) < 0]
        app.setProperty(_FONTS_MISSING, ", ".join(f"resources/{path}" for path in missing))


def font_problem() -> str:
    """Return what is wrong with the bundled font, or an empty text. If it fails, a system font replaces it."""
    app = QGuiApplication.instance()
    files = app.property(_FONTS_MISSING) if app is not None else None
    if not files:
        return ""
    return (
        f"{files} cannot be read. A font of this computer stands in, in which words may need more room than they have. "
        "Install Bonewatch again."
    )


def text_font(role: str) -> QFont:
    """Return the font of a step of the type scale at the current zoom. Raises AttributeError for an unknown step."""
    return QFont(_font(role, theme_manager().zoom_percent))


def refresh_fonts(root: QWidget) -> None:
    """Restore the fonts of everything in a widget: Qt resets the font of a widget that moves to another parent."""
    for widget in (root, *root.findChildren(QWidget)):
        _refresh_font(widget, theme_manager().zoom_percent)


def set_text_role(widget: QWidget, role: str, tone: str | None = None) -> None:
    """Show this widget's words in a step of the type scale, now and after each change of zoom, and give a label a tone.

    `tone` is one of the label tones in `style.qss`. Raises AttributeError for an unknown step.
    """
    load_scale().type.style(role)
    widget.setProperty(TYPE_ROLE, role)
    if tone is not None:
        set_property(widget, "tone", tone)
    _refresh_font(widget, theme_manager().zoom_percent)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet reads, and restyle the widget if it is already on screen."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # A widget that was never shown is polished when it is shown. Polishing it earlier as well would lose its font.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def take_frame(box: QGroupBox) -> None:
    """Reserve the space for the border of a new box with a `role`.

    Qt would reserve it only at the first change of style, which would move the content by a pixel.
    """
    box.ensurePolished()
    QApplication.sendEvent(box, QEvent(QEvent.Type.StyleChange))


class Text(CachedHeights, QLabel):
    """A label in a step of the type scale."""

    _wraps = False

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_text_role(self, role, tone)
        if self._wraps:
            self.setWordWrap(True)
            # Qt would require a width of its choice.
            self.setMinimumWidth(1)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        if text != self.text():
            self.forget_heights()
            super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        self.forget_heights()
        super().changeEvent(event)


class Paragraph(Text):
    """A label that wraps its words at any width."""

    _wraps = True


def build_palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for everything the style sheet does not cover."""
    surface, text, accent = theme.surface, theme.text, theme.accent
    roles = {
        QPalette.ColorRole.Window: surface.window,
        QPalette.ColorRole.WindowText: text.primary,
        QPalette.ColorRole.Base: surface.field,
        QPalette.ColorRole.AlternateBase: surface.hover,
        QPalette.ColorRole.Text: text.primary,
        QPalette.ColorRole.PlaceholderText: text.secondary,
        QPalette.ColorRole.Button: surface.field,
        QPalette.ColorRole.ButtonText: text.primary,
        QPalette.ColorRole.BrightText: text.on_accent,
        QPalette.ColorRole.Highlight: accent.fill,
        QPalette.ColorRole.HighlightedText: text.on_accent,
        QPalette.ColorRole.Accent: accent.fill,
        QPalette.ColorRole.Link: accent.ink,
        QPalette.ColorRole.LinkVisited: accent.ink,
        QPalette.ColorRole.ToolTipBase: theme.tooltip.background,
        QPalette.ColorRole.ToolTipText: theme.tooltip.text,
        QPalette.ColorRole.Light: surface.hover,
        QPalette.ColorRole.Midlight: surface.pressed,
        QPalette.ColorRole.Mid: surface.panel_border,
        QPalette.ColorRole.Dark: surface.field_border,
        QPalette.ColorRole.Shadow: surface.field_border,
    }
    palette = QPalette()
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(text.disabled))
    return palette


@lru_cache(maxsize=256)
def _font(role: str, zoom_percent: int) -> QFont:
    scale = load_scale()
    step = scale.type.style(role)
    font = QFont(scale.font_family)
    # The positions of letters must not depend on the desktop's settings.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPointSizeF(step.points * zoom_percent / 100)
    font.setWeight(QFont.Weight(step.weight))
    if step.tracking != 100:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, step.tracking)
    if step.capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    return font


def _refresh_font(widget: QWidget, zoom_percent: int) -> None:
    role = widget.property(TYPE_ROLE)
    if role is not None:
        widget.setFont(_font(role, zoom_percent))
