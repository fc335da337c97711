"""How papers speak of each other."""

from __future__ import annotations

RELATION_TYPES = (
    "renews", "amends", "supersedes", "terminates", "implements", "announces", "translates", "cites", "replies-to",
)  # fmt: skip
