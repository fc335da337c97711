"""Before papers are taken in."""
