"""The base of core: models, packaged files and printable text."""
