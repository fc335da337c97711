"""What changed between two papers: their clauses set side by side, moved ones known as moved, words within them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from archive_app.domain.clauses import Clause
from archive_app.domain.likeness import folded

#: Clauses of less in common are two.
ALIKE_FROM = 0.5
#: What the same heading, number or beginning adds.
_SAME_HEADING, _SAME_NUMBER, _SAME_BEGINNING = 0.25, 0.05, 0.2
#: So many first words in common are the same beginning.
_BEGINNING = 5
#: What scanning makes of letters: read for each other they are the same word. Figures stay what they are.
_SCANNED = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b"})


class Change(StrEnum):
    """What became of a clause."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words: ``same`` in both papers, ``removed`` from the earlier one, or ``added`` in the later one."""

    op: str
    text: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause in both papers, or in one. ``moved`` tells that it stands elsewhere, its words
    changed or not."""

    change: Change
    earlier: Clause | None
    later: Clause | None
    words: tuple[Words, ...] = ()
    moved: bool = False


def compare(earlier: Sequence[Clause], later: Sequence[Clause]) -> tuple[ClauseChange, ...]:
    """Every clause of both, in the order of the later paper; removed ones stand where they stood."""
    pairs = _matched(earlier, later)
    in_order = _longest_rising(pairs)
    partner = {b: a for a, b in pairs}
    removed = [a for a in range(len(earlier)) if a not in {a for a, _ in pairs}]
    told: list[ClauseChange] = []
    for b, clause in enumerate(later):
        if b not in partner:
            told.append(ClauseChange(Change.ADDED, None, clause, (Words("added", " ".join(clause.words)),)))
            continue
        a = partner[b]
        if (a, b) in in_order:
            while removed and removed[0] < a:
                told.append(_removed(earlier[removed.pop(0)]))
        told.append(_both(earlier[a], clause, moved=(a, b) not in in_order))
    return (*told, *(_removed(earlier[a]) for a in removed))


def _removed(clause: Clause) -> ClauseChange:
    return ClauseChange(Change.REMOVED, clause, None, (Words("removed", " ".join(clause.words)),))


def _both(earlier: Clause, later: Clause, moved: bool) -> ClauseChange:
    words = tuple(word_changes(earlier.words, later.words))
    changed = any(run.op != "same" for run in words)
    change = Change.CHANGED if changed else Change.MOVED if moved else Change.SAME
    return ClauseChange(change, earlier, later, words, moved)


def _matched(earlier: Sequence[Clause], later: Sequence[Clause]) -> list[tuple[int, int]]:
    """Which clause of one is which of the other: the likest first, of those equally like the nearest."""
    keys = [[word_key(word) for word in clause.words] for clause in (*earlier, *later)]
    ours, theirs = keys[: len(earlier)], keys[len(earlier) :]
    scored = [
        (score, -abs(a - b), a, b)
        for a, one in enumerate(earlier)
        for b, other in enumerate(later)
        if (score := _likeness(one, other, ours[a], theirs[b])) >= ALIKE_FROM
    ]
    return sorted(_pairs(scored))


def _pairs(scored: Iterable[tuple[float, int, int, int]]) -> Iterator[tuple[int, int]]:
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for _, _, a, b in sorted(scored, reverse=True):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            yield a, b


def _likeness(one: Clause, other: Clause, ours: list[str], theirs: list[str]) -> float:
    """How much of their words two clauses share, with something for the same heading or number."""
    total = len(ours) + len(theirs)
    shared = sum((Counter(ours) & Counter(theirs)).values())
    score = 2 * shared / total if total else 0.0
    if score < ALIKE_FROM - _SAME_HEADING:
        return 0.0
    skip, other_skip = len(one.heading.split()), len(other.heading.split())
    if ours[skip : skip + _BEGINNING] == theirs[other_skip : other_skip + _BEGINNING]:
        score += _SAME_BEGINNING
    if one.heading and folded(one.heading) == folded(other.heading):
        score += _SAME_HEADING
    return score + (_SAME_NUMBER if one.number and folded(one.number) == folded(other.number) else 0.0)


def _longest_rising(pairs: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The most pairs that stand in the same order in both papers; the others have moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, b) in enumerate(pairs):
        place = bisect_left(tails, b)
        tails[place:] = [b]
        ends[place:] = [at]
        before.append(ends[place - 1] if place else -1)
    chosen: set[tuple[int, int]] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.add(pairs[at])
        at = before[at]
    return chosen


def word_changes(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Words]:
    """Runs of words, as written, by whether both papers have them; punctuation and slips of scanning change nothing."""
    ours, theirs = [word_key(word) for word in earlier], [word_key(word) for word in later]
    for op, a0, a1, b0, b1 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if op == "equal":
            yield Words("same", " ".join(later[b0:b1]))
            continue
        if "".join(ours[a0:a1]) == "".join(theirs[b0:b1]):
            yield Words("same", " ".join(later[b0:b1]))
            continue
        if a1 > a0:
            yield Words("removed", " ".join(earlier[a0:a1]))
        if b1 > b0:
            yield Words("added", " ".join(later[b0:b1]))


def word_key(word: str) -> str:
    """A word as words are compared: without accents and punctuation, letters that scans mix up made one.

    Numbers keep their figures: one that is read for another is another.
    """
    plain = re.sub(r"[^\w]", "", folded(word).replace("_", ""))
    if re.fullmatch(r"[\doi]*\d[\doi]*", plain):
        return plain.replace("o", "0").replace("i", "1")
    return plain.translate(_SCANNED).replace("rn", "m").replace("vv", "w")
