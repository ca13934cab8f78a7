"""The flowchart of the Decide place: the pathway as a picture in which the case's own path is lit."""

from gui.widgets.flowchart.painting import paint_flowchart
from gui.widgets.flowchart.widget import Flowchart

__all__ = ["Flowchart", "paint_flowchart"]
