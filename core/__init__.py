"""The decision engine: a scenario in, a decision out.

Pure Python and pydantic. The package uses no Qt, clock, locale or network.
"""

__version__ = "1.0.0"
