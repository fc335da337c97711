"""Around a change to the authority file: names are matched anew, and what names another body now is found by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from archive_app.domain.fact import Party
from archive_app.domain.recognising import Recogniser
from archive_app.services import indexing
from archive_app.services.archive import Archive


@contextmanager
def changing(archive: Archive) -> Iterator[None]:
    """One transaction, after which every record that names another body than before is told and found by that."""
    archive.require_writable()
    before = archive.recognition.recogniser
    parties = archive.catalogue.facts.all(with_boxes=False, fields=("party",))
    with archive.catalogue.writing():
        yield
    archive.recognise_anew()
    after = archive.recognition.recogniser
    changed = [id for id, facts in parties.items() if _differs(id, [f.value for f in facts], before, after)]
    archive.catalogue.authorities.mark(changed)
    touched = set(changed)
    pending = [pair for pair in archive.catalogue.records.to_index() if pair[0] in touched]
    indexing.write(archive, pending, fields_only=True)


def _differs(record: str, values: Sequence[object], before: Recogniser, after: Recogniser) -> bool:
    return any(
        before.meant(record, party) != after.meant(record, party) for party in values if isinstance(party, Party)
    )
