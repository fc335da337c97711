"""Outcomes in the order in which their items were begun, so that the records' numbers follow the folder."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Generic, TypeVar

T = TypeVar("T")

#: So many outcomes wait for one before them; a file that takes longer than that is not waited for.
MOST_HELD = 64


class Turns(Generic[T]):
    def __init__(self) -> None:
        self._numbers = count()
        self._open: dict[int, None] = {}
        self._held: dict[int, T] = {}

    def begin(self) -> int:
        """The next turn."""
        turn = next(self._numbers)
        self._open[turn] = None
        return turn

    def hold(self, turn: int, outcome: T) -> None:
        self._held[turn] = outcome

    def due(self) -> Iterator[T]:
        """The outcomes whose turn it is now."""
        while self._held:
            turn = next(iter(self._open))
            if turn not in self._held:
                if len(self._held) <= MOST_HELD:
                    return
                turn = min(self._held)
            del self._open[turn]
            yield self._held.pop(turn)
