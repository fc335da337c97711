"""How papers speak of each other."""

from __future__ import annotations

RELATION_TYPES = (
    "renews", "amends", "supersedes", "terminates", "implements", "announces", "translates", "cites", "replies-to",
)  # fmt: skip
#: Relations by which a paper becomes part of the same chain as its target.
CHAINING = frozenset({"renews", "amends", "supersedes", "terminates", "translates"})
