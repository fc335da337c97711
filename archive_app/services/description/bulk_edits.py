"""One change for many records: looked at first, record by record, then written as one that can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from archive_app.domain.description import Description
from archive_app.domain.fact import FIELDS, MANY, Party, Source, Value, to_json
from archive_app.errors import Cancelled, UsageError
from archive_app.progress import SILENT, Progress
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing, tagging
from archive_app.services.index_upkeep import indexing
from archive_app.services.records import Described
from archive_app.services.undo import editing
from archive_app.services.undo.edits import FieldSlot, Slot
from archive_app.services.undo.kept_slots import TagsSlot

#: What can be done to a field of many records; the first that fits is what a form offers first.
Deed = Literal["set", "add", "remove", "clear", "withdraw"]
DEEDS: Final[tuple[Deed, ...]] = ("set", "add", "remove", "clear", "withdraw")
#: Beside the fields of a description: the tags that a record has, whose values are text.
TAGS: Final = "tags"


@dataclass(frozen=True)
class Wish:
    """What a field is to become.

    ``values`` come in place of what holds (set), beside it (add), or go away from it (remove); ``clear`` says that
    the paper does not tell, ``withdraw`` takes back what persons said. ``only_empty`` leaves alone what is known.
    """

    field: str
    deed: Deed
    values: tuple[Value, ...] = ()
    only_empty: bool = False


@dataclass(frozen=True)
class Change:
    """One field of one record, as it holds now and as it would; no value at all means that nothing is known."""

    field: str
    before: tuple[Value, ...]
    after: tuple[Value, ...]
    deed: Deed = "set"


@dataclass(frozen=True)
class Row:
    """What would become of one record."""

    record: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Plan:
    """What a change would do to each record, in the order they were given. ``version`` is the catalogue's."""

    rows: tuple[Row, ...]
    wishes: tuple[Wish, ...]
    version: int

    @property
    def changed(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.changes)

    def as_json(self) -> dict[str, Any]:
        """The shape of ``set --json``."""
        return {
            "records": len(self.rows), "changed": len(self.changed),
            "report": [
                {"record": row.record, "title": row.title, "changes": [
                    {"field": change.field, "from": [to_json(value) for value in change.before],
                     "to": [to_json(value) for value in change.after]} for change in row.changes
                ]} for row in self.rows
            ],
        }  # fmt: skip


def deeds_of(field: str) -> tuple[Deed, ...]:
    """What can be done to a field: only those with many values can be added to."""
    if field == TAGS:
        return ("add", "remove", "set", "clear")
    return ("add", "remove", "set", "clear", "withdraw") if field in MANY else ("set", "clear", "withdraw")


def wish(archive: Archive, field: str, deed: Deed, typed: str = "", *, only_empty: bool = False) -> Wish:
    """A wish of a value as a person typed it; several are parted by ``;``.

    Raises UsageError for a field that there is not, a deed that it does not know and a value that it cannot have.
    """
    if field != TAGS and field not in FIELDS:
        raise UsageError(f"There is no field “{field}”; the fields are {', '.join(sorted((TAGS, *FIELDS)))}.",
                         key="no_field", operands=(field, ", ".join(sorted((TAGS, *FIELDS)))))  # fmt: skip
    if deed not in deeds_of(field):
        raise UsageError(f"The field {field} has one value, which nothing can be added to; set it.",
                         key="one_value", operands=(field,))  # fmt: skip
    if deed in ("clear", "withdraw"):
        return Wish(field, deed, (), only_empty)
    if field == TAGS:
        return Wish(field, deed, tuple(tags_of(typed)), only_empty)
    values = describing.parse_values(field, typed, archive.authorities, archive.resources)
    if values == (None,):
        return Wish(field, "clear", (), only_empty)
    return Wish(field, deed, values, only_empty)


def tags_of(typed: str) -> Iterator[str]:
    """Tags as typed, parted by ``;``. Raises UsageError for one that cannot be one, and for none."""
    found = [tagging.valid(part) for part in typed.split(";") if part.strip()]
    if not found:
        raise UsageError("A tag needs at least one letter; write a word.", key="no_tag")
    yield from dict.fromkeys(found)


def plan(archive: Archive, ids: Sequence[str], wishes: Sequence[Wish]) -> Plan:
    """What wishes would change of records; nothing is written. Raises UsageError for a record that is not there."""
    version = archive.catalogue.data_version
    known = {one.id: one for one in records.all_described(archive.base)}
    for id in ids:
        if id not in known:
            records.described(archive, id)  # tells that there is none
    spelled = tuple(_spelled(archive, wished) for wished in wishes)
    rows = tuple(_row(archive, known[id], spelled) for id in dict.fromkeys(ids))
    return Plan(rows, spelled, version)


def write(archive: Archive, planned: Plan, progress: Progress = SILENT) -> Plan:
    """Writes all that a plan changes as a person's word, in one change that can be undone.

    Stopped on the way nothing is changed. Raises UsageError where the records have changed since they were looked at,
    Cancelled where the person stopped it.
    """
    archive.require_writable()
    _require_unchanged(archive, planned)
    todo = planned.changed
    slots = [_slot(row.record, change.field) for row in todo for change in row.changes]
    progress.stage("changing", len(todo))
    with archive.catalogue.writing(), editing.noting(archive, "bulk edit", slots):
        for row in todo:
            if progress.cancelled:
                raise Cancelled("Stopped as you asked; nothing was changed.", key="stopped_unchanged")
            for change in row.changes:
                _put(archive, row.record, change)
            progress.advance(row.record)
    indexing.refresh_fields(archive, [row.record for row in todo], progress)
    return planned


def _require_unchanged(archive: Archive, planned: Plan) -> None:
    if archive.catalogue.data_version == planned.version:
        return
    if plan(archive, [row.record for row in planned.rows], planned.wishes).rows != planned.rows:
        raise UsageError("The records have changed since they were looked at, so nothing was written; look again.",
                         key="changed_since")  # fmt: skip


def _spelled(archive: Archive, wished: Wish) -> Wish:
    """With tags as they are spelled on other records."""
    if wished.field != TAGS:
        return wished
    return replace(wished, values=tuple(tagging.spelled(archive, str(tag)) for tag in wished.values))


def _row(archive: Archive, one: Described, wishes: Sequence[Wish]) -> Row:
    changes = (_change(archive, one, wished) for wished in wishes)
    return Row(one.id, one.title, tuple(change for change in changes if change))


def _change(archive: Archive, one: Described, wished: Wish) -> Change | None:
    before = _held(archive, one, wished.field)
    if wished.only_empty and before:
        return None
    after = _after(archive, one, wished, before)
    if wished.deed == "withdraw":
        same = not archive.catalogue.facts.persons(one.id, wished.field)
    else:
        same = [*map(_what, before)] == [*map(_what, after)]
    return None if same else Change(wished.field, before, after, wished.deed)


def _held(archive: Archive, one: Described, field: str) -> tuple[Value, ...]:
    return archive.catalogue.tags.of(one.id) if field == TAGS else _values(one.description, field)


def _values(description: Description, field: str) -> tuple[Value, ...]:
    return tuple(fact.value for fact in description.by_field.get(field, ()))


def _after(archive: Archive, one: Described, wished: Wish, before: tuple[Value, ...]) -> tuple[Value, ...]:
    if wished.deed == "withdraw":
        return _read(archive, one.id, wished.field)
    given = wished.values
    named = {_what(value) for value in given}
    if wished.deed == "add":
        held = {_what(value) for value in before}
        joined = (*before, *(value for value in given if _what(value) not in held))
        return tuple(sorted(map(str, joined))) if wished.field == TAGS and len(joined) > len(before) else joined
    if wished.deed == "remove":
        return tuple(value for value in before if _what(value) not in named)
    return given if wished.deed == "set" else ()


def _read(archive: Archive, id: str, field: str) -> tuple[Value, ...]:
    """What would hold without the word of any person."""
    facts = archive.catalogue.facts.of(id)
    left = [fact for fact in facts if fact.field != field or fact.source is not Source.PERSON]
    return _values(archive.recognition.described(id, left), field)


def _what(value: Value) -> Value:
    """What two values are the same by: a body however it is written."""
    return (value.authority or value.name.casefold()) if isinstance(value, Party) else value


def _slot(record: str, field: str) -> Slot:
    return TagsSlot(record) if field == TAGS else FieldSlot(record, field)


def _put(archive: Archive, record: str, change: Change) -> None:
    by, at, facts, tags = archive.person, archive.now(), archive.catalogue.facts, archive.catalogue.tags
    if change.field == TAGS:
        for tag in (tag for tag in change.before if tag not in change.after):
            tags.remove([record], str(tag), by, at)
        for tag in (tag for tag in change.after if tag not in change.before):
            tags.add([record], str(tag), by, at)
    elif change.deed == "withdraw":
        facts.withdraw(record, change.field, by, at)
    else:
        facts.correct(record, change.field, change.after or (None,), by, at)
