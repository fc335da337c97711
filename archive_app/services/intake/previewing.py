"""What taking files in would bring, found out before anything is taken: nothing is copied, written or changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from archive_app import executor
from archive_app.accession.finding import Found, find_files
from archive_app.accession.fixity import sha256_of
from archive_app.accession.media_types import UNKNOWN, ZIP, media_type
from archive_app.errors import ReadingError
from archive_app.progress import SILENT, Progress, check
from archive_app.readers import check_openable
from archive_app.services.archive import Archive
from archive_app.services.faults import failure_of
from archive_app.services.intake.accessioning import NO_KNOWN_KIND, PACKED, printable
from archive_app.services.limits import READING


@dataclass(frozen=True, slots=True)
class Left:
    """A file that would not become a record, and the sentence why."""

    file: str
    reason: str


@dataclass
class Preview:
    """What lies in the files and folders named. Always found = fresh + known + twice + unreadable + left_out.

    ``kinds`` counts the fresh ones by media type and ``size`` their bytes; ``known`` are in the archive already, byte
    for byte, ``twice`` lie several times among these files. ``unreadable`` would fail, ``left_out`` be passed over.
    """

    found: int = 0
    fresh: int = 0
    known: int = 0
    twice: int = 0
    size: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    unreadable: list[Left] = field(default_factory=list)
    left_out: list[Left] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file's media type, size in bytes, and fingerprint; None for one of a kind that is not taken in."""

    media_type: str
    size: int
    sha256: str | None


def preview(
    archive: Archive, paths: Sequence[Path], *, inside_zip: bool = False, jobs: int = 2, progress: Progress = SILENT
) -> Preview:
    """Looks at every file under the paths, in worker processes, as an intake would; what letters and ZIP files hold is
    not unpacked. Raises UsageError for a path that is not there, Cancelled where the person stops it.
    """
    own = archive.root.resolve()
    found = [one for one in find_files(paths) if not one.path.resolve().is_relative_to(own)]
    progress.stage("looking", len(found))
    told = Preview(found=len(found))
    told.left_out = [Left(printable(str(one.path)), one.skipped) for one in found if one.skipped]
    unwanted = frozenset({UNKNOWN} if inside_zip else {UNKNOWN, ZIP})
    met: set[str] = set()
    kinds: Counter[str] = Counter()
    outcomes = executor.run(partial(_see, unwanted), _to_see(found), jobs=jobs, seconds=READING.seconds,
                            megabytes=READING.megabytes)  # fmt: skip
    progress.advance("", len(told.left_out))
    try:
        for outcome in outcomes:
            file = printable(str(outcome.item))
            if outcome.result is None:
                told.unreadable.append(Left(file, failure_of(outcome.fault).cause))
            else:
                _count(archive, told, kinds, met, file, outcome.result)
            progress.advance(outcome.item.name)
            check(progress)
    finally:
        outcomes.close()
    told.kinds = dict(kinds.most_common())
    return told


def _to_see(found: Sequence[Found]) -> Iterator[Path]:
    return (one.path for one in found if not one.skipped)


def _count(
    archive: Archive, told: Preview, kinds: Counter[str], met: set[str], file: str, seen: _Seen
) -> None:
    if seen.sha256 is None:
        told.left_out.append(Left(file, PACKED if seen.media_type == ZIP else NO_KNOWN_KIND))
    elif seen.sha256 in met:
        told.twice += 1
    elif archive.catalogue.records.by_sha256(seen.sha256):
        told.known += 1
    else:
        told.fresh += 1
        told.size += seen.size
        kinds[seen.media_type] += 1
    if seen.sha256:
        met.add(seen.sha256)


def _see(unwanted: frozenset[str], path: Path) -> _Seen:
    """In a worker process: the file is read to its end and nothing else is done with it."""
    size, kind = path.stat().st_size, media_type(path)
    if not size:
        raise ReadingError("reading", "The file is empty.", "Look for a whole copy of it.")
    if kind in unwanted:
        return _Seen(kind, size, None)
    check_openable(path, kind)
    return _Seen(kind, size, sha256_of(path))
