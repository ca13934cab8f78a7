"""The engine: from a scenario to a decision."""
