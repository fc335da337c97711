"""Choosing and changing bodies."""
