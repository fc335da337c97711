"""Said and held: what the archive's papers speak of and it does not hold, as a list of what to ask for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from archive_app.domain.authority import Authority
from archive_app.domain.fact import Party
from archive_app.domain.said import Lack, Saying, Want, wants
from archive_app.exports import write_requests
from archive_app.exports.request_list import Ask, RequestList
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.labels import labels
from archive_app.services.output_files import ending, require_place, written
from archive_app.services.tracking import agreements

#: The endings of a list of requests.
FORMATS = ("xlsx", "csv", "html")


@dataclass(frozen=True)
class Request:
    """A want, who may hold the paper, and under which law each is asked for it."""

    want: Want
    askable: tuple[Askable, ...]


@dataclass(frozen=True)
class Askable:
    """A body, and the law on public records that it is under (English and Spanish); None where none is known."""

    authority: str
    name: str
    law: str | None
    law_es: str | None


@dataclass(frozen=True)
class Holdings:
    """All requests, by kind of lack and day. ``left_out`` counts restricted records whose words are not in them."""

    requests: tuple[Request, ...]
    left_out: int = 0

    def of(self, lack: Lack) -> tuple[Request, ...]:
        return tuple(request for request in self.requests if request.want.lack is lack)


def said_and_held(
    archive: Archive, *, agency: str | None = None, restricted: bool = True, shut: frozenset[str] | None = None
) -> Holdings:
    """What is announced, cited or never told of; for a body and its offices where one is named.

    ``restricted`` says whether words of restricted records are told, which must not leave the archive; ``shut`` are
    records whose words are not, where others than those.
    """
    kept = archive.derive("said and held", lambda: _wants(archive))
    if shut is None:
        shut = frozenset() if restricted else _restricted(archive)
    open_ones, left_out = _without(archive, kept, shut)
    if agency is not None:
        body = agreements.find_body(archive, agency).id
        open_ones = [want for want in open_ones if _involves(archive, want, body)]
    return Holdings(tuple(Request(want, _askable(archive, want)) for want in open_ones), left_out)


def _wants(archive: Archive) -> tuple[Want, ...]:
    return wants(agreements.history(archive), agreements.described(archive), archive.authorities)


def _restricted(archive: Archive) -> frozenset[str]:
    return frozenset(one.id for one in records.all_described(archive) if one.restricted)


def _without(archive: Archive, kept: Iterable[Want], shut: frozenset[str]) -> tuple[list[Want], int]:
    """Wants without the words of restricted records, and how many such records spoke."""
    history = agreements.history(archive)
    found: list[Want] = []
    silent: set[str] = set()
    for want in kept:
        one = history.agreement(want.agreement or "")
        if one and not shut.isdisjoint(one.records):
            silent |= shut.intersection(one.records)
            continue
        silent |= {saying.record for saying in want.sayings} & shut
        sayings = tuple(saying for saying in want.sayings if saying.record not in shut)
        if sayings or want.agreement:
            found.append(Want(want.lack, want.title, want.day, want.bodies, sayings, want.agreement,
                              tuple(letter for letter in want.letters if letter not in shut)))  # fmt: skip
    return found, len(silent)


def _involves(archive: Archive, want: Want, body: str) -> bool:
    ids = [party.authority for party in want.bodies if party.authority]
    return any(archive.authorities.is_within(id, body) or archive.authorities.is_within(body, id) for id in ids)


def _askable(archive: Archive, want: Want) -> tuple[Askable, ...]:
    if want.lack is Lack.SILENT:
        return ()
    return tuple(_asked(archive, party) for party in want.bodies if party.authority)


def _asked(archive: Archive, party: Party) -> Askable:
    record = archive.authorities.get(party.authority or "")
    law = law_of(archive.resources, record) if record else None
    return Askable(party.authority or "", party.name, *(law or (None, None)))


def law_of(resources: Path, body: Authority) -> tuple[str, str] | None:
    """The law on public records that a body is under, in English and Spanish; None where the table has none."""
    state = (body.place or "").rpartition(", ")[2]
    for row in _laws(resources / "knowledge" / "records_laws.toml"):
        if body.role in row["roles"] and body.id.startswith(row["ids"]) and row.get("state", state) == state:
            return row["law"], row["law_es"]
    return None


@cache
def _laws(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["law"]
    return rows


def as_json(holdings: Holdings) -> dict[str, Any]:
    """The shape of ``holdings --json``."""
    return {
        "wants": [_request_json(request) for request in holdings.requests],
        "counts": {str(lack): len(holdings.of(lack)) for lack in Lack},
        "left_out": holdings.left_out,
    }


def _request_json(request: Request) -> dict[str, Any]:
    want = request.want
    return {
        "lack": str(want.lack), "title": want.title, "date": want.day,
        "bodies": [{"authority": party.authority, "name": party.name} for party in want.bodies],
        "said_by": [_saying_json(saying) for saying in want.sayings],
        "agreement": want.agreement, "letters": list(want.letters),
        "ask": [{"authority": one.authority, "name": one.name, "law": one.law} for one in request.askable],
    }  # fmt: skip


def _saying_json(saying: Saying) -> dict[str, Any]:
    return {
        "record": saying.record, "title": saying.title, "kind": saying.kind, "date": saying.day,
        "relation": saying.relation, "words": [{"page": q.page, "quote": q.words} for q in saying.quotes],
    }  # fmt: skip


def export(archive: Archive, file: Path, on: date, *, agency: str | None = None, language: str = "en") -> Holdings:
    """Writes the list as .xlsx, .csv or .html by the file's ending, without restricted records' words; gives it."""
    form = ending(file, FORMATS)
    require_place(file)
    found = said_and_held(archive, agency=agency, restricted=False)
    asked = request_list(archive, found, on, language)
    with written(file) as beside:
        write_requests(asked, beside, form)
    return found


def request_list(archive: Archive, found: Holdings, on: date, language: str = "en") -> RequestList:
    """The list as exports take it, its labels in a language."""
    asks = tuple(
        Ask(one.want, tuple((who.name, who.law_es if language == "es" else who.law) for who in one.askable))
        for one in found.requests
    )
    return RequestList(archive.title, on, asks, labels(archive.resources, language), found.left_out)
