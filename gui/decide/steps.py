"""The path as text: one button for each step, for users who prefer reading to following lines."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from core.report.report import Report, Step
from gui.decide.empty_states import why_nothing
from gui.layouts.flow import FlowLayout
from gui.look.theme import set_property, set_text_role, theme_manager
from gui.widgets.link import Link
from gui.widgets.panel import Panel
from gui.widgets.pool import Pool
from gui.widgets.wrapping_button import WrappingButton


class StepsPanel(Panel):
    """The steps of the path in order. The last one is the current step of the case."""

    why_requested = Signal(object, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("steps", "Steps", parent)
        self._box = QWidget(self)
        self._flow = FlowLayout(self._box)
        self._buttons = Pool(self._make_button)
        self._ways: dict[QPushButton, Link] = {}
        self._empty = self.add_placeholder(why_nothing(""))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(self._box)
        self._show_look()
        theme_manager().changed.connect(self._show_look)

    def show_report(self, report: Report) -> None:
        """Show the path of this report, or say that it has none."""
        if not report.steps:
            self.show_nothing(report.status)
            return
        buttons = self._buttons.show(len(report.steps))
        for button in set(self._ways).difference(buttons):
            self._ways[button].hide()
        before = ""
        for button, (number, step) in zip(buttons, enumerate(report.steps, start=1), strict=True):
            via = f"{step.via} → " if step.via else ""
            self._show_way(self._ways[button], step, before)
            before = step.node
            button.setText(f"{number}  {step.label}")
            button.setObjectName(f"step_{step.node}")
            button.setProperty("node", step.node)
            if button.property("here") != step.here:
                set_property(button, "here", step.here)
                set_text_role(button, "caption_strong" if step.here else "caption")
            words = ["Step {number}: {step}".format(number=number, step=f"{via}{step.label}")]
            words += ["you are here"] if step.here else []
            words += ["inferred step"] if step.inferred else []
            button.setAccessibleName(", ".join(words))
        self._box.show()
        self._empty.hide()

    def _show_way(self, way: Link, step: Step, before: str) -> None:
        """Show the answer that led to a step, or hide it at the first step. Pressing it shows why."""
        way.setVisible(step.via is not None)
        if step.via is not None:
            way.setText(f"{step.via} →")
            way.setObjectName(f"way_{before}_{step.node}")
            way.setProperty("line", f"{before}:{step.node}")
            way.setAccessibleName(f"Why {step.via} leads to {step.label}")

    def show_nothing(self, status: str = "") -> None:
        """Clear the path and explain why a case with this status has none."""
        self._buttons.show(0)
        for way in self._ways.values():
            way.setVisible(False)
        self._box.hide()
        self._empty.setText(why_nothing(status))
        self._empty.show()

    def _make_button(self) -> QPushButton:
        # Show the answer next to the step. In one button the two are too long for a narrow column.
        button, way = WrappingButton("", self._box), Link("", self._box)
        button.setProperty("role", "step")
        set_text_role(button, "caption")
        way.clicked.connect(self._on_way)
        button.clicked.connect(self._on_clicked)
        self._ways[button] = way
        self._flow.addWidget(way)
        self._flow.addWidget(button)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.why_requested.emit(button, "node", button.property("node"))

    @Slot()
    def _on_way(self) -> None:
        way = self.sender()
        assert isinstance(way, Link)
        self.why_requested.emit(way, "line", way.property("line"))

    @Slot()
    def _show_look(self) -> None:
        self._flow.set_gap(theme_manager().px("tiny"))
        # Keep the height of a row of steps. Otherwise the content above would move when a case has none.
        step = self._buttons.first()
        step.ensurePolished()
        self._empty.setMinimumHeight(step.sizeHint().height())
