"""What everything in core builds on: models, packaged files, printable text."""
