"""Where a word stands: documents, how much it weighs in each, and its places; packed as flat arrays.

The engine's own lists are pickled blocks of 128 that have to be walked one by one. Flat arrays are read whole at once,
which is what asking for a common word costs. What a query is ranked by stands apart from the places, and is all that
is read where no phrase is asked for.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import sub

from archive_app.index.standing import DENSE, Places, to_bits

_HEADER = struct.Struct("<IIB")
_GAPS = "BHI"
#: How places are kept: in four bytes (pages), in eight (fields), or as bits.
_KINDS = "IQ"
_BITS = 2
#: How soon a word's repetition stops counting, how much a page's length counts against it, and a usual page (BM25).
_SATURATION, _LENGTH_WEIGHT, _USUAL_LENGTH = 1.2, 0.75, 300
#: The weight of a word that fills its page.
FULL = 255
_MOST_COUNTED = 64


@lru_cache(maxsize=4096)
def weights(length: int) -> bytes:
    """What a word weighs on a page of so many words (in tens), by how often it stands there, to FULL.

    This is the part of BM25 that no later page changes: kept with the word, it need not be computed in a search.
    """
    damper = _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * (length * 10) / _USUAL_LENGTH)
    return bytes(max(1, round(FULL * times / (times + damper))) for times in range(_MOST_COUNTED))


def weight(times: int, length: int) -> int:
    return weights(min(length, 5000) // 10)[min(times, _MOST_COUNTED - 1)]


class PostingList:
    """One word's places while a segment is written: rising documents, weights, and all places one after another."""

    __slots__ = ("documents", "places", "weights")

    def __init__(self, kind: str = "I") -> None:
        self.documents = array("I")
        self.weights = bytearray()
        self.places = array(kind)

    def add(self, document: int, weight: int, places: Sequence[int]) -> None:
        self.documents.append(document)
        self.weights.append(weight)
        self.places.extend(places)

    def pack(self, size: int) -> bytes:
        """``size`` is how many places all words of the segment's pages have."""
        gaps = _narrow([self.documents[0], *map(sub, self.documents[1:], self.documents)])
        kind, places = _KINDS.index(self.places.typecode), self.places.tobytes()
        if not kind and len(self.places) * DENSE > size > 8 * _HEADER.size:
            kind, places = _BITS, to_bits(self.places, size)
        head = _HEADER.pack(len(self.documents), len(places), _GAPS.index(gaps.typecode) | kind << 2)
        return head + gaps.tobytes() + bytes(self.weights) + places


def _narrow(values: Sequence[int]) -> array[int]:
    highest = max(values, default=0)
    return array(_GAPS[(highest > 0xFF) + (highest > 0xFFFF)], values)


class Postings:
    """One word in one segment, as packed. ``documents`` are numbers in the segment, rising."""

    __slots__ = ("_kind", "_where", "documents", "weights")

    def __init__(self, data: bytes) -> None:
        number, length, kinds = _HEADER.unpack_from(data)
        gaps = array(_GAPS[kinds & 3])
        start = _HEADER.size + number * gaps.itemsize
        if not number or len(data) != start + number + length:
            raise ValueError("a list of places does not add up")
        gaps.frombytes(data[_HEADER.size : start])
        self.documents: list[int] = list(accumulate(gaps))
        self.weights = data[start : start + number]
        self._where = memoryview(data)[start + number :]
        self._kind = kinds >> 2

    @property
    def places(self) -> Places:
        if self._kind == _BITS:
            return Places((), bytes(self._where))
        return Places(self._where.cast("Q") if self._kind else self._where.cast("I"))
