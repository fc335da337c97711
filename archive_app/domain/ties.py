"""What joins one agreement to others while chains are formed; made part of the agreement when all are known."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from archive_app.domain.agreement import Agreement
from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import PERPETUAL

#: A declaration is never renewed, and renews nothing.
DECLARATION = "joint declaration"


@dataclass(slots=True)
class Ties:
    """The links of one agreement, as attributes of Agreement tell them."""

    agreement: Agreement
    chain: str = ""
    renews: str | None = None
    renews_basis: str | None = None
    renewed_by: str | None = None
    renewed_on: date | None = None
    supersedes: str | None = None
    superseded_by: str | None = None
    superseded_on: date | None = None
    amends: str | None = None
    amended_by: list[tuple[str, date | None]] = field(default_factory=list)
    amended_ends: list[tuple[date, str]] = field(default_factory=list)
    terminated_on: date | None = None
    terminated_by: str | None = None
    implements: str | None = None
    announced_by: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.agreement.id

    @property
    def begins(self) -> date | None:
        return self.agreement.begins

    @property
    def age(self) -> tuple[date, str]:
        """What agreements are sorted by, oldest first; undated ones last."""
        return (self.agreement.begins or date.max, self.agreement.id)

    @property
    def earlier(self) -> str | None:
        """The agreement that this one goes on from, takes the place of, or changes."""
        return self.renews or self.supersedes or self.amends

    def tied(self) -> Agreement:
        """The agreement with its links."""
        return replace(
            self.agreement, chain=self.chain, renews=self.renews, renews_basis=self.renews_basis,
            renewed_by=self.renewed_by, renewed_on=self.renewed_on, supersedes=self.supersedes,
            superseded_by=self.superseded_by, superseded_on=self.superseded_on, amends=self.amends,
            amended_by=tuple(self.amended_by), amended_ends=tuple(self.amended_ends),
            terminated_on=self.terminated_on, terminated_by=self.terminated_by, implements=self.implements,
            announced_by=tuple(self.announced_by),
        )  # fmt: skip


def first_day(edtf: str | None) -> date | None:
    """The first day of a date as far as it is known; None for none, and for what has no end."""
    return PartialDate.parse(edtf).first_day if edtf and edtf != PERPETUAL else None
