"""The user interface: the window and the command line. It shows decisions and makes none."""
