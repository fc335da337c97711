"""Why something was missed: what of the papers in question was not read as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from archive_app.domain.description import Description
from archive_app.domain.fact import AGREEMENT_KINDS
from archive_app.domain.joining import last_day
from archive_app.services import records
from tests.planted import truth
from tests.planted.archive import Planted
from tests.planted.plan import Planned


def of(planted: Planted, item: object) -> str:
    """What was misread in the papers that an item of a score names."""
    parts = item if isinstance(item, tuple) else (item,)
    keys = {str(part) for part in parts if part in planted.plan.agreements or part in _told(planted)}
    days = {part for part in parts if isinstance(part, str)}
    keys |= {one.key for one in planted.plan.held if str(one.signed) in days}
    keys |= {told.key for told in planted.plan.told if told.of in keys} | {_told(planted).get(key, key) for key in keys}
    return "; ".join(cause for key in sorted(keys) for cause in _of_key(planted, key))


def of_pair(planted: Planted, pair: truth.Pair) -> str:
    return of(planted, tuple(one.key for one in truth.by_pair(planted.plan)[pair])) or "read right"


def _told(planted: Planted) -> dict[str, str]:
    return {told.key: told.of for told in planted.plan.told}


def _of_key(planted: Planted, key: str) -> Iterator[str]:
    one = planted.plan.agreements.get(key)
    for record in planted.records(key):
        told = records.described(planted.archive, record).description
        if one is None:
            yield from _of_telling(planted, key, told)
            continue
        if told.text("kind") not in AGREEMENT_KINDS:
            yield f"{key} kind read as {told.text('kind')}"
        got = {party.authority for party in told.parties}
        if got != {one.agency, *one.others}:
            yield f"{key} parties read as {sorted(map(str, got))}"
        yield from (
            f"{key} {name} read as {value}, is {wanted}"
            for name, value, wanted in _days(planted, one, record)
            if value != wanted
        )
        said = {(type, str(planted.plan.agreements[target].signed)) for type, target in one.says}
        if missed := said - {(r.type, r.date) for r in told.relations}:
            yield f"{key} does not tell {sorted(missed)} but {[(r.type, r.date) for r in told.relations]}"


def _of_telling(planted: Planted, key: str, told: Description) -> Iterator[str]:
    """What was misread of a release, a news item or a letter."""
    telling = next(one for one in planted.plan.told if one.key == key)
    kinds = {"release": "press release", "news": "media announcement", "termination": "correspondence"}
    of = planted.plan.agreements[telling.of]
    if told.text("kind") != kinds[telling.kind]:
        yield f"{key} ({telling.kind}) kind read as {told.text('kind')}"
    if telling.kind == "termination":
        if (day := last_day(told)) != telling.effect:
            yield f"{key} last day read as {day}, is {telling.effect}"
    elif told.text("agreement_date") != str(of.signed):
        yield f"{key} tells {told.text('agreement_date')}, is {of.signed}"


def _days(planted: Planted, one: Planned, record: str) -> Iterator[tuple[str, str | None, str | None]]:
    told = records.described(planted.archive, record).description
    yield "date", told.text("agreement_date"), str(one.signed) if one.signed else None
    begins = told.text("effective_date") or told.text("agreement_date")
    yield "beginning", begins, str(one.begins) if one.begins else None
    end = "perpetual" if one.perpetual else str(one.first_end) if one.first_end else None
    yield "end", told.text("expiration_date"), end
    yield "renewal", told.text("renewal"), "automatic" if one.automatic else told.text("renewal") and "none planned"
