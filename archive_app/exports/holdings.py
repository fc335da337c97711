"""What an export is given: agreements, records, coverage, on a day. Restricted records are not among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.coverage import Coverage
from archive_app.domain.description import Description
from archive_app.domain.fact import Fact
from archive_app.domain.record import Record
from archive_app.domain.table import Table


@dataclass(frozen=True)
class Holdings:
    """A part of an archive, or all of it, ready to be written.

    ``originals`` are the files' places on this machine by record id; ``left_out`` counts restricted records that stay
    in the archive; ``scope`` says in words what was asked for; ``tables`` are those of the records that have any.
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
