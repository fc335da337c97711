"""What reading an original gives: its pages, what the file says of itself, and what is attached to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archive_app.domain.page import Page


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside another: its name as given there (untrusted), and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """An original once read.

    ``metadata`` holds what the file itself declares, in these keys where known: title, author, created, modified,
    description, publisher, published, and for mail from, to, cc, date, subject, message-id, in-reply-to, references.
    Values are as written; dates in it are not yet interpreted, mail dates are ISO 8601.
    """

    media_type: str
    pages: tuple[Page, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
