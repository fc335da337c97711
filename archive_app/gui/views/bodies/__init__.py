"""Bodies and persons: the authority file."""
