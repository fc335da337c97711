"""ZIP files as folders: what they hold is read file by file, as papers of their own.

Names in them are told and never used as paths; nothing is unpacked to a place that they name.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from archive_app.domain.paper import Member, Paper
from archive_app.readers import containers, limits
from archive_app.readers.plain import pages_of

_WHAT = "a ZIP file"
_MOST_IN_ALL = 20 << 30
_LARGEST = 512 << 20
_UNPACKED_HERE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def read(path: Path, media_type: str) -> Paper:
    """A ZIP file as a page that lists what it holds. Raises ReadingError where it is damaged or made to do harm."""
    containers.check(path, _WHAT, most_unpacked=_MOST_IN_ALL, locked=True)
    members = tuple(_members(_opened(path)))
    return Paper(media_type, pages_of("ZIP\n\n" + "\n".join(member.name for member in members)), members=members)


def content_of(path: Path, member: Member) -> bytes:
    """One file out of it. Raises ReadingError where that is damaged, or larger than it says."""
    try:
        container = _opened(path)
        with container.open(container.infolist()[member.start]) as stream:
            content = stream.read(member.size + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        IndexError,
    ) as error:
        raise limits.broken("a part of a ZIP file", error) from error
    if len(content) > member.size:
        raise limits.broken("a part of a ZIP file", "it is larger than it says")
    return content


@lru_cache(maxsize=1)
def _opened(path: Path) -> zipfile.ZipFile:
    """Kept open from one member to the next, since its whole directory is read each time."""
    return zipfile.ZipFile(path)


def _members(container: zipfile.ZipFile) -> Iterator[Member]:
    for number, held in enumerate(container.infolist()):
        name = PurePosixPath(held.filename.replace("\\", "/"))
        if held.is_dir() or any(part.startswith((".", "__MACOSX")) and part != ".." for part in name.parts):
            continue
        yield Member(str(name), number, held.file_size, _fault(held))


def _fault(held: zipfile.ZipInfo) -> str | None:
    """Why a file is not taken out."""
    if stat.S_ISLNK(held.external_attr >> 16):
        return "It is a link, which may point to anything."
    if held.flag_bits & 1:
        return "It is protected by a password."
    if held.compress_type not in _UNPACKED_HERE:
        return "It is packed in a way that is not unpacked here."
    if held.file_size > _LARGEST:
        return f"It would be {held.file_size >> 20:,} MB once unpacked, more than is unpacked here."
    return None
