"""The Decide place: the form and the answer."""
