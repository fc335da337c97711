"""Looking at files, keeping and reading them: all that touches the bytes of others runs here, in worker processes.

A folder on a network that stalls, or a file that hangs its reader, so costs no more than the worker's time.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from pathlib import Path

from archive_app.accession.fixity import sha256_of
from archive_app.accession.media_types import UNKNOWN, ZIP, media_type, media_type_of
from archive_app.accession.originals import OriginalsStore
from archive_app.domain.page import OcrMode
from archive_app.domain.paper import Attachment, Paper
from archive_app.errors import ArchiveError, ConvenioError, ReadingError
from archive_app.readers import member_content, read
from archive_app.services.intake.accessioning.arrivals import Candidate, Look, Source, Take, printable


@dataclass(frozen=True, slots=True)
class Looked:
    """What bytes are. ``sha256`` is None for a kind that is passed over; ``stored`` tells where a member was kept.

    ``resolved`` is the path of a file without any links in it.
    """

    media_type: str
    size: int
    sha256: str | None = None
    stored: str | None = None
    resolved: Path | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment whose bytes were kept; only its kind where it is of one that is passed over, or its fault."""

    name: str
    looked: Looked
    fault: ReadingError | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A paper without its attachments, and those by themselves."""

    paper: Paper
    attached: tuple[Attached, ...] = ()


def fetch(originals: OriginalsStore, unwanted: frozenset[str], ocr: OcrMode, item: Look | Take) -> Looked | Taken:
    """Carries out one item. Raises ReadingError for a file that cannot be had, ArchiveError where the archive is why.

    ``unwanted`` are media types that are passed over; ``ocr`` says which pages wait to be read from their pictures.
    """
    try:
        if isinstance(item, Look):
            return _look(originals, unwanted, item.source)
        return _take(originals, unwanted, ocr, item.candidate)
    except (ReadingError, ArchiveError):
        raise
    except (OSError, ConvenioError) as fault:
        raise keeping_failure(fault) from fault


def _look(originals: OriginalsStore, unwanted: frozenset[str], source: Source) -> Looked:
    if source.member is not None:
        content = member_content(source.path, source.container, source.member)
        return _kept(originals, unwanted, source.filename, content)
    if not source.path.is_file():
        raise ReadingError("keeping", "It is no file any more.", "Look where it went, then add it again.")
    size, kind = source.path.stat().st_size, media_type(source.path)
    if size and kind in unwanted:
        return Looked(kind, size)
    return Looked(kind, size, sha256_of(source.path), resolved=source.path.resolve())


def _kept(originals: OriginalsStore, unwanted: frozenset[str], name: str, content: bytes) -> Looked:
    kind = media_type_of(io.BytesIO(content), name)
    if content and kind in unwanted:
        return Looked(kind, len(content))
    if not content:
        return Looked(kind, 0, hashlib.sha256(b"").hexdigest())
    sha256, stored = originals.receive_bytes(content, name)
    return Looked(kind, len(content), sha256, stored)


def _take(originals: OriginalsStore, unwanted: frozenset[str], ocr: OcrMode, candidate: Candidate) -> Taken:
    path = candidate.path
    if not candidate.kept and not candidate.linked:
        path = originals.path(originals.receive(path, candidate.sha256))
    paper = read(path, media_type(path, candidate.filename), ocr)
    attached = tuple(_attached(originals, unwanted, attachment) for attachment in paper.attachments)
    return Taken(replace(paper, attachments=()), attached)


def _attached(originals: OriginalsStore, unwanted: frozenset[str], attachment: Attachment) -> Attached:
    name = printable(attachment.name)
    try:
        return Attached(name, _kept(originals, unwanted, name, attachment.content))
    except ArchiveError:
        raise
    except ConvenioError as fault:
        return Attached(name, Looked(UNKNOWN, len(attachment.content)), keeping_failure(fault))


def unwanted_kinds(inside_zip: bool) -> frozenset[str]:
    """Programs, databases and the like, which folders hold beside papers; ZIP files where nobody asked for them."""
    return frozenset({UNKNOWN} if inside_zip else {UNKNOWN, ZIP})


def keeping_failure(fault: OSError | ConvenioError) -> ReadingError:
    """Why a file could not be kept, as cause and remedy."""
    if isinstance(fault, ReadingError):
        return fault
    cause = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return ReadingError("keeping", f"The file could not be copied into the archive: {cause.rstrip('.')}.",
                        "Check that the file can be read and that the disk has room, then add it again.")  # fmt: skip
