"""Numbers that an office gives its papers: of a release, a request for records, a case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive_app.domain.fact import Fact
from archive_app.extractors.context import Reading

_TOP = 4000
_NUMBER = r"(?P<number>[A-Z]{0,6}[-/ ]?\d[\w/.-]{2,24}\w)"
#: Labels before the number, the surest first. Matched on the printed text, since capitals tell codes from words.
_LABELS = (
    (r"(?i:release\s+(?:number|no\.?)|n[uú]mero de comunicado|comunicado (?:n[uú]m(?:ero|\.)?|no\.?))", 0.95, "release number"),
    (r"(?i:(?:foia|request|tracking|control|folio|solicitud|reference|referencia|our ref|oficio|expediente)\s*(?:request\s*)?(?:number|no\.?|n[uú]m(?:ero|\.)?|id|#)?(?: de solicitud)?)", 0.85, "request number"),
    (r"(?i:(?:charge|case|complaint|caso|docket|submission|matter)\s*(?:number|no\.?|n[uú]m(?:ero|\.)?|#))", 0.85, "case number"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"\b{label}\s*[:#.]?\s*(?-i:{_NUMBER})"), sure, rule) for label, sure, rule in _LABELS)


def find(reading: Reading) -> Iterable[Fact]:
    """The first number with a label near the top; a release's before a request's before a case's."""
    for pattern, confidence, rule in _PATTERNS:
        match = pattern.search(reading.text, 0, _TOP)
        if match:
            return [reading.fact("reference_number", match["number"].strip(), match.span("number"), confidence, rule)]
    return []
