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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, islice

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
#: So many whole sketches are kept for the next pair they are in.
_WHOLE = 1_000
#: What more texts than this have in common is a form's wording.
_MOST_SHARING = 40
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The lowest hashes of a text (unsigned 32 bit, rising), and how many words it has."""

    words: int
    hashes: array[int]

    @property
    def lowest(self) -> array[int] | None:
        """The hashes by which pairs are looked for; None where the text is too short to tell."""
        return self.hashes[:_LOOKED_AT] if self.words >= _FEWEST_WORDS else None


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


def alike(
    lowest: Mapping[str, array[int]], sketch_of: Callable[[str], Sketch], least: float = ALIKE
) -> list[Likeness]:
    """All pairs that are alike, the likest first. ``lowest`` are the lowest hashes of all texts that tell enough.

    Whole sketches are asked for one by one, for those few that share many of these: all together they take three times
    the memory.
    """
    whole = lru_cache(maxsize=_WHOLE)(sketch_of)
    found = (
        Likeness(one, other, share(whole(one), whole(other)))
        for one, other in _candidates(lowest)
        if _may_be_alike(whole(one), whole(other), least)
    )
    return sorted((pair for pair in found if pair.share >= least), key=lambda pair: (-pair.share, pair.one, pair.other))


def _candidates(lowest: Mapping[str, array[int]]) -> Iterator[tuple[str, str]]:
    """Pairs, the older first, that have so many of their lowest hashes in common that they may be alike."""
    ids = sorted(lowest)
    #: The texts that share a hash, one group after another; and for each text where, behind those before it, it stands.
    sharing, places = array("I"), [array("I") for _ in ids]
    for group in _sharing([lowest[id] for id in ids]):
        for before, text in enumerate(group):
            places[text].extend((len(sharing), len(sharing) + before))
        sharing.extend(group)
    for at, id in enumerate(ids):
        # Who is met, once for each hash in common: for one text at a time, since of all there may be millions.
        stretches = zip(places[at][::2], places[at][1::2], strict=True)
        met = Counter(chain.from_iterable(sharing[start:stop] for start, stop in stretches))
        yield from ((ids[other], id) for other, times in met.items() if times >= _FEWEST_SHARED)


def _sharing(lowest: Sequence[array[int]]) -> Iterator[array[int]]:
    """For each hash that is looked at the texts that have it, by number and rising: two of them or more.

    Hashes are taken in parts, so that never more than a part of them all is held beside the sketches.
    """
    for part in range(_PARTS):
        having = sorted(
            hash << 32 | at for at, hashes in enumerate(lowest) for hash in hashes if hash % _PARTS == part
        )
        for _, same in groupby(having, key=lambda pair: pair >> 32):
            sharing = array("I", (pair & 0xFFFFFFFF for pair in same))
            if 1 < len(sharing) <= _MOST_SHARING:
                yield sharing


def _may_be_alike(one: Sketch, other: Sketch, least: float) -> bool:
    """Hashes in common are a share of at least as many as the longer sketch has."""
    return len({*one.hashes}.intersection(other.hashes)) >= least * max(len(one.hashes), len(other.hashes))
