"""The local protocol in the window: its file and its form."""
