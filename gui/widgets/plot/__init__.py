"""Plots that the program draws itself: rows of dots, intervals and bars on one scale."""

from gui.widgets.plot.model import Axis, Key, Mark, Plot, PlotLine, PlotRow
from gui.widgets.plot.painting import paint_plot, plot_height
from gui.widgets.plot.view import PlotView

__all__ = ["Axis", "Key", "Mark", "Plot", "PlotLine", "PlotRow", "PlotView", "paint_plot", "plot_height"]
