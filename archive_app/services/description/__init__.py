"""Describing records: corrections, forms, templates, sheets, tags and notes; what a person says wins for good."""
