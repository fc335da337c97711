"""Phrases: which documents of a segment hold words one right after the other, or near each other.

Pairs of words as terms of their own are not needed for phrases of common words: those are kept as bits (see standing),
which answers phrases of any length and words near each other alike, in less space.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_, or_

from archive_app.index.inflections import inflected
from archive_app.index.query.syntax import Match, Phrase
from archive_app.index.segment import SegmentView
from archive_app.index.spaces import GAP, Space
from archive_app.index.standing import Places, counted, joined, number_to_bits, set_bits, spread

#: From so many places on, looking around each costs more than making bits of them all.
_MANY = 60


def alternatives(phrase: Phrase, form: str) -> Sequence[str]:
    """The forms that may stand for a word of a phrase."""
    return sorted(inflected(form)) if phrase.match is Match.INFLECTED else (form,)


def documents_with(view: SegmentView, name: str, phrase: Phrase) -> Mapping[int, int]:
    """Documents of a segment in which the phrase begins, with how often."""
    space = view.space(name)
    standing: dict[str, Places] = {}
    for form in phrase.forms:
        here = [postings.places for each in alternatives(phrase, form) if (postings := view.postings(name, each))]
        if not here:
            return {}
        standing[form] = joined(here, space.size)
    if phrase.apart is None:
        begins = _together([standing[form] for form in phrase.forms], space.size)
    else:
        begins = _near(Counter(phrase.forms), standing, space, phrase.apart + len(phrase.forms))
    if isinstance(begins, int):
        bits = number_to_bits(begins, space.size)
        if begins.bit_count() * 2 > len(space.starts):
            return counted(bits, space.spans)
        begins = set_bits(bits)
    return Counter(bisect_right(space.starts, place) - 1 for place in begins)


def _together(standing: Sequence[Places], size: int) -> list[int] | int:
    """Where the phrase begins, as a list or, where all its words are common, as bits."""
    if all(places.bits is not None for places in standing):
        return reduce(and_, (places.as_number(size) >> shift for shift, places in enumerate(standing)))
    (first, rarest), *others = sorted(enumerate(standing), key=lambda pair: pair[1].rarity)
    begins = [place - first for place in rarest.listed]
    for shift, places in others:
        begins = places.holding(begins, shift)
    return begins


def _near(needed: Mapping[str, int], standing: Mapping[str, Places], space: Space, length: int) -> list[int] | int:
    """Where a stretch of so many words begins, with one of those asked for, that holds them all."""
    rarest = min(standing.values(), key=lambda places: places.rarity)
    if space.size and rarest.rarity > _MANY:
        numbers = [_often(standing[form].as_number(space.size), times, length) for form, times in needed.items()]
        begins = reduce(and_, (spread(number, length) for number in numbers)) & reduce(or_, numbers)
        if length <= GAP and (max(needed.values()) == 1 or list(needed.values()) == [2]):
            return begins
        likely = set_bits(number_to_bits(begins, space.size))
    else:
        around = (places.within(place - length + 1, place + 1) for places in standing.values() for place in rarest)
        likely = sorted({place for found in around for place in found})
    return [place for place in likely if _holds(place, needed, standing, space, length)]


def _often(number: int, times: int, length: int) -> int:
    """The places of a word; where it is asked for more than once, those with another in the same stretch."""
    return number if times == 1 else number & spread(number >> 1, length - 1)


def _holds(place: int, needed: Mapping[str, int], standing: Mapping[str, Places], space: Space, length: int) -> bool:
    """Whether the stretch from a place on holds every word as often as it is asked for, within one record."""
    end = place + length if length <= GAP else min(place + length, space.end_of_record(place))
    return all(len(standing[form].within(place, end)) >= times for form, times in needed.items())
