"""A person's changes as they are undone and done again, across sessions."""
