"""What the index keeps of a record as it is: for facets, dates, sorting, and to be compared with the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern
from typing import Any, NamedTuple


class Kept(NamedTuple):
    """The kept fields of one record; "" and () where it has none. ``date`` is EDTF, ``agency`` ids.

    Values that many records have are one object for all of them: with 20,000 records this takes a third of the memory.
    """

    title: str = ""
    kind: str = ""
    language: str = ""
    date: str = ""
    agency: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    reviewed: bool = False
    digest: str = ""

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Kept:
        """From the fields as they are written."""
        told = fields.get
        return cls(
            told("title", ""), intern(told("kind", "")), intern(told("language", "")), intern(told("date", "")),
            _each(told("agency")), _each(told("place")), _each(told("tag")), bool(told("reviewed")), told("digest", ""),
        )  # fmt: skip

    def written(self) -> dict[str, Any]:
        """The fields as they are written: those that are empty are left out."""
        told = zip(self._fields, self, strict=True)
        return {name: list(value) if isinstance(value, tuple) else value for name, value in told if value}


#: Of a record that has no fields in the index.
NOTHING = Kept()


def _each(values: list[str] | None) -> tuple[str, ...]:
    return tuple(map(intern, values)) if values else ()
