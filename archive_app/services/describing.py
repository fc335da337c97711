"""Correcting what was read of records: a person's values, as typed or made, which win for good."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import UNITS, Duration, PartialDate
from archive_app.domain.fact import (
    DATE_FIELDS,
    FIELDS,
    KINDS,
    LANGUAGES,
    MANY,
    PERPETUAL,
    DateMention,
    Fact,
    Party,
    Relation,
    Signatory,
    Value,
)  # fmt: skip
from archive_app.domain.relation import RELATION_TYPES
from archive_app.errors import UsageError
from archive_app.services import editing
from archive_app.services.archive import Archive
from archive_app.services.edits import FieldSlot
from archive_app.services.readings import describe_pending

__all__ = [
    "NOT_STATED", "confirm", "correct", "correct_values", "describe_pending", "parse_values", "withdraw"
]  # fmt: skip

#: Words a person may use for "the paper does not say".
NOT_STATED = frozenset({"", "unknown", "none", "not stated", "desconocido", "no consta"})


def correct(archive: Archive, record: str, field: str, text: str) -> None:
    """A person's value for a field, as typed; it replaces their earlier one and wins over every reading.

    Raises UsageError for a record or a field that does not exist and for a value that the field cannot have.
    """
    correct_values(archive, record, field, parse_values(field, text, archive.authorities))


def correct_values(archive: Archive, record: str, field: str, values: Sequence[Value]) -> None:
    """The same with values already made; ``(None,)`` says that the paper does not tell."""
    _require(archive, record)
    with editing.noting(archive, "correction", [FieldSlot(record, field)]):
        archive.catalogue.facts.correct(record, field, values, archive.person, archive.now())
    editing.index_anew(archive, (record,), fields_only=True)


def _require(archive: Archive, record: str) -> None:
    archive.require_writable()
    if archive.catalogue.records.get(record) is None:
        raise UsageError(f"There is no record {record} in {archive.root}; “list” shows all there are.")


def withdraw(archive: Archive, record: str, field: str) -> None:
    """Takes a person's value back; what was read holds again."""
    _require(archive, record)
    with editing.noting(archive, "withdrawal", [FieldSlot(record, field)]):
        archive.catalogue.facts.withdraw(record, field, archive.person, archive.now())
    editing.index_anew(archive, (record,), fields_only=True)


def confirm(archive: Archive, record: str, *facts: Fact) -> None:
    """A person says that readings of a record are right: they are theirs from then on."""
    archive.require_writable()
    known = [fact.id for fact in facts if fact.id is not None]
    if len(known) < len(facts):
        raise UsageError("A computed value cannot be confirmed by itself; confirm the values it was made of.")
    slots = [FieldSlot(record, field) for field in dict.fromkeys(fact.field for fact in facts)]
    with editing.noting(archive, "confirmation", slots):
        for id in known:
            archive.catalogue.facts.confirm(id, archive.person, archive.now())
    editing.index_anew(archive, (record,), fields_only=True)


def parse_values(field: str, text: str, authorities: AuthorityFile) -> tuple[Value, ...]:
    """What a person typed, as values of the field; several of a field that can have many are parted by ``;``."""
    if field not in FIELDS:
        raise UsageError(f"There is no field “{field}”; the fields are {', '.join(sorted(FIELDS))}.")
    if text.strip().casefold() in NOT_STATED:
        return (None,)
    parts = [part.strip() for part in text.split(";")] if field in MANY else [text.strip()]
    values = tuple(_value(field, part, authorities) for part in parts if part)
    if not values:
        raise UsageError(f"Nothing is said of {field}; write a value, or “unknown” where the paper does not tell.")
    return values


def _value(field: str, text: str, authorities: AuthorityFile) -> Value:
    kind = FIELDS[field]
    if kind is Duration:
        return _duration(text)
    if kind is Party:
        return _party(text, authorities)
    if kind is Signatory:
        return _signatory(text)
    if kind is Relation:
        return _relation(text)
    if kind is DateMention:
        return DateMention(_date(text))
    return _plain(field, text)


def _plain(field: str, text: str) -> str:
    if field == "expiration_date" and text.casefold() == PERPETUAL:
        return PERPETUAL
    if field in DATE_FIELDS:
        return _date(text)
    choices = {"kind": KINDS, "language": LANGUAGES, "access": ("open", "restricted")}.get(field)
    if choices and text not in choices:
        raise UsageError(f"“{text}” cannot be the {field}; choose one of {', '.join(choices)}.")
    return text


def _date(text: str) -> str:
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        raise UsageError(f"“{text}” is not a date; write it like 2014-09-03, 2014-09 or 2014.") from None


def _duration(text: str) -> Duration:
    match = re.match(r"(\d+(?:\.\d+)?)\s+([a-z ]+)\Z", text.casefold())
    unit = match[2] if match else ""
    unit = unit if unit.endswith("s") else unit + "s"
    if match is None or unit not in UNITS or float(match[1]) == 0:
        raise UsageError(f"“{text}” is not a length of time; write it like 3 years, 18 months or 30 days.")
    return Duration(float(match[1]), unit)


def _party(text: str, authorities: AuthorityFile) -> Party:
    """A body by id, acronym or name; a name that is not in the authority file is kept as it is."""
    matches = authorities.find(text)
    if len(matches) > 1:
        ids = ", ".join(match.id for match in matches)
        raise UsageError(f"“{text}” names several bodies ({ids}); write the id of the one that is meant.")
    if matches:
        return Party(matches[0].name, text, matches[0].id, matches[0].role)
    return Party(text, text)


def _signatory(text: str) -> Signatory:
    """``Ruth Okafor, Area Director``."""
    name, _, title = (part.strip() for part in text.partition(","))
    if not name:
        raise UsageError(f"“{text}” is not a person; write the name first, then a comma and the title.")
    return Signatory(name, title or None)


def _relation(text: str) -> Relation:
    """``renews 2011-08-29`` or ``implements Letter of Arrangement of 2010``."""
    type, _, target = text.partition(" ")
    if type not in RELATION_TYPES:
        raise UsageError(f"“{type}” is not a relation; begin with one of {', '.join(RELATION_TYPES)}.")
    if not target.strip():
        raise UsageError(f"“{text}” is only half a relation; say what it {type}, by its date or its title.")
    try:
        return Relation(type, date=str(PartialDate.parse(target.strip())))
    except ValueError:
        return Relation(type, title=target.strip())
