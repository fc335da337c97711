"""Agreements over time: how they stand, coverage, timelines, links, and what is not held."""
