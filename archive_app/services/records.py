"""Looking at records: each with its description, for lists and for one by itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive_app.domain import premis
from archive_app.domain.arrangement import Unit
from archive_app.domain.description import Description
from archive_app.domain.fact import FIELDS, Fact, Source, Value, from_json, to_json
from archive_app.domain.json_shapes import description_json, fact_json
from archive_app.domain.page import Page
from archive_app.domain.record import Event, Note, Record
from archive_app.domain.table import Table
from archive_app.errors import UsageError
from archive_app.services import kept_notes, typed_values
from archive_app.services.archive import Archive, Snapshot


@dataclass(frozen=True, slots=True)
class Described:
    """A record with what holds for it."""

    record: Record
    description: Description

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def title(self) -> str:
        """The title read off the paper or given by a person, else the file's name."""
        return self.description.text("title") or self.record.filename

    @property
    def kind(self) -> str | None:
        return self.description.text("kind")

    @property
    def date(self) -> str | None:
        return self.description.date

    @property
    def restricted(self) -> bool:
        """Whether the paper says that it must not leave the archive."""
        return self.description.text("access") == "restricted"


def all_described(archive: Archive) -> tuple[Described, ...]:
    """Every record in the order it was taken in; after a change only what changed is read again.

    A view of the archive without restricted records has none of them.
    """
    base = archive.base
    with base.deriving:
        version = base.catalogue.data_version
        held = base.described
        if held is None or held.version != version:
            held = base.described = Snapshot(version, _known(base, held))
    if archive.whole is None:
        return held.ordered
    return archive.derive("records seen", lambda: tuple(one for one in held.ordered if not one.restricted))


def _known(archive: Archive, held: Snapshot | None) -> dict[str, Described]:
    if held is None:
        facts = archive.catalogue.facts.all(with_boxes=False)
        told = archive.recognition.described
        return {r.id: Described(r, told(r.id, facts.pop(r.id, ()))) for r in archive.catalogue.records.all()}
    archive.recognise_anew()
    changed = archive.catalogue.records.changed_since(held.version)
    gone = frozenset(changed)
    kept = {id: one for id, one in held.by_id.items() if id not in gone}
    # One that was changed may lie in the trash by now.
    again = {id: described(archive, id) for id in changed if archive.catalogue.records.get(id)}
    return _without_destroyed(archive, dict(sorted({**kept, **again}.items())))


def _without_destroyed(archive: Archive, known: dict[str, Described]) -> dict[str, Described]:
    """Those that are still there: what was emptied out of the trash left no mark of a change."""
    if len(known) == archive.catalogue.records.count():
        return known
    there = {record.id for record in archive.catalogue.records.all()}
    return {id: one for id, one in known.items() if id in there}


def listing(archive: Archive, kind: str | None = None) -> tuple[Described, ...]:
    """Records, all or those of one kind, named in either language. Raises UsageError for a kind that there is not."""
    wanted = None if kind is None else typed_values.chosen("kind", kind, archive.resources)
    return tuple(d for d in all_described(archive) if wanted is None or d.kind == wanted)


def described(archive: Archive, id: str) -> Described:
    """One record. Raises UsageError where there is none of that id."""
    record = archive.catalogue.records.get(id)
    if record is None:
        raise no_record(archive, id)
    return Described(record, archive.recognition.described(id, archive.catalogue.facts.of(id)))


def no_record(archive: Archive, id: str) -> UsageError:
    """What to tell of an id that no record has, or one that lies in the trash."""
    if archive.catalogue.trash.holds(id):
        return UsageError(f"The record {id} lies in the trash; “restore” puts it back.")
    return UsageError(f"There is no record {id} in {archive.root}; “list” shows all there are.")


def pages_of(archive: Archive, id: str) -> tuple[Page, ...]:
    return archive.catalogue.pages.of(id)


def tables_of(archive: Archive, id: str) -> tuple[Table, ...]:
    """The tables that were found in a record, in order."""
    return archive.catalogue.tables.of(id)


def history_of(archive: Archive, id: str) -> Sequence[Event]:
    """What happened to a record, oldest first."""
    return archive.catalogue.history.of(id)


def values_kept(field: str, text: str | None) -> list[Value]:
    """Values of a field as an event keeps them: one as text, several and those with parts as JSON; none for no text."""
    if not text:
        return []
    try:
        kept = json.loads(text)
    except ValueError:
        kept = text
    every = kept if isinstance(kept, list) else [kept if isinstance(kept, dict) else text]
    return [from_json(field, one) for one in every]


def change_text(event: Event) -> tuple[str, str]:
    """What stood before and after an event, for a list; what is not of a field is as it was kept."""
    if event.field not in FIELDS:
        return event.before or "", event.after or ""
    before, after = (values_kept(event.field, text) for text in (event.before, event.after))
    return "; ".join(map(value_text, before)), "; ".join(map(value_text, after)) or value_text(None)


def units_of(archive: Archive, id: str) -> tuple[Unit, ...]:
    """The units of description that a record was placed in, the highest first; none where nobody placed it."""
    arranged = archive.catalogue.units.arrangement()
    return arranged.path(arranged.placed.get(id))


def children_of(archive: Archive, id: str) -> Sequence[Record]:
    """Attachments that were taken in as records of their own."""
    return archive.catalogue.records.children(id)


def original_path(archive: Archive, record: Record) -> Path:
    """Where the record's file lies on this machine."""
    return Path(record.original) if record.linked else archive.originals.path(record.original)


def to_review(archive: Archive, below: float = 0.9) -> tuple[tuple[Described, Fact], ...]:
    """Facts that a person should look at: those that hold by a reading of less confidence, the least first."""
    doubtful = [
        (one, fact)
        for one in all_described(archive)
        for fact in one.description.facts
        if fact.source is Source.READING
        and fact.field in REVIEWED_FIELDS
        # However surely two versions disagree, only a person can say which of them holds.
        and (fact.confidence < below or fact.field == "disagreement")
    ]
    return tuple(sorted(doubtful, key=lambda pair: (pair[1].confidence, pair[0].id)))


#: Fields a wrong value of which would mislead somebody about an agreement.
REVIEWED_FIELDS = frozenset(
    {
        "kind",
        "agreement_date",
        "effective_date",
        "expiration_date",
        "term",
        "renewal",
        "party",
        "signatory",
        "relation",
        "disagreement",
    }
)


def row_json(one: Described) -> dict[str, Any]:
    """One line of ``list --json``."""
    record = one.record
    return {
        "record": record.id, "title": one.title, "kind": one.kind, "date": one.date,
        "language": one.description.text("language"), "file": record.filename, "media_type": record.media_type,
        "pages": record.pages, "ocr_needed": record.ocr_needed, "state": str(record.state), "parent": record.parent,
        "restricted": one.restricted, "sha256": record.sha256,
    }  # fmt: skip


def show_json(archive: Archive, id: str) -> dict[str, Any]:
    """What ``show --json`` prints: description, facts with evidence, relations, tables, history, text."""
    one = described(archive, id)
    return {
        **row_json(one),
        "original": one.record.original, "linked": one.record.linked, "places": list(one.record.places),
        "added_at": one.record.added_at, "size": one.record.size,
        "attachments": [child.id for child in children_of(archive, id)],
        "description": description_json(one.description),
        "facts": [fact_json(fact) for fact in one.description.facts],
        "tables": [table_json(table) for table in tables_of(archive, id)],
        "units": [{"unit": unit.id, "level": str(unit.level), "code": unit.code, "title": unit.title}
                  for unit in units_of(archive, id)],
        "tags": list(archive.catalogue.tags.of(id)),
        "notes": [note_json(note) for note in kept_notes.of(archive, id)],
        "history": [event_json(event) for event in history_of(archive, id)],
        "text": [{"page": page.number, "text": page.text} for page in pages_of(archive, id)],
    }  # fmt: skip


def note_json(note: Note) -> dict[str, Any]:
    """One of ``notes --json``; ``quote`` are the words it stands beside, ``span`` their place in the page's text."""
    span = None if note.start is None else [note.start, note.end]
    return {
        "note": note.id, "record": note.record, "text": note.text, "page": note.page, "quote": note.quote,
        "span": span, "highlight": note.highlight, "by": note.by, "at": note.at,
    }  # fmt: skip


def table_json(table: Table) -> dict[str, Any]:
    return {"page": table.page, "box": table.box.as_list() if table.box else None, "rows": list(map(list, table.rows))}


def event_json(event: Event) -> dict[str, Any]:
    return {"at": event.at, "by": event.agent, "type": event.type, "field": event.field, "from": event.before,
            "to": event.after, "outcome": event.outcome, "premis": premis.term(event.type)}  # fmt: skip


def value_text(value: object) -> str:
    """A fact's value as a person reads it in a list."""
    if value is None:
        return "not stated"
    name = getattr(value, "name", None)
    if isinstance(name, str):
        return name
    if isinstance(value, str):
        return value
    data = to_json(value)  # type: ignore[arg-type]
    if "number" in data:
        return str(value)
    return " ".join(str(data[part]) for part in ("type", "role", "title", "date") if data.get(part))
