"""Agreements with their state on a day, and who is covered by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from archive_app.domain import chains, coverage
from archive_app.domain.agreement import Agreement, Status
from archive_app.domain.authority import Authority
from archive_app.domain.coverage import Coverage
from archive_app.domain.history import Described, History
from archive_app.domain.recognising import succeeded
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive


def history(archive: Archive) -> History:
    """All agreements the archive's records tell of, in chains, with what announced them."""
    return archive.derive("history", lambda: _form(archive))


def _form(archive: Archive) -> History:
    return chains.form_history(described(archive).values(), archive.authorities, archive.catalogue.decisions.all())


def described(archive: Archive) -> Mapping[str, Described]:
    """Every record as histories are formed of it, by id in the order they were taken in."""
    return archive.derive("described", lambda: _described(archive))


def _described(archive: Archive) -> dict[str, Described]:
    names = archive.authorities
    return {
        one.id: Described(one.id, one.record.filename, succeeded(one.description, names))
        for one in records.all_described(archive)
    }


def find_body(archive: Archive, words: str) -> Authority:
    """The body meant by an id, an acronym, a name, or words of a name of a party in this archive.

    Of several with one acronym it is the one that has a part in this archive, itself or by an office. Raises
    UsageError where none or several are meant.
    """
    found: Sequence[Authority] = archive.authorities.find(words) or _by_part_of_name(archive, words)
    if len(found) > 1:
        found = _with_a_part_here(archive, found) or found
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"No body is known by “{words}”; give its name, acronym or id, for example OSHA.")
    raise UsageError(f"“{words}” may mean {', '.join(body.id for body in found[:8])}; give one of these ids.")


def _with_a_part_here(archive: Archive, bodies: Sequence[Authority]) -> list[Authority]:
    parties = {id for agreement in history(archive).agreements for id in agreement.authorities}
    return [body for body in bodies if any(archive.authorities.is_within(id, body.id) for id in parties)]


def _by_part_of_name(archive: Archive, words: str) -> list[Authority]:
    """Bodies that are parties to something here and whose name holds the words."""
    parties = {id for agreement in history(archive).agreements for id in agreement.authorities}
    wanted = words.casefold().split()
    bodies = [archive.authorities.records[id] for id in sorted(parties) if id in archive.authorities.records]
    return [body for body in bodies if wanted and all(w in " ".join(body.all_names()).casefold() for w in wanted)]


def listing(
    archive: Archive, on: date, *, agency: str | None = None, status: str | None = None
) -> tuple[Agreement, ...]:
    """Agreements, oldest first: all, or those of a body and its offices, or those in a state on the day."""
    wanted = status if status is None else status.casefold()
    if wanted is not None and wanted not in set(Status):
        raise UsageError(f"“{status}” is not a state of an agreement; choose one of {', '.join(Status)}.")
    found: Sequence[Agreement] = history(archive).agreements
    if agency is not None:
        body = find_body(archive, agency).id
        found = [agreement for agreement in found if involves(archive, agreement, body)]
    return tuple(agreement for agreement in found if wanted is None or agreement.status(on) == wanted)


def involves(archive: Archive, agreement: Agreement, body: str) -> bool:
    """Whether a body, or an office of it, is a party."""
    return any(archive.authorities.is_within(id, body) for id in agreement.authorities)


def covered(archive: Archive, on: date) -> Coverage:
    """Agencies by consulates on a day, with all lapses up to it; other roles are told by ``covering``."""
    return coverage.coverage(history(archive).agreements, on)


def party_names(agreement: Agreement) -> str:
    """The parties in one line, for lists."""
    return " · ".join(party.name for party in agreement.parties) or "parties not read"


def coverage_json(archive: Archive, covered: Coverage) -> dict[str, Any]:
    """The shape of ``coverage --json``."""
    return {
        "on": covered.on.isoformat(),
        "agencies": [{"authority": id, "name": archive.authorities.name(id)} for id in covered.agencies],
        "consulates": [{"authority": id, "name": archive.authorities.name(id)} for id in covered.consulates],
        "cells": [
            {"agency": c.agency, "consulate": c.consulate, "status": str(c.status), "since": _iso(c.since),
             "until": _iso(c.until), "agreements": list(c.agreements)}
            for c in covered.cells
        ],
        "gaps": [
            {"agency": g.agency, "consulate": g.consulate, "from": g.start.isoformat(), "to": _iso(g.end),
             "after": g.after}
            for g in covered.gaps
        ],
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
