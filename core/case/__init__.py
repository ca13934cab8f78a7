"""A case: the scenario, its file, and the conditions used in the content."""
