"""The look as data: the colors of a theme and the sizes that all themes share.

Colors are named by role in `resources/themes/<theme>.toml`, sizes in `resources/themes/scale.toml`. No other place in
the program may contain a color or a font size. `light.toml` and `scale.toml` describe each of them. Needs no Qt.
"""

from functools import lru_cache
from typing import Annotated, Any, Final

from annotated_types import Ge, Gt, Interval

from core.base.field_types import Several, matching
from core.base.model import Model
from core.base.resources import resource_path
from core.base.validation import checked
from core.content.prebuilt import Recipe

THEMES: Final = ("light", "dark", "contrast")
"""The names of the themes, in the order in which a menu lists them."""

Color = Annotated[str, matching(r"#[0-9a-f]{6}", "a color: # and six digits or small letters a to f")]
"""An opaque sRGB color, written #rrggbb in lower case."""


class Tokens(Model):
    """Base of all token models: frozen, and an unknown or missing key is an error."""


class Surface(Tokens):
    """Backgrounds and their borders."""

    window: Color
    panel: Color
    panel_border: Color
    sidebar: Color
    header: Color
    footer: Color
    field: Color
    field_border: Color
    hover: Color
    pressed: Color
    scroll_handle: Color


class TextColors(Tokens):
    """Text on a surface."""

    primary: Color
    secondary: Color
    disabled: Color
    on_accent: Color


class Accent(Tokens):
    """The accent color: selection, links and focus."""

    fill: Color
    fill_hover: Color
    fill_pressed: Color
    soft: Color
    ink: Color
    focus_ring: Color


class Category(Tokens):
    """The colors of one appropriateness category."""

    background: Color
    text: Color
    ink: Color
    outline: Color


class Categories(Tokens):
    """The three categories, and `neutral` for answers without a category."""

    usually_appropriate: Category
    may_be_appropriate: Category
    usually_not_appropriate: Category
    neutral: Category


class Level(Tokens):
    """The colors of one warning level: three for its icon, one for its text."""

    fill: Color
    outline: Color
    mark: Color
    text: Color


class Levels(Tokens):
    """The warning levels."""

    warning: Level
    reminder: Level
    clear: Level


class Status(Tokens):
    """The colors of a status without a recommendation."""

    background: Color
    bar: Color


class Statuses(Tokens):
    """The statuses without a recommendation. They never use a category's color."""

    out_of_scope: Status
    conflict: Status
    incomplete: Status


class FlowchartTokens(Tokens):
    """Colors of nodes and edges: off the path, on the path, and the node where the walk stops."""

    canvas: Color
    fill: Color
    border: Color
    text: Color
    path_fill: Color
    path_border: Color
    path_text: Color
    current_fill: Color
    current_border: Color
    current_text: Color
    edge: Color
    edge_on_path: Color
    label: Color
    label_on_path: Color


class Chip(Tokens):
    """The colors of a chip, a small pill with text."""

    background: Color
    border: Color
    text: Color


class Chips(Tokens):
    """The kinds of chips."""

    plain: Chip
    tumor_board: Chip


class ToolTip(Tokens):
    """The colors of a tool tip."""

    background: Color
    border: Color
    text: Color


class PresenterTokens(Tokens):
    """The colors of the presenter, which shows a case on the whole screen to an audience."""

    ground: Color
    text: Color
    secondary: Color
    rule: Color
    accent: Color
    on_accent: Color
    edge: Color
    track: Color
    bar: Color
    laser: Color
    black: Color
    white: Color


class Theme(Tokens):
    """All colors of one theme."""

    name: str
    dark: bool
    surface: Surface
    text: TextColors
    accent: Accent
    categories: Categories
    levels: Levels
    statuses: Statuses
    flowchart: FlowchartTokens
    chips: Chips
    tooltip: ToolTip
    presenter: PresenterTokens

    def category(self, name: str) -> Category:
        """Return the colors of the category with this id, or of `neutral`. Raises AttributeError for another name."""
        found: Category = getattr(self.categories, name)
        return found

    def level(self, name: str) -> Level:
        """Return the colors of the warning level with this id. Raises AttributeError for another name."""
        found: Level = getattr(self.levels, name)
        return found

    def status(self, name: str) -> Status:
        """Return the colors of the status with this id. Raises AttributeError for another name (such as `in_scope`)."""
        found: Status = getattr(self.statuses, name)
        return found


class TypeStyle(Tokens):
    """One step of the type scale."""

    points: Annotated[float, Gt(0)]
    weight: Annotated[int, Interval(ge=400, le=700)]
    tracking: int = 100
    capitals: bool = False


class TypeScale(Tokens):
    """The type scale: every size of text in the program."""

    caption: TypeStyle
    caption_strong: TypeStyle
    overline: TypeStyle
    body: TypeStyle
    label: TypeStyle
    lead: TypeStyle
    title: TypeStyle
    brand: TypeStyle
    headline: TypeStyle
    display: TypeStyle

    def style(self, name: str) -> TypeStyle:
        """Return the step with this name. Raises AttributeError for another name."""
        found: TypeStyle = getattr(self, name)
        return found


class Spacing(Tokens):
    """Distances, in pixels at 100 % zoom, on a grid of 8."""

    tiny: int
    small: int
    medium: int
    large: int
    huge: int


class Radius(Tokens):
    """Corner radii, in pixels at 100 % zoom."""

    small: int
    control: int
    panel: int


class Stroke(Tokens):
    """Widths of lines, in pixels at 100 % zoom."""

    hairline: float
    control: float
    edge: float
    path: float
    focus: float
    bar: float


class IconSizes(Tokens):
    """Sizes of icons, in pixels at 100 % zoom."""

    small: int
    medium: int
    large: int


class PresenterScale(Tokens):
    """Sizes for the presenter."""

    primary: Annotated[float, Ge(5.2)]
    secondary: Annotated[float, Ge(3.3)]
    zoom_steps: Several[int]


class PaperScale(Tokens):
    """Sizes on paper."""

    steps: Several[int]
    margin_mm: float
    left_percent: float
    chart_mm: float
    chart_most_mm: float


class Scale(Tokens):
    """All sizes, shared by every theme."""

    zoom_steps: Several[int]
    font_family: str
    type: TypeScale
    spacing: Spacing
    radius: Radius
    stroke: Stroke
    icon: IconSizes
    presenter: PresenterScale
    paper: PaperScale


@lru_cache(maxsize=len(THEMES))
def load_theme(name: str) -> Theme:
    """Read the theme with this name.

    Raises ValueError for a name outside THEMES, and PartError (a ValueError) naming the token for a file that lacks one
    or has an unknown one.
    """
    if name not in THEMES:
        raise ValueError(f"No theme is called {name!r}: choose one of {', '.join(THEMES)}.")
    return theme_recipe(name).serve()


@lru_cache(maxsize=1)
def load_scale() -> Scale:
    """Read the sizes. Raises PartError, naming the key, for a damaged file."""
    return SCALE.serve()


def theme_recipe(name: str) -> Recipe[Theme]:
    """Return the inputs from which the theme with this name is built."""
    return Recipe(name, (f"themes/{name}.toml",), _CODE, lambda: checked(Theme, _read(f"themes/{name}.toml")))


_CODE = ("core/base/*.py", "gui/look/tokens.py")
SCALE = Recipe("scale", ("themes/scale.toml",), _CODE, lambda: checked(Scale, _read("themes/scale.toml")))


def scaled(length: float, zoom_percent: int) -> int:
    """Return a length given at 100 % zoom in whole pixels at this zoom, at least 1 unless the length is 0."""
    if length <= 0:
        return 0
    return max(1, int(length * zoom_percent / 100 + 0.5))


def _read(name: str) -> dict[str, Any]:
    # Import late: not needed when the look was prebuilt.
    import tomllib

    with resource_path(name).open("rb") as file:
        return tomllib.load(file)
