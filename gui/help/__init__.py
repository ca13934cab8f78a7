"""The help: its pages over the window."""
