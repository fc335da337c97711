"""A look at a zip container's directory before anything in it is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

from archive_app.errors import ReadingError
from archive_app.readers import limits

_MOST_UNPACKED = 1 << 30
_HARMLESS = 64 << 20
_MOST_TIMES_PACKED = 200
_MOST_MEMBERS = 20_000


def check(path: Path, what: str, most_unpacked: int = _MOST_UNPACKED, locked: bool = False) -> None:
    """Raises ReadingError where the container is damaged or would unpack to more than any honest paper.

    Also where a part of it is locked, unless ``locked`` parts are borne.
    """
    try:
        with zipfile.ZipFile(path) as container:
            members = container.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise limits.broken(what) from error
    if not locked and any(member.flag_bits & 1 for member in members):
        raise limits.encrypted()
    unpacked = sum(member.file_size for member in members)
    # Parts may overlap, and so claim more than the file has.
    packed = max(min(sum(member.compress_size for member in members), path.stat().st_size), 1)
    too_dense = unpacked > _HARMLESS and unpacked > _MOST_TIMES_PACKED * packed
    if unpacked > most_unpacked or too_dense or len(members) > _MOST_MEMBERS:
        raise ReadingError(
            "reading",
            f"The file would unpack to {unpacked >> 20:,} MB in {len(members):,} parts, more than {what} can need.",
            "It may be made to do harm; open it in another program and save it anew if you trust it.",
        )
