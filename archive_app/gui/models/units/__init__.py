"""The arrangement as a tree."""
