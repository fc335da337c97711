"""Names of bodies and persons, matched to the authority file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive_app.extractors.authorities.composing import Mention
from archive_app.extractors.authorities.matcher import Match, Matcher

if TYPE_CHECKING:
    from archive_app.extractors.knowledge import Knowledge

__all__ = ["Match", "Matcher", "Mention", "matcher"]


def matcher(knowledge: Knowledge) -> Matcher:
    """The matcher over this knowledge's authority file; ask for it with ``knowledge.once(matcher)``."""
    return Matcher(knowledge.authorities, knowledge.table("geography"), knowledge.table("offices"))
