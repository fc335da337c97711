"""The history of the whole archive as a table: when, who, what, of which record, from what to what."""

from __future__ import annotations

import json
from collections.abc import Sequence

from archive_app.domain.record import Event
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.description import history
from archive_app.gui.models.table import Column
from archive_app.services.preservation.changes import Change


def columns() -> Sequence[Column[Change]]:
    return (
        Column(tr("past.when"), lambda row: wording.moment(row.event.at), key=lambda row: row.number),
        Column(tr("past.by"), lambda row: row.event.agent),
        Column(tr("past.what"), lambda row: capital(word("event", row.event.type))),
        Column(tr("past.record"), _record),
        Column(tr("past.change"), lambda row: told(row.event).replace("\n", " · ")),
    )


def _record(row: Change) -> str:
    return " ".join(part for part in (row.event.record, row.title) if part)


def told(event: Event) -> str:
    """From what to what, in words; of an authority record only the attributes that differ."""
    was, now = _attributes(event.before), _attributes(event.after)
    if event.record is not None or not (was or now):
        return history.change(event)
    names = [name for name in {**was, **now} if was.get(name) != now.get(name) and name != "id"]
    changed = (f"{word('body_field', name)}: {_plain(was.get(name))} → {_plain(now.get(name))}" for name in names)
    return " · ".join(part for part in (event.field, "; ".join(changed)) if part)


def _attributes(text: str | None) -> dict[str, object]:
    """What an object of JSON holds; nothing for any other text."""
    if not text or not text.startswith("{"):
        return {}
    try:
        held = json.loads(text)
    except ValueError:
        return {}
    return held if isinstance(held, dict) else {}


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(one.get("name", one)) if isinstance(one, dict) else str(one) for one in value) or "–"
    return str(value) if value else "–"
