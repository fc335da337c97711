"""Correcting what was read of records: a person's values, as typed or made, which win for good."""

from __future__ import annotations

from collections.abc import Sequence

from archive_app.domain.fact import Fact, Value
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.reading.readings import describe_pending
from archive_app.services.typed_values import parse_values
from archive_app.services.undo import editing
from archive_app.services.undo.edits import FieldSlot

__all__ = ["confirm", "correct", "correct_values", "describe_pending", "parse_values", "withdraw"]


def correct(archive: Archive, record: str, field: str, text: str) -> None:
    """A person's value for a field, as typed; it replaces their earlier one and wins over every reading.

    Raises UsageError for a record or a field that does not exist and for a value that the field cannot have.
    """
    correct_values(archive, record, field, parse_values(field, text, archive.authorities, archive.resources))


def correct_values(archive: Archive, record: str, field: str, values: Sequence[Value]) -> None:
    """The same with values already made; ``(None,)`` says that the paper does not tell."""
    _require(archive, record)
    with editing.noting(archive, "correction", [FieldSlot(record, field)]):
        archive.catalogue.facts.correct(record, field, values, archive.person, archive.now())
    editing.index_anew(archive, (record,), fields_only=True)


def _require(archive: Archive, record: str) -> None:
    archive.require_writable()
    if archive.catalogue.records.get(record) is None:
        raise records.no_record(archive, record)


def withdraw(archive: Archive, record: str, field: str) -> None:
    """Takes a person's value back; what was read holds again."""
    _require(archive, record)
    with editing.noting(archive, "withdrawal", [FieldSlot(record, field)]):
        archive.catalogue.facts.withdraw(record, field, archive.person, archive.now())
    editing.index_anew(archive, (record,), fields_only=True)


def confirm(archive: Archive, record: str, *facts: Fact) -> None:
    """A person says that readings of a record are right: they are theirs from then on."""
    archive.require_writable()
    known = [fact.id for fact in facts if fact.id is not None]
    if len(known) < len(facts):
        raise UsageError("A computed value cannot be confirmed by itself; confirm the values it was made of.")
    slots = [FieldSlot(record, field) for field in dict.fromkeys(fact.field for fact in facts)]
    with editing.noting(archive, "confirmation", slots):
        for id in known:
            archive.catalogue.facts.confirm(id, archive.person, archive.now())
    editing.index_anew(archive, (record,), fields_only=True)
