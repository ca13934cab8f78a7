"""The Reference place: background of the decision, each statement with its sources."""
