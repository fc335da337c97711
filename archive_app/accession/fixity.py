"""The fingerprint by which an original is known, and later proved unchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

CHUNK = 1 << 20


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content as 64 hexadecimal digits. Raises OSError where it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for chunk in chunks(stream):
            digest.update(chunk)
    return digest.hexdigest()


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """A stream's content in pieces of one megabyte, so that a film costs no more memory than a letter."""
    while chunk := stream.read(CHUNK):
        yield chunk
