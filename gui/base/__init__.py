"""What every part of the window may use: saving, preferences, timers, the keyboard."""
