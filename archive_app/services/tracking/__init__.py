"""Agreements over time: their state on a day, coverage, lapses, timelines, links, and what is not held."""
