"""Events in the words of PREMIS, by which other archives read a history."""

from __future__ import annotations

#: PREMIS's term for each type of event kept here; types that have none are told by their own names.
_TERMS = {
    "fixity check": "fixity check",
    "correction": "metadata modification",
    "confirmation": "metadata modification",
    "withdrawal": "metadata modification",
    "undo": "metadata modification",
    "redo": "metadata modification",
    "tag": "metadata modification",
    "arrangement": "metadata modification",
    "placement": "metadata modification",
    "note": "metadata modification",
    "highlight": "metadata modification",
    "facts not read": "metadata extraction",
    "tables not read": "metadata extraction",
    "attachments not read": "unpacking",
    "linked file moved": "filename change",
    "linked file edited": "modification",
    "original put back": "recovery",
    "removal": "deaccession",
    "restoration": "accession",
    "backup": "replication",
    "catalogue restored": "recovery",
}
PASS, FAIL = "pass", "fail"


def term(type: str) -> str:
    """The PREMIS event type for a type of event of this archive."""
    return _TERMS.get(type, type)
