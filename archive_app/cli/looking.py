"""list, show, set."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from archive_app import bootstrap
from archive_app.cli.going_on import go_on
from archive_app.cli.output import grid, print_json, say, several, table
from archive_app.cli.searching import meant_by, opened
from archive_app.errors import UsageError

if TYPE_CHECKING:
    from archive_app.domain.fact import Value
    from archive_app.services.archive import Archive


def list_(arguments: Namespace) -> int:
    if arguments.low_confidence:
        from archive_app.cli import pictures

        return pictures.list_doubtful(arguments)
    from archive_app.services import records

    with bootstrap.opened(arguments.archive) as archive:
        rows = records.listing(archive, arguments.kind)
        if arguments.json:
            print_json([records.row_json(one) for one in rows])
            return 0
        table(((one.id, one.date or "undated", one.kind or "kind not read", one.title) for one in rows), (7, 10, 27))
        say(several(len(rows), "record"))
    return 0


def show(arguments: Namespace) -> int:
    from archive_app.services import records

    with bootstrap.opened(arguments.archive) as archive:
        if arguments.json:
            print_json(records.show_json(archive, arguments.record))
            return 0
        one = records.described(archive, arguments.record)
        say(f"{one.id}  {one.title}")
        say(f"{one.record.filename}, {one.record.media_type}, {several(one.record.pages, 'page')}")
        for fact in one.description.facts:
            quote = f"p. {fact.evidence.page}: “{fact.evidence.quote}”" if fact.evidence else ""
            how = f"by {fact.by}" if fact.by else f"{fact.source}, {fact.confidence:.2f}"
            table([(fact.field, records.value_text(fact.value), f"({how})", quote)], (16, 40, 17))
        _tell_kept(archive, one.id)
        for shown in records.tables_of(archive, one.id):
            say(f"\nTable on page {shown.page}:")
            grid(shown.rows)
        events = records.history_of(archive, one.id)
        if events:
            say("\nHistory:")
        table(((event.at, event.agent, event.type, event.field, *records.change_text(event)) for event in events),
              (25, 16, 16, 16, 20))  # fmt: skip
        for page in records.pages_of(archive, one.id):
            say(f"\nPage {page.number}:\n{page.text}")
    return 0


def _tell_kept(archive: Archive, record: str) -> None:
    """The units that a person placed the record in, and the tags and notes that it was given."""
    from archive_app.services import kept_notes, records
    from archive_app.services.description import tagging

    units = records.units_of(archive, record)
    if units:
        table([("unit", f"{'/'.join(unit.code for unit in units)}  {' > '.join(unit.title for unit in units)}")], (16,))
    tags = tagging.of(archive, record)
    if tags:
        table([("tags", ", ".join(tags))], (16,))
    for note in kept_notes.of(archive, record):
        beside = f"p. {note.page}: " if note.page else ""
        table([(note.highlight or "note", beside + (f"“{note.quote}”: " if note.quote else "") + note.text)], (16,))


def set_(arguments: Namespace) -> int:
    if arguments.record == "-" or "," in arguments.record or _bulk(arguments):
        return _set_many(arguments)
    from archive_app.services import records
    from archive_app.services.description import describing

    with bootstrap.opened(arguments.archive, writable=True) as archive:
        describing.correct(archive, arguments.record, arguments.field, arguments.value)
        before, now = records.change_text(records.history_of(archive, arguments.record)[-1])
        was = f" (before: {before})" if before else ""
        say(f"{arguments.record}: {arguments.field} is now {now}{was}, by {archive.person}.")
        go_on(archive, arguments.quiet)
    return 0


def _bulk(arguments: Namespace) -> bool:
    """Whether anything is asked for that only the change of many does."""
    told = (arguments.query is not None, arguments.deed, arguments.only_empty, arguments.dry_run, arguments.json)
    return any(told) or arguments.field == "tags"


def _set_many(arguments: Namespace) -> int:
    """One change of several records, which is undone as one; looked at only with --dry-run."""
    from archive_app.services.description import bulk_edits

    with opened(arguments, writable=not arguments.dry_run) as (archive, progress):
        wished = bulk_edits.wish(
            archive, arguments.field, arguments.deed or "set", arguments.value, only_empty=arguments.only_empty
        )
        planned = bulk_edits.plan(archive, _records(archive, arguments), [wished])
        if not arguments.dry_run:
            bulk_edits.write(archive, planned, progress)
            go_on(archive, arguments.quiet)
    if arguments.json:
        print_json(planned.as_json() | {"written": not arguments.dry_run})
        return 0
    for row in planned.changed:
        for change in row.changes:
            say(f"{row.record}  {change.field}: {_told(change.before)} → {_told(change.after)}")
    would = "would be changed" if arguments.dry_run else "changed"
    say(f"{several(len(planned.changed), 'record')} {would}, {len(planned.rows) - len(planned.changed)} already so.")
    return 0


def _records(archive: Archive, arguments: Namespace) -> list[str]:
    if arguments.query is not None:
        return meant_by(archive, arguments.query)
    if arguments.record == "-":
        raise UsageError("No record is named; write its id, or --query Q.")
    return [id.strip() for id in arguments.record.split(",") if id.strip()]


def _told(values: Sequence[Value]) -> str:
    from archive_app.services import records

    return "; ".join(map(records.value_text, values)) or "nothing known"
