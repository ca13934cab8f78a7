"""A case: the scenario, its file, and the conditions that content is written in."""
