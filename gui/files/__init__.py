"""The user's files: cases, recent files, pictures and the clipboard."""
