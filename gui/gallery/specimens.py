"""The parts of the specimen sheet in the theme in force: type, colors, icons, and the program's own panels at work."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QScrollBar, QVBoxLayout, QWidget

from core import __version__
from core.base.model import field_names
from core.case.scenario import Scenario
from core.content import Content
from core.engine.decide import decide
from core.report.report import PitfallRow, Report, report
from gui.decide.banner import Banner
from gui.decide.pitfalls import WarningRow
from gui.decide.ratings import RatingCard
from gui.decide.steps import StepsPanel
from gui.gallery.states import states_table
from gui.look.icons import category_pixmap, icon_names, level_pixmap, pixmap, status_pixmap
from gui.look.theme import Paragraph, Text, theme_manager
from gui.look.tokens import Categories, Levels, Statuses, TypeScale
from gui.reference.sections import Disclosure
from gui.widgets.flowchart import Flowchart
from gui.widgets.picture import Picture

Maker = Callable[[QWidget], QWidget]


class Specimens(QWidget):
    """One theme from top to bottom."""

    def __init__(self, content: Content, today: date, width: int) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(width)
        self._content, self._today = content, today
        self._rows = QVBoxLayout(self)
        # A layout asks for as much as its words would need in the narrowest column.
        self._rows.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        side = theme_manager().px("huge")
        self._rows.setContentsMargins(side, side, side, side)
        self._rows.setSpacing(theme_manager().px("medium"))
        name = theme_manager().theme.name
        self._rows.addWidget(Text(name.capitalize(), "display", "primary", self))
        about = self.tr("Bonewatch {version}: every component in every state").format(version=__version__)
        self._rows.addWidget(Text(about, "lead", "secondary", self))
        self._report = self._answer(_index())
        self._add("Type", _type)
        self._add("Categories", _categories)
        self._add("Icons", _icons)
        self._add("Controls", states_table)
        self._add("Recommendation", self._banners)
        self._add("Ratings", self._ratings)
        self._add("Warnings", self._warnings)
        self._add("Next steps", self._flowchart)
        self._add("Steps", self._steps)
        self._add("Menu, hint, headings", self._odds_and_ends)
        self._rows.addStretch(1)

    def fit(self) -> None:
        """Takes the height that the parts have come to."""
        last = self._rows.itemAt(self._rows.count() - 2)
        assert last is not None
        self.resize(self.width(), last.geometry().bottom() + 1 + theme_manager().px("huge"))

    def _add(self, heading: str, make: Maker) -> None:
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        self._rows.addSpacing(theme_manager().px("small"))
        self._rows.addWidget(Text(heading, "overline", "accent", self))
        self._rows.addWidget(rule)
        self._rows.addWidget(make(self))

    def _answer(self, scenario: Scenario) -> Report:
        return report(scenario, decide(scenario, self._content, self._today), self._content)

    # The program's own panels

    def _banners(self, parent: QWidget) -> QWidget:
        """A recommendation, and each answer that is none."""
        box, rows = _column(parent)
        for scenario in _scenarios():
            banner = Banner(box)
            banner.show_report(self._answer(scenario))
            rows.addWidget(banner)
        return box

    def _ratings(self, parent: QWidget) -> QWidget:
        """What is advised now, and the first rating of each category."""
        panel, rows = _panel(parent)
        shown = {row.category: row for row in reversed(self._report.ratings)}
        for row in sorted(shown.values(), key=lambda row: field_names(Categories).index(row.category)):
            card = RatingCard(row.procedure, panel)
            card.show_row(row)
            rows.addWidget(card)
        return panel

    def _warnings(self, parent: QWidget) -> QWidget:
        """A warning of each level, and a notice."""
        panel, rows = _panel(parent)
        young = self._answer(_index().but(site="skull_or_jaw", priors_available=False))
        levels = {row.level: row for row in (*_pitfalls_cleared(self._answer), *young.pitfalls)}
        for pitfall in sorted(levels.values(), key=lambda row: field_names(Levels).index(row.level)):
            warning = WarningRow("pitfall", pitfall.id, panel)
            warning.show_pitfall(pitfall)
            rows.addWidget(warning)
        for point in young.notices[:1]:
            notice = WarningRow("notice", point.id, panel)
            notice.show_notice(point)
            rows.addWidget(notice)
        return panel

    def _steps(self, parent: QWidget) -> QWidget:
        panel = StepsPanel(parent)
        panel.show_report(self._answer(_suspicious()))
        return panel

    def _flowchart(self, parent: QWidget) -> QWidget:
        panel, rows = _panel(parent)
        chart = Flowchart(self._content, panel)
        chart.setFixedHeight(theme_manager().px(460))
        chart.show_report(self._answer(_suspicious()))
        rows.addWidget(chart)
        return panel

    def _odds_and_ends(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme_manager().px("large"))
        line.addWidget(_menu(box), alignment=Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(theme_manager().px("medium"))
        for opened in (False, True):
            entry = Disclosure("specimen", "An entry that opens", box)
            entry.set_badge("Now" if opened else "")
            entry.rows.addWidget(Paragraph("What it says when it is open.", "body", "secondary", entry.body))
            entry.set_open(opened)
            right.addWidget(entry)
        right.addWidget(QToolTip("A hint at the pointer", box), alignment=Qt.AlignmentFlag.AlignLeft)
        bar = QScrollBar(Qt.Orientation.Horizontal, box)
        bar.setRange(0, 100)
        bar.setPageStep(60)
        bar.setValue(30)
        right.addWidget(bar)
        right.addStretch(1)
        line.addLayout(right, stretch=1)
        return box


class QToolTip(QLabel):
    """Looks as Qt's tool tips do, by its name in the style sheet; theirs is a window that no layout takes in."""


class _Fill(QWidget):
    """A filled shape with its edge, as the theme has it for a category."""

    def __init__(self, category: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._colors = theme_manager().theme.category(category)
        self.setFixedHeight(theme_manager().px(48))

    def paintEvent(self, _: QPaintEvent) -> None:
        manager = theme_manager()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._colors.background))
        painter.setPen(QPen(QColor(self._colors.outline), 1))
        radius = manager.px(manager.scale.radius.control)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QColor(self._colors.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._colors.background)
        painter.end()


def _type(parent: QWidget) -> QWidget:
    box, rows = _column(parent)
    scale = theme_manager().scale.type
    for name in field_names(TypeScale):
        step = scale.style(name)
        line = QHBoxLayout()
        line.addWidget(Text(name.replace("_", " ").capitalize(), name, "primary", box))
        line.addStretch(1)
        line.addWidget(Text(f"{step.points:g} pt · {step.weight}", "caption", "secondary", box))
        rows.addLayout(line)
    return box


def _categories(parent: QWidget) -> QWidget:
    box = QWidget(parent)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    for column, name in enumerate(field_names(Categories)):
        picture = Picture(box)
        picture.setPixmap(category_pixmap(name, theme_manager().px(24)))
        line = QHBoxLayout()
        line.setSpacing(theme_manager().px("small"))
        line.addWidget(picture)
        line.addWidget(Text(name.replace("_", " ").capitalize(), "caption_strong", name, box), stretch=1)
        grid.addWidget(_Fill(name, box), 0, column)
        grid.addLayout(line, 1, column)
        grid.setColumnStretch(column, 1)
    return box


def _icons(parent: QWidget) -> QWidget:
    """Every icon with its name: in the colors of its level or status where it has one, else as words have them."""
    box = QWidget(parent)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(theme_manager().px("medium"))
    size, ink = theme_manager().px(24), theme_manager().theme.text.primary
    names = [name for name in icon_names() if name not in {"app", *field_names(Categories)}]
    for index, name in enumerate(names):
        picture = Picture(box)
        if name in field_names(Levels):
            picture.setPixmap(level_pixmap(name, size))
        elif name in field_names(Statuses):
            picture.setPixmap(status_pixmap(name, size))
        else:
            picture.setPixmap(pixmap(name, ink, size))
        cell = QHBoxLayout()
        cell.setSpacing(theme_manager().px("small"))
        cell.addWidget(picture)
        cell.addWidget(Text(name.replace("_", " "), "caption", "secondary", box), stretch=1)
        grid.addLayout(cell, *divmod(index, 5))
    return box


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setWindowFlags(Qt.WindowType.Widget)
    first, chosen, ticked, off = (menu.addAction(text) for text in ("Rest", "Under the keyboard", "Ticked", "Off"))
    ticked.setCheckable(True)
    ticked.setChecked(True)
    off.setEnabled(False)
    menu.insertSeparator(ticked)
    menu.setActiveAction(chosen)
    first.setShortcut("Ctrl+R")
    menu.show()
    return menu


def _column(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget(parent)
    rows = QVBoxLayout(box)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme_manager().px("small"))
    return box, rows


def _panel(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    box = QFrame(parent)
    box.setProperty("role", "panel")
    rows = QVBoxLayout(box)
    rows.setContentsMargins(*[theme_manager().px("small")] * 4)
    return box, rows


def _suspicious() -> Scenario:
    return _index().but(radiograph_result="suspicious")


def _index() -> Scenario:
    return Scenario(
        purpose="local_recurrence_surveillance",
        tumor_origin="bone",
        treated=True,
        symptoms=(),
        hardware="endoprosthesis",
    )


def _pitfalls_cleared(answer: Callable[[Scenario], Report]) -> tuple[PitfallRow, ...]:
    """The pitfalls of a case in which most of them cannot be met."""
    return answer(_index().but(hardware="none", baseline_available=True, priors_available=True)).pitfalls


def _scenarios() -> Iterator[Scenario]:
    """One case for each status."""
    yield _suspicious().but(advanced_study="ct", advanced_result="equivocal")
    yield _index().but(tumor_origin="soft_tissue")
    yield _index().but(radiograph_result="stable", radiograph_findings=("new_lytic_lesion",))
    yield Scenario(purpose="local_recurrence_surveillance")
