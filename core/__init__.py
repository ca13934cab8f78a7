"""The decision: scenario in, decision out. Pure Python and pydantic; no Qt, no clock, no locale, no network."""

__version__ = "1.0.0"
