"""Plots that the program draws itself: rows of dots, intervals and bars on one scale."""

from gui.widgets.plot.model import Axis, Key, Line, Mark, Plot, Row
from gui.widgets.plot.painting import paint_plot, plot_height
from gui.widgets.plot.view import PlotView

__all__ = ["Axis", "Key", "Line", "Mark", "Plot", "PlotView", "Row", "paint_plot", "plot_height"]
