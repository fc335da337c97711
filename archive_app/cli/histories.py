"""agreements, coverage, timeline, export. The day is today where none is given: only here is the clock asked for it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from archive_app import bootstrap
from archive_app.cli.output import print_json, say, several, table
from archive_app.domain.agreement import Agreement
from archive_app.domain.coverage import Sides
from archive_app.domain.json_shapes import agreement_json
from archive_app.domain.years import DRAWN, Years
from archive_app.errors import UsageError
from archive_app.services.archive import Archive


def _day(arguments: Namespace) -> date:
    return arguments.on or date.today()


def agreements(arguments: Namespace) -> int:
    from archive_app.services.tracking import agreements as service

    on = _day(arguments)
    with bootstrap.opened(arguments.archive) as archive:
        found = service.listing(archive, on, agency=arguments.agency, status=arguments.status)
        if arguments.json:
            print_json([agreement_json(agreement, on) for agreement in found])
            return 0
        for one in found:
            lasts = f"{one.begins or 'undated'} – {_end(one, on)}"
            table([(one.id, one.status(on), lasts, service.party_names(one))], (7, 16, 40))
        say(f"{several(len(found), 'agreement')} on {on.isoformat()}")
    return 0


def _end(agreement: Agreement, on: date) -> str:
    """Until when, as it stands on a day: as the paper has it, as renewals or amendments move it, or as it was ended."""
    end, amended = agreement.ends(on), agreement.amended_until(on)
    if end and amended and amended > end:
        return f"{'perpetual' if amended == date.max else amended} (as amended)"
    if end is None:
        return "perpetual" if agreement.is_perpetual else "end unknown"
    if end == agreement.terminated_on:
        return f"{end} (terminated)"
    if end != agreement.end_of_first_term():
        return f"{end} (renews itself)"
    return f"{agreement.expiration_date}{' (computed)' if agreement.expiration_basis == 'computed' else ''}"


def coverage(arguments: Namespace) -> int:
    from archive_app.services.tracking import agreements as service
    from archive_app.services.tracking import covering

    with bootstrap.opened(arguments.archive) as archive:
        between = covering.sides(archive, arguments.rows, arguments.columns)
        if arguments.output:
            return _draw_years(archive, between, arguments)
        if arguments.years:
            told = covering.by_year(archive, _day(arguments), between, agency=arguments.agency)
            _tell_years(archive.authorities.name, told, arguments.json)
            return 0
        covered = covering.covered(archive, _day(arguments), between, agency=arguments.agency)
        if arguments.json:
            print_json(service.coverage_json(archive, covered))
            return 0
        name = archive.authorities.name
        if not arguments.gaps:
            table(((c.status, name(c.agency), name(c.consulate), f"since {c.since or 'unknown'}")
                   for c in covered.cells), (16, 44, 44))  # fmt: skip
        say("Lapses:")
        table(((g.start, g.end or "still so", name(g.agency), name(g.consulate), f"after {g.after}")
               for g in covered.gaps), (10, 10, 44, 44))  # fmt: skip
    return 0


def _tell_years(name: Callable[[str], str], told: Years, as_json: bool) -> None:
    from archive_app.services.tracking import covering

    if as_json:
        print_json(covering.years_json(told))
        return
    for cell in told.cells:
        table([(cell.year, cell.state, f"{cell.days} days", name(cell.agency), name(cell.consulate))], (4, 18, 8, 44))
    say("Pairs by state, and what each year changed:")
    for year, counts in told.counts().items():
        turns, (least, most) = told.turns[year], told.range_of(year)
        states = ", ".join(f"{counts[state]} {state}" for state in DRAWN if counts[state])
        changed = f"{len(turns.signed)} new, {several(len(turns.renewed), 'renewal')}, {len(turns.lapsed)} lapsed"
        table([(year, f"{least}–{most} in force on a day", changed, states)], (4, 24, 28))


def _draw_years(archive: Archive, between: Sides, arguments: Namespace) -> int:
    from archive_app.services.sharing import exporting

    file = arguments.output
    told = exporting.export_years(archive, file, _day(arguments), between=between, agency=arguments.agency,
                                  language=arguments.language)  # fmt: skip
    pairs = len({(cell.agency, cell.consulate) for cell in told.cells})
    say(f"Drew {file}: {several(pairs, 'pair')}, {told.years[0]} to {told.years[-1]}.")
    return 0


def timeline(arguments: Namespace) -> int:
    from archive_app.services.sharing import exporting

    with bootstrap.opened(arguments.archive) as archive:
        exporting.export_timeline(
            archive, arguments.agency, arguments.output, _day(arguments), language=arguments.language,
            events=not arguments.without_events,
        )  # fmt: skip
    say(f"Drew {arguments.output}.")
    return 0


def _require_fitting(arguments: Namespace) -> None:
    """Raises UsageError for a choice that the format knows nothing of: the file would hold more than was wanted."""
    if arguments.page and arguments.format != "pdf":
        raise UsageError("Single pages are written as pdf; leave --page away for others.")
    if arguments.record and (arguments.agency or arguments.query):
        raise UsageError("Records are named by --record, or found by --agency and --query; leave one of them away.")


def export(arguments: Namespace) -> int:
    _require_fitting(arguments)
    if arguments.format == "bagit":
        from archive_app.cli import bags

        return bags.export(arguments)
    if arguments.record or arguments.format == "pdf":
        from archive_app.cli import sharing

        return sharing.export_records(arguments)
    from archive_app.services.sharing import exporting

    with bootstrap.opened(arguments.archive) as archive:
        holdings = exporting.export(
            archive, arguments.format, arguments.file, _day(arguments), agency=arguments.agency, query=arguments.query,
            language=arguments.language, named=arguments.include,
        )  # fmt: skip
    left_out = f" Left out: {several(holdings.left_out, 'restricted record')}." if holdings.left_out else ""
    written = f"{several(len(holdings.agreements), 'agreement')}, {several(len(holdings.records), 'record')}"
    say(f"Wrote {arguments.file}: {written}.{left_out}")
    for sentence in exporting.left_out(holdings, arguments.format)[bool(holdings.left_out) :]:
        say(sentence)
    return 0
