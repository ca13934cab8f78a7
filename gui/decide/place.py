"""The Decide place: form, answer, flowchart, steps, warnings and ratings, in one to three columns.

A wide window shows three columns, a narrower one two, a narrow or much enlarged one a single column. Only the columns
scroll, and only vertically.
"""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.engine.decision import Change
from core.report.report import Report
from gui.decide.banner import Banner
from gui.decide.form import ScenarioForm
from gui.decide.pitfalls import WarningsPanel
from gui.decide.ratings import RatingsPanel
from gui.decide.steps import StepsPanel
from gui.decide.what_if import WhatIfPanel
from gui.layouts.batch_layout import laid_out_once
from gui.layouts.column import Column
from gui.layouts.measure import room_beside
from gui.look.theme import set_property, take_frame, theme_manager
from gui.state import CaseState, Snapshot
from gui.widgets.explanation_panel import ExplanationPanel
from gui.widgets.flowchart import Flowchart
from gui.widgets.panel import Panel

if TYPE_CHECKING:
    from core.report.compare import Side
    from gui.decide.comparison import ComparisonPanel

# From these widths (pixels at 100 % zoom) three and two columns fit.
_THREE_COLUMNS = 1000
_TWO_COLUMNS = 760
# From this height (pixels at 100 % zoom) the flowchart and the steps fit one above the other.
_TALL = 860
# Above this height the flowchart would be too small for its panel, and too far from the steps below.
_TALLEST = 960


class DecidePlace(QWidget):
    """Shows a case and its answer, and passes the answers of the form to the state.

    While a case is pinned, the comparison replaces everything but form and banner. `pinned(bool)` follows each change.
    """

    pinned = Signal(bool)

    def __init__(self, state: CaseState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("decide")
        self._state = state
        self._left, self._center, self._right = (Column(f"column_{n}", self) for n in ("left", "center", "right"))
        # Make each panel in its place of a wide window. Moving a panel would repeat its layout and styling.
        left, center, right = self._left.body, self._center.body, self._right.body
        self.form = ScenarioForm(state.content, left)
        self.what_if = WhatIfPanel(state.content, left)
        set_property(self.what_if, "role", None)  # part of the sidebar, without a frame
        take_frame(self.what_if)
        self.banner = Banner(center)
        self.flowchart_panel = Panel("next_steps", "Next steps", center)
        self.flowchart = Flowchart(state.content, self.flowchart_panel)
        # The flowchart fits itself into the remaining room.
        self.flowchart.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.flowchart_panel.rows.addWidget(self.flowchart, stretch=1)
        self.steps = StepsPanel(center)
        self.warnings = WarningsPanel(state.content, right)
        self.ratings = RatingsPanel(state.content, right)
        self._left.setProperty("role", "sidebar")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.why = ExplanationPanel(self)
        self._pinned: Side | None = None
        self._comparison: ComparisonPanel | None = None  # Made on first use.
        self._columns, self._short = 0, False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._center, stretch=1)
        row.addWidget(self._right)
        for panel in (self.banner, self.steps):
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._connect()
        self._show_case(state.snapshot)
        # Start at about the final size. Otherwise the number of columns would change and every panel would move.
        self.resize(self.window().size())
        self._arrange()

    def _connect(self) -> None:
        state = self._state
        self.form.answered.connect(state.answer)
        self.what_if.answered.connect(state.answer)
        state.case_replaced.connect(self.form.forget_typing)
        state.case_changed.connect(self._show_case)
        state.local_changed.connect(self._on_local)
        self.banner.field_requested.connect(self.form.go_to)
        for panel in (self.banner, self.steps, self.warnings, self.ratings):
            panel.why_requested.connect(self.explain)
        self.flowchart.node_activated.connect(self._explain_node)
        self.flowchart.line_activated.connect(self._explain_line)
        theme_manager().changed.connect(self._arrange)

    def start(self) -> None:
        """Move the keyboard focus to the first question."""
        self.form.focus_first()

    @Slot(object, str, str)
    def explain(self, anchor: QWidget, kind: str, name: str) -> None:
        """Open the explanation of a statement next to it."""
        report = self._state.snapshot.report
        if report is not None:
            from core.report.explain import Explainer

            explainer = Explainer(self._state.content, self._state.scenario, report)
            explanation = explainer.explain(kind, name)
            if self._state.local is not None:
                from core.report.local_notes import with_local_note

                explanation = with_local_note(explanation, kind, name, self._state.local)
            self.why.show_explanation(explanation, anchor)

    @Slot()
    def pin(self) -> None:
        """Pin the current case. From here on it is shown next to the changed case."""
        side = self._present()
        if side is None:
            return
        self._pinned = side
        if self._comparison is None:
            from gui.decide.comparison import ComparisonPanel

            self._comparison = ComparisonPanel(self)
            self._comparison.pin_requested.connect(self.pin)
            self._comparison.unpin_requested.connect(self.unpin)
        self._compare()
        self._share_out()
        self._comparison.announce()
        self.pinned.emit(True)

    @Slot()
    def unpin(self) -> None:
        """End the comparison and show the flowchart, the warnings and the ratings again."""
        if self._pinned is not None and self._comparison is not None:
            had_keyboard = self._comparison.isAncestorOf(self.focusWidget() or self)
            self._pinned = None
            self._share_out()
            if had_keyboard:
                self.banner.why_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pinned.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pinned is not None:
            self.unpin()
        else:
            super().keyPressEvent(event)

    def _present(self) -> "Side | None":
        from core.report.compare import Side

        snapshot = self._state.snapshot
        return None if snapshot.report is None else Side(self._state.name, snapshot.scenario, snapshot.report)

    def _compare(self) -> None:
        """Show the differences between the pinned case and the current one."""
        if self._comparison is None or self._pinned is None:
            return
        from core.report.compare import compare

        present = self._present()
        if present is not None:
            self._comparison.show_comparison(compare(self._pinned, present, self._state.content))

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._arrange()

    @Slot(str)
    def _explain_node(self, node: str) -> None:
        button = self.flowchart.findChild(QWidget, f"node_{node}")
        self.explain(button or self.flowchart, "node", node)

    @Slot(str)
    def _explain_line(self, line: str) -> None:
        source, _ = line.split(":")
        self.explain(self.flowchart.findChild(QWidget, f"node_{source}") or self.flowchart, "line", line)

    @Slot(object)
    def _show_case(self, snapshot: Snapshot) -> None:
        self.why.dismiss()
        self.form.show_scenario(snapshot.scenario)
        if snapshot.report is None:
            self._show_fault()
        else:
            self._show_report(snapshot.report, snapshot.what_if)

    def _show_report(self, report: Report, changes: tuple[Change, ...]) -> None:
        with self._laid_out_once():
            self.banner.show_report(report)
            self._show_local_lines(report)
            self.form.show_report(report)
            self.flowchart.show_report(report)
            self.steps.show_report(report)
            self.warnings.show_report(report)
            self.ratings.show_report(report)
            self.what_if.show_changes(changes)
            self._compare()

    @Slot()
    def _on_local(self) -> None:
        """Show the site's notes after the local protocol has changed."""
        local, state = self._state.local, self._state
        self.why.dismiss()
        with self._laid_out_once():
            self.form.show_local(local.badge if local else "", local.answers if local else {}, state.scenario)
            if state.snapshot.report is not None:
                self._show_local_lines(state.snapshot.report)

    def _show_local_lines(self, report: Report) -> None:
        local = self._state.local
        if local is None:
            self.banner.show_local("", ())
        else:
            from core.report.local_notes import lines_for

            self.banner.show_local(local.badge, lines_for(report, local))

    def _laid_out_once(self) -> AbstractContextManager[None]:
        return laid_out_once(
            (self.what_if, self.banner, *self._answer_panels()), (self._left, self._center, self._right)
        )

    def _show_fault(self) -> None:
        with self._laid_out_once():
            self.banner.show_fault()
            self.flowchart.show_nothing()
            self.steps.show_nothing()
            self.warnings.show_nothing()
            self.ratings.show_nothing()
            self.what_if.show_changes(())
            if self._comparison is not None:
                self._comparison.show_nothing()

    @Slot()
    def _arrange(self) -> None:
        manager, width = theme_manager(), self.width()
        columns = 3 if width >= manager.px(_THREE_COLUMNS) else 2 if width >= manager.px(_TWO_COLUMNS) else 1
        short = self.height() < manager.px(_TALL)
        if (columns, short) != (self._columns, self._short):
            self._columns, self._short = columns, short
            self._share_out()
        # The side columns reach the edges of the window; their content does not.
        beside = room_beside(width)
        width -= 2 * beside
        self._left.setFixedWidth(beside + max(manager.px(264), min(manager.px(340), int(width * 0.23))))
        self._right.setFixedWidth(beside + max(manager.px(256), min(manager.px(360), int(width * 0.24))))
        self._show_spacing()
        self.flowchart_panel.setMinimumHeight(manager.px(412 if columns == 3 else 480))
        self.flowchart_panel.setMaximumHeight(manager.px(_TALLEST))

    def _show_spacing(self) -> None:
        gap, beside = theme_manager().px("medium"), room_beside(self.width())
        self._left.set_spacing(0, 0, before=beside)
        self._center.set_spacing(gap, gap, after=beside if self._right.isHidden() else 0)
        self._right.rows.setSpacing(gap)
        self._right.rows.setContentsMargins(QMargins(0, gap, beside, gap))

    def _answer_panels(self) -> list[QWidget]:
        """Return the panels below the banner that explain the answer, in their order."""
        found: list[QWidget] = [self.flowchart_panel, self.steps, self.warnings, self.ratings]
        return found if self._comparison is None else [*found, self._comparison]

    def _share_out(self) -> None:
        """Put the panels into the current columns."""
        left, center, right = self._shares()
        for panel in self._answer_panels():
            panel.setVisible(panel in (*center, *right))
        for column, panels in ((self._left, left), (self._center, center), (self._right, right)):
            stretching = self.flowchart_panel if self.flowchart_panel in panels and self._columns == 3 else None
            column.hold(panels, stretching)
        self._show_spacing()

    def _shares(self) -> tuple[list[QWidget], list[QWidget], list[QWidget]]:
        """Return the panels of the left, the center and the right column."""
        asked: list[QWidget] = [self.form, self.what_if]
        answer: list[QWidget] = [self.banner, self.flowchart_panel, self.steps]
        side: list[QWidget] = [self.warnings, self.ratings]
        if self._pinned is not None and self._comparison is not None:
            answer, side = [self.banner, self._comparison], []
        elif self._columns == 3 and self._short:
            # The flowchart shows the same path as the steps and needs the height.
            side.append(answer.pop())
        if self._columns == 1:
            return [], [answer[0], self.form, *answer[1:], *side, self.what_if], []
        return (asked, answer, side) if self._columns == 3 else (asked, answer + side, [])
