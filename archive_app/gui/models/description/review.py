"""Readings that a person should look at, as a table: what matters most first, then the least certain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from archive_app.domain.fact import Fact
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.records import Described

ReviewRow = tuple[Described, Fact]
#: Fields by what a wrong value does: to when an agreement ends, to whom it binds, to the rest.
WEIGHT: Final = {"expiration_date": 0, "term": 1, "effective_date": 1, "renewal": 1, "disagreement": 1, "party": 2,
                 "agreement_date": 3, "signatory": 4, "kind": 5}  # fmt: skip
LEAST: Final = 6


def read(archive: Archive) -> list[ReviewRow]:
    """All of them; those of one weight by certainty, and of one certainty a record's together."""
    return sorted(records.to_review(archive), key=lambda row: (weight(row[1]), row[1].confidence, row[0].id))


def weight(fact: Fact) -> int:
    return WEIGHT.get(fact.field, LEAST)


def key(row: ReviewRow) -> tuple[str, int | None, str]:
    """What tells a reading from every other."""
    return row[0].id, row[1].id, row[1].field


def columns() -> Sequence[Column[ReviewRow]]:
    return (
        Column(tr("review.field"), lambda row: wording.field_name(row[1].field),
               key=lambda row: (weight(row[1]), row[1].confidence)),
        Column(tr("review.value"), lambda row: wording.value(row[1].field, row[1].value).replace("\n", ", ")),
        Column(tr("review.certainty"), lambda row: wording.certainty(row[1]), key=lambda row: row[1].confidence,
               roles={Role.CONFIDENCE: lambda row: row[1].confidence}),
        Column(tr("review.words"), lambda row: row[1].evidence.quote if row[1].evidence else "",
               roles={Role.QUOTE: lambda row: True}),
        Column(tr("review.record"), lambda row: row[0].title),
    )  # fmt: skip
