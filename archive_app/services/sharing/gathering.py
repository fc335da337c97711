"""What an export is given: the agreements asked for with all that shows them, without what must not leave."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import replace
from datetime import date

from archive_app.domain import coverage, years
from archive_app.domain.agreement import Agreement
from archive_app.domain.coverage import Pairs
from archive_app.domain.evidence import Box
from archive_app.domain.ledger import LedgerLine
from archive_app.domain.links import Link
from archive_app.domain.search import Question
from archive_app.exports.holdings import Holdings
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.labels import labels
from archive_app.services.search import searching
from archive_app.services.tracking import agreements, covering, holdings


def gather(
    archive: Archive, on: date, *, agency: str | None = None, query: str | None = None, language: str = "en",
    named: Collection[str] = (),
) -> Holdings:  # fmt: skip
    """The agreements asked for, their records, and the coverage of their parties; restricted records are only counted.

    An agreement that rests on a restricted record stays in the archive with it; those in ``named`` leave all the same.
    Coverage is that of all agreements which may leave the archive, so that no lapse is told where one of them was only
    not asked for. Raises UsageError where a record that is named is not there.
    """
    shut = _shut(archive, named)
    every = agreements.history(archive).agreements
    open_ones = _open(every, shut)
    asked = _open(agreements.listing(archive, on, agency=agency), shut)
    found, wanted = _asked_for(archive, asked, agency, query)
    described = [one for one in records.all_described(archive) if wanted is None or one.id in wanted]
    open_records = tuple(one for one in described if one.id not in shut)
    told = coverage.coverage(open_ones, on)
    whole = agency is query is None
    pairs: Pairs = coverage.by_pair(open_ones) if whole else _narrowed(archive, open_ones, found, agency)
    with_tables = archive.catalogue.tables.holders()
    return Holdings(
        title=archive.title, on=on, authorities=archive.authorities, agreements=found,
        records=tuple((one.record, one.description) for one in open_records),
        originals={one.id: records.original_path(archive, one.record) for one in open_records},
        coverage=told if whole else coverage.narrowed(told, pairs),
        left_out=len(described) - len(open_records), scope=_scope(archive, agency, query, language),
        tables={one.id: records.tables_of(archive, one.id) for one in open_records if one.id in with_tables},
        labels=labels(archive.resources, language), links=_links(archive, found, shut),
        ledger=open_ledger(archive, pairs, on, shut), years=years.by_year(pairs, on),
        requests=holdings.request_list(
            archive, holdings.said_and_held(archive, agency=agency, shut=shut), on, language
        ) if query is None else None,
        boxes=lambda record: _boxes(archive, record), shut_agreements=len(every) - len(open_ones),
        arrangement=archive.catalogue.units.arrangement(), is_part=not whole,
    )  # fmt: skip


def _shut(archive: Archive, named: Collection[str]) -> frozenset[str]:
    for record in named:
        records.described(archive, record)
    return frozenset(one.id for one in records.all_described(archive) if one.restricted and one.id not in named)


def _open(found: Iterable[Agreement], shut: frozenset[str]) -> tuple[Agreement, ...]:
    """Agreements none of whose papers is restricted, without the letters about them that are."""
    kept = (agreement for agreement in found if shut.isdisjoint(agreement.records))
    return tuple(
        one if shut.isdisjoint(one.announced_by)
        else replace(one, announced_by=tuple(id for id in one.announced_by if id not in shut))
        for one in kept
    )  # fmt: skip


def _asked_for(
    archive: Archive, found: tuple[Agreement, ...], agency: str | None, query: str | None
) -> tuple[tuple[Agreement, ...], Set[str] | None]:
    """The agreements, and the ids of the records, None for all."""
    if query is not None:
        hits = set(searching.matching(archive, Question(query)).pages)
        return tuple(a for a in found if hits.intersection(a.records)), hits
    if agency is not None:
        return found, {id for a in found for id in (*a.records, *a.announced_by)}
    return found, None


def _narrowed(archive: Archive, every: Iterable[Agreement], found: Iterable[Agreement], agency: str | None) -> Pairs:
    """The pairs of the agreements that were found, each with all it has; where an agency is asked for, its own."""
    wanted = coverage.by_pair(found)
    pairs = {pair: group for pair, group in coverage.by_pair(every).items() if pair in wanted}
    return pairs if agency is None else coverage.of_body(pairs, covering.within(archive, agency))


def _links(archive: Archive, found: Iterable[Agreement], shut: frozenset[str]) -> tuple[Link, ...]:
    told = {one.id for one in found}
    return tuple(
        link for link in agreements.history(archive).links
        if link.earlier in told and shut.isdisjoint((link.record, link.target, *(q.record for q in link.quotes)))
    )  # fmt: skip


def open_ledger(archive: Archive, pairs: Pairs, on: date, shut: frozenset[str]) -> tuple[LedgerLine, ...]:
    """The lapses among what may leave the archive, without words of what may not."""
    lines = covering.ledger_of(archive, pairs, on, holdings.said_and_held(archive, shut=shut))
    return tuple(
        replace(line, evidence=replace(line.evidence, quotes=tuple(
            quote for quote in line.evidence.quotes if quote.record not in shut)))
        for line in lines
    )  # fmt: skip


def _boxes(archive: Archive, record: str) -> Mapping[int, tuple[Box, ...]]:
    """The places of a record's facts on its pages, which lists do without."""
    facts = archive.catalogue.facts.of(record)
    return {fact.id: fact.evidence.boxes for fact in facts if fact.id is not None and fact.evidence}


def _scope(archive: Archive, agency: str | None, query: str | None, language: str) -> str:
    fill = labels(archive.resources, language).fill
    parts = [fill("agency: {name}", name=agreements.find_body(archive, agency).name)] if agency else []
    parts += [fill("query: {query}", query=query)] if query else []
    return ", ".join(parts) or fill("the whole archive")
