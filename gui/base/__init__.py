"""Helpers for every part of the window: saving, preferences, timers, the keyboard."""
