"""The whole archive as a BagIt bag, and an archive made of such a bag.

data/archive/      the catalogue and the originals, as an archive's folder holds them (not in a public bag)
data/originals/    in a public bag: the originals, under their names
data/description/  Dublin Core of every record, the agreements as CSV, all as JSON
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from archive_app import __version__
from archive_app.accession.fixity import sha256_of
from archive_app.accession.originals import relative_path
from archive_app.catalogue import Catalogue
from archive_app.catalogue.catalogue import FILENAME
from archive_app.domain.record import Record
from archive_app.errors import ArchiveError, ConvenioError, UsageError
from archive_app.exports import EXPORTERS
from archive_app.exports.bagit import BagWriter, faults, payload
from archive_app.exports.holdings import Holdings
from archive_app.progress import SILENT, Progress, check
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.sharing import exporting

ARCHIVE = "archive"
ORIGINALS = "originals"
#: What a person may have put beside the catalogue, and search uses.
_BESIDE = ("thesaurus.csv",)
_DESCRIPTIONS = {"dublin-core.xml": "dublin-core", "agreements.csv": "csv", "archive.json": "json"}


@dataclass(frozen=True)
class Bagged:
    """What went into a bag. ``restricted`` counts such records in it, ``left_out`` those that a public bag lacks;
    ``missing`` are records whose original could not be read, so that the bag is without it. ``size`` is bytes."""

    records: int
    files: int
    size: int
    restricted: int = 0
    left_out: int = 0
    missing: tuple[str, ...] = ()


def write_bag(archive: Archive, folder: Path, on: date, *, public: bool = False, progress: Progress = SILENT) -> Bagged:
    """Writes the archive as a bag in a new or empty folder, reads it again, and returns what is in it.

    A public bag has neither restricted records, with what is attached to them and what they are attached to, nor the
    catalogue. Raises UsageError where there is something in the folder, ConvenioError where it cannot be written or
    does not read as it was written; nothing is left there then.
    """
    _require_empty(folder)
    with _beside(folder) as unfinished:
        bag = BagWriter(unfinished)
        bagged = (_public if public else _whole)(archive, bag, on, progress)
        bag.finish(_info(archive, on, bagged, public))
        _require_sound(unfinished, bagged.files, progress)
        _put(unfinished, folder)
    return bagged


def unpack_bag(bag: Path, root: Path, progress: Progress = SILENT) -> None:
    """An archive's folder made of a bag, whose every file is checked first. Its index is made when it is opened.

    Raises UsageError where the bag is none, is damaged, or holds no catalogue, ArchiveError where there is something in
    the new folder already.
    """
    _require_new(root)
    try:
        listed = payload(bag)
    except (OSError, ValueError) as fault:
        raise UsageError(f"{bag} cannot be used: {_reason(fault)}.") from None
    within = f"data/{ARCHIVE}/"
    if f"{within}{FILENAME}" not in listed:
        papers = bag / "data" / ORIGINALS
        raise UsageError(f"{bag} holds no catalogue; make a new archive and add what lies in {papers}.")
    _require_sound(bag, len(listed), progress)
    with _beside(root) as unfinished:
        for path in (path for path in listed if path.startswith(within)):
            target = unfinished / path.removeprefix(within)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(bag / path, target)
        _put(unfinished, root)


def _whole(archive: Archive, bag: BagWriter, on: date, progress: Progress) -> Bagged:
    """Every record, those in the trash too: a catalogue without the originals it speaks of is not whole."""
    held = archive.catalogue.records.all(with_trash=True)
    missing = tuple(_copy_originals(archive, bag, held, _as_kept, progress))
    bag.make(f"{ARCHIVE}/{FILENAME}", lambda path: _copy_catalogue(archive, path, held))
    for name in _BESIDE:
        if (archive.root / name).is_file():
            bag.copy(archive.root / name, f"{ARCHIVE}/{name}")
    _describe(bag, exporting.gather(archive, on))
    restricted = sum(one.restricted for one in records.all_described(archive))
    return Bagged(len(held), bag.files, bag.size, restricted=restricted, missing=missing)


def _public(archive: Archive, bag: BagWriter, on: date, progress: Progress) -> Bagged:
    holdings = _narrowed(exporting.gather(archive, on), _families_of_restricted(archive))
    open_records = [record for record, _ in holdings.records]
    missing = tuple(_copy_originals(archive, bag, open_records, _as_named, progress))
    _describe(bag, holdings)
    return Bagged(len(open_records), bag.files, bag.size, left_out=holdings.left_out, missing=missing)


def _families_of_restricted(archive: Archive) -> frozenset[str]:
    """Restricted records with all that they are attached to or that is attached to them: a letter holds its parts."""
    parents = {record.id: record.parent for record in archive.catalogue.records.all()}
    heads = {_head(one.id, parents) for one in records.all_described(archive) if one.restricted}
    return frozenset(id for id in parents if _head(id, parents) in heads)


def _head(id: str, parents: Mapping[str, str | None]) -> str:
    while (parent := parents.get(id)) is not None:
        id = parent
    return id


def _copy_originals(
    archive: Archive, bag: BagWriter, held: Sequence[Record], place: Callable[[Record], str], progress: Progress
) -> Iterator[str]:
    """Copies each original; gives the records whose original is not there, or is no longer what it was."""
    progress.stage("copying", len(held))
    for record in held:
        check(progress)
        path = records.original_path(archive, record)
        if path.is_file() and sha256_of(path) == record.sha256:
            bag.copy(path, place(record))
        else:
            yield record.id
        progress.advance(record.filename)


def _as_kept(record: Record) -> str:
    return f"{ARCHIVE}/{_stored(record)}"


def _stored(record: Record) -> str:
    """Where the original lies in an archive: one that is linked is taken into the bag's."""
    return relative_path(record.sha256, record.media_type) if record.linked else record.original


def _as_named(record: Record) -> str:
    """The name it came with behind its id: no two are the same, and none is a path or too long for a disk."""
    name = "".join(sign if sign.isalnum() or sign in " .-_()," else "_" for sign in record.filename)
    stem, ending = name[: -len(Path(name).suffix) or None], Path(name).suffix
    return f"{ORIGINALS}/{record.id} {stem.encode()[:120].decode(errors='ignore')}{ending[:12]}"


def _copy_catalogue(archive: Archive, path: Path, held: Sequence[Record]) -> None:
    """A copy in which no record points outside the archive."""
    archive.catalogue.copy_to(path)
    with Catalogue.open(path, writable=True) as copy:
        for record in held:
            if record.linked:
                copy.records.keep_inside(record.id, _stored(record))
        copy.end_journal()


def _describe(bag: BagWriter, holdings: Holdings) -> None:
    """What the catalogue tells of open records, in forms that other programs read; restricted ones are not in them."""
    for name, format in _DESCRIPTIONS.items():
        bag.make(f"description/{name}", partial(EXPORTERS[format], holdings))


def _narrowed(holdings: Holdings, closed: Set[str]) -> Holdings:
    """The holdings without these records, and without the agreements that rest on them."""
    kept = tuple(pair for pair in holdings.records if pair[0].id not in closed)
    agreements = tuple(one for one in holdings.agreements if closed.isdisjoint(one.records))
    left_out = holdings.left_out + len(holdings.records) - len(kept)
    return replace(holdings, records=kept, agreements=agreements, left_out=left_out)


def _info(archive: Archive, on: date, bagged: Bagged, public: bool) -> dict[str, str]:
    whole = f"All of the archive, for keeping. It holds restricted records: {bagged.restricted}."
    part = f"What may be shown of the archive. Restricted records and their families left out: {bagged.left_out}."
    return {
        "Bag-Software-Agent": f"Convenio {__version__}", "Bagging-Date": on.isoformat(),
        "External-Description": archive.title, "Internal-Sender-Description": part if public else whole,
    }  # fmt: skip


def _require_sound(bag: Path, files: int, progress: Progress) -> None:
    """Reads every file of a bag. Raises ConvenioError with the first that is not as it should be."""
    progress.stage("checking", files)

    def each(path: str) -> None:
        check(progress)
        progress.advance(path)

    found = faults(bag, each)
    if found:
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        raise ConvenioError(f"The bag {bag} is not whole: {found[0]}{more}; look for a whole copy, or write it anew.")


def _require_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"There is something in {folder} already; a bag is written to a new or empty folder.")
    if not folder.resolve().parent.is_dir():
        raise UsageError(f"There is no folder {folder.resolve().parent}; make it first or choose another place.")


def _require_new(root: Path) -> None:
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise ArchiveError(f"{root} holds other things; choose an empty or a new folder for the archive.")


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A new folder beside one that is to be, so that a half made one never stands under its name; away afterwards."""
    try:
        unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.resolve().parent))
    except OSError as fault:
        raise ConvenioError(f"{folder} cannot be written ({fault.strerror}); choose another place.") from None
    try:
        yield unfinished
    except OSError as fault:
        raise ConvenioError(f"{folder} cannot be written ({_reason(fault)}); choose another place.") from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _put(unfinished: Path, folder: Path) -> None:
    if folder.is_dir():
        folder.rmdir()
    unfinished.chmod(0o755)
    unfinished.rename(folder)


def _reason(fault: Exception) -> str:
    return (fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)).rstrip(".")
