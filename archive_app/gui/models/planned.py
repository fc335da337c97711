"""What a change would do, line by line, before anything is changed: a record, a field, from what, to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.domain.fact import FIELDS, Value
from archive_app.gui.language import number, sentence, tr, translated
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.services.description import bulk_edits, description_sheets


@dataclass(frozen=True)
class ChangeRow:
    """One line. ``field`` is "" where nothing changes; ``problem`` is a sentence, of a row that cannot be taken."""

    title: str
    field: str = ""
    before: str = ""
    after: str = ""
    problem: str = ""
    number: int = 0

    @property
    def changes(self) -> bool:
        return bool(self.field)


def of_plan(plan: bulk_edits.Plan) -> list[ChangeRow]:
    """A line for each field that would change, and one for each record in which none would."""
    lines = []
    for row in plan.rows:
        lines += [
            ChangeRow(row.title, change.field, told(change.field, change.before), told(change.field, change.after))
            for change in row.changes
        ] or [ChangeRow(row.title)]
    return lines


def of_sheet(plan: description_sheets.Plan) -> list[ChangeRow]:
    """The same of a spreadsheet, with the number of each row."""
    lines = []
    for row in plan.rows:
        record = row.record or ""
        if row.problem:
            told_of = sentence(row.fault) if row.fault else row.problem
            lines.append(ChangeRow(record, problem=told_of, number=row.number))
            continue
        lines += [
            ChangeRow(record, change.field, *_states(change), number=row.number) for change in row.changes
        ] or [ChangeRow(record, number=row.number)]
    return lines


def _states(change: description_sheets.Change) -> tuple[str, str]:
    """What stands before and after, in words; of what is no field, like the unit, as the plan tells it."""
    if change.field not in FIELDS:
        return change.before, change.after
    return told(change.field, change.held), told(change.field, change.values)


def told(field: str, values: Sequence[Value]) -> str:
    """Values in one line, as a person reads them; a dash where nothing is known."""
    words = (wording.value(field, value).replace("\n", ", ") if field in FIELDS else str(value) for value in values)
    return "; ".join(words) or tr("planned.nothing")


def columns(numbered: bool = False) -> tuple[Column[ChangeRow], ...]:
    """``numbered`` for the rows of a spreadsheet, which may have problems too."""
    rest = (
        Column[ChangeRow](tr("planned.record"), lambda row: row.title),
        Column[ChangeRow](tr("planned.field"), lambda row: field_name(row.field) if row.field else ""),
        Column[ChangeRow](tr("planned.from"), lambda row: row.before),
        Column[ChangeRow](tr("planned.to"), lambda row: translated(row.problem) or row.after or tr("planned.same")),
    )
    first = Column[ChangeRow](tr("planned.row"), lambda row: number(row.number), key=lambda row: row.number)
    return (first, *rest) if numbered else rest


def field_name(field: str) -> str:
    """Of a field of a description, or of what else can be changed: tags, a key of a spreadsheet."""
    return wording.field_name(field) if field in FIELDS else tr(f"planned.{field}")
