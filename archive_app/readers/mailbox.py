"""Mailboxes (MBOX): where each mail begins and ends. The mails are read one by one, as papers of their own."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from pathlib import Path

from archive_app.domain.page import Page
from archive_app.domain.paper import Member, Paper
from archive_app.readers import limits
from archive_app.readers.mail import head_words

#: The line before each mail: whose it is and when it came, under an empty line.
_SEPARATOR = re.compile(rb"(?:\A|\n\r?\n)(From [^\n]*\d\d:\d\d[^\n]*\n)(?=[!-9;-~]+:|>?From )")
_SUBJECT = re.compile(rb"^Subject:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE)
_HEADS = 16_384
_MOST_MAILS = 200_000


def read(path: Path, media_type: str) -> Paper:
    """A mailbox as a page that says how many mails it holds, and where they are. Raises ReadingError for none."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        members = tuple(_members(content))
    if not members:
        raise limits.broken("a mailbox", "it holds no mail")
    return Paper(media_type, (Page(1, f"Mailbox: {len(members)}"),), members=members)


def content_of(path: Path, member: Member) -> bytes:
    """One mail as it stands in the mailbox."""
    with path.open("rb") as stream:
        stream.seek(member.start)
        return stream.read(member.size)


def _members(content: mmap.mmap) -> Iterator[Member]:
    before: int | None = None
    for number, separator in enumerate(_SEPARATOR.finditer(content)):
        if number > _MOST_MAILS:
            raise limits.too_large(f"more than {_MOST_MAILS:,} mails")
        if before is not None:
            yield _member(content, number, before, separator.start())
        before = separator.end()
    if before is not None:
        yield _member(content, number + 1, before, len(content))


def _member(content: mmap.mmap, number: int, start: int, end: int) -> Member:
    subject = _SUBJECT.search(content[start : min(start + _HEADS, end)])
    words = head_words(subject[1].decode("utf-8", "replace")) if subject else ""
    return Member(f"{words or f'mail {number}'}.eml", start, end - start)
