"""Writing a bag: files copied in with their fingerprints, then the bag's own files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from archive_app.exports.bagit.manifest import (
    DECLARATION,
    INFO,
    MANIFEST,
    PAYLOAD,
    TAG_MANIFEST,
    sha256_of,
    written,
)

_CHUNK = 1 << 20


class BagWriter:
    """A bag in the making, in a new folder. OSErrors pass through: the caller knows what to say of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fingerprints: dict[str, str] = {}
        self.size = 0
        (folder / PAYLOAD).mkdir(parents=True)

    @property
    def files(self) -> int:
        return len(self._fingerprints)

    def copy(self, source: Path, place: str) -> str:
        """Copies a file to ``data/place`` and gives its SHA-256."""
        with source.open("rb") as stream, self._made(place).open("wb") as target:
            return self._note(place, _pour(stream, target))

    def make(self, place: str, write: Callable[[Path], object]) -> None:
        """Has a file written at ``data/place``."""
        target = self._made(place)
        write(target)
        self._note(place, sha256_of(target))

    def finish(self, info: Mapping[str, str]) -> None:
        """Writes the bag's own files; ``info`` is what bag-info.txt tells besides size and number of files."""
        told = {**info, "Payload-Oxum": f"{self.size}.{self.files}"}
        lines = (f"{name}: {' '.join(value.split())}\n" for name, value in told.items())
        tags = {
            DECLARATION: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            INFO: "".join(lines),
            MANIFEST: written(self._fingerprints),
        }
        for name, text in tags.items():
            (self._folder / name).write_bytes(text.encode())
        fingerprints = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in tags.items()}
        (self._folder / TAG_MANIFEST).write_bytes(written(fingerprints).encode())

    def _made(self, place: str) -> Path:
        target = self._folder / PAYLOAD / place
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def _note(self, place: str, fingerprint: str) -> str:
        self._fingerprints[f"{PAYLOAD}/{place}"] = fingerprint
        self.size += (self._folder / PAYLOAD / place).stat().st_size
        return fingerprint


def _pour(stream: BinaryIO, target: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        target.write(chunk)
    target.flush()
    return digest.hexdigest()
