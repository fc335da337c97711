"""Readings that a person should look at, as a table: the least certain first."""

from __future__ import annotations

from collections.abc import Sequence

from archive_app.domain.fact import Fact
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role
from archive_app.services.records import Described

ReviewRow = tuple[Described, Fact]


def columns() -> Sequence[Column[ReviewRow]]:
    return (
        Column(tr("review.certainty"), lambda row: wording.certainty(row[1]), key=lambda row: row[1].confidence,
               roles={Role.CONFIDENCE: lambda row: row[1].confidence}),
        Column(tr("review.field"), lambda row: wording.field_name(row[1].field)),
        Column(tr("review.value"), lambda row: wording.value(row[1].field, row[1].value).replace("\n", ", ")),
        Column(tr("review.words"), lambda row: row[1].evidence.quote if row[1].evidence else "",
               roles={Role.QUOTE: lambda row: True}),
        Column(tr("review.record"), lambda row: row[0].title),
    )  # fmt: skip
