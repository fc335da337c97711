"""Keeping holdings whole: fixity, checks, back-ups, bags, the trash, and what became of linked files."""
