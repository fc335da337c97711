"""Papers that must not leave the archive by accident: interviews, field notes, and what says of itself that it is confidential."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive_app.domain.fact import AGREEMENT_KINDS, Fact
from archive_app.extractors.context import Reading

RESTRICTED = "restricted"
_TOP = 3000
#: What such a paper says of itself, folded.
_SAYS = re.compile(
    r"\b(?:name withheld|names? (?:have been|are|is) (?:changed|confidential|withheld)|pseudonym|do not (?:distribute|circulate|cite|quote)|not for (?:distribution|attribution|circulation)|"
    r"off the record|attorney[- ]client privileged?|for internal use only|informed consent|human subjects|irb (?:protocol|approval)|"
    r"nombre (?:reservado|confidencial)|seudonimo|no (?:distribuir|circular|citar)|uso interno|consentimiento informado|informacion (?:reservada|confidencial)|datos personales sensibles)\b"
)


def find(reading: Reading) -> Iterable[Fact]:
    """``restricted`` for interviews, and for papers other than agreements with words of secrecy at the top."""
    kind = reading.value("kind")
    if kind == "interview":
        basis = next(reading.found("kind"), None)
        return [Fact("access", RESTRICTED, 0.95, "access: interview", basis.evidence if basis else None)]
    match = _SAYS.search(reading.folded, 0, _TOP)
    if match and kind not in AGREEMENT_KINDS:
        return [reading.fact("access", RESTRICTED, match.span(), 0.8, "access: says so")]
    return []
