"""Pairs of like papers, papers found at several places, and the trash, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.domain.record import Trashed
from archive_app.gui.language import number, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.services.archive import Archive
from archive_app.services.preservation import likenesses, removing
from archive_app.services.preservation.likenesses import Copies, Pair


@dataclass(frozen=True)
class Kept:
    """What the place shows, read in one go."""

    pairs: Sequence[Pair]
    copies: Sequence[Copies]
    trash: Sequence[Trashed]


def read(archive: Archive, decided: bool = False) -> Kept:
    return Kept(likenesses.proposals(archive, decided), likenesses.copies(archive), removing.trash(archive))


def pair_columns() -> Sequence[Column[Pair]]:
    return (
        Column(tr("keeping.share"), lambda row: tr("keeping.percent", round(row.share * 100)),
               key=lambda row: -row.share),
        Column(tr("keeping.one"), lambda row: row.one.title),
        Column(tr("keeping.one_file"), lambda row: row.one.record.filename),
        Column(tr("keeping.other_file"), lambda row: row.other.record.filename),
        Column(tr("keeping.verdict"), lambda row: word("verdict", row.verdict or "open")),
    )  # fmt: skip


def copy_columns() -> Sequence[Column[Copies]]:
    return (
        Column(tr("keeping.record"), lambda row: row.record.title),
        Column(tr("keeping.places_number"), lambda row: number(len(row.places)), key=lambda row: -len(row.places)),
        Column(tr("keeping.places"), lambda row: "; ".join(row.places)),
    )


def trash_columns() -> Sequence[Column[Trashed]]:
    return (
        Column(tr("keeping.file"), lambda row: row.filename),
        Column(tr("keeping.id"), lambda row: row.record),
        Column(tr("keeping.removed"), lambda row: wording.moment(row.at), key=lambda row: row.at),
        Column(tr("keeping.by"), lambda row: row.by),
        Column(tr("keeping.with"), lambda row: "" if row.removal == row.record else row.removal),
    )
