"""The help: a panel over the window."""
