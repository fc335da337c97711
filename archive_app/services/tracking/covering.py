"""Coverage of any two roles, on a day and over the years, and the ledger of lapses with its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from archive_app.domain import coverage, lapses, years
from archive_app.domain.agreement import Agreement
from archive_app.domain.coverage import Coverage, Pairs, Sides
from archive_app.domain.description import Description
from archive_app.domain.fact import Fact
from archive_app.domain.history import Described, History
from archive_app.domain.lapses import Lapse
from archive_app.domain.ledger import EndEvidence, LedgerLine
from archive_app.domain.links import Quote
from archive_app.domain.said import Lack, Want
from archive_app.domain.years import Years
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.tracking import agreements, holdings


def roles(archive: Archive) -> tuple[tuple[str, int], ...]:
    """The roles that parties have here, with the number of agreements each has a part in, the most first."""
    counted: Counter[str] = Counter()
    for agreement in agreements.history(archive).agreements:
        counted.update({party.role for party in agreement.principals if party.role and party.authority})
    return tuple(sorted(counted.items(), key=lambda row: (-row[1], row[0])))


def sides(archive: Archive, rows: Iterable[str] = (), columns: Iterable[str] = ()) -> Sides:
    """Whom to set against whom; agencies against consulates where none are named. Raises UsageError for no role."""
    known = {role for role, _ in roles(archive)}
    for role in (*rows, *columns):
        if role not in known:
            raise UsageError(f"No party here has the role “{role}”; choose of {', '.join(sorted(known))}.")
    usual = coverage.USUAL
    return Sides(frozenset(rows) or usual.rows, frozenset(columns) or usual.columns)


def covered(archive: Archive, on: date, between: Sides = coverage.USUAL, *, agency: str | None = None) -> Coverage:
    """Every pair on a day, with all lapses up to it: of a body and its offices, or of all."""
    return coverage.covered(counted(archive, between, agency, restricted=True), on)


def by_year(
    archive: Archive, on: date, between: Sides = coverage.USUAL, *, agency: str | None = None, restricted: bool = True
) -> Years:
    """Every pair's state in every year up to a day, and what each year changed: of a body and its offices, or of all.

    ``restricted`` says whether agreements count that rest on restricted records, which must not leave the archive.
    """
    return years.by_year(counted(archive, between, agency, restricted=restricted), on)


def counted(archive: Archive, between: Sides, agency: str | None, *, restricted: bool) -> Pairs:
    """The agreements of each pair: of a body and its offices or of all, with or without those on restricted papers."""
    found = pairs(archive, between)
    if not restricted:
        shut = {one.id for one in records.all_described(archive) if one.restricted}
        kept = (one for one in agreements.history(archive).agreements if shut.isdisjoint(one.records))
        found = coverage.by_pair(kept, between)
    return found if agency is None else coverage.of_body(found, within(archive, agency))


def within(archive: Archive, agency: str) -> Callable[[str], bool]:
    """Tells of a body's id whether it is that body, given by id, acronym or name, or an office of it."""
    body, names = agreements.find_body(archive, agency).id, archive.authorities
    return lambda id: names.is_within(id, body)


def pairs(archive: Archive, between: Sides) -> Pairs:
    """The agreements of each pair; kept until the catalogue changes."""
    name = f"pairs {sorted(between.rows)} {sorted(between.columns)}"
    return archive.derive(name, lambda: coverage.by_pair(agreements.history(archive).agreements, between))


def ledger(
    archive: Archive, on: date, between: Sides = coverage.USUAL, *, agency: str | None = None
) -> tuple[LedgerLine, ...]:
    """Every lapse up to a day and every time of which nothing can be told, of a body or of all, with what shows it."""
    return ledger_of(archive, counted(archive, between, agency, restricted=True), on, holdings.said_and_held(archive))


def ledger_of(archive: Archive, found: Pairs, on: date, said: holdings.Holdings) -> tuple[LedgerLine, ...]:
    """The same of some pairs, with what is said and not held."""
    history, records = agreements.history(archive), agreements.described(archive)
    wanted = _by_body([request.want for request in said.requests if request.want.lack is not Lack.SILENT])
    return tuple(_line(archive, history, records, lapse, wanted, on) for lapse in lapses.ledger(found, on))


def _by_body(wants: Iterable[Want]) -> Mapping[str, Sequence[Want]]:
    """The papers that each body has a part in: a ledger of thousands of lapses asks for those of two bodies each."""
    found: dict[str, list[Want]] = defaultdict(list)
    for want in wants:
        for body in {party.authority for party in want.bodies if party.authority}:
            found[body].append(want)
    return found


def _line(
    archive: Archive, history: History, records: Mapping[str, Described], lapse: Lapse,
    wanted: Mapping[str, Sequence[Want]], on: date,
) -> LedgerLine:  # fmt: skip
    name, after = archive.authorities.name, history.agreement(lapse.after)
    assert after is not None
    return LedgerLine(
        lapse, name(lapse.agency), name(lapse.consulate), lapse.days(on), after,
        end_evidence(history, records, after, on), tuple(_spoken_of(lapse, wanted.get(lapse.agency, ()), on)),
    )  # fmt: skip


def _spoken_of(lapse: Lapse, wanted: Iterable[Want], on: date) -> Iterator[Want]:
    """Papers of the pair that would have begun within the lapse, or were told of then, and are not held.

    ``wanted`` are those that the agency has a part in.
    """
    first, last = lapse.start.isoformat(), (lapse.end or on).isoformat()
    for want in wanted:
        within = want.day is not None and first[: len(want.day)] <= want.day <= last
        if within and any(party.authority == lapse.consulate for party in want.bodies):
            yield want


def end_evidence(history: History, records: Mapping[str, Described], one: Agreement, on: date) -> EndEvidence:
    """What shows when an agreement ended: the letter that ended it, the paper that took its place, or its own words."""
    ended = one.ends(on)
    if one.terminated_by and one.terminated_on == ended:
        return EndEvidence("terminated", _words_of_link(history, "terminates", one))
    if one.superseded_on and (ended is None or one.superseded_on <= ended):
        return EndEvidence("superseded", _words_of_link(history, "supersedes", one))
    texts = [records[record] for record in one.records if record in records]
    for text in texts:
        fact = text.description.fact("expiration_date")
        if fact and fact.value is not None:
            return EndEvidence(text.description.expiration_basis or "stated", tuple(_words(text, fact)), fact.operands)
    return EndEvidence("unknown")


def _words_of_link(history: History, type: str, one: Agreement) -> tuple[Quote, ...]:
    return tuple(q for link in history.links if link.type == type and link.earlier == one.id for q in link.quotes)


def _words(text: Described, fact: Fact) -> Iterator[Quote]:
    """The words of the end itself, and of each day that it was computed from."""
    days = (_day_fact(text.description, name, value) for name, value in fact.operands if name != "term")
    for one in (fact, *days):
        if one and one.evidence:
            yield Quote(text.record, one.evidence.page, one.evidence.quote)


def _day_fact(told: Description, field: str, day: str) -> Fact | None:
    """The fact that tells the day an end was counted from: of its field, else the words of the day, else its signer."""
    places = (told.by_field.get(field, ()) if field != "signatory" else (), told.by_field.get("date", ()),
              told.by_field.get("signatory", ()))  # fmt: skip
    facts = (fact for place in places for fact in place if day in (fact.value, getattr(fact.value, "date", None)))
    return next(facts, None)


def ledger_json(lines: Iterable[LedgerLine]) -> list[dict[str, Any]]:
    """The shape of ``lapses --json``."""
    return [
        {"agency": one.lapse.agency, "consulate": one.lapse.consulate, "agency_name": one.agency,
         "consulate_name": one.consulate, "from": one.lapse.start.isoformat(),
         "to": one.lapse.end.isoformat() if one.lapse.end else None, "days": one.days, "known": one.lapse.known,
         "after": one.after.id, "before": one.lapse.before, "basis": one.evidence.basis,
         "operands": dict(one.evidence.operands),
         "words": [{"record": q.record, "page": q.page, "quote": q.words} for q in one.evidence.quotes],
         "spoken_of": [{"lack": str(want.lack), "date": want.day, "title": want.title} for want in one.spoken_of]}
        for one in lines
    ]  # fmt: skip


def years_json(told: Years) -> dict[str, Any]:
    """The shape of ``coverage --years --json``."""
    return {
        "on": told.on.isoformat(), "years": list(told.years),
        "cells": [{"agency": c.agency, "consulate": c.consulate, "year": c.year, "state": str(c.state), "days": c.days}
                  for c in told.cells],
        "counts": {year: {str(state): count for state, count in counts.items()}
                   for year, counts in told.counts().items()},
        "turns": {year: {"signed": list(turns.signed), "renewed": list(turns.renewed),
                         "lapsed": [{"agency": gap.agency, "consulate": gap.consulate, "from": gap.start.isoformat(),
                                     "after": gap.after} for gap in turns.lapsed],
                         "agreements": list(turns.agreements)}
                  for year, turns in told.turns.items()},
        "in_force": [{"from": day.isoformat(), "pairs": number} for day, number in told.steps],
    }  # fmt: skip
