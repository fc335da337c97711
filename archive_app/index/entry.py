"""What the index is told of a record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One record as it can be found: the text of its pages (number from 1, text), and its fields.

    ``date`` is EDTF, ``language`` one of ``en``, ``es``, ``en+es``. ``agencies`` are authority ids, for the facet;
    ``names`` are all names and acronyms of the parties, for ``agency:`` and ``party:``. ``digest`` stands for all that
    the entry says, and is kept as it is given.
    """

    record: str
    pages: tuple[tuple[int, str], ...] = ()
    title: str | None = None
    kind: str | None = None
    language: str | None = None
    date: str | None = None
    agencies: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    reviewed: bool = False
    digest: str = ""
