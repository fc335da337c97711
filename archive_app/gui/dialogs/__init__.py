"""Questions that the window asks one at a time."""
