"""A mail as a paper, from whichever program it comes: its heads on top, then its words."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from archive_app.domain.paper import Attachment, Paper
from archive_app.readers.plain import pages_of

#: The heads shown above the text, in this order, and the metadata key of each.
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_KEPT = ("message-id", "in-reply-to", "references")


def letter(media_type: str, heads: Mapping[str, str], body: str, attachments: tuple[Attachment, ...]) -> Paper:
    """A paper of one page. ``heads`` are by name in small letters, as written; dates are made ISO 8601 in metadata."""
    shown = "\n".join(f"{name}: {heads[name.lower()]}" for name in _SHOWN if heads.get(name.lower()))
    metadata = {name: heads[name] for name in (*map(str.lower, _SHOWN), *_KEPT) if heads.get(name)}
    if "subject" in metadata:
        metadata["title"] = metadata["subject"]
    if "date" in metadata:
        metadata["date"] = iso_date(metadata["date"])
    kept = {name: value for name, value in metadata.items() if value}
    text = "\n\n".join(part for part in (shown, body.replace("\f", "\n").strip()) if part)
    return Paper(media_type, pages_of(text), kept, attachments)


def iso_date(written: str) -> str:
    """A mail's date as ISO 8601 with its offset, empty where it cannot be read."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
