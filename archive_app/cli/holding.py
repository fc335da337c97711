"""holdings, links, decide, lapses."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from archive_app import bootstrap
from archive_app.cli.output import print_json, say, several, table
from archive_app.domain.coverage import Sides
from archive_app.services.archive import Archive


def holdings(arguments: Namespace) -> int:
    from archive_app.domain.said import Lack
    from archive_app.services.tracking import holdings as service

    with bootstrap.opened(arguments.archive) as archive:
        if arguments.output:
            on = arguments.on or date.today()
            written = service.export(
                archive, arguments.output, on, agency=arguments.agency, language=arguments.language
            )
            left_out = f" Left out: {several(written.left_out, 'restricted record')}." if written.left_out else ""
            if not arguments.json:
                say(f"Wrote {arguments.output}: {several(len(written.requests), 'line')}.{left_out}")
                return 0
        found = service.said_and_held(archive, agency=arguments.agency)
        if arguments.json:
            print_json(service.as_json(found))
            return 0
    for lack in Lack:
        say(f"\n{lack} ({len(found.of(lack))})")
        for request in found.of(lack):
            _tell_want(request)
    return 0


def _tell_want(request: object) -> None:
    from archive_app.services.tracking.holdings import Request

    assert isinstance(request, Request)
    want = request.want
    table([(want.day or "undated", want.title or "", "; ".join(party.name for party in want.bodies))], (10, 40))
    for saying in want.sayings:
        words = " … ".join(f"p. {quote.page}: “{quote.words}”" for quote in saying.quotes)
        say(f"            {saying.record} {saying.title} ({saying.kind}, {saying.day or 'undated'}) {words}")
    for one in request.askable:
        say(f"            ask: {one.name}" + (f" ({one.law})" if one.law else ""))


def links(arguments: Namespace) -> int:
    from archive_app.domain.links import REASONS, Standing
    from archive_app.services import records
    from archive_app.services.tracking import deciding

    standing = Standing(arguments.standing) if arguments.standing else None
    with bootstrap.opened(arguments.archive) as archive:
        if arguments.record:
            records.described(archive, arguments.record)  # tells where there is none
        found = deciding.links(archive, standing=standing, record=arguments.record)
    if arguments.json:
        print_json([deciding.link_json(link) for link in found])
        return 0
    for link in found:
        reasons = ", ".join(REASONS[reason] for reason in link.reasons)
        table([(link.record, link.type, link.target, f"{link.score:.2f}", link.standing, f"{link.basis}: {reasons}")],
              (7, 10, 7, 4, 9))  # fmt: skip
        for quote in link.quotes:
            say(f"         {quote.record} p. {quote.page}: “{quote.words}”")
    say(several(len(found), "link"))
    return 0


def decide(arguments: Namespace) -> int:
    from archive_app.services.tracking import deciding

    done = {"confirm": deciding.confirm, "refuse": deciding.refuse, "withdraw": deciding.withdraw}[arguments.verdict]
    with bootstrap.opened(arguments.archive, writable=True) as archive:
        done(archive, arguments.type, arguments.record, arguments.target)
    told = {"confirm": "Confirmed", "refuse": "Refused", "withdraw": "No longer decided"}[arguments.verdict]
    say(f"{told}: {arguments.record} {arguments.type} {arguments.target}.")
    return 0


def _write_lapses(archive: Archive, on: date, between: Sides, arguments: Namespace) -> int:
    from archive_app.services.sharing import lapse_lists

    told = lapse_lists.export(archive, arguments.output, on, between=between, agency=arguments.agency,
                              year=arguments.year, language=arguments.language)  # fmt: skip
    left_out = f" Left out: {several(told.left_out, 'agreement')} on restricted papers." if told.left_out else ""
    say(f"Wrote {arguments.output}: {several(len(told.lines), 'lapse')}.{left_out}")
    return 0


def lapses(arguments: Namespace) -> int:
    from archive_app.services.tracking import covering

    on = arguments.on or date.today()
    with bootstrap.opened(arguments.archive) as archive:
        between = covering.sides(archive, arguments.rows, arguments.columns)
        if arguments.output:
            return _write_lapses(archive, on, between, arguments)
        found = covering.ledger(archive, on, between, agency=arguments.agency)
    if arguments.year is not None:
        found = tuple(one for one in found if one.lapse.touches(arguments.year, on))
    if arguments.json:
        print_json(covering.ledger_json(found))
        return 0
    for one in found:
        lapse = one.lapse
        what = f"{one.days} days" if lapse.known else "unknown"
        table([(lapse.start, lapse.end or "still so", what, one.agency, one.consulate,
                f"after {one.after.id}, end {one.evidence.basis}")], (10, 10, 10, 40, 40))  # fmt: skip
        for quote in one.evidence.quotes:
            say(f"            {quote.record} p. {quote.page}: “{quote.words}”")
        for want in one.spoken_of:
            say(f"            {want.lack}: {want.title or 'a paper'} of {want.day}")
    say(several(len(found), "lapse"))
    return 0
