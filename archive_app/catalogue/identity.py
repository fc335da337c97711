"""The name of a record: R and its number, ``R00012``. Numbers rise, and none is ever given twice."""

from __future__ import annotations

import re

from archive_app.catalogue.connection import Database
from archive_app.errors import UsageError

_ID = re.compile(r"R(\d{5,18})\Z", re.ASCII)


def name(number: int) -> str:
    return f"R{number:05d}"


def number(id: str | None) -> int | None:
    """The number in a record's name; None for what is not such a name, which no record in the catalogue matches."""
    match = _ID.match(id or "")
    return int(match[1]) if match and name(int(match[1])) == id else None


def existing(db: Database, id: str) -> int:
    """The number of a record that is there. Raises UsageError where there is none of this name."""
    found = db.row("SELECT number FROM record WHERE number = ?", (number(id),))
    if found is None:
        raise UsageError(f"There is no record {id} in this archive; the list of records shows their names.")
    return int(found[0])
