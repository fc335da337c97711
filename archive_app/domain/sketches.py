"""How like one another two texts are, told from a small sketch of each: whatever their format, or how they were read.

A sketch is the lowest hashes of all runs of three words. The share of hashes that two sketches have in common is about
the share of runs that the texts have in common.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

#: Words of a run, and hashes of a sketch.
_RUN = 3
_HASHES = 200
#: A text of fewer words is like too many others.
_FEWEST_WORDS = 40
_MOST_WORDS = 60_000
#: Two texts with less in common are different ones. A scan with a wrong letter in every hundred has about 0.7.
ALIKE = 0.5
#: Pairs are looked for among texts that share some of these many lowest hashes: two that are just alike share about
#: 40 of them, or 30 where one is twice as long; two that have a paragraph in common share a few.
_LOOKED_AT = 60
_FEWEST_SHARED = 15
#: Into so many parts are hashes divided, by what they leave.
_PARTS = 12
#: What more texts than this have in common is a form's wording.
_MOST_SHARING = 40
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The lowest hashes of a text (unsigned 32 bit, rising), and how many words it has."""

    words: int
    hashes: array[int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two records, the older first, and the share of their texts that is the same, from 0 to 1."""

    one: str
    other: str
    share: float


def sketch(texts: Iterable[str]) -> Sketch:
    """The sketch of a text given by its pages."""
    words = list(islice(_words(texts), _MOST_WORDS))
    runs = {zlib.crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1)}
    return Sketch(len(words), array("I", heapq.nsmallest(_HASHES, runs)))


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Words in small letters and without accents, which scans lose."""
    for text in texts:
        plain = unicodedata.normalize("NFD", text.casefold())
        yield from _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))


def share(one: Sketch, other: Sketch) -> float:
    """The estimated share of runs in common; about 0.03 off."""
    both = {*one.hashes}.intersection(other.hashes)
    together = sorted({*one.hashes, *other.hashes})[:_HASHES]
    return sum(hash in both for hash in together) / len(together) if together else 0.0


def alike(sketches: Mapping[str, Sketch], least: float = ALIKE) -> list[Likeness]:
    """All pairs that are alike, the likest first. Texts too short to tell are in none."""
    told = {id: one for id, one in sketches.items() if one.words >= _FEWEST_WORDS}
    found = (Likeness(one, other, share(told[one], told[other])) for one, other in _candidates(told, least))
    return sorted((pair for pair in found if pair.share >= least), key=lambda pair: (-pair.share, pair.one, pair.other))


def _candidates(sketches: Mapping[str, Sketch], least: float) -> Iterator[tuple[str, str]]:
    """Pairs, the older first, that have so many hashes in common that they may be alike."""
    ids = sorted(sketches)
    #: For each text those before it that it shares a hash with, once for each such hash.
    met = [array("I") for _ in ids]
    for sharing in _sharing([sketches[id] for id in ids]):
        for at, one in enumerate(sharing):
            met[one].extend(sharing[:at])
    for at, id in enumerate(ids):
        hashes = frozenset(sketches[id].hashes)
        for other, number in Counter(met[at]).items():
            if number >= _FEWEST_SHARED and _may_be_alike(hashes, sketches[ids[other]], least):
                yield ids[other], id


def _sharing(sketches: Sequence[Sketch]) -> Iterator[array[int]]:
    """For each hash that is looked at the texts that have it, by number and rising: two of them or more.

    Hashes are taken in parts, so that never more than a part of them all is held beside the sketches.
    """
    for part in range(_PARTS):
        having = sorted(
            hash << 32 | at
            for at, one in enumerate(sketches)
            for hash in one.hashes[:_LOOKED_AT]
            if hash % _PARTS == part
        )
        for _, same in groupby(having, key=lambda pair: pair >> 32):
            sharing = array("I", (pair & 0xFFFFFFFF for pair in same))
            if 1 < len(sharing) <= _MOST_SHARING:
                yield sharing


def _may_be_alike(hashes: frozenset[int], other: Sketch, least: float) -> bool:
    """Hashes in common are a share of at least as many as the longer sketch has."""
    return len(hashes.intersection(other.hashes)) >= least * max(len(hashes), len(other.hashes))
