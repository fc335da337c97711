"""agreements, coverage, timeline, export. The day is today where none is given: only here is the clock asked for it."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from archive_app import bootstrap
from archive_app.cli.output import print_json, say, several, table


def _day(arguments: Namespace) -> date:
    return arguments.on or date.today()


def agreements(arguments: Namespace) -> int:
    from archive_app.services import agreements as service

    on = _day(arguments)
    with bootstrap.opened(arguments.archive) as archive:
        found = service.listing(archive, on, agency=arguments.agency, status=arguments.status)
        if arguments.json:
            print_json([service.as_json(agreement, on) for agreement in found])
            return 0
        for one in found:
            basis = {"stated": "", "computed": " (computed)"}.get(one.expiration_basis or "", "")
            end = (one.expiration_date or "end unknown") + basis
            begin = str(one.begins or "undated")
            table([(one.id, one.status(on), f"{begin} – {end}", service.party_names(one))], (7, 16, 37))
        say(f"{several(len(found), 'agreement')} on {on.isoformat()}")
    return 0


def coverage(arguments: Namespace) -> int:
    from archive_app.services import agreements as service

    with bootstrap.opened(arguments.archive) as archive:
        covered = service.covered(archive, _day(arguments))
        if arguments.json:
            print_json(service.coverage_json(archive, covered))
            return 0
        name = archive.authorities.name
        if not arguments.gaps:
            table(((c.status, name(c.agency), name(c.consulate), f"since {c.since or 'unknown'}")
                   for c in covered.cells), (16, 44, 44))  # fmt: skip
        say("Lapses:")
        table(((g.start, g.end or "today", name(g.agency), name(g.consulate), f"after {g.after}")
               for g in covered.gaps), (10, 10, 44, 44))  # fmt: skip
    return 0


def timeline(arguments: Namespace) -> int:
    from archive_app.services import exporting

    with bootstrap.opened(arguments.archive) as archive:
        exporting.export_timeline(archive, arguments.agency, arguments.output, _day(arguments))
    say(f"Drew {arguments.output}.")
    return 0


def export(arguments: Namespace) -> int:
    from archive_app.services import exporting

    with bootstrap.opened(arguments.archive) as archive:
        holdings = exporting.export(
            archive, arguments.format, arguments.file, _day(arguments), agency=arguments.agency, query=arguments.query
        )
    left_out = f" Left out: {several(holdings.left_out, 'restricted record')}." if holdings.left_out else ""
    written = f"{several(len(holdings.agreements), 'agreement')}, {several(len(holdings.records), 'record')}"
    say(f"Wrote {arguments.file}: {written}.{left_out}")
    return 0
