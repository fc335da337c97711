"""list, show, set."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from archive_app import bootstrap
from archive_app.cli.going_on import go_on
from archive_app.cli.output import grid, print_json, say, several, table

if TYPE_CHECKING:
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
    """The tags and notes that a person gave the record."""
    from archive_app.services import noting, tagging

    tags = tagging.of(archive, record)
    if tags:
        table([("tags", ", ".join(tags))], (16,))
    for note in noting.of(archive, record):
        beside = f"p. {note.page}: " if note.page else ""
        table([(note.highlight or "note", beside + (f"“{note.quote}”: " if note.quote else "") + note.text)], (16,))


def set_(arguments: Namespace) -> int:
    from archive_app.services import describing, records

    with bootstrap.opened(arguments.archive, writable=True) as archive:
        describing.correct(archive, arguments.record, arguments.field, arguments.value)
        before, now = records.change_text(records.history_of(archive, arguments.record)[-1])
        was = f" (before: {before})" if before else ""
        say(f"{arguments.record}: {arguments.field} is now {now}{was}, by {archive.person}.")
        go_on(archive, arguments.quiet)
    return 0
