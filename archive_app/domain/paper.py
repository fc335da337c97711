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
class Member:
    """A file inside a container that is too large to be taken apart at once: its name there (untrusted), its extent.

    ``start`` is the place of its first byte in a mailbox, its number from 0 in a ZIP file's directory; ``size`` is
    bytes, once unpacked. ``fault`` is a sentence on why it cannot be taken out.
    """

    name: str
    start: int
    size: int
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """An original once read.

    ``metadata`` holds what the file itself declares, in these keys where known: title, author, created, modified,
    description, publisher, published, and for mail from, to, cc, date, subject, message-id, in-reply-to, references.
    Values are as written; dates in it are not yet interpreted, mail dates are ISO 8601. ``attachments`` come with
    their bytes; ``members`` of a container are taken out one by one, later.
    """

    media_type: str
    pages: tuple[Page, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    members: tuple[Member, ...] = ()
