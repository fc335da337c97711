"""Sender, recipients, subject and day of a mail, from its headers; of a letter, from its FROM and TO lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive_app.domain.fact import Fact
from archive_app.extractors.context import Reading

_MAIL = ("message/rfc822", "application/vnd.ms-outlook")
_ADDRESSES = re.compile(r",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)(?=\s*[^,]*@|\s*\")|;")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Lines at the top of a memorandum or a printed mail. The label's language does not matter.
_LINE = re.compile(
    r"(?m)^[ \t]*(?P<label>from|to|cc|subject|re|de|para|asunto|attn)[ \t]*:[ \t]*(?P<value>\S[^\n]{1,160})$"
)
_FIELDS = {
    "from": "sender", "de": "sender", "to": "recipient", "para": "recipient", "attn": "recipient", "cc": "recipient",
    "subject": "subject", "re": "subject", "asunto": "subject",
}  # fmt: skip
_TOP = 1500


def find(reading: Reading) -> Iterable[Fact]:
    """A mail's headers; otherwise labelled lines at the top, where at least a sender and a recipient stand."""
    if reading.paper.media_type in _MAIL:
        yield from _headers(reading)
        return
    lines = list(_labelled(reading))
    if {"sender", "recipient"} <= {fact.field for fact in lines}:
        yield from lines


def _headers(reading: Reading) -> Iterator[Fact]:
    metadata = reading.paper.metadata
    if metadata.get("from"):
        yield _fact("sender", metadata["from"])
    for header in ("to", "cc"):
        for address in _ADDRESSES.split(metadata.get(header, "")):
            if address.strip():
                yield _fact("recipient", " ".join(address.split()))
    if metadata.get("subject"):
        yield _fact("subject", " ".join(metadata["subject"].split()))
    day = _ISO_DAY.match(metadata.get("date", ""))
    if day:
        yield _fact("issued_date", day[0])


def _fact(field: str, value: str) -> Fact:
    # Headers are no words on a page, so there is nothing to quote.
    return Fact(field, value, 0.98, "mail header")


def _labelled(reading: Reading) -> Iterator[Fact]:
    seen: set[str] = set()
    for match in _LINE.finditer(reading.folded[:_TOP]):
        field = _FIELDS.get(match["label"])
        if field and (field == "recipient" or field not in seen):
            seen.add(field)
            start, end = match.span("value")
            value = " ".join(reading.text[start:end].split())
            yield reading.fact(field, value, (start, end), 0.85, "labelled line")
