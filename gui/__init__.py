"""Everything the user meets: the window and the command line. It renders decisions and makes none."""
