"""Choosing and making units."""
