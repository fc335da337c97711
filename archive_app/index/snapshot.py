"""One generation of the index as searches see it: all segments, without what is deleted, with records numbered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from archive_app.index.postings import Postings
from archive_app.index.query.periods import span_of
from archive_app.index.segment import SegmentView
from archive_app.index.stems import stem

_NOBODY = -1
#: How much a page's length counts against it in the ranking, and how soon a word's repetition stops counting (BM25).
_LENGTH_WEIGHT, _SATURATION = 0.75, 1.2


@dataclass(frozen=True, slots=True)
class Part:
    """A segment with its place in the whole: its documents are numbered on from ``base``."""

    view: SegmentView
    base: int


class Snapshot:
    """Documents and records are numbers here. ``owner`` is the record of each document, -1 where it is deleted."""

    def __init__(self, generation: int, views: Sequence[SegmentView], deleted: Sequence[Iterable[int]]) -> None:
        self.generation = generation
        self.parts: list[Part] = []
        self.owner: list[int] = []
        self.page: list[int] = []
        self.numbers: dict[str, int] = {}
        for view, gone in zip(views, deleted, strict=True):
            self._take_in(view, set(gone))
        self.records = list(self.numbers)

    def _take_in(self, view: SegmentView, gone: set[int]) -> None:
        numbers = self.numbers
        owner: list[int] = []
        for record, length in view.runs:
            owner += [numbers.setdefault(record, len(numbers))] * length
        for document in gone:
            owner[document] = _NOBODY
        self.parts.append(Part(view, len(self.owner)))
        self.owner.extend(owner)
        self.page.extend(view.pages)

    @cached_property
    def everyone(self) -> frozenset[int]:
        """All records that are in the index."""
        return frozenset(self.owner) - {_NOBODY}

    @cached_property
    def page_count(self) -> int:
        return sum(1 for owner, page in zip(self.owner, self.page, strict=True) if page and owner != _NOBODY)

    @cached_property
    def dampers(self) -> list[float]:
        """For each document what its length adds below the line of BM25."""
        lengths = [length for part in self.parts for length in part.view.lengths]
        average = sum(lengths) / max(self.page_count, 1) or 1.0
        weight = _SATURATION * _LENGTH_WEIGHT / average
        return [_SATURATION * (1 - _LENGTH_WEIGHT) + weight * length for length in lengths]

    @cached_property
    def fields(self) -> dict[int, Mapping[str, Any]]:
        """The kept fields of each record: title, kind, language, date, agency, place, reviewed."""
        return {
            self.owner[part.base + document]: fields
            for part in self.parts
            for document, fields in part.view.fields.items()
            if self.owner[part.base + document] != _NOBODY
        }

    @cached_property
    def days(self) -> dict[int, tuple[int, int]]:
        """First and last day that each dated record's date may stand for, as yyyymmdd."""
        days = {}
        for record, fields in self.fields.items():
            with suppress(ValueError):  # a date that is not in EDTF is in no period
                days[record] = span_of(fields.get("date", ""))
        return days

    def documents_of(self, record: int) -> dict[int, int]:
        """The documents of a record with their page numbers; 0 is the one of its fields."""
        return {number: self.page[number] for number, owner in enumerate(self.owner) if owner == record}

    def first_pages(self, records: Set[int]) -> dict[int, int]:
        """The lowest page number of each of these records that has pages."""
        found: dict[int, int] = {}
        if records:
            for owner, page in zip(self.owner, self.page, strict=True):
                if page and owner in records:
                    found[owner] = min(page, found.get(owner, page))
        return found

    def postings(self, field: str, form: str) -> Iterable[tuple[Part, Postings]]:
        for part in self.parts:
            found = part.view.postings(field, form)
            if found:
                yield part, found

    def frequency(self, field: str, form: str) -> int:
        return sum(part.view.frequency(field, form) for part in self.parts)

    def forms_of(self, root: str) -> set[str]:
        """All forms in the index that have this stem."""
        listed = {form for part in self.parts for form in part.view.forms_of(root)}
        return listed | {root} if stem(root) == root else listed

    def forms(self, field: str, prefix: str) -> set[str]:
        """All forms of a field that begin so."""
        return {form for part in self.parts for form in part.view.forms(field, prefix)}
