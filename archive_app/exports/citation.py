"""A record as others cite or catalogue it: who made it, what it is called, when, where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import getaddresses
from typing import Protocol

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import PartialDate
from archive_app.domain.description import Description
from archive_app.domain.fact import AGREEMENT_KINDS, Party
from archive_app.domain.record import Record
from archive_app.exports.plain import line


class Citable(Protocol):
    """What records are cited from: an archive's holdings, or a few of its records."""

    @property
    def title(self) -> str:
        """What the archive is called."""

    @property
    def authorities(self) -> AuthorityFile: ...

    @property
    def records(self) -> Sequence[tuple[Record, Description]]: ...


@dataclass(frozen=True)
class Selection:
    """Some records of an archive, in the order in which they are to be cited."""

    title: str
    authorities: AuthorityFile
    records: tuple[tuple[Record, Description], ...]


@dataclass(frozen=True)
class Citation:
    """All text is on one line. ``date`` is the day the paper bears, never a day that it only tells of.

    ``bodies`` made the paper: the parties of an agreement, the issuer of a release. ``writers`` are the senders of a
    letter, or those whom a person named as creators in place of all these. ``named`` are the bodies of which a paper
    speaks that did not make it, ``languages`` are ``en`` and ``es``.
    """

    record: Record
    description: Description
    title: str
    kind: str
    date: PartialDate | None
    bodies: tuple[str, ...]
    writers: tuple[str, ...]
    recipients: tuple[str, ...]
    named: tuple[str, ...]
    places: tuple[str, ...]
    number: str | None
    languages: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def is_agreement(self) -> bool:
        return self.kind in AGREEMENT_KINDS

    @property
    def creators(self) -> tuple[str, ...]:
        return self.bodies + self.writers


def citations(source: Citable) -> Iterator[Citation]:
    """One for each record, in the order of the archive."""
    return (_cite(source, record, description) for record, description in source.records)


def _cite(source: Citable, record: Record, told: Description) -> Citation:
    kind = told.text("kind") or "other"
    agrees = kind in AGREEMENT_KINDS
    parties = _lines(_name(source, party) for party in told.parties)
    stated = _lines(_texts(told, "creator"))
    number = told.text("reference_number")
    return Citation(
        record=record, description=told, title=line(told.text("title") or "") or line(record.filename) or record.id,
        kind=kind, date=_date(told, agrees),
        bodies=() if stated else parties if agrees else _lines([told.text("issuer")]),
        writers=stated or _people(told, "sender"), recipients=_people(told, "recipient"),
        named=() if agrees else parties,
        places=_lines(_texts(told, "place")), number=line(number) if number else None,
        languages=tuple((told.text("language") or "").split("+")) if told.text("language") else (),
    )  # fmt: skip


def _date(told: Description, agrees: bool) -> PartialDate | None:
    # A release or a news item has as its agreement date the day of the signing that it tells of.
    known = (told.text("agreement_date") if agrees else None) or told.text("issued_date")
    return PartialDate.parse(known) if known else None


def _name(source: Citable, party: Party) -> str:
    return source.authorities.name(party.authority) if party.authority else party.name


def _texts(told: Description, field: str) -> Iterator[str]:
    return (fact.value for fact in told.by_field.get(field, ()) if isinstance(fact.value, str))


def _people(told: Description, field: str) -> tuple[str, ...]:
    """Names of senders or recipients; the address only where there is no name."""
    return _lines(name or address for name, address in getaddresses([line(text) for text in _texts(told, field)]))


def _lines(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Texts on one line each, without empty ones and repetitions."""
    return tuple(dict.fromkeys(folded for text in texts if text and (folded := line(text))))
