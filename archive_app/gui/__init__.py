"""The desktop face: the only part that knows Qt."""
