"""Agreements as a table, with their state on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from archive_app.domain.agreement import Agreement, Status
from archive_app.domain.authority import AGENCY_ROLES
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role
from archive_app.services.archive import Archive
from archive_app.services.tracking import agreements

STATUS, AGENCIES, COUNTERPARTS, BEGINS, ENDS, CHAIN, TITLE = range(7)


@dataclass(frozen=True)
class AgreementRow:
    """One agreement on a day. ``place`` is its number in its chain and how many that has."""

    agreement: Agreement
    status: Status
    end: date | None
    place: tuple[int, int] = (1, 1)

    @property
    def agencies(self) -> str:
        return " · ".join(p.name for p in self.agreement.parties if p.role in AGENCY_ROLES)

    @property
    def counterparts(self) -> str:
        return " · ".join(wording.body(p.name) for p in self.agreement.parties if p.role not in AGENCY_ROLES)

    @property
    def ending(self) -> str:
        """The end as it stands on the day, in words, with what it rests on."""
        if self.agreement.terminated_on:
            return tr("agreements.terminated", wording.short_day(self.agreement.terminated_on))
        if self.agreement.is_perpetual:
            return tr("agreements.without_end")
        if self.end is None:
            return tr("agreements.not_known")
        renewed = self.end != self.agreement.end_of_first_term()
        basis = tr("agreements.renews") if renewed else word("basis", self.agreement.expiration_basis or "")
        return tr("timelines.end", wording.short_day(self.end), basis) if basis else wording.short_day(self.end)


def read(archive: Archive, on: date) -> list[AgreementRow]:
    """All agreements, oldest first."""
    found = agreements.listing(archive, on)
    lengths: dict[str, list[str]] = {}
    for agreement in found:
        lengths.setdefault(agreement.chain or agreement.id, []).append(agreement.id)
    return [
        AgreementRow(a, a.status(on), a.ends(on), (chain.index(a.id) + 1, len(chain)))
        for a in found
        for chain in [lengths[a.chain or a.id]]
    ]


def chain_of(rows: Sequence[AgreementRow], agreement: Agreement) -> list[AgreementRow]:
    """The agreements of its chain, oldest first."""
    chain = agreement.chain or agreement.id
    return [row for row in rows if (row.agreement.chain or row.agreement.id) == chain]


def columns() -> tuple[Column[AgreementRow], ...]:
    return (
        Column(tr("agreements.status"), lambda row: capital(wording.status(row.status)),
               roles={Role.STATUS: lambda row: str(row.status)}),
        Column(tr("agreements.agency"), lambda row: row.agencies),
        Column(tr("agreements.with"), lambda row: row.counterparts),
        Column(tr("agreements.begins"), lambda row: wording.short_day(row.agreement.begins),
               key=lambda row: row.agreement.begins or date.max),
        Column(tr("agreements.ends"), lambda row: row.ending, key=lambda row: row.end or date.max),
        Column(tr("agreements.chain"), lambda row: tr("agreements.place", *row.place) if row.place[1] > 1 else "",
               key=lambda row: (row.agreement.chain, row.place),
               roles={Qt.ItemDataRole.ToolTipRole: lambda row: tr("agreements.place_tip", *row.place)}),
        Column(tr("agreements.title"), lambda row: row.agreement.title),
    )  # fmt: skip
