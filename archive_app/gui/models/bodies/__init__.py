"""Bodies and persons, as tables and forms."""
