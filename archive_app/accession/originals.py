"""Where an archive keeps its originals: each once, under its fingerprint, never written to again."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from archive_app.accession.fixity import chunks, sha256_of
from archive_app.accession.media_types import EXTENSIONS, media_type_of
from archive_app.errors import ConvenioError

FOLDER = "originals"
_UNFINISHED = ".part-"
_READ_ONLY = 0o444
_WRITABLE = 0o644


class OriginalsStore:
    """The originals under ``root/originals``. Paths it gives are relative to ``root``, with forward slashes.

    A file's name comes from its fingerprint and its media type alone, so the name it came with cannot matter.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(self, source: Path, fingerprint: str) -> str:
        """Copies a file in and gives its relative path; nothing is copied where it is already here, whole.

        Raises ConvenioError where the source is no longer what was fingerprinted, or cannot be read or written.
        """
        try:
            with source.open("rb") as stream:
                return self._keep(stream, fingerprint, source.name)
        except OSError as error:
            raise _cannot_keep(str(source), error) from error

    def keep_bytes(self, content: bytes, name: str = "") -> tuple[str, str]:
        """The same for content that has no file of its own, such as an attachment: its SHA-256 and relative path."""
        fingerprint = hashlib.sha256(content).hexdigest()
        try:
            return fingerprint, self._keep(io.BytesIO(content), fingerprint, name)
        except OSError as error:
            raise _cannot_keep(f"The attachment {name}".strip(), error) from error

    def remove(self, relative: str) -> None:
        """Takes back an original that came to no record. Does nothing where it is not there."""
        path = self.path(relative)
        if path.exists():
            path.chmod(_WRITABLE)
            path.unlink()

    def path(self, relative: str) -> Path:
        """The file for a relative path. Raises ConvenioError where it would lie outside the originals."""
        parts = PurePosixPath(relative).parts
        if len(parts) != 3 or parts[0] != FOLDER or ".." in parts or "\\" in relative:
            raise ConvenioError(f"{relative} is not the path of an original; the archive's catalogue may be damaged.")
        return self._root.joinpath(*parts)

    def orphans(self, known: Collection[str]) -> Iterator[str]:
        """Relative paths of originals that the catalogue does not know, in order."""
        for path in sorted(self._folder.glob("*/*")):
            relative = path.relative_to(self._root).as_posix()
            if not path.name.startswith(_UNFINISHED) and relative not in known:
                yield relative

    def sweep(self) -> int:
        """Removes what copies left behind that were cut off, and says how many. Only for the archive's writer."""
        leftovers = list(self._folder.glob(f"*/{_UNFINISHED}*"))
        for path in leftovers:
            path.unlink(missing_ok=True)
        return len(leftovers)

    @property
    def _folder(self) -> Path:
        return self._root / FOLDER

    def _keep(self, stream: BinaryIO, fingerprint: str, name: str) -> str:
        extension = EXTENSIONS[media_type_of(stream, name)]
        relative = f"{FOLDER}/{fingerprint[:2]}/{fingerprint}{extension}"
        target = self._root / relative
        if not (target.is_file() and sha256_of(target) == fingerprint):
            stream.seek(0)
            target.parent.mkdir(parents=True, exist_ok=True)
            _copy(stream, target, fingerprint, name)
        return relative


def _copy(stream: BinaryIO, target: Path, fingerprint: str, name: str) -> None:
    """Writes beside the target and renames: whoever looks sees the whole original or none, even after a power cut."""
    handle, unfinished = tempfile.mkstemp(prefix=_UNFINISHED, dir=target.parent)
    temporary = Path(unfinished)
    try:
        with os.fdopen(handle, "wb") as copy:
            if _pour(stream, copy) != fingerprint:
                raise ConvenioError(f"{name} changed while it was being copied; add it again.")
            copy.flush()
            os.fsync(copy.fileno())
        temporary.chmod(_READ_ONLY)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _pour(stream: BinaryIO, copy: BinaryIO) -> str:
    digest = hashlib.sha256()
    for chunk in chunks(stream):
        digest.update(chunk)
        copy.write(chunk)
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cannot_keep(name: str, error: OSError) -> ConvenioError:
    return ConvenioError(
        f"{name} could not be copied into the archive ({error.strerror}); check its permissions and the free space."
    )
