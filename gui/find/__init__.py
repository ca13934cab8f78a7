"""Finding anything: the palette over the window, what it lists and where each entry leads."""
