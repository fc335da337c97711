"""Papers that must not leave the archive by accident: interviews, and what says of itself that it is confidential."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive_app.domain.fact import AGREEMENT_KINDS, Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.folding import fold
from archive_app.extractors.knowledge import Knowledge

RESTRICTED = "restricted"
_TOP = 3000


def find(reading: Reading) -> Iterable[Fact]:
    """``restricted`` for interviews, and for papers other than agreements with words of secrecy at the top."""
    kind = reading.value("kind")
    if kind == "interview":
        basis = next(reading.found("kind"), None)
        return [Fact("access", RESTRICTED, 0.95, "access: interview", basis.evidence if basis else None)]
    if fold(reading.paper.metadata.get("access", "")) in reading.knowledge.table("access")["closed"]:
        # Front matter is no words on the page, so there is nothing to quote.
        return [Fact("access", RESTRICTED, 0.95, "access: declared by the file")]
    match = reading.knowledge.once(_says).search(reading.folded, 0, _TOP)
    if match and kind not in AGREEMENT_KINDS:
        return [reading.fact("access", RESTRICTED, match.span(), 0.8, "access: says so")]
    return []


def _says(knowledge: Knowledge) -> re.Pattern[str]:
    access = knowledge.table("access")
    stamp = rf"^[ \t*]*(?:{'|'.join(access['closed'])})\b[^a-z\n]*(?:[–:/|-][^\n]*)?$"
    return re.compile(rf"\b(?:{'|'.join(access['says'])})\b|{stamp}", re.MULTILINE)
