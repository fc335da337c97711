"""The arrangement: its tree, and one unit of it."""
