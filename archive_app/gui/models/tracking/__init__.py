"""Agreements over time, as tables and drawings."""
