"""The flowchart on the Decide page: a picture of the pathway that highlights the path of the case."""

from gui.widgets.flowchart.painting import paint_flowchart
from gui.widgets.flowchart.widget import Flowchart

__all__ = ["Flowchart", "paint_flowchart"]
