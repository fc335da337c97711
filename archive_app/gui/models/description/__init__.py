"""One record's description, line by line."""
