"""The look as data: the colors of a theme and the sizes that all themes share.

Colors are named by role in `resources/themes/<theme>.toml`, sizes in `resources/themes/scale.toml`. No other place in
the program may contain a color or a font size. Needs no Qt.
"""

from functools import lru_cache
from typing import Annotated, Any, Final

from annotated_types import Ge, Gt, Interval

from core.base.field_types import Several, matching
from core.base.model import Model, described
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

    window: Color = described("The ground behind the panels")
    panel: Color = described("A panel")
    panel_border: Color = described("Edge of a panel, and rules; decoration only")
    sidebar: Color = described("The form at the left")
    header: Color = described("The row of menus and tabs")
    footer: Color = described("The line at the bottom")
    field: Color = described("Inside of a field, a plain button, an unchosen segment")
    field_border: Color = described("Edge of every control that has one")
    hover: Color = described("A control under the pointer")
    pressed: Color = described("A control that is held down")
    scroll_handle: Color = described("The handle of a scroll bar")


class TextColors(Tokens):
    """Text on a surface."""

    primary: Color = described("What has to be read")
    secondary: Color = described("Reasons, hints, labels of sections")
    disabled: Color = described("A control that cannot be used now")
    on_accent: Color = described("On an accent fill")


class Accent(Tokens):
    """The accent color: selection, links and focus."""

    fill: Color = described("A chosen segment, the main button, the bar of the recommendation")
    fill_hover: Color = described("The accent fill under the pointer")
    fill_pressed: Color = described("The accent fill held down")
    soft: Color = described("Behind the current tab and small marks")
    ink: Color = described("Links and words in the accent color, on a panel or on `soft`")
    focus_ring: Color = described("The ring round the control that has the keyboard")


class Category(Tokens):
    """The colors of one appropriateness category."""

    background: Color = described("A filled shape")
    text: Color = described("Words and marks on `background`")
    ink: Color = described("The category's words on a panel")
    outline: Color = described("Edge of the filled shape, readable on a panel")


class Categories(Tokens):
    """The three categories, and `neutral` for answers without a category."""

    usually_appropriate: Category
    may_be_appropriate: Category
    usually_not_appropriate: Category
    neutral: Category


class Level(Tokens):
    """The colors of one warning level: three for its icon, one for its text."""

    fill: Color = described("Inside of the icon")
    outline: Color = described("Edge of the icon, readable on a panel")
    mark: Color = described("The mark on `fill`")
    text: Color = described("The words beside the icon, on a panel")


class Levels(Tokens):
    """The warning levels."""

    warning: Level
    reminder: Level
    clear: Level


class Status(Tokens):
    """The colors of a status without a recommendation."""

    background: Color = described("The banner")
    bar: Color = described("The bar at its left, and its icon")


class Statuses(Tokens):
    """The statuses without a recommendation. They never use a category's color."""

    out_of_scope: Status
    conflict: Status
    incomplete: Status


class FlowchartTokens(Tokens):
    """Colors of nodes and edges: off the path, on the path, and the node where the walk stops."""

    canvas: Color = described("The ground of the flowchart")
    fill: Color = described("A node off the path")
    border: Color = described("Edge of a node off the path")
    text: Color = described("Words of a node off the path: dimmed, yet readable")
    path_fill: Color = described("A node on the path")
    path_border: Color = described("Edge of a node on the path")
    path_text: Color = described("Words of a node on the path")
    current_fill: Color = described("The node where the walk stops")
    current_border: Color = described("Edge of that node")
    current_text: Color = described("Words of that node")
    edge: Color = described("A line off the path")
    edge_on_path: Color = described("A line on the path")
    label: Color = described("The answer beside a line off the path")
    label_on_path: Color = described("The answer beside a line on the path")


class Chip(Tokens):
    """The colors of a chip, a small pill with text."""

    background: Color = described("Its ground")
    border: Color = described("Its edge, readable on a panel")
    text: Color = described("Its words")


class Chips(Tokens):
    """The kinds of chips."""

    plain: Chip = described("Assumptions, small facts")
    tumor_board: Chip = described("The escalation to the tumor board")


class ToolTip(Tokens):
    """The colors of a tool tip."""

    background: Color = described("Its ground")
    border: Color = described("Its edge")
    text: Color = described("Its words")


class PresenterTokens(Tokens):
    """The colors of the presenter, which shows a case on the whole screen to an audience."""

    ground: Color = described("What everything stands on")
    text: Color = described("What has to be read from the last row")
    secondary: Color = described("Reasons, titles, steps behind")
    rule: Color = described("Lines between rows; decoration only")
    accent: Color = described("The answer, the step where one stands, the name of the step")
    on_accent: Color = described("On an accent fill")
    edge: Color = described("Round the number of an option or of a step")
    track: Color = described("The whole of a bar of votes; decoration only")
    bar: Color = described("The votes on a bar")
    laser: Color = described("The dot at the pointer")
    black: Color = described("The screen when it is blank")
    white: Color = described("The screen when it is blank and bright")


class Theme(Tokens):
    """All colors of one theme."""

    name: str = described("One of THEMES")
    dark: bool = described("Light words on a dark ground")
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

    points: Annotated[float, Gt(0)] = described("Size in points at 100 % zoom")
    weight: Annotated[int, Interval(ge=400, le=700)] = described("400 regular, 600 semibold, 700 bold")
    tracking: int = described("Distance of the letters, percent of the normal one", default=100)
    capitals: bool = described("Shown in capitals, whatever the text's own case", default=False)


class TypeScale(Tokens):
    """The type scale: every size of text in the program."""

    caption: TypeStyle = described("Reasons and facts in a list, labels of edges, the footer")
    caption_strong: TypeStyle = described("The category in words, a label on the path")
    overline: TypeStyle = described("The heading of a panel")
    body: TypeStyle = described("Everything that has no other role; the size of the application font")
    label: TypeStyle = described("The name of a thing in a list, a chosen answer, a button")
    lead: TypeStyle = described("The reason under the headline")
    title: TypeStyle = described("The heading of a page or of the why panel")
    brand: TypeStyle = described("The name of the program in the header")
    headline: TypeStyle = described("The recommendation")
    display: TypeStyle = described("The question of a teaching case in the window")

    def style(self, name: str) -> TypeStyle:
        """Return the step with this name. Raises AttributeError for another name."""
        found: TypeStyle = getattr(self, name)
        return found


class Spacing(Tokens):
    """Distances, in pixels at 100 % zoom, on a grid of 8."""

    tiny: int = described("Between things that belong together")
    small: int = described("Between neighbors")
    medium: int = described("Between panels")
    large: int = described("Inside a panel, and round the window's content")
    huge: int = described("Between groups")


class Radius(Tokens):
    """Corner radii, in pixels at 100 % zoom."""

    small: int = described("Small marks, menu rows")
    control: int = described("Fields, buttons, segments, nodes")
    panel: int = described("Panels")


class Stroke(Tokens):
    """Widths of lines, in pixels at 100 % zoom."""

    hairline: float = described("Rules and the borders of panels")
    control: float = described("Borders of fields, buttons and segments")
    edge: float = described("Flowchart, off the path")
    path: float = described("Flowchart, on the path")
    focus: float = described("The focus ring")
    bar: float = described("The bar at the left of the recommendation")


class IconSizes(Tokens):
    """Sizes of icons, in pixels at 100 % zoom."""

    small: int = described("In a line of text, on a chip, in a button")
    medium: int = described("The level of a warning")
    large: int = described("The category of a rating")


class PresenterScale(Tokens):
    """Sizes for the presenter."""

    primary: Annotated[float, Ge(5.2)] = described("What has to be read, in percent of the screen's height")
    secondary: Annotated[float, Ge(3.3)] = described("All other words, in percent of the screen's height")
    zoom_steps: Several[int] = described("Zoom steps, percent, ascending from 100")


class PaperScale(Tokens):
    """Sizes on paper."""

    steps: Several[int] = described("Percentages of the type scale to try, descending")
    margin_mm: float = described("Empty edge of a sheet, in millimeters")
    left_percent: float = described("Width of the left of two columns, in percent of the text's")
    chart_mm: float = described("Least height of the flowchart, in millimeters")
    chart_most_mm: float = described("Greatest height of the flowchart, in millimeters")


class Scale(Tokens):
    """All sizes, shared by every theme."""

    zoom_steps: Several[int] = described("Zoom steps, percent, ascending")
    font_family: str = described("The family in resources/fonts")
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


_CODE = ("core/base/model.py", "gui/look/tokens.py")
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
