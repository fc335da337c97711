"""The index made anew in the background: searches answer from what is there already, and say how far it is."""

from __future__ import annotations

from functools import partial

from archive_app.services.archive import Archive
from archive_app.services.background_rebuild import IndexState, Rebuild
from archive_app.services.index_upkeep import indexing

#: Records that are written in one step.
STEP = 200


def prepared(archive: Archive, reason: str, step: int = STEP) -> Rebuild:
    """A rebuild that has not begun. ``step`` is how many records are written before searches see them."""
    ids = [record.id for record in archive.catalogue.records.all()]
    pending = archive.catalogue.records.to_index()
    steps = archive.index.rebuild_in_steps(indexing.entries_of(archive, ids), len(ids), step=step)
    settle = partial(indexing.settle, archive, pending)
    return Rebuild(steps, IndexState(0, len(ids), reason), archive.indexing, settle)


def begin(archive: Archive, reason: str) -> Rebuild:
    """Starts to make the index anew. Whoever closes the archive stops it first."""
    base = archive.base
    base.rebuild = prepared(base, reason)
    base.rebuild.start()
    return base.rebuild


def state(archive: Archive) -> IndexState | None:
    """How far a rebuild is, here or in another program; None where the index is whole. May be asked often."""
    if archive.base.rebuild:
        return archive.base.rebuild.state
    elsewhere = archive.index.rebuilding
    return IndexState(elsewhere.done, elsewhere.total) if elsewhere else None
