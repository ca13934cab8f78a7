"""The main window with its header, menus and Find."""
