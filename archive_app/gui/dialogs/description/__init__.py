"""Describing one record or many."""
