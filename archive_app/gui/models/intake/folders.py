"""Watched folders and linked files that are not what they were, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.domain.record import Watched
from archive_app.gui.language import number, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.services.archive import Archive
from archive_app.services.intake import watching
from archive_app.services.preservation import linked_files
from archive_app.services.preservation.linked_files import LinkedFile


@dataclass(frozen=True)
class Folders:
    """What the place shows, read in one go."""

    watched: Sequence[Watched]
    linked: Sequence[LinkedFile]


def read(archive: Archive) -> Folders:
    return Folders(watching.watched(archive), linked_files.changed(archive, quick=True))


def folder_columns() -> Sequence[Column[Watched]]:
    return (
        Column(tr("folders.folder"), lambda row: row.folder),
        Column(tr("folders.kept"), lambda row: tr("folders.linked" if row.linked else "folders.copied")),
        Column(tr("folders.state"), _state),
        Column(tr("folders.looked"), lambda row: wording.moment(row.looked_at) if row.looked_at else "",
               key=lambda row: row.looked_at or ""),
        Column(tr("folders.brought"), _brought, key=lambda row: -row.brought),
    )  # fmt: skip


def _state(row: Watched) -> str:
    if row.looked_at is None:
        return tr("folders.not_yet")
    return tr("folders.missing" if row.missing else "folders.there")


def _brought(row: Watched) -> str:
    if not row.brought:
        return number(0)
    return tr("folders.brought_on", number(row.brought), wording.day_of(row.brought_at or ""))


def linked_columns() -> Sequence[Column[LinkedFile]]:
    return (
        Column(tr("folders.record"), lambda row: row.record.id),
        Column(tr("folders.file"), lambda row: row.record.original),
        Column(tr("folders.happened"), lambda row: word("linked_state", "taken" if row.taken_as else row.state)),
        Column(tr("folders.help"), _help),
    )


def _help(row: LinkedFile) -> str:
    if row.taken_as:
        return tr("folders.help_taken", row.taken_as)
    return tr("folders.help_gone" if row.state == "gone" else "folders.help_edited")
