"""Pages: blocks of text for paper, files and the clipboard."""
