"""Keeping the archive whole."""
