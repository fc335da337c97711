"""Tags: put on many records at once, renamed and merged everywhere; found at once, each change told in the history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from archive_app.errors import UsageError
from archive_app.index.folding import fold
from archive_app.progress import SILENT, Progress
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.names import tidy
from archive_app.services.records import no_record
from archive_app.services.undo import editing
from archive_app.services.undo.kept_slots import TagsSlot

#: Letters that a tag may have.
LONGEST = 100


@dataclass(frozen=True)
class TagCount:
    """A tag with the number of records that have it."""

    tag: str
    records: int


@dataclass(frozen=True)
class Tagged:
    """What came of a change: the records that were changed by it, in order; none where all was so already."""

    records: tuple[str, ...]


def counts(archive: Archive) -> tuple[TagCount, ...]:
    """All tags, without regard to capitals and accents in their order."""
    held = archive.catalogue.tags.counts()
    return tuple(TagCount(tag, held[tag]) for tag in sorted(held, key=lambda tag: (fold(tag), tag)))


def of(archive: Archive, record: str) -> tuple[str, ...]:
    return archive.catalogue.tags.of(record)


def change(
    archive: Archive,
    records: Collection[str],
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    progress: Progress = SILENT,
) -> Tagged:
    """Puts tags on records and takes others off, all or nothing.

    A tag that is there already but for capitals and accents is taken as it is spelled. Raises UsageError for a record
    that is not there, and for a tag that cannot be one.
    """
    archive.require_writable()
    ids = list(dict.fromkeys(records))
    for id in ids:
        if archive.catalogue.records.get(id) is None:
            raise no_record(archive, id)
    tags, by, at = archive.catalogue.tags, archive.person, archive.now()
    changed: set[str] = set()
    slots = [TagsSlot(id) for id in ids]
    with archive.catalogue.writing(), editing.noting(archive, "tag", slots):
        for tag in remove:
            changed.update(tags.remove(ids, spelled(archive, tag), by, at))
        for tag in add:
            changed.update(tags.add(ids, spelled(archive, tag), by, at))
    indexing.refresh_fields(archive, changed, progress)
    return Tagged(tuple(id for id in ids if id in changed))


def rename(archive: Archive, tag: str, other: str, *, progress: Progress = SILENT) -> Tagged:
    """Another name for a tag on every record. Raises UsageError where that is another tag already: merge them."""
    archive.require_writable()
    known, wanted = _existing(archive, tag), valid(other)
    twin = next((each for each in archive.catalogue.tags.names() if fold(each) == fold(wanted)), None)
    if twin is not None and twin != known:
        raise UsageError(f"There is a tag “{twin}” already; merge the two, or choose another name.")
    return _renamed(archive, [known], wanted, progress)


def merge(archive: Archive, tags: Sequence[str], into: str, *, progress: Progress = SILENT) -> Tagged:
    """One tag in place of several, on every record; it may be new, or one that is there."""
    archive.require_writable()
    wanted = spelled(archive, into)
    return _renamed(archive, [_existing(archive, tag) for tag in tags], wanted, progress)


def remove(archive: Archive, tag: str, *, progress: Progress = SILENT) -> Tagged:
    """Takes a tag off every record."""
    archive.require_writable()
    known = _existing(archive, tag)
    held = archive.catalogue.tags
    holders = held.holders(known)
    with editing.noting(archive, "tag", [TagsSlot(id) for id in holders]):
        changed = held.remove(holders, known, archive.person, archive.now())
    indexing.refresh_fields(archive, changed, progress)
    return Tagged(tuple(changed))


def _renamed(archive: Archive, tags: Sequence[str], wanted: str, progress: Progress) -> Tagged:
    changed: dict[str, None] = {}
    slots = [TagsSlot(id) for id in dict.fromkeys(id for tag in tags for id in archive.catalogue.tags.holders(tag))]
    with archive.catalogue.writing(), editing.noting(archive, "tag", slots):
        for tag in tags:
            if tag != wanted:
                changed |= dict.fromkeys(archive.catalogue.tags.rename(tag, wanted, archive.person, archive.now()))
    indexing.refresh_fields(archive, changed, progress)
    return Tagged(tuple(changed))


def spelled(archive: Archive, tag: str) -> str:
    """The tag as it is spelled where there is one already, else as typed."""
    wanted = valid(tag)
    known = archive.catalogue.tags.names()
    return wanted if wanted in known else next((each for each in known if fold(each) == fold(wanted)), wanted)


def _existing(archive: Archive, tag: str) -> str:
    known = spelled(archive, tag)
    if known not in archive.catalogue.tags.names():
        raise UsageError(f"There is no tag “{tag}”; “tags” shows all there are.")
    return known


def valid(tag: str) -> str:
    """A tag as it is kept. Raises UsageError for one that cannot be one."""
    wanted = tidy(tag)
    if not fold(wanted).strip():
        raise UsageError("A tag needs at least one letter; write a word.")
    if len(wanted) > LONGEST:
        raise UsageError(f"A tag has at most {LONGEST} letters; write what is longer as a note.")
    return wanted
