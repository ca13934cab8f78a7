"""The Reference place: what surrounds the decision, each statement with its sources."""
