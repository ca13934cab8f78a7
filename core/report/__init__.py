"""A decision in words: the report, its explanations and comparisons."""
