"""What happened to a record, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from archive_app.domain.record import Event
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column


def columns() -> Sequence[Column[Event]]:
    def tr(words: str) -> str:
        return QCoreApplication.translate("History", words)

    return (
        Column(tr("When"), lambda row: wording.moment(row.at), key=lambda row: row.at),
        Column(tr("Who"), lambda row: row.agent),
        Column(tr("What"), what),
    )


def what(event: Event) -> str:
    """The event in one line: what, of which field, from what to what."""
    told = event.type if event.field is None else f"{event.type}: {wording.field_name(event.field).lower()}"
    change = " → ".join(part for part in (event.before, event.after) if part)
    return f"{told} ({change})" if change else told
