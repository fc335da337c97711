"""What happened to a record, line by line: what, when and by whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from archive_app.domain.fact import FIELDS, Source
from archive_app.domain.record import Event
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role
from archive_app.services import records

#: Fields of events that only say again what the event is.
_NAMELESS: Final = frozenset({"tag", "note"})


def columns() -> Sequence[Column[Event]]:
    told: Mapping[int, Callable[[Event], Any]] = {
        Role.LABEL: lambda row: wording.day_of(row.at),
        Role.DETAIL: lambda row: tr("history.by", row.agent, wording.clock(row.at)),
        Role.CONFIDENCE: lambda row: 1.0,
        Role.SOURCE: lambda row: str(Source.PERSON),
    }
    return (Column(tr("history.what"), what, key=lambda row: row.at, roles=told),)


def what(event: Event) -> str:
    """The event in a line or two: what, of which field, from what to what."""
    told = capital(word("event", event.type))
    if event.field is None:
        return " · ".join(part for part in (told, event.after) if part)
    return f"{told} · {change(event)}".strip()


def change(event: Event) -> str:
    """Of which field, and from what to what; of no field what the event tells."""
    if event.field is None:
        return " → ".join(part for part in (event.before, event.after) if part)
    before, after = (_values(event.field, text) for text in (event.before, event.after))
    nothing = wording.value(event.field, None) if event.field in FIELDS else "–"
    change = after if before in ("", after) else f"{before} → {after or nothing}"
    return f"{_field(event.field)}\n{change}".strip()


def _field(field: str) -> str:
    """The field's name; "" for what has none, such as a tag, which its event's name tells."""
    return wording.field_name(field) if field not in _NAMELESS else ""


def _values(field: str, text: str | None) -> str:
    """Values as the history keeps them (as JSON where they have parts), in words."""
    if field not in FIELDS:
        return text or ""
    return "; ".join(wording.value(field, one).partition("\n")[0] for one in records.values_kept(field, text))
