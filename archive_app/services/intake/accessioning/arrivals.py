"""What is on its way in: first a source that is to be looked at, then a candidate whose bytes are known."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from archive_app.domain.paper import Member
from archive_app.errors import ReadingError


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a ``member`` of the container at ``path``, before its bytes were looked at.

    ``place`` is where it was found, for people; ``parent`` the record it belongs to, ``depth`` how deep it lies in
    others.
    """

    place: str
    path: Path
    filename: str
    parent: str | None = None
    depth: int = 0
    member: Member | None = None
    container: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Bytes that are new to the archive: their fingerprint, and where the original is kept or stays.

    ``path`` is where they can be read; ``kept`` says whether the archive has a copy of them already. ``known`` is the
    record of those that were read before, when only what is attached to them is wanted.
    """

    place: str
    filename: str
    sha256: str
    stored: str
    linked: bool
    path: Path
    size: int
    kept: bool = False
    parent: str | None = None
    depth: int = 0
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What a worker is asked first: what the bytes are."""

    turn: int
    source: Source


@dataclass(frozen=True, slots=True)
class Take:
    """What a worker is asked of new bytes: to keep them and to read them."""

    turn: int
    candidate: Candidate


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def printable(name: str) -> str:
    """A file's name as one line of text that can be kept and shown.

    Bytes of it that are no text, and signs that steer a terminal, become ``\\xe9`` and the like.
    """
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return _CONTROLS.sub(lambda sign: f"\\x{ord(sign[0]):02x}", text)


def linkable(path: Path) -> str:
    """The path that a linked record remembers. Raises ReadingError where it cannot be written down as text."""
    if printable(str(path)) != str(path):
        raise ReadingError("keeping", "The file's name holds signs that are no text, so it cannot be linked to.",
                           "Rename the file, or add it without linking.")  # fmt: skip
    return str(path)
