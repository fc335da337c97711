"""Files handed to other programs: copies of originals under their own names, so that no original is ever touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from archive_app.domain.record import Record
from archive_app.errors import ConvenioError, UsageError
from archive_app.services import records
from archive_app.services.archive import Archive

#: What no system has in the name of a file, and the names that one system keeps for itself.
_UNFIT: Final = frozenset('<>:"/\\|?*')
_KEPT: Final = frozenset({"con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(1, 10))})


@dataclass(frozen=True)
class HandedOut:
    """The copies, in the order of their records, and the restricted records that stayed."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


def copies(
    archive: Archive, wanted: Sequence[str], folder: Path, *, named: Collection[str] = (), locked: bool = False
) -> HandedOut:
    """Copies of the records' originals in a folder that is there, none in the place of a file that lies there already.

    Restricted records stay, but for those ``named``. ``locked`` copies can be read and not written. Raises UsageError
    for a record or folder that is not there, ConvenioError where a copy is not what was taken in.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}; make it first or choose another place.")
    found = [records.described(archive, id) for id in dict.fromkeys(wanted)]
    shut = tuple(one.id for one in found if one.restricted and one.id not in named)
    files = tuple(_copy(archive, one.record, folder, locked) for one in found if one.id not in shut)
    return HandedOut(files, shut)


def _copy(archive: Archive, record: Record, folder: Path, locked: bool) -> Path:
    source = records.original_path(archive, record)
    try:
        target = _free(folder, _name(record.filename))
        shutil.copyfile(source, target)
        _check(target, record)
        target.chmod(stat.S_IREAD if locked else stat.S_IREAD | stat.S_IWRITE)
        os.utime(target, ns=(source.stat().st_atime_ns, source.stat().st_mtime_ns))
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise ConvenioError(
            f"{record.filename} ({record.id}) cannot be copied to {folder} ({reason}).",
            key="not_copied", operands=(record.filename, record.id, folder, reason),
        ) from None  # fmt: skip
    return target


def _check(target: Path, record: Record) -> None:
    with target.open("rb") as file:
        same = hashlib.file_digest(file, "sha256").hexdigest() == record.sha256
    if not same:
        target.unlink()
        raise ConvenioError(
            f"The original of {record.id} ({record.filename}) is no longer what was taken in; “verify” tells more.",
            key="original_changed",
            operands=(record.id, record.filename),
        )


def _name(filename: str) -> str:
    """The name it came with, in letters that every system can have."""
    name = "".join("_" if letter in _UNFIT or ord(letter) < 32 else letter for letter in filename).rstrip(". ")
    stem = name.partition(".")[0].casefold()
    return f"_{name}" if not name or stem in _KEPT else name


def _free(folder: Path, name: str) -> Path:
    """A place for a file of that name; with a number where one lies there."""
    target, number = folder / name, 2
    while target.exists():
        target, number = folder / f"{Path(name).stem} ({number}){Path(name).suffix}", number + 1
    return target
