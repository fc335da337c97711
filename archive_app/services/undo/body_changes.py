"""Around a change to the authority file: names are matched anew, and what names a changed body is found by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from archive_app.domain.fact import Party
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.recognition import Recognition


@contextmanager
def changing(archive: Archive) -> Iterator[None]:
    """One transaction, after which every record is told and found by the bodies it names as they are now.

    That is each that names another body than before, and each that names one, or a part of one, that was changed.
    """
    archive.require_writable()
    before = archive.recognition
    parties = archive.catalogue.facts.all(with_boxes=False, fields=("party",))
    with archive.catalogue.writing():
        yield
    archive.recognise_anew()
    after = archive.recognition
    bodies = _changed(before, after)
    changed = [id for id, facts in parties.items() if _differs(id, [f.value for f in facts], before, after, bodies)]
    archive.catalogue.authorities.mark(changed)
    touched = set(changed)
    pending = [pair for pair in archive.catalogue.records.to_index() if pair[0] in touched]
    indexing.write(archive, pending, fields_only=True)


def _changed(before: Recognition, after: Recognition) -> set[str]:
    """Bodies that are new, gone or described otherwise."""
    earlier, later = before.authorities.records, after.authorities.records
    return {id for id in earlier.keys() | later.keys() if earlier.get(id) != later.get(id)}


def _differs(record: str, values: Sequence[object], before: Recognition, after: Recognition, changed: set[str]) -> bool:
    return any(
        _meant(record, party, before) != _meant(record, party, after)
        or not changed.isdisjoint(_meant(record, party, after))
        for party in values
        if isinstance(party, Party)
    )


def _meant(record: str, party: Party, known: Recognition) -> tuple[str, ...]:
    """The body that a party is, with all that it is part of, by whose names it is found too."""
    return known.authorities.lineage(known.recogniser.meant(record, party) or "")
