"""Where a word stands: documents, how often, at which positions; packed as flat arrays.

The engine's own lists are pickled blocks of 128 that have to be walked one by one. Flat arrays of the smallest fitting
integers are read whole at once, which is what asking for a common word costs.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, compress, repeat
from operator import add, sub

_HEADER = struct.Struct("<III")
_CODES = "BHI"
_SIZES = [array(code).itemsize for code in _CODES]
_NONE = 3
#: The kinds of a list with one document and one place, both in the widest integers.
_SINGLE = 2 | 2 << 2 | _NONE << 4
_PAIR = struct.Struct("<II")
#: More than any place in a document can be.
DOCUMENT = 1 << 32


class PostingList:
    """One word's places while a segment is written: rising documents, counts, and all positions one after another."""

    __slots__ = ("counts", "documents", "places")

    def __init__(self) -> None:
        self.documents = array("I")
        self.counts = array("I")
        self.places = array("I")

    def add(self, document: int, places: Sequence[int]) -> None:
        self.documents.append(document)
        self.counts.append(len(places))
        self.places.extend(places)


def pack(documents: Sequence[int], counts: Sequence[int], places: Sequence[int]) -> bytes:
    """Gaps between documents, counts (left out where all are 1) and positions, each in the smallest integers."""
    if len(places) == 1:
        # Half of all words stand in one place only.
        return _HEADER.pack(1, 1, _SINGLE) + _PAIR.pack(documents[0], places[0])
    gaps = _narrow([documents[0], *map(sub, documents[1:], documents)])
    many = array("B") if len(places) <= len(documents) else _narrow(counts)
    where = _narrow(places)
    kinds = _CODES.index(gaps.typecode) | _CODES.index(where.typecode) << 2
    kinds |= (_CODES.index(many.typecode) if many else _NONE) << 4
    return _HEADER.pack(len(documents), len(places), kinds) + gaps.tobytes() + many.tobytes() + where.tobytes()


def _narrow(values: Sequence[int]) -> array[int]:
    highest = max(values, default=0)
    return array(_CODES[(highest > 0xFF) + (highest > 0xFFFF)], values)


class Postings:
    """One word's places in one segment, as packed. ``documents`` are numbers in the segment, rising."""

    __slots__ = ("_data", "_kinds", "_places", "counts", "documents")

    def __init__(self, data: bytes) -> None:
        number, self._places, self._kinds = _HEADER.unpack_from(data)
        gaps, at = _read(data, _HEADER.size, self._kinds & 3, number)
        many, at = _read(data, at, self._kinds >> 4 & 3, number)
        self.documents: list[int] = list(accumulate(gaps))
        self.counts: Sequence[int] = many if many else [1] * number
        self._data = data[at:]
        if sum(self.counts) != self._places or len(self._data) != self._places * _SIZES[self._kinds >> 2 & 3]:
            raise ValueError("a list of places does not add up")

    def places(self, wanted: Iterable[int]) -> dict[int, set[int]]:
        """The positions in each of the wanted documents that hold the word."""
        everywhere, _ = _read(self._data, 0, self._kinds >> 2 & 3, self._places)
        ends = list(accumulate(self.counts))
        index = dict(zip(self.documents, range(len(ends)), strict=True))
        found = {}
        for document in wanted:
            at = index.get(document)
            if at is not None:
                found[document] = set(everywhere[ends[at] - self.counts[at] : ends[at]])
        return found

    def keys(self, wanted: set[int] | frozenset[int], shift: int) -> set[int]:
        """All places in the wanted documents as one number each: DOCUMENT times the document, and the place - shift.

        So words of a phrase can be held against each other over all documents at once.
        """
        everywhere, _ = _read(self._data, 0, self._kinds >> 2 & 3, self._places)
        bases = [document * DOCUMENT - shift for document in self.documents]
        keys = map(add, everywhere, chain.from_iterable(map(repeat, bases, self.counts)))
        if wanted.issuperset(self.documents):
            return set(keys)
        chosen = map(wanted.__contains__, self.documents)
        return set(compress(keys, chain.from_iterable(map(repeat, chosen, self.counts))))

    def unpacked(self) -> tuple[list[int], Sequence[int], Sequence[int]]:
        """Documents, counts and positions, as ``pack`` took them."""
        everywhere, _ = _read(self._data, 0, self._kinds >> 2 & 3, self._places)
        return self.documents, self.counts, everywhere


def _read(data: bytes, start: int, kind: int, number: int) -> tuple[array[int], int]:
    values = array("B" if kind == _NONE else _CODES[kind])
    end = start if kind == _NONE else start + number * values.itemsize
    if end > len(data):
        raise ValueError("a list of places is cut short")
    values.frombytes(data[start:end])
    return values, end
