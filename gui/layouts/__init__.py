"""Layouts: columns, flows, and the order of the Tab key."""
