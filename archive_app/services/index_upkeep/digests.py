"""What stands for a record's content, so that catalogue and index can be compared without reading all of both.

A digest is two halves: one for the text of the pages, one for the fields, since the index takes each in by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from hashlib import blake2b

from archive_app.index import IndexEntry

_BETWEEN = "-"
_BYTES = 8


def of_pages(pages: Sequence[tuple[int, str]]) -> str:
    """Of the numbers and texts of a record's pages."""
    return _digest(part for number, text in pages for part in (str(number), text))


def of_fields(entry: IndexEntry) -> str:
    """Of all that an entry says but its pages."""
    return _digest((repr(astuple(replace(entry, pages=(), digest=""))),))


def joined(pages: str, fields: str) -> str:
    return f"{pages}{_BETWEEN}{fields}"


def pages_half(digest: str) -> str:
    """The half that stands for the pages; empty where there is no digest."""
    return digest.partition(_BETWEEN)[0]


def fields_half(digest: str) -> str:
    """The half that stands for all else."""
    return digest.partition(_BETWEEN)[2]


def _digest(parts: Iterable[str]) -> str:
    made = blake2b(digest_size=_BYTES)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        made.update(len(encoded).to_bytes(8, "little"))
        made.update(encoded)
    return made.hexdigest()
