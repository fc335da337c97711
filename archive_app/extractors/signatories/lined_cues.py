"""Words on and around lines of signers, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.knowledge import Knowledge


@dataclass(frozen=True)
class LinedCues:
    """The part ``lined`` of the table ``signature_cues``; what each is for stands there."""

    before_name: re.Pattern[str]
    sign_before: re.Pattern[str]
    mark_only: re.Pattern[str]
    on_behalf: re.Pattern[str]
    date_words: re.Pattern[str]
    closing: re.Pattern[str]
    prose: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> LinedCues:
        """Ask for it with ``knowledge.once(LinedCues.build)``."""
        return cls(**{name: re.compile(words) for name, words in knowledge.table("signature_cues")["lined"].items()})
