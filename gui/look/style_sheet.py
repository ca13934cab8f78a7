"""The one style sheet of the application, built from the tokens.

Only the application object has a style sheet; it is set again at each change of theme or zoom. It never sets a font
size: that would disconnect a widget from the application font, which the zoom changes.

Widgets ask for a look by dynamic properties:

- `role` on containers: presenter (the whole screen for an audience), window, header, footer, sidebar, panel, card,
  rule; banner and, first in its layout without margins, bar, both with `status` = in_scope, out_of_scope, conflict or
  incomplete. A plain QWidget needs `WA_StyledBackground` as well; a QFrame does not.
- `role` on buttons: primary, plain, link, chip, chip-warning, tab, fold, segment, icon. A segment also has a
  `position`, see POSITIONS.
- `tone` on labels: primary, secondary, accent, a category's id, or a warning level's id.
"""

from core.base.model import field_names
from gui.look.tokens import Scale, Theme, scaled

POSITIONS = {
    # name: the edges of the group that the segment touches (left, top, right, bottom)
    "only": (True, True, True, True),
    "first": (True, True, False, True),
    "middle": (False, True, False, True),
    "last": (False, True, True, True),
    "top-left": (True, True, False, False),
    "top": (False, True, False, False),
    "top-right": (False, True, True, False),
    "left": (True, False, False, False),
    "inner": (False, False, False, False),
    "right": (False, False, True, False),
    "bottom-left": (True, False, False, True),
    "bottom": (False, False, False, True),
    "bottom-right": (False, False, True, True),
    "top-row": (True, True, True, False),
    "middle-row": (True, False, True, False),
    "bottom-row": (True, False, True, True),
}
"""The position of a segment in its group: in a row (only, first, middle, last), in a grid, or in a column (…-row)."""


class _Sheet:
    """Collects rules, with access to the tokens and the zoom."""

    def __init__(self, theme: Theme, scale: Scale, zoom_percent: int) -> None:
        self.theme = theme
        self.scale = scale
        self._zoom_percent = zoom_percent
        self._rules: list[str] = []

    def px(self, length: float) -> int:
        """Return a length given at 100 % zoom, in pixels."""
        return scaled(length, self._zoom_percent)

    def rule(self, selector: str, **properties: str) -> None:
        """Add a rule. Write underscores in the property names for hyphens."""
        body = " ".join(f"{name.replace('_', '-')}: {value};" for name, value in properties.items())
        self._rules.append(f"{selector} {{ {body} }}")

    def line(self, width: float, color: str) -> str:
        """Return a solid border."""
        return f"{self.px(width)}px solid {color}"

    def padding(self, vertical: float, horizontal: float, border: float, drawn: float) -> str:
        """Return padding that keeps the content in place if the border is `drawn` wider than the usual `border`."""
        less = self.px(drawn) - self.px(border)
        return f"{max(0, self.px(vertical) - less)}px {max(0, self.px(horizontal) - less)}px"

    def text(self) -> str:
        """Return the whole sheet."""
        return "\n".join(self._rules)


def build_style_sheet(theme: Theme, scale: Scale, zoom_percent: int) -> str:
    """Return the application's style sheet for this theme at this zoom."""
    sheet = _Sheet(theme, scale, zoom_percent)
    for part in (
        _containers,
        _labels,
        _buttons,
        _quiet_buttons,
        _chips,
        _check_boxes,
        _segments,
        _fields,
        _menus,
        _lists,
        _scroll_bars,
        _presenter,
    ):
        part(sheet)
    return sheet.text()


def _containers(sheet: _Sheet) -> None:
    surface, stroke, radius = sheet.theme.surface, sheet.scale.stroke, sheet.scale.radius
    edge = sheet.line(stroke.hairline, surface.panel_border)
    sheet.rule('QWidget[role="window"]', background=surface.window)
    sheet.rule('QWidget[role="header"]', background=surface.header, border="none", border_bottom=edge)
    sheet.rule('QWidget[role="footer"]', background=surface.footer, border="none", border_top=edge)
    sheet.rule('QWidget[role="sidebar"]', background=surface.sidebar, border="none", border_right=edge)
    sheet.rule(
        'QWidget[role="panel"]',
        background=surface.panel,
        border=edge,
        border_radius=f"{sheet.px(radius.panel)}px",
    )
    # A group box is a panel or a field in this program. Remove the frame and the title that Qt draws.
    sheet.rule("QGroupBox", border="none", margin="0px", padding="0px")
    sheet.rule(
        'QFrame[role="popover"]',
        background=surface.panel,
        border=sheet.line(stroke.control, surface.field_border),
        border_radius=f"{sheet.px(radius.panel)}px",
    )
    sheet.rule('QWidget[role="card"]', background="transparent", border="none", border_bottom=edge)
    hairline = f"{sheet.px(stroke.hairline)}px"
    sheet.rule(
        'QFrame[role="rule"]', background=surface.panel_border, border="none", min_height=hairline, max_height=hairline
    )
    sheet.rule("QScrollArea", background="transparent", border="none")
    sheet.rule("QScrollArea > QWidget > QWidget", background="transparent")
    # A scrollable text takes the keyboard focus and shows it.
    reader = 'QScrollArea[role="reader"]'
    sheet.rule(
        reader,
        border=f"{sheet.px(stroke.focus)}px solid transparent",
        border_radius=f"{sheet.px(radius.control)}px",
    )
    sheet.rule(f"{reader}:focus", border_color=sheet.theme.accent.focus_ring)
    _banner(sheet)


def _banner(sheet: _Sheet) -> None:
    """Style the recommendation: a panel with a bar at its left, which is a separate frame.

    A wide left border would need no frame, but Qt joins it to the thin borders with a visible slant.
    """
    theme, stroke = sheet.theme, sheet.scale.stroke
    at_bar = {f"border_{corner}_left_radius": f"{sheet.px(stroke.bar)}px" for corner in ("top", "bottom")}
    looks = {"in_scope": (theme.surface.panel, theme.accent.fill)}
    looks |= {
        name: (theme.status(name).background, theme.status(name).bar)
        for name in ("out_of_scope", "conflict", "incomplete")
    }
    for status, (background, bar) in looks.items():
        sheet.rule(
            f'QWidget[role="banner"][status="{status}"]',
            background=background,
            border=sheet.line(stroke.hairline, theme.surface.panel_border),
            border_left="none",
            border_radius=f"{sheet.px(sheet.scale.radius.panel)}px",
            **at_bar,
        )
        sheet.rule(f'QFrame[role="bar"][status="{status}"]', background=bar, border="none", **at_bar)
    width = f"{sheet.px(stroke.bar)}px"
    sheet.rule('QFrame[role="bar"]', min_width=width, max_width=width)


def _labels(sheet: _Sheet) -> None:
    theme = sheet.theme
    tones = {
        "primary": theme.text.primary,
        "secondary": theme.text.secondary,
        "accent": theme.accent.ink,
    }
    tones |= {name: theme.category(name).ink for name in field_names(type(theme.categories))}
    tones |= {name: theme.level(name).text for name in field_names(type(theme.levels))}
    for tone, color in tones.items():
        sheet.rule(f'QLabel[tone="{tone}"]', color=color)
    sheet.rule(
        'QLabel[role="badge"]',
        background=theme.accent.soft,
        border_radius=f"{sheet.px(sheet.scale.radius.small)}px",
        padding=f"{sheet.px(1)}px {sheet.px(6)}px",
    )
    sheet.rule(
        "QToolTip",
        background=theme.tooltip.background,
        color=theme.tooltip.text,
        border=sheet.line(sheet.scale.stroke.hairline, theme.tooltip.border),
        padding=f"{sheet.px(4)}px {sheet.px(6)}px",
    )


def _buttons(sheet: _Sheet) -> None:
    """Style the primary and the plain button. The latter is also for every button without a role."""
    theme, stroke = sheet.theme, sheet.scale.stroke
    control = stroke.control
    shape = {
        "border_radius": f"{sheet.px(sheet.scale.radius.control)}px",
        "padding": sheet.padding(8, 14, control, control),
    }
    for plain in ("QPushButton", "QToolButton"):
        sheet.rule(
            plain,
            background=theme.surface.field,
            color=theme.text.primary,
            border=sheet.line(control, theme.surface.field_border),
            **shape,
        )
        sheet.rule(f"{plain}:hover", background=theme.surface.hover)
        sheet.rule(f"{plain}:pressed", background=theme.surface.pressed)
        sheet.rule(f"{plain}:disabled", color=theme.text.disabled)
        sheet.rule(f"{plain}:focus", **_ring(sheet, 8, 14))
    primary = 'QPushButton[role="primary"]'
    sheet.rule(
        primary,
        background=theme.accent.fill,
        color=theme.text.on_accent,
        border=sheet.line(control, theme.accent.fill),
        font_weight="600",
    )
    sheet.rule(f"{primary}:hover", background=theme.accent.fill_hover, border_color=theme.accent.fill_hover)
    sheet.rule(f"{primary}:pressed", background=theme.accent.fill_pressed, border_color=theme.accent.fill_pressed)
    sheet.rule(
        f"{primary}:disabled",
        background=theme.surface.field,
        color=theme.text.disabled,
        border_color=theme.surface.field_border,
    )
    sheet.rule(f"{primary}:focus", **_ring(sheet, 8, 14))


def _ring(sheet: _Sheet, vertical: float, horizontal: float) -> dict[str, str]:
    """Draw the focus ring without moving the content. The background stops short of the ring.

    So a filled control shows a thin gap inside its ring. No single color contrasts enough with both the fill and the
    panel, but the gap contrasts with each.
    """
    stroke = sheet.scale.stroke
    return {
        "border": sheet.line(stroke.focus, sheet.theme.accent.focus_ring),
        "padding": sheet.padding(vertical, horizontal, stroke.control, stroke.focus),
        "background_clip": "padding",
        # Fusion would draw a second, faint frame around the words.
        "outline": "none",
    }


def _quiet_buttons(sheet: _Sheet) -> None:
    """Style buttons without a border: links, tabs, folds and bare icons."""
    theme, stroke = sheet.theme, sheet.scale.stroke
    control = stroke.control
    paddings = {"link": (2, 4), "tab": (7, 18), "fold": (8, 8), "icon": (6, 6), "step": (4, 6)}
    colors = {
        "link": theme.accent.ink,
        "tab": theme.text.secondary,
        "fold": theme.text.primary,
        "icon": theme.text.secondary,
        "step": theme.text.secondary,
    }
    for role, (vertical, horizontal) in paddings.items():
        selector = f'QPushButton[role="{role}"]'
        sheet.rule(
            selector,
            background="transparent",
            color=colors[role],
            border=f"{sheet.px(control)}px solid transparent",
            padding=sheet.padding(vertical, horizontal, control, control),
        )
        sheet.rule(f"{selector}:hover", background=theme.surface.hover)
        sheet.rule(f"{selector}:pressed", background=theme.surface.pressed)
        sheet.rule(f"{selector}:focus", **_ring(sheet, vertical, horizontal))
    # With padding and border this is 24 pixels, the minimum size of a touch target.
    sheet.rule('QPushButton[role="link"]', text_align="left", min_height=f"{sheet.px(18)}px")
    sheet.rule('QPushButton[role="link"]:hover', text_decoration="underline")
    sheet.rule('QPushButton[role="fold"]', text_align="left")
    sheet.rule('QPushButton[role="step"][here="true"]', background=theme.accent.soft, color=theme.accent.ink)
    sheet.rule(
        'QPushButton[role="tab"]:checked', background=theme.accent.soft, color=theme.accent.ink, font_weight="600"
    )


def _chips(sheet: _Sheet) -> None:
    theme, stroke = sheet.theme, sheet.scale.stroke
    kinds = {"chip": theme.chips.plain, "chip-warning": theme.chips.tumor_board}
    for role, chip in kinds.items():
        button = f'QPushButton[role="{role}"]'
        sheet.rule(
            button,
            background=chip.background,
            color=chip.text,
            border=sheet.line(stroke.control, chip.border),
            border_radius=f"{sheet.px(12)}px",
            min_height=f"{sheet.px(16)}px",
            padding=sheet.padding(3, 10, stroke.control, stroke.control),
        )
        sheet.rule(f"{button}:hover", background=theme.surface.hover)
        sheet.rule(f"{button}:pressed", background=theme.surface.pressed)
        sheet.rule(f"{button}:focus", **_ring(sheet, 3, 10))


def _segments(sheet: _Sheet) -> None:
    theme, stroke = sheet.theme, sheet.scale.stroke
    vertical, horizontal = 7, 10
    segment = 'QAbstractButton[role="segment"]'
    sheet.rule(
        segment,
        background=theme.surface.field,
        color=theme.text.secondary,
        border=sheet.line(stroke.control, theme.surface.field_border),
        border_radius="0px",
        padding=sheet.padding(vertical, horizontal, stroke.control, stroke.control),
        spacing="0px",
    )
    sheet.rule(f"{segment}::indicator", width="0px", height="0px", padding="0px", border="none")
    for position, edges in POSITIONS.items():
        sheet.rule(f'{segment}[position="{position}"]', **_joined(sheet, edges))
    sheet.rule(f"{segment}:hover", background=theme.surface.hover, color=theme.text.primary)
    sheet.rule(f"{segment}:pressed", background=theme.surface.pressed)
    sheet.rule(
        f"{segment}:checked",
        background=theme.accent.fill,
        color=theme.text.on_accent,
        border_color=theme.accent.fill,
        font_weight="600",
    )
    sheet.rule(f"{segment}:checked:hover", background=theme.accent.fill_hover, border_color=theme.accent.fill_hover)
    sheet.rule(f"{segment}:disabled", color=theme.text.disabled)
    sheet.rule(f"{segment}:focus", **_ring(sheet, vertical, horizontal))


def _joined(sheet: _Sheet, edges: tuple[bool, bool, bool, bool]) -> dict[str, str]:
    """Let neighbors share one line: each draws its right and lower edge, the outermost also the left and the upper."""
    left, top, right, bottom = edges
    radius = f"{sheet.px(sheet.scale.radius.control)}px"
    properties = {}
    if not left:
        properties["border_left"] = "none"
    if not top:
        properties["border_top"] = "none"
    corners = {
        "border_top_left_radius": left and top,
        "border_top_right_radius": right and top,
        "border_bottom_left_radius": left and bottom,
        "border_bottom_right_radius": right and bottom,
    }
    return properties | {name: radius for name, rounded in corners.items() if rounded}


def _fields(sheet: _Sheet) -> None:
    """Style line edits, multi-line texts, combo boxes and spin boxes.

    Qt ignores a spin box's left padding: give `lineEdit()` a text margin of 10 pixels instead.
    """
    theme, stroke = sheet.theme, sheet.scale.stroke
    for kind in ("QLineEdit", "QPlainTextEdit", "QComboBox", "QAbstractSpinBox"):
        sheet.rule(
            kind,
            background=theme.surface.field,
            color=theme.text.primary,
            border=sheet.line(stroke.control, theme.surface.field_border),
            border_radius=f"{sheet.px(sheet.scale.radius.control)}px",
            padding=sheet.padding(7, 10, stroke.control, stroke.control),
            selection_background_color=theme.accent.fill,
            selection_color=theme.text.on_accent,
        )
        sheet.rule(f"{kind}:disabled", color=theme.text.disabled)
        sheet.rule(f"{kind}:focus", **_ring(sheet, 7, 10))
    sheet.rule("QLineEdit, QPlainTextEdit", placeholder_text_color=theme.text.secondary)
    # The combo box already draws the border of the line edit inside it.
    sheet.rule("QComboBox QLineEdit", border="none", padding="0px", background="transparent")
    sheet.rule("QComboBox::drop-down", border="none", width=f"{sheet.px(24)}px")
    sheet.rule("QComboBox::down-arrow", **_triangle(sheet, "top", theme.text.secondary))
    sheet.rule('QPushButton[opens="menu"]', padding_right=f"{sheet.px(26)}px")
    sheet.rule(
        "QPushButton::menu-indicator",
        subcontrol_origin="padding",
        subcontrol_position="center right",
        right=f"{sheet.px(10)}px",
        **_triangle(sheet, "top", theme.text.secondary),
    )
    for button, tip, corner in (("up", "bottom", "top right"), ("down", "top", "bottom right")):
        sheet.rule(
            f"QAbstractSpinBox::{button}-button",
            subcontrol_origin="border",
            subcontrol_position=corner,
            border="none",
            background="transparent",
            width=f"{sheet.px(24)}px",
        )
        sheet.rule(f"QAbstractSpinBox::{button}-arrow", **_triangle(sheet, tip, theme.text.secondary))


def _check_boxes(sheet: _Sheet) -> None:
    """Style check boxes, radio buttons that are not segments, and checkable menu items: filled means yes."""
    theme, scale = sheet.theme, sheet.scale
    radii = {"QCheckBox": scale.radius.small, "QRadioButton": 8}
    for kind, radius in radii.items():
        sheet.rule(
            kind,
            border=f"{sheet.px(scale.stroke.control)}px solid transparent",
            border_radius=f"{sheet.px(scale.radius.small)}px",
            padding=sheet.padding(3, 4, scale.stroke.control, scale.stroke.control),
            spacing=f"{sheet.px(8)}px",
        )
        sheet.rule(f"{kind}:disabled", color=theme.text.disabled)
        sheet.rule(f"{kind}:focus", **_ring(sheet, 3, 4))
        sheet.rule(
            f"{kind}::indicator",
            width=f"{sheet.px(8)}px",
            height=f"{sheet.px(8)}px",
            padding=f"{sheet.px(3)}px",
            border=sheet.line(scale.stroke.control, theme.surface.field_border),
            border_radius=f"{sheet.px(radius)}px",
            background=theme.surface.field,
        )
        sheet.rule(f"{kind}::indicator:checked", background=theme.accent.fill, background_clip="content")
    sheet.rule("QMenu::indicator", width=f"{sheet.px(8)}px", height=f"{sheet.px(8)}px", left=f"{sheet.px(8)}px")
    sheet.rule(
        "QMenu::indicator:checked",
        background=theme.accent.ink,
        border_radius=f"{sheet.px(4)}px",
    )


def _triangle(sheet: _Sheet, side: str, color: str) -> dict[str, str]:
    """Draw a small arrow out of borders that meet at a slant; `side` is the visible one."""
    # Transparent borders would not slant. These have the color of the field and so are invisible.
    hidden = f"{sheet.px(4)}px solid {sheet.theme.surface.field}"
    return {
        "width": "0px",
        "height": "0px",
        "border_left": hidden,
        "border_right": hidden,
        f"border_{side}": sheet.line(5, color),
    }


def _menus(sheet: _Sheet) -> None:
    theme, scale = sheet.theme, sheet.scale
    row = {"padding": f"{sheet.px(6)}px {sheet.px(10)}px", "border_radius": f"{sheet.px(scale.radius.small)}px"}
    sheet.rule("QMenuBar", background="transparent", color=theme.text.secondary, border="none", spacing="0px")
    sheet.rule("QMenuBar::item", background="transparent", **row)
    sheet.rule("QMenuBar::item:selected", background=theme.surface.hover, color=theme.text.primary)
    sheet.rule("QMenuBar::item:pressed", background=theme.surface.pressed, color=theme.text.primary)
    sheet.rule(
        "QMenu",
        background=theme.surface.panel,
        color=theme.text.primary,
        border=sheet.line(scale.stroke.control, theme.surface.field_border),
        padding=f"{sheet.px(4)}px",
    )
    sheet.rule("QMenu::item", background="transparent", padding=f"{sheet.px(6)}px {sheet.px(24)}px")
    sheet.rule("QMenu::item:selected", background=theme.accent.soft, color=theme.accent.ink)
    sheet.rule("QMenu::item:disabled", color=theme.text.disabled)
    sheet.rule(
        "QMenu::separator",
        height=f"{sheet.px(scale.stroke.hairline)}px",
        background=theme.surface.panel_border,
        margin=f"{sheet.px(4)}px {sheet.px(8)}px",
    )


def _lists(sheet: _Sheet) -> None:
    """Style lists, including the popup of a combo box.

    Qt measures the rows of a list once: fill a list after `ensurePolished()`, or its rows lack their padding.
    """
    theme, scale = sheet.theme, sheet.scale
    sheet.rule(
        "QListView",
        background=theme.surface.panel,
        color=theme.text.primary,
        border=sheet.line(scale.stroke.control, theme.surface.field_border),
        outline="none",
        padding=f"{sheet.px(4)}px",
        selection_background_color=theme.accent.soft,
        selection_color=theme.accent.ink,
    )
    sheet.rule(
        "QListView:focus",
        border=sheet.line(scale.stroke.focus, theme.accent.focus_ring),
        padding=sheet.padding(4, 4, scale.stroke.control, scale.stroke.focus),
    )
    # Content of a popover has no border, but shows a ring with the keyboard focus. The transparent border keeps it in
    # place.
    hidden = f"{sheet.px(scale.stroke.focus)}px solid transparent"
    ring = sheet.line(scale.stroke.focus, theme.accent.focus_ring)
    radius = f"{sheet.px(scale.radius.control)}px"
    for kind in ('QListView[role="results"]', "QTextBrowser"):
        sheet.rule(kind, background=theme.surface.panel, border=hidden, border_radius=radius, padding="0px")
        sheet.rule(f"{kind}:focus", border=ring)
    # The popup of a combo box already draws a frame.
    sheet.rule("QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus", border="none")
    sheet.rule(
        "QListView::item",
        padding=f"{sheet.px(5)}px {sheet.px(8)}px",
        border_radius=f"{sheet.px(scale.radius.small)}px",
    )
    sheet.rule("QListView::item:hover", background=theme.surface.hover)
    sheet.rule("QListView::item:selected", background=theme.accent.soft, color=theme.accent.ink)


def _scroll_bars(sheet: _Sheet) -> None:
    handle = sheet.theme.surface.scroll_handle
    for direction, width, length in (("vertical", "width", "height"), ("horizontal", "height", "width")):
        bar = f"QScrollBar:{direction}"
        sheet.rule(bar, background="transparent", border="none", margin="0px", **{width: f"{sheet.px(12)}px"})
        sheet.rule(
            f"QScrollBar::handle:{direction}",
            background=handle,
            border_radius=f"{sheet.px(3)}px",
            margin=f"{sheet.px(3)}px",
            **{f"min_{length}": f"{sheet.px(24)}px"},
        )
        # No arrows: users scroll by wheel, keys and handle.
        sheet.rule(f"QScrollBar::add-line:{direction}, QScrollBar::sub-line:{direction}", width="0px", height="0px")
        sheet.rule(f"QScrollBar::add-page:{direction}, QScrollBar::sub-page:{direction}", background="transparent")


def _presenter(sheet: _Sheet) -> None:
    """Style the presenter, which shows a case to an audience."""
    colors = sheet.theme.presenter
    sheet.rule('QWidget[role="presenter"]', background=colors.ground)
    tones = {"slide_text": colors.text, "slide_secondary": colors.secondary, "slide_accent": colors.accent}
    tones |= {"slide_on_accent": colors.on_accent}
    for tone, color in tones.items():
        sheet.rule(f'QLabel[tone="{tone}"]', color=color)
