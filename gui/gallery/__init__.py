"""A specimen sheet: every component in every state and theme on one page."""
