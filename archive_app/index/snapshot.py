"""One generation of the index as searches see it: all segments, without what is deleted, with records numbered."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from archive_app.index.folding import fold
from archive_app.index.kept import Kept
from archive_app.index.postings import Postings
from archive_app.index.query.periods import span_of
from archive_app.index.segment import SegmentView
from archive_app.index.stems import stem

_NOBODY = -1
#: A date is read once however many records bear it.
_span_of = lru_cache(maxsize=50_000)(span_of)


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
        self.owner = array("i")
        self.page = array("I")
        self.numbers: dict[str, int] = {}
        for view, gone in zip(views, deleted, strict=True):
            self._take_in(view, set(gone))
        self.records = list(self.numbers)
        self._bases = [part.base for part in self.parts]
        self._columns: dict[str, list[tuple[str, ...]]] = {}

    def _take_in(self, view: SegmentView, gone: set[int]) -> None:
        numbers = self.numbers
        owner: list[int] = []
        for record, length in view.runs:
            owner += [numbers.setdefault(record, len(numbers))] * length
        for document in gone:
            owner[document] = _NOBODY
        self.parts.append(Part(view, len(self.owner)))
        self.owner.extend(array("i", owner))
        self.page.extend(view.pages)

    @cached_property
    def everyone(self) -> frozenset[int]:
        """All records that are in the index."""
        return frozenset(self.owner) - {_NOBODY}

    @cached_property
    def page_count(self) -> int:
        return sum(1 for owner, page in zip(self.owner, self.page, strict=True) if page and owner != _NOBODY)

    @cached_property
    def fields(self) -> dict[int, Kept]:
        """The kept fields of each record that has any."""
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
        for record, kept in self.fields.items():
            with suppress(ValueError):  # a date that is not in EDTF is in no period
                days[record] = _span_of(kept.date)
        return days

    @cached_property
    def by_date(self) -> list[int]:
        """All records, newest first; undated ones last, and those of one day by their id."""
        first = [0] * len(self.records)
        for record, (day, _) in self.days.items():
            first[record] = day
        by_id = sorted(self.everyone, key=self.records.__getitem__)
        return sorted(by_id, key=first.__getitem__, reverse=True)

    @cached_property
    def by_title(self) -> list[int]:
        """All records by title; untitled ones last, and those of one title by their id."""
        titles = {record: fold(kept.title) for record, kept in self.fields.items()}

        def key(record: int) -> tuple[bool, str, str]:
            title = titles.get(record, "")
            return not title, title, self.records[record]

        return sorted(self.everyone, key=key)

    def column(self, facet: str) -> list[tuple[str, ...]]:
        """The values of a facet by record, each value once; read from the fields once."""
        column = self._columns.get(facet)
        if column is None:
            column = self._columns[facet] = [()] * len(self.records)
            values: dict[str | bool | tuple[str, ...], tuple[str, ...]] = {}
            for record, kept in self.fields.items():
                value = kept.date[:4] if facet == "year" else getattr(kept, facet)
                if value not in values:
                    values[value] = _values(value)
                column[record] = values[value]
        return column

    @cached_property
    def _spans(self) -> dict[int, list[range]]:
        spans: dict[int, list[range]] = {}
        for part in self.parts:
            for record, documents in part.view.spans():
                span = range(part.base + documents.start, part.base + documents.stop)
                spans.setdefault(self.numbers[record], []).append(span)
        return spans

    def documents_of(self, record: int) -> list[int]:
        """The documents of a record: its pages, and the one of its fields."""
        return [document for span in self._spans.get(record, ()) for document in span if self.owner[document] == record]

    def documents_of_all(self, records: Iterable[int]) -> set[int]:
        """The documents of several records, deleted ones among them."""
        return set(chain.from_iterable(chain.from_iterable(map(self._spans.__getitem__, records))))

    def part_of(self, document: int) -> Part:
        return self.parts[bisect_right(self._bases, document) - 1]

    def first_page(self, record: int) -> int | None:
        """The lowest page number of a record, None where it has no pages."""
        return min((page for document in self.documents_of(record) if (page := self.page[document])), default=None)

    def page_after(self, record: int, page: int) -> int | None:
        """The number of a record's next page, None after the last."""
        return min((its for document in self.documents_of(record) if (its := self.page[document]) > page), default=None)

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


def _values(value: str | bool | tuple[str, ...]) -> tuple[str, ...]:
    """What counts as the values of a facet, of a kept field."""
    if isinstance(value, bool):
        return ("yes",) if value else ("no",)
    return tuple(dict.fromkeys(value)) if isinstance(value, tuple) else (value,) if value else ()
