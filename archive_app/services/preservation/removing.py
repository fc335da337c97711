"""Taking records out of an archive, putting them back, and emptying the trash.

In the trash they are in no list, search or export, and whole; what is emptied out of it is gone for good.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from archive_app.domain.record import Trashed
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.undo import editing
from archive_app.services.undo.edits import TrashSlot


def remove(archive: Archive, ids: Sequence[str]) -> list[str]:
    """Puts records into the trash with all that is attached to them; gives the ids of all that went there.

    Raises UsageError for a record that is not there; then none is removed.
    """
    for id in ids:
        records.described(archive, id)
    with editing.noting(archive, "removal", [TrashSlot(id) for id in ids]), archive.catalogue.writing():
        gone = [one for id in ids for one in archive.catalogue.trash.put(id, archive.person, archive.now())]
    editing.index_anew(archive, gone)
    return gone


def restore(archive: Archive, ids: Sequence[str]) -> list[str]:
    """Puts records back with all that their removal took along; gives the ids of all that came back.

    Raises UsageError for a record that is not in the trash; then none is put back.
    """
    with editing.noting(archive, "restoration", [TrashSlot(id) for id in ids]), archive.catalogue.writing():
        back = [one for id in ids for one in archive.catalogue.trash.restore(id, archive.person, archive.now())]
    editing.index_anew(archive, back)
    return back


def empty(archive: Archive, ids: Sequence[str] = ()) -> int:
    """Destroys records of the trash, all where none are named; gives how many. Their originals go with them.

    Linked files stay where they are, and backups hold what they held. What was changed before cannot be undone any
    more. Raises UsageError for a record that is not in the trash; then none is destroyed.
    """
    archive.require_writable()
    held = {record.id: record for record in archive.catalogue.records.all(with_trash=True)}
    wanted = list(dict.fromkeys(ids)) or [one.record for one in trash(archive)]
    # The index must know of their removal before the catalogue forgets it.
    editing.index_anew(archive, wanted)
    with archive.catalogue.writing():
        for id in wanted:
            archive.catalogue.trash.destroy(id, archive.person, archive.now())
        editing.forget(archive)
    # Originals go last: one that is left over by a power cut is named by a check, one too few would be a loss.
    for id in wanted:
        if not held[id].linked:
            archive.originals.remove(held[id].original)
    return len(wanted)


def trash(archive: Archive) -> list[Trashed]:
    """What lies in the trash, the last removed first."""
    return archive.catalogue.trash.all()


def trashed_json(one: Trashed) -> dict[str, Any]:
    """One line of ``trash --json``."""
    return {"record": one.record, "file": one.filename, "at": one.at, "by": one.by, "removed_with": one.removal}
