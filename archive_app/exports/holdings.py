"""What an export is given: agreements, records, coverage, on a day. Restricted records are not among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from archive_app.domain.agreement import Agreement
from archive_app.domain.arrangement import Arrangement
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.coverage import Coverage
from archive_app.domain.description import Description
from archive_app.domain.evidence import Box
from archive_app.domain.fact import Fact
from archive_app.domain.ledger import LedgerLine
from archive_app.domain.links import Link
from archive_app.domain.record import Record
from archive_app.domain.table import Table
from archive_app.domain.years import Years
from archive_app.exports.labels import ENGLISH, Labels
from archive_app.exports.request_list import RequestList


def _no_boxes(record: str) -> Mapping[int, tuple[Box, ...]]:
    return {}


@dataclass(frozen=True)
class Holdings:
    """A part of an archive, or all of it, ready to be written.

    ``originals`` are the files' places on this machine by record id; ``left_out`` counts restricted records that stay
    in the archive, ``shut_agreements`` agreements that stay there with one of them; ``scope`` says in words what was
    asked for; ``tables`` are those of the records that have any. ``links`` join the papers, ``ledger`` tells the
    lapses with what shows them, ``years`` the coverage over time, ``requests`` what is said and not held. ``boxes``
    gives the places of a record's facts by their numbers, ``crops`` pictures (PNG) of their words by record and fact.
    ``arrangement`` has the units of description, ``is_part`` tells that not the whole archive was asked for.
    """

    title: str
    on: date
    authorities: AuthorityFile
    agreements: tuple[Agreement, ...]
    records: tuple[tuple[Record, Description], ...]
    originals: Mapping[str, Path]
    coverage: Coverage
    left_out: int = 0
    scope: str = "the whole archive"
    tables: Mapping[str, tuple[Table, ...]] = field(default_factory=dict)
    labels: Labels = ENGLISH
    links: tuple[Link, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    years: Years | None = None
    requests: RequestList | None = None
    crops: Mapping[tuple[str, int], bytes] = field(default_factory=dict)
    boxes: Callable[[str], Mapping[int, tuple[Box, ...]]] = _no_boxes
    shut_agreements: int = 0
    arrangement: Arrangement = field(default_factory=Arrangement)
    is_part: bool = False

    @cached_property
    def descriptions(self) -> Mapping[str, Description]:
        """Each record's description by its id."""
        return {record.id: description for record, description in self.records}

    @cached_property
    def filenames(self) -> Mapping[str, str]:
        """The name that each record's file came with, by the record's id."""
        return {record.id: record.filename for record, _ in self.records}

    def end_fact(self, agreement: Agreement) -> Fact | None:
        """The fact that tells the agreement's end, from whichever of its texts has one."""
        texts = (self.descriptions[record] for record in agreement.records if record in self.descriptions)
        return next((fact for text in texts if (fact := text.fact("expiration_date"))), None)

    def fact_for(self, agreement: Agreement, field: str) -> tuple[str, Fact] | None:
        """The record and the fact that tell a field of an agreement, from whichever of its texts has one."""
        for record in agreement.records:
            text = self.descriptions.get(record)
            fact = text.fact(field) if text else None
            if fact is not None and fact.value is not None:
                return record, fact
        return None

    def left_out_sentences(self) -> tuple[str, ...]:
        """What stays in the archive, in the language of the labels; nothing where nothing does."""
        fill, told = self.labels.fill, []
        if self.left_out:
            told.append(fill("Restricted records left out: {count}.", count=self.left_out))
        if self.shut_agreements:
            told.append(fill("Agreements left out, since a paper of theirs is restricted: {count}.",
                             count=self.shut_agreements))  # fmt: skip
        return tuple(told)
