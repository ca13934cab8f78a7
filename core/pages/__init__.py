"""Pages: blocks of text ready for paper, files and the clipboard."""
