"""The look as data: the colors of a theme and the sizes that all themes share.

Colors are named by role in `resources/themes/<theme>.toml`, sizes in `resources/themes/scale.toml`.
No other place in the program may hold a color or a font size. Nothing here needs Qt.
"""

import tomllib
from functools import lru_cache
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from core.resources import resource_path

THEMES: Final = ("light", "dark", "contrast")
"""The names of the themes, in the order in which a menu lists them."""

Color = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
"""An opaque sRGB color, written #rrggbb in lower case."""


class Tokens(BaseModel):
    """Base of all token models: frozen, and an unknown or missing key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Surface(Tokens):
    """What things stand on, and the edges of it."""

    window: Color = Field(description="The ground behind the panels")
    panel: Color = Field(description="A panel")
    panel_border: Color = Field(description="Edge of a panel, and rules; decoration only")
    sidebar: Color = Field(description="The form at the left")
    header: Color = Field(description="The row of menus and tabs")
    footer: Color = Field(description="The line at the bottom")
    field: Color = Field(description="Inside of a field, a plain button, an unchosen segment")
    field_border: Color = Field(description="Edge of every control that has one")
    hover: Color = Field(description="A control under the pointer")
    pressed: Color = Field(description="A control that is held down")
    scroll_handle: Color = Field(description="The handle of a scroll bar")


class TextColors(Tokens):
    """Words on a surface."""

    primary: Color = Field(description="What has to be read")
    secondary: Color = Field(description="Reasons, hints, labels of sections")
    disabled: Color = Field(description="A control that cannot be used now")
    on_accent: Color = Field(description="On an accent fill")


class Accent(Tokens):
    """The one accent: what is chosen, what is linked, what has the focus."""

    fill: Color = Field(description="A chosen segment, the main button, the bar of the recommendation")
    fill_hover: Color = Field(description="The accent fill under the pointer")
    fill_pressed: Color = Field(description="The accent fill held down")
    soft: Color = Field(description="Behind the current tab and small marks")
    ink: Color = Field(description="Links and words in the accent color, on a panel or on `soft`")
    focus_ring: Color = Field(description="The ring round the control that has the keyboard")


class Category(Tokens):
    """One appropriateness category."""

    background: Color = Field(description="A filled shape")
    text: Color = Field(description="Words and marks on `background`")
    ink: Color = Field(description="The category's words on a panel")
    outline: Color = Field(description="Edge of the filled shape, readable on a panel")


class Categories(Tokens):
    """The three categories, and neutral for what has none."""

    usually_appropriate: Category
    may_be_appropriate: Category
    usually_not_appropriate: Category
    neutral: Category


class Level(Tokens):
    """One level of a warning: the three colors of its icon, and its words."""

    fill: Color = Field(description="Inside of the icon")
    outline: Color = Field(description="Edge of the icon, readable on a panel")
    mark: Color = Field(description="The mark on `fill`")
    text: Color = Field(description="The words beside the icon, on a panel")


class Levels(Tokens):
    """The levels of a warning."""

    warning: Level
    reminder: Level
    clear: Level


class Status(Tokens):
    """An answer that is not a recommendation."""

    background: Color = Field(description="The banner")
    bar: Color = Field(description="The bar at its left, and its icon")
    text: Color = Field(description="Its words")


class Statuses(Tokens):
    """The answers that are not recommendations; never in a category's color."""

    out_of_scope: Status
    conflict: Status
    incomplete: Status


class Flowchart(Tokens):
    """Nodes and edges: off the path, on the path, and the node where the walk stops."""

    canvas: Color = Field(description="The ground of the flowchart")
    fill: Color = Field(description="A node off the path")
    border: Color = Field(description="Edge of a node off the path")
    text: Color = Field(description="Words of a node off the path: dimmed, yet readable")
    path_fill: Color = Field(description="A node on the path")
    path_border: Color = Field(description="Edge of a node on the path")
    path_text: Color = Field(description="Words of a node on the path")
    current_fill: Color = Field(description="The node where the walk stops")
    current_border: Color = Field(description="Edge of that node")
    current_text: Color = Field(description="Words of that node")
    edge: Color = Field(description="A line off the path")
    edge_on_path: Color = Field(description="A line on the path")
    label: Color = Field(description="The answer beside a line off the path")
    label_on_path: Color = Field(description="The answer beside a line on the path")


class Chip(Tokens):
    """A small pill."""

    background: Color = Field(description="Its ground")
    border: Color = Field(description="Its edge, readable on a panel")
    text: Color = Field(description="Its words")


class Chips(Tokens):
    """The kinds of chips."""

    plain: Chip = Field(description="Assumptions, small facts")
    tumor_board: Chip = Field(description="The escalation to the tumor board")


class ToolTip(Tokens):
    """The small window of help at the pointer."""

    background: Color = Field(description="Its ground")
    border: Color = Field(description="Its edge")
    text: Color = Field(description="Its words")


class Presenter(Tokens):
    """Before a room: a case on the whole screen."""

    ground: Color = Field(description="What everything stands on")
    text: Color = Field(description="What has to be read from the last row")
    secondary: Color = Field(description="Reasons, titles, steps behind")
    rule: Color = Field(description="Lines between rows; decoration only")
    accent: Color = Field(description="The answer, the step where one stands, the name of the step")
    on_accent: Color = Field(description="On an accent fill")
    edge: Color = Field(description="Round the number of an option or of a step")
    track: Color = Field(description="The whole of a bar of votes; decoration only")
    bar: Color = Field(description="The votes on a bar")
    laser: Color = Field(description="The dot at the pointer")
    black: Color = Field(description="The screen when it is blank")
    white: Color = Field(description="The screen when it is blank and bright")


class Theme(Tokens):
    """All colors of one theme."""

    name: str = Field(description="One of THEMES")
    dark: bool = Field(description="Light words on a dark ground")
    surface: Surface
    text: TextColors
    accent: Accent
    categories: Categories
    levels: Levels
    statuses: Statuses
    flowchart: Flowchart
    chips: Chips
    tooltip: ToolTip
    presenter: Presenter

    def category(self, name: str) -> Category:
        """The colors of the category with this id, or `neutral`. Raises AttributeError on another name."""
        found: Category = getattr(self.categories, name)
        return found

    def level(self, name: str) -> Level:
        """The colors of the warning level with this id. Raises AttributeError on another name."""
        found: Level = getattr(self.levels, name)
        return found

    def status(self, name: str) -> Status:
        """The colors of the status with this id. Raises AttributeError on another name (as `in_scope`)."""
        found: Status = getattr(self.statuses, name)
        return found


class TypeStyle(Tokens):
    """One step of the type scale."""

    points: float = Field(gt=0, description="Size in points at 100 % zoom")
    weight: int = Field(ge=400, le=700, description="400 regular, 600 semibold, 700 bold")
    tracking: int = Field(default=100, description="Distance of the letters, percent of the normal one")
    capitals: bool = Field(default=False, description="Shown in capitals, whatever the text's own case")


class TypeScale(Tokens):
    """The type scale: every size of text in the program."""

    caption: TypeStyle = Field(description="Reasons and facts in a list, labels of edges, the footer")
    caption_strong: TypeStyle = Field(description="The category in words, a label on the path")
    overline: TypeStyle = Field(description="The heading of a panel")
    body: TypeStyle = Field(description="Everything that has no other role; the size of the application font")
    label: TypeStyle = Field(description="The name of a thing in a list, a chosen answer, a button")
    lead: TypeStyle = Field(description="The reason under the headline")
    title: TypeStyle = Field(description="The heading of a page or of the why panel")
    brand: TypeStyle = Field(description="The name of the program in the header")
    headline: TypeStyle = Field(description="The recommendation")
    display: TypeStyle = Field(description="The question of a teaching case in the window")

    def style(self, name: str) -> TypeStyle:
        """The step with this name. Raises AttributeError on another name."""
        found: TypeStyle = getattr(self, name)
        return found


class Spacing(Tokens):
    """Distances, in pixels at 100 % zoom, on a grid of 8."""

    tiny: int = Field(description="Between things that belong together")
    small: int = Field(description="Between neighbors")
    medium: int = Field(description="Between panels")
    large: int = Field(description="Inside a panel, and round the window's content")
    huge: int = Field(description="Between groups")


class Radius(Tokens):
    """Corner radii, in pixels at 100 % zoom."""

    small: int = Field(description="Small marks, menu rows")
    control: int = Field(description="Fields, buttons, segments, nodes")
    panel: int = Field(description="Panels")


class Stroke(Tokens):
    """Widths of lines, in pixels at 100 % zoom."""

    hairline: float = Field(description="Rules and the borders of panels")
    control: float = Field(description="Borders of fields, buttons and segments")
    edge: float = Field(description="Flowchart, off the path")
    path: float = Field(description="Flowchart, on the path")
    focus: float = Field(description="The focus ring")
    bar: float = Field(description="The bar at the left of the recommendation")


class IconSizes(Tokens):
    """Sizes of icons, in pixels at 100 % zoom."""

    small: int = Field(description="In a line of text, on a chip, in a button")
    medium: int = Field(description="The level of a warning")
    large: int = Field(description="The category of a rating")


class PresenterScale(Tokens):
    """Sizes before a room."""

    primary: float = Field(ge=5.2, description="What has to be read, in percent of the screen's height")
    secondary: float = Field(ge=3.3, description="All other words, in percent of the screen's height")
    zoom_steps: tuple[int, ...] = Field(description="Zoom steps, percent, ascending from 100")


class PaperScale(Tokens):
    """Sizes on paper."""

    steps: tuple[int, ...] = Field(description="Percentages of the type scale to try, descending")
    margin_mm: float = Field(description="Empty edge of a sheet, in millimeters")
    left_percent: float = Field(description="Width of the left of two columns, in percent of the text's")
    chart_mm: float = Field(description="Least height of the flowchart, in millimeters")
    chart_most_mm: float = Field(description="Greatest height of the flowchart, in millimeters")


class Scale(Tokens):
    """All sizes, shared by every theme."""

    zoom_steps: tuple[int, ...] = Field(description="Zoom steps, percent, ascending")
    font_family: str = Field(description="The family in resources/fonts")
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

    Raises ValueError for a name outside THEMES, and pydantic's ValidationError (a ValueError)
    naming the token for a file that lacks one or holds an unknown one.
    """
    if name not in THEMES:
        raise ValueError(f"No theme is called {name!r}: choose one of {', '.join(THEMES)}.")
    return Theme.model_validate(_read(f"themes/{name}.toml"))


@lru_cache(maxsize=1)
def load_scale() -> Scale:
    """Read the sizes. Raises pydantic's ValidationError, naming the key, for a damaged file."""
    table = _read("themes/scale.toml")
    # TOML has arrays only; the model holds a tuple, and strict validation tells the two apart.
    presenter = {**table["presenter"], "zoom_steps": tuple(table["presenter"]["zoom_steps"])}
    paper = {**table["paper"], "steps": tuple(table["paper"]["steps"])}
    return Scale.model_validate(
        {**table, "zoom_steps": tuple(table["zoom_steps"]), "presenter": presenter, "paper": paper}
    )


def scaled(length: float, zoom_percent: int) -> int:
    """Return a length of 100 % zoom in whole pixels at the given zoom; a line never vanishes."""
    if length <= 0:
        return 0
    return max(1, int(length * zoom_percent / 100 + 0.5))


def _read(name: str) -> dict[str, Any]:
    with resource_path(name).open("rb") as file:
        return tomllib.load(file)
