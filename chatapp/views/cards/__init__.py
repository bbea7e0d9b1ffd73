"""Cards over the window, one at a time."""
