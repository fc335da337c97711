"""search, list, show, set."""

from __future__ import annotations

import sys
from argparse import Namespace

from archive_app import bootstrap
from archive_app.cli.output import clean, grid, plain_snippet, print_json, say, several, table


def search(arguments: Namespace) -> int:
    from archive_app.services import searching

    with bootstrap.opened(arguments.archive) as archive:
        found = searching.search(
            archive, arguments.query, limit=arguments.limit, offset=arguments.offset, sort=arguments.sort,
            facets=arguments.facets, expand=arguments.expand,
        )  # fmt: skip
        for remark in found.remarks:
            print(clean(remark), file=sys.stderr)
        if arguments.json:
            print_json(searching.as_json(found))
            return 0
        asked = f" for {found.understood}" if found.understood else ""
        say(f"{several(found.total, 'record')}{asked} ({found.seconds * 1000:.0f} ms)")
        if found.expanded:
            say("Also looked for: " + "; ".join(f"{t} as {', '.join(names)}" for t, names in found.expanded.items()))
        if found.suggestion:
            say(f"Did you mean: {found.suggestion}")
        for hit in found.hits:
            say(f"\n{hit.record}  {hit.title}")
            say(f"        {hit.kind or 'kind not read'}, {hit.date or 'undated'}, page {hit.page}")
            print(f"        {plain_snippet(hit.snippet, sys.stdout.isatty())}")
        for name, values in found.facets.items():
            shown = [f"{searching.facet_label(archive.authorities, name, v)} {n}" for v, n in list(values.items())[:6]]
            say(f"\n{name}: {', '.join(shown) or '–'}")
    return 0


def list_(arguments: Namespace) -> int:
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


def set_(arguments: Namespace) -> int:
    from archive_app.services import describing, records

    with bootstrap.opened(arguments.archive, writable=True) as archive:
        describing.correct(archive, arguments.record, arguments.field, arguments.value)
        before, now = records.change_text(records.history_of(archive, arguments.record)[-1])
        was = f" (before: {before})" if before else ""
        say(f"{arguments.record}: {arguments.field} is now {now}{was}, by {archive.person}.")
    return 0
