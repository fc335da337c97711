"""An agency's timeline out of the archive's agreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import PartialDate
from archive_app.domain.timeline import Lane, Mark, Renaming, Timeline, timeline
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.records import Described
from archive_app.services.tracking import agreements

#: The kind of mark for each kind of record; agreements themselves are marked as signed.
MARK_KINDS: Final = {
    "press release": "press release", "media announcement": "media announcement", "correspondence": "letter",
    "amendment": "amendment",
}  # fmt: skip


def of_agency(
    archive: Archive, agency: str, on: date, *, restricted: bool = True, kind: str | None = None,
    role: str | None = None, events: bool = True,
) -> Timeline:  # fmt: skip
    """The timeline of a body, given by id, acronym or name, with its offices'.

    ``restricted`` says whether it shows restricted records, which must not leave the archive. With a ``kind`` only
    agreements of that kind are shown, with a ``role`` only counterparts of that role. ``events`` adds a lane for each
    yearly event that papers of the archive tell of, whoever they are about.
    """
    body = agreements.find_body(archive, agency)
    described = {one.id: one for one in records.all_described(archive) if restricted or not one.restricted}
    shown = [
        a for a in agreements.history(archive).agreements
        if described.keys() >= set(a.records) and kind in (None, a.kind)
    ]  # fmt: skip
    terminations = {a.terminated_by: a.terminated_on for a in shown}

    def mark_of(record: str) -> Mark | None:
        one = described.get(record)
        if one is None:
            return None
        if ended := terminations.get(record):
            return Mark(record, ended, "termination", one.title)
        day = one.description.text("issued_date") or one.description.text("agreement_date")
        day = day or one.description.text("effective_date")
        if day is None:
            return None
        return Mark(record, PartialDate.parse(day).first_day, MARK_KINDS.get(one.kind or "", "signature"), one.title)

    told = timeline(
        body.id, body.name, shown, archive.authorities.name, mark_of,
        lambda id: archive.authorities.is_within(id, body.id), on,
    )  # fmt: skip
    lanes = (lane for lane in told.lanes if role in (None, lane.role))
    told = replace(told, lanes=tuple(_with_renamings(archive.authorities, lane) for lane in lanes))
    return told.with_events(_told_of(described.values())) if events and told.lanes else told


def _told_of(described: Iterable[Described]) -> dict[str, list[Mark]]:
    """The papers that tell of each event, each on the day it was issued; what has no day has no place in time."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for one in described:
        day = one.description.text("issued_date")
        for fact in one.description.by_field.get("event", ()) if day else ():
            if day and isinstance(fact.value, str):
                found[fact.value].append(Mark(one.id, PartialDate.parse(day).first_day, "event", one.title))
    return found


def _with_renamings(authorities: AuthorityFile, lane: Lane) -> Lane:
    before = [authorities.records[id] for id in authorities.predecessors(lane.counterpart)]
    renamed = tuple(
        Renaming(PartialDate.parse(one.succeeded_on).first_day, one.name, authorities.name(one.successor or ""))
        for one in before
        if one.succeeded_on
    )
    return replace(lane, renamed=tuple(sorted(renamed, key=lambda one: one.day))) if renamed else lane


def agencies(archive: Archive) -> tuple[tuple[str, str, int], ...]:
    """Every body that is a party here, or has an office that is: id, name, number of agreements; by name."""
    counts: dict[str, int] = {}
    for agreement in agreements.history(archive).agreements:
        bodies = {above for id in agreement.authorities for above in archive.authorities.lineage(id)}
        for id in bodies:
            counts[id] = counts.get(id, 0) + 1
    named = [(id, archive.authorities.name(id), count) for id, count in counts.items()]
    return tuple(sorted(named, key=lambda row: row[1].casefold()))
