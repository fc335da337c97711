"""The places of one word in one segment, as they lie on disk: a list of numbers, or a bit for every place.

All words of a segment's pages are numbered through, so that a phrase may run over the end of a page. The commonest
words are kept as bits: two of them beside each other are then one shift and one AND of long integers, which takes a
thousandth of what comparing their lists takes. Lists lie open in memory, to be looked into without being read.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

#: A word that has one in so many places is kept as bits.
DENSE = 100
_SET = re.compile(rb"[^\x00]")
_BITS_OF = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]


class Places:
    """Rising places of a word: all numbers in ``listed``, or the bits of ``bits`` that are set, the lowest first."""

    __slots__ = ("bits", "listed")

    def __init__(self, listed: Sequence[int], bits: bytes | None = None) -> None:
        self.listed = listed
        self.bits = bits

    def __iter__(self) -> Iterator[int]:
        return iter(self.listed) if self.bits is None else iter(set_bits(self.bits))

    @property
    def rarity(self) -> float:
        """Places as few come first; those kept as bits come last."""
        return len(self.listed) if self.bits is None else float("inf")

    def within(self, start: int, end: int) -> list[int]:
        """The places from ``start`` on and before ``end``."""
        if self.bits is None:
            first = bisect_left(self.listed, start)
            return list(self.listed[first : bisect_left(self.listed, end, first)])
        low = max(start, 0) >> 3
        found = _places_in(self.bits[low : (end + 7) >> 3], low * 8)
        return found[bisect_left(found, start) : bisect_left(found, end)]

    def holding(self, candidates: Sequence[int], shift: int) -> list[int]:
        """Those of the rising candidates that have this word so many places on."""
        bits, listed = self.bits, self.listed
        if bits is not None:
            end = len(bits) * 8
            return [c for c in candidates if 0 <= (p := c + shift) < end and bits[p >> 3] >> (p & 7) & 1]
        if len(candidates) * 16 > len(listed):
            wanted = set(listed)
            return [candidate for candidate in candidates if candidate + shift in wanted]
        end = len(listed)
        return [c for c in candidates if (at := bisect_left(listed, c + shift)) < end and listed[at] == c + shift]

    def as_number(self, size: int) -> int:
        """All places below ``size`` as one integer with their bits set."""
        if self.bits is not None:
            return int.from_bytes(self.bits, "little")
        flags = bytearray((size + 7) // 8)
        for place in self.listed:
            flags[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(flags, "little")


def joined(several: Sequence[Places], size: int) -> Places:
    """The places of any of several words, as of one."""
    if len(several) == 1:
        return several[0]
    if any(places.bits is not None for places in several):
        return Places((), number_to_bits(reduce(or_, (places.as_number(size) for places in several)), size))
    return Places(sorted({place for places in several for place in places.listed}))


def number_to_bits(number: int, size: int) -> bytes:
    return number.to_bytes((max(size, number.bit_length()) + 7) // 8, "little")


def set_bits(bits: bytes) -> list[int]:
    """The numbers of the bits that are set, rising."""
    found: list[int] = []
    for match in _SET.finditer(bits):
        at = match.start()
        found += [at * 8 + bit for bit in _BITS_OF[bits[at]]]
    return found


def _places_in(bits: bytes, start: int) -> list[int]:
    """The same for a few bytes, numbered on from ``start``."""
    return [start + at * 8 + bit for at, byte in enumerate(bits) if byte for bit in _BITS_OF[byte]]


def to_bits(places: array[int], size: int) -> bytes:
    """As they are kept of a common word."""
    return number_to_bits(Places(places).as_number(size), size)


def spread(number: int, width: int) -> int:
    """Every bit set that has one set at its own place or within ``width`` - 1 places on."""
    done = 1
    while done < width:
        step = min(done, width - done)
        number |= number >> step
        done += step
    return number


def counted(bits: bytes, spans: Iterable[tuple[int, int]]) -> dict[int, int]:
    """How many bits are set in each span, by its number, without those that have none."""
    found = {}
    for number, (start, end) in enumerate(spans):
        here = int.from_bytes(bits[start >> 3 : (end + 7) >> 3], "little") >> (start & 7)
        if here and (times := (here & ((1 << end - start) - 1)).bit_count()):
            found[number] = times
    return found
