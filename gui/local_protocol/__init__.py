"""The local protocol in the window: kept in its file, and edited in a form."""
