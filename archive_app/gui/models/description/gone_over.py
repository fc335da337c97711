"""A change that was taken back or done again, in a sentence: what of which paper or body is now as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.fact import CONFIRMED, Source
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.records import Described
from archive_app.services.undo import editing
from archive_app.services.undo.arrangement_slots import PlacementSlot, UnitSlot
from archive_app.services.undo.body_slots import AsideSlot, AuthoritySlot, NameSlot
from archive_app.services.undo.edits import Edit, FieldSlot, TrashSlot
from archive_app.services.undo.kept_slots import LikenessSlot, LinkSlot, NotesSlot, TagsSlot, TemplatesSlot

#: Titles and values are told up to so many letters.
LONGEST: Final = 60


@dataclass(frozen=True)
class Moment:
    """What names are taken from: the records and bodies before the change was gone over, or after."""

    known: tuple[Described, ...]
    names: AuthorityFile

    @classmethod
    def of(cls, archive: Archive) -> Moment:
        return cls(records.all_described(archive), archive.authorities)


@dataclass(frozen=True)
class GoneOver:
    """A change with ``was`` and ``now``, the states of its slots before it was gone over and after."""

    edit: Edit
    undone: bool
    moments: tuple[Moment, Moment]

    @property
    def was(self) -> tuple[Any, ...]:
        return self.edit.after if self.undone else self.edit.before

    @property
    def now(self) -> tuple[Any, ...]:
        return self.edit.before if self.undone else self.edit.after

    def turned(self, key: str, *operands: object, count: float | None = None) -> str:
        """A sentence with one form for what is as before, and one for what is changed again."""
        return tr(f"undo.{key}_{'back' if self.undone else 'again'}", *operands, count=count)

    def described(self, id: str) -> Described | None:
        """A record as it is now, else as it was; None for one that the person does not see."""
        return next((one for moment in self.moments for one in moment.known if one.id == id), None)

    def title(self, id: str) -> str:
        one = self.described(id)
        return _short(one.title) if one else id

    def body(self, id: str) -> str:
        named = (moment.names.get(id) for moment in self.moments)
        return _short(next((one.name for one in named if one), id))


def undo(archive: Archive) -> tuple[Edit, str]:
    """Takes back the last change; with the sentence that tells of it. Raises UsageError as ``editing.undo`` does."""
    return _go_over(archive, editing.undo, undone=True)


def redo(archive: Archive) -> tuple[Edit, str]:
    return _go_over(archive, editing.redo, undone=False)


def _go_over(archive: Archive, action: Callable[[Archive], Edit], *, undone: bool) -> tuple[Edit, str]:
    before = Moment.of(archive)
    edit = action(archive)
    told = sentence(GoneOver(edit, undone, (Moment.of(archive), before)))
    return edit, tr("undo.undone" if undone else "undo.redone", told)


def sentence(gone: GoneOver) -> str:
    """What is now as it was. Of a change without slots only its name is known."""
    kinds = {type(slot) for slot in gone.edit.slots}
    if not kinds:
        return capital(word("event", gone.edit.type))
    return _fields(gone) if FieldSlot in kinds else _TELLING[type(gone.edit.slots[0])](gone)


# Records -------------------------------------------------------------------------------------------------------


def _fields(gone: GoneOver) -> str:
    ids, field = gone.edit.records, gone.edit.field
    if len(ids) > 1 and field:
        return gone.turned("field_many", wording.field_name(field), count=len(ids))
    if len(ids) > 1:
        return gone.turned("many", count=len(ids))
    if not field:
        return gone.turned("fields", gone.title(ids[0]), count=len(gone.edit.slots))
    return _field(gone, ids[0], field)


def _field(gone: GoneOver, id: str, field: str) -> str:
    one = gone.described(id)
    facts = one.description.by_field.get(field, ()) if one else ()
    told = [wording.value(field, fact.value).partition("\n")[0] for fact in facts or gone.now[0]]
    value = _short("; ".join(told))
    operands = (wording.field_name(field), gone.title(id), value)
    if gone.edit.type == "confirmation":
        confirmed = any(fact.rule == CONFIRMED and fact.source is Source.PERSON for fact in facts)
        return tr("undo.confirmed" if confirmed else "undo.unconfirmed", *operands)
    return tr("undo.field" if value else "undo.field_empty", *operands)


def _trash(gone: GoneOver) -> str:
    ids, inside = gone.edit.records, bool(gone.now[0])
    if len(ids) > 1:
        return tr("undo.trash_in_many" if inside else "undo.trash_out_many", count=len(ids))
    return tr("undo.trash_in" if inside else "undo.trash_out", gone.title(ids[0]))


def _tags(gone: GoneOver) -> str:
    ids = gone.edit.records
    on = {tag for was, now in zip(gone.was, gone.now, strict=True) for tag in set(now) - set(was)}
    off = {tag for was, now in zip(gone.was, gone.now, strict=True) for tag in set(was) - set(now)}
    if len(on | off) == 1:
        key, tag = ("tag_on", *on) if on else ("tag_off", *off)
        return (
            tr(f"undo.{key}_many", tag, count=len(ids)) if len(ids) > 1 else tr(f"undo.{key}", tag, gone.title(ids[0]))
        )
    if len(ids) > 1:
        return gone.turned("tags_many", count=len(ids))
    return tr("undo.tags" if gone.now[0] else "undo.tags_none", gone.title(ids[0]), ", ".join(gone.now[0]))


def _notes(gone: GoneOver) -> str:
    kind, title = ("highlight" if gone.edit.type == "highlight" else "note"), gone.title(gone.edit.records[0])
    was, now = (set(state[0]) for state in (gone.was, gone.now))
    said = _short(next((note.said for note in now - was or was - now), ""))
    state = "gone" if not now - was else "there" if not was - now else "as_it_was"
    return tr(f"undo.{kind}_{state}", title, said)


def _link(gone: GoneOver) -> str:
    slot, decision = gone.edit.slots[0], gone.now[0]
    assert isinstance(slot, LinkSlot)
    state = "open" if decision is None else "confirmed" if decision.confirmed else "refused"
    return tr(f"undo.link_{state}", gone.title(slot.record), gone.title(slot.target))


def _likeness(gone: GoneOver) -> str:
    slot = gone.edit.slots[0]
    assert isinstance(slot, LikenessSlot)
    return tr(f"undo.likeness_{gone.now[0] or 'open'}", gone.title(slot.record), gone.title(slot.other))


# Bodies --------------------------------------------------------------------------------------------------------


def _bodies(gone: GoneOver) -> str:
    if any(isinstance(slot, NameSlot) for slot in gone.edit.slots):
        return gone.turned("apart", gone.body(_ids(gone)[0]))
    ids = _ids(gone)
    if gone.edit.type == "authority merged":
        return gone.turned("merged", gone.body(ids[1]), gone.body(ids[0]))
    if len(ids) > 1:
        return gone.turned("bodies", count=len(ids))
    if gone.moments[0].names.get(ids[0]) is None:
        return tr("undo.body_gone", gone.body(ids[0]))
    if gone.moments[1].names.get(ids[0]) is None:
        return tr("undo.body_there", gone.body(ids[0]))
    return gone.turned("body", gone.body(ids[0]))


def _ids(gone: GoneOver) -> list[str]:
    return [slot.authority for slot in gone.edit.slots if isinstance(slot, AuthoritySlot)]


def _aside(gone: GoneOver) -> str:
    slot = gone.edit.slots[0]
    assert isinstance(slot, AsideSlot)
    return tr("undo.aside" if gone.now[0] else "undo.not_aside", _short(slot.written))


# Units and templates -------------------------------------------------------------------------------------------


def _units(gone: GoneOver) -> str:
    changed = [pair for slot, *pair in zip(gone.edit.slots, gone.was, gone.now, strict=True) if type(slot) is UnitSlot]
    if len(changed) > 1:
        return gone.turned("units", count=len(changed))
    was, now = changed[0]
    if now is None:
        return tr("undo.unit_gone", _short(was.title))
    return tr("undo.unit_there", _short(now.title)) if was is None else gone.turned("unit", _short(now.title))


def _placements(gone: GoneOver) -> str:
    ids = gone.edit.records
    return gone.turned("placed", gone.title(ids[0])) if len(ids) == 1 else gone.turned("placed_many", count=len(ids))


def _templates(gone: GoneOver) -> str:
    was, now = ({row[0]: row for row in state[0]} for state in (gone.was, gone.now))
    changed = [id for id in {**was, **now} if was.get(id) != now.get(id)]
    name = _short(str((now.get(changed[0]) or was[changed[0]])[1]))
    if changed[0] not in now:
        return tr("undo.template_gone", name)
    return tr("undo.template_there", name) if changed[0] not in was else gone.turned("template", name)


def _short(words: str) -> str:
    words = " ".join(words.split()).removesuffix(".")
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


_TELLING: Final[dict[type, Callable[[GoneOver], str]]] = {
    TrashSlot: _trash, TagsSlot: _tags, NotesSlot: _notes, LinkSlot: _link,
    LikenessSlot: _likeness, AuthoritySlot: _bodies, NameSlot: _bodies, AsideSlot: _aside, UnitSlot: _units,
    PlacementSlot: _placements, TemplatesSlot: _templates,
}  # fmt: skip
