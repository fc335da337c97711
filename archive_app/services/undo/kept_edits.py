"""Changes as JSON, so that they outlive the program: every object by the name of its class, with its attributes."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Final

from archive_app.domain.arrangement import Level, Unit
from archive_app.domain.dates import Duration
from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import DateMention, Fact, Party, Relation, Signatory, Source
from archive_app.domain.links import Decision
from archive_app.domain.record import Note
from archive_app.services.undo.arrangement_slots import PlacementSlot, UnitSlot
from archive_app.services.undo.body_slots import AsideSlot, AuthoritySlot, NameSlot
from archive_app.services.undo.edits import Edit, FieldSlot, TrashSlot
from archive_app.services.undo.kept_slots import LikenessSlot, LinkSlot, NotesSlot, TagsSlot, TemplatesSlot

#: Every class of which a kept change may be made. A new kind of slot, or of what it holds, is named here.
KINDS: Final[tuple[type, ...]] = (
    Edit, FieldSlot, TrashSlot, TagsSlot, NotesSlot, LinkSlot, LikenessSlot, AuthoritySlot, NameSlot, AsideSlot,
    UnitSlot, PlacementSlot, Unit, Level,
    TemplatesSlot, Fact, Source, Evidence, Box, Duration, Party, Signatory, Relation, DateMention, Note, Decision,
)  # fmt: skip
_BY_NAME: Final = {kind.__name__: kind for kind in KINDS}
_KIND, _VALUE = "is", "value"


def to_text(edit: Edit) -> str:
    """A change as one line of JSON. Raises TypeError for an object of a class that is not in KINDS."""
    return json.dumps(_told(edit), ensure_ascii=False)


def of_text(text: str) -> Edit:
    """What ``to_text`` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    edit = _made(json.loads(text))
    if not isinstance(edit, Edit):
        raise TypeError("what is kept as a change is none")
    return edit


def _told(value: object) -> Any:
    if isinstance(value, tuple | list):
        return [_told(one) for one in value]
    if not (isinstance(value, Enum) or is_dataclass(value)):
        return value
    name = type(value).__name__
    if _BY_NAME.get(name) is not type(value):
        raise TypeError(f"a change of a {name} cannot be kept; it is missing in kept_edits.KINDS")
    if isinstance(value, Enum):
        return {_KIND: name, _VALUE: value.value}
    return {_KIND: name} | {one.name: _told(getattr(value, one.name)) for one in fields(value)}


def _made(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_made(one) for one in data)
    if not isinstance(data, dict):
        return data
    kind = _BY_NAME[data[_KIND]]
    if issubclass(kind, Enum):
        return kind(data[_VALUE])
    return kind(**{name: _made(value) for name, value in data.items() if name != _KIND})
