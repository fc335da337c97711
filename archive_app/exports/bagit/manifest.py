"""Manifests: a line for each file, its SHA-256 and its path in the bag."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

PAYLOAD = "data"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
DECLARATION = "bagit.txt"
INFO = "bag-info.txt"

_CHUNK = 1 << 20
_ESCAPED = {"%": "%25", "\n": "%0A", "\r": "%0D"}
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)\Z", re.DOTALL)


def sha256_of(path: Path) -> str:
    """A file's fingerprint, read in pieces. Raises OSError where it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def written(fingerprints: Mapping[str, str]) -> str:
    """A manifest's text for the fingerprints by path, in the order of the paths."""
    return "".join(f"{fingerprints[path]}  {_escaped(path)}\n" for path in sorted(fingerprints))


def parsed(text: str) -> dict[str, str]:
    """The fingerprints by path that a manifest tells. Raises ValueError with the line that cannot be understood."""
    found = {}
    for line in filter(None, (line.rstrip("\r") for line in text.split("\n"))):
        match = _LINE.match(line)
        if match is None:
            raise ValueError(line)
        found[_unescaped(match[2]).removeprefix("./")] = match[1].lower()
    return found


def is_inside(path: str) -> bool:
    """Whether a path stays in the bag, on any system."""
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and "\\" not in path and ":" not in path


def _escaped(path: str) -> str:
    return re.sub("[%\r\n]", lambda match: _ESCAPED[match[0]], path)


def _unescaped(path: str) -> str:
    return re.sub("%0[AaDd]|%25", lambda match: chr(int(match[0][1:], 16)), path)
