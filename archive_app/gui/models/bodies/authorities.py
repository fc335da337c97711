"""Bodies and persons as tables and forms: records of the authority file, and names that wait for one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from archive_app.domain.authority import Authority, AuthorityFile, FormerName
from archive_app.domain.recognising import plain_name
from archive_app.gui.language import capital, number, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.cited import Cited, of_quotes
from archive_app.gui.models.table import Column
from archive_app.services.archive import Archive
from archive_app.services.bodies import authorities
from archive_app.services.bodies.authorities import Card, Unknown
from archive_app.services.bodies.authority_lists import PlannedRow
from archive_app.services.tracking import agreements

#: What a form asks for, in its order; ``body_field.<name>`` is each one's name.
FIELDS: Final = authorities.EDITABLE
#: What the details tell beside the name, the role and the relations to others.
TOLD: Final = ("name_es", "acronyms", "names", "former", "place", "district", "note")


@dataclass(frozen=True)
class Waiting:
    """A name that no record has, with the words it was read from."""

    unknown: Unknown
    words: tuple[Cited, ...]


@dataclass(frozen=True)
class Read:
    """The records found, every name that waits, the whole authority file to choose from, and titles of papers."""

    cards: Sequence[Card]
    waiting: Sequence[Waiting]
    names: AuthorityFile
    titles: Mapping[str, str]


def read(archive: Archive, words: str = "") -> Read:
    titles = {id: one.title for id, one in agreements.described(archive).items()}
    waiting = [Waiting(one, tuple(of_quotes(one.quotes, titles))) for one in authorities.unknown(archive)]
    return Read(authorities.listing(archive, words), waiting, archive.authorities, titles)


def columns() -> tuple[Column[Card], ...]:
    return (
        Column(tr("bodies.authorised"), lambda card: card.authority.name),
        Column(tr("bodies.role"), lambda card: capital(word("role", card.authority.role))),
        Column(tr("body_field.acronyms"), lambda card: ", ".join(card.authority.acronyms)),
        Column(tr("body_field.place"), lambda card: card.authority.place or ""),
        Column(tr("bodies.records"), lambda card: number(len(card.records)), key=lambda card: -len(card.records)),
        Column(tr("bodies.agreements"), lambda card: number(card.agreements), key=lambda card: -card.agreements),
        Column(tr("bodies.source"), lambda card: tr("bodies.own") if card.own else ""),
    )  # fmt: skip


def waiting_columns(names: AuthorityFile) -> tuple[Column[Waiting], ...]:
    def likely(row: Waiting) -> str:
        return " · ".join(tr("bodies.likely", names.name(id), number(score, 2)) for id, score in row.unknown.likely)

    return (
        Column(tr("bodies.as_written"), lambda row: row.unknown.name),
        Column(tr("bodies.role"), lambda row: capital(word("role", row.unknown.role)) if row.unknown.role else ""),
        Column(tr("bodies.records"), lambda row: number(len(row.unknown.records)),
               key=lambda row: -len(row.unknown.records)),
        Column(tr("bodies.may_be"), likely, key=lambda row: [-score for _, score in row.unknown.likely] or [0.0]),
    )  # fmt: skip


def plan_columns() -> tuple[Column[PlannedRow], ...]:
    return (
        Column(tr("bodies.line"), lambda row: str(row.line), key=lambda row: row.line),
        Column(tr("bodies.action"), lambda row: capital(word("list_action", row.action))),
        Column(tr("bodies.authorised"), lambda row: row.name),
        Column(tr("bodies.would_change"), planned),
    )  # fmt: skip


def planned(row: PlannedRow) -> str:
    """What would change of a record, or why nothing can be done with the line."""
    changes = (
        tr("bodies.change", word("body_field", field), before or "–", after) for field, before, after in row.changes
    )
    return row.reason or " · ".join(changes)


def typed(authority: Authority, field: str) -> str:
    """A value as a person would type it; several are parted by semicolons."""
    value = getattr(authority, field)
    if isinstance(value, tuple):
        return "; ".join(former(one) if isinstance(one, FormerName) else str(one) for one in value)
    return str(value or "")


def former(one: FormerName) -> str:
    """A former name with its time, as it is typed."""
    return f"{one.name} ({one.first or ''}–{one.last or ''})" if one.first or one.last else one.name


def shown(authority: Authority, field: str) -> str:
    """The same to be read: dates in words."""
    if field != "former":
        return typed(authority, field)
    told = (
        tr("bodies.former", one.name, wording.edtf(one.first) or "?", wording.edtf(one.last) or "?")
        if one.first or one.last else one.name
        for one in authority.former
    )  # fmt: skip
    return "\n".join(told)


def proposed_id(name: str) -> str:
    """An id for a body of this name that is made here."""
    return f"LOCAL-{re.sub(r'[^a-z0-9]+', '-', plain_name(name)).strip('-')[:60]}"


def create(archive: Archive, id: str, values: Mapping[str, str], also: str = "") -> None:
    """A new record of typed values; ``also`` is a name it is to be known by, whatever it is called."""
    given = {field: value for field, value in values.items() if value.strip()}
    made = authorities.with_values(archive, Authority(id, values["name"], values["role"]), given)
    if also and plain_name(also) not in map(plain_name, made.all_names()):
        made = replace(made, names=(*made.names, also))
    authorities.create(archive, made)
