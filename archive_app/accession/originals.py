"""Where an archive keeps its originals: each once, under its fingerprint, never written to again.

A new original arrives beside the others first. Once the catalogue holds its record it moves to its place, so that at
whichever point the program is cut off, what stands at a place has a record, and what has a record is there.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from archive_app.accession.faults import archive_fault, archive_gone, identity_of, is_of_archive
from archive_app.accession.fixity import chunks, sha256_of
from archive_app.accession.media_types import EXTENSIONS, media_type_of
from archive_app.errors import ConvenioError

FOLDER = "originals"
ARRIVING = "arriving"
_UNFINISHED = ".part-"
_READ_ONLY = 0o444
_WRITABLE = 0o644


def relative_path(fingerprint: str, media_type: str) -> str:
    """Where an original of these bytes has its place in any archive."""
    return f"{FOLDER}/{fingerprint[:2]}/{fingerprint}{EXTENSIONS[media_type]}"


class OriginalsStore:
    """The originals under ``root/originals``. Paths it gives are relative to ``root``, with forward slashes.

    A file's name comes from its fingerprint and its media type alone, so the name it came with cannot matter.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._identity = identity_of(root)

    def require_there(self) -> None:
        """Raises ArchiveError where the archive's disk was taken out: what else were written would come to nothing.

        The catalogue's file is held open, and may be written to even then.
        """
        if self._gone:
            raise archive_gone(self._root)

    def receive(self, source: Path, fingerprint: str) -> str:
        """Copies a file in as one that arrives, and gives the relative path that will be its place.

        Nothing is copied where it is already here, whole. Raises ConvenioError where the source is no longer what was
        fingerprinted, or cannot be read, ArchiveError where the archive cannot be written to.
        """
        try:
            with source.open("rb") as stream:
                return self._receive(stream, fingerprint, source.name)
        except OSError as error:
            raise self._cannot_keep(str(source), error) from error

    def receive_bytes(self, content: bytes, name: str = "") -> tuple[str, str]:
        """The same for content that has no file of its own, such as an attachment: its SHA-256 and relative path."""
        fingerprint = hashlib.sha256(content).hexdigest()
        try:
            return fingerprint, self._receive(io.BytesIO(content), fingerprint, name)
        except OSError as error:
            raise self._cannot_keep(f"The attachment {name}".strip(), error) from error

    def settle(self, relative: str) -> None:
        """Moves an original that arrived to its place, now that the catalogue knows it."""
        self.require_there()
        arrived, place = self._arrived(relative), self._place(relative)
        try:
            if arrived.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                arrived.replace(place)
        except OSError as error:
            raise self._cannot_keep(relative, error) from error

    def discard(self, relative: str) -> None:
        """Takes back an original that arrived and came to no record. One that is at its place stays."""
        _unlink(self._arrived(relative))

    def remove(self, relative: str) -> None:
        """Takes an original away for good, once no record tells of it any more; nothing where there is none.

        Raises ConvenioError where it cannot be removed.
        """
        try:
            _unlink(self._place(relative))
        except OSError as error:
            raise self._cannot_keep(relative, error) from error

    def keep(self, source: Path, fingerprint: str) -> str:
        """Receives and settles in one: for what the catalogue knows already."""
        relative = self.receive(source, fingerprint)
        self.settle(relative)
        return relative

    def path(self, relative: str) -> Path:
        """The file for a relative path, also while it arrives.

        Raises ConvenioError where it would lie outside the originals.
        """
        place, arrived = self._place(relative), self._arrived(relative)
        return arrived if not place.exists() and arrived.exists() else place

    def orphans(self, known: Collection[str]) -> Iterator[str]:
        """Relative paths of originals that the catalogue does not know, in order."""
        for path in sorted(self._folder.rglob("*")):
            relative = path.relative_to(self._root).as_posix()
            if not path.is_dir() and not path.name.startswith(_UNFINISHED) and relative not in known:
                yield relative

    @property
    def unsettled(self) -> bool:
        """Whether something is arriving, or was when a program was cut off."""
        folder = self._root / ARRIVING
        return folder.is_dir() and any(folder.iterdir())

    def recover(self, place_of: Callable[[str], str | None]) -> None:
        """Ends what was cut off: what arrived goes to its place, or away where no record came of it.

        ``place_of`` gives the relative path that the catalogue has for a fingerprint. Only for the archive's writer.
        """
        for path in (self._root / ARRIVING).glob("*"):
            relative = None if path.name.startswith(_UNFINISHED) else place_of(path.stem)
            if relative and self._arrived(relative) == path and not self._place(relative).exists():
                self.settle(relative)
            else:
                _unlink(path)
        for path in self._folder.glob(f"*/{_UNFINISHED}*"):  # of archives that earlier versions wrote
            _unlink(path)

    @property
    def _gone(self) -> bool:
        return self._identity is None or identity_of(self._root) != self._identity

    @property
    def _folder(self) -> Path:
        return self._root / FOLDER

    def _place(self, relative: str) -> Path:
        parts = PurePosixPath(relative).parts
        if len(parts) != 3 or parts[0] != FOLDER or ".." in parts or "\\" in relative:
            raise ConvenioError(f"{relative} is not the path of an original; the archive's catalogue may be damaged.")
        return self._root.joinpath(*parts)

    def _arrived(self, relative: str) -> Path:
        return self._root / ARRIVING / self._place(relative).name

    def _receive(self, stream: BinaryIO, fingerprint: str, name: str) -> str:
        relative = relative_path(fingerprint, media_type_of(stream, name))
        for held in (self._place(relative), self._arrived(relative)):
            if held.is_file() and sha256_of(held) == fingerprint:
                return relative
        stream.seek(0)
        # An archive whose disk is gone must not begin anew as an empty folder.
        self.require_there()
        self._arrived(relative).parent.mkdir(exist_ok=True)
        _copy(stream, self._arrived(relative), fingerprint, name)
        return relative

    def _cannot_keep(self, name: str, error: OSError) -> ConvenioError:
        """Whether it is the one file that cannot be had, or the archive that takes no more."""
        if self._gone:
            return archive_gone(self._root)
        if is_of_archive(error, name):
            return archive_fault(self._root, error)
        return ConvenioError(
            f"{name} could not be copied into the archive ({error.strerror}); check its permissions and the free space."
        )


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


def _unlink(path: Path) -> None:
    if path.exists():
        path.chmod(_WRITABLE)  # Windows removes nothing that is read-only
        path.unlink()
