"""How far two words are apart, in letters wrong, missing, too many or changed with their neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def tolerance(form: str) -> int:
    """Letters that may be wrong in a word of this length."""
    return 0 if len(form) < 3 else 1 if len(form) < 6 else 2


def distance(one: str, other: str, most: int) -> int:
    """Edits from one word to the other; more than ``most`` is told as ``most`` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, opposite in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and opposite == one[i - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return min(row[-1], most + 1)


def near(form: str, candidates: Iterable[str], most: int) -> Iterator[tuple[int, str]]:
    """The candidates within so many edits, with their distance."""
    letters = set(form)
    for candidate in candidates:
        # Most candidates are told apart by their letters alone, which is far quicker than counting edits.
        if abs(len(candidate) - len(form)) <= most and len(letters - set(candidate)) <= most:
            edits = distance(form, candidate, most)
            if edits <= most:
                yield edits, candidate
