"""Lines in reading order put together as a page's text, with every word's place in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from archive_app.domain.evidence import Box
from archive_app.domain.page import WordBoxes
from archive_app.readers.layout.columns import flows
from archive_app.readers.layout.frames import Direction, as_printed
from archive_app.readers.layout.lines import Line
from archive_app.readers.layout.words import Word

#: A white space this much higher than the usual one between lines, in heights, parts blocks.
_BLOCK_GAP = 0.45


def compose(words: Mapping[Direction, Sequence[Word]]) -> tuple[str, WordBoxes]:
    """Text in reading order and its words' boxes; what does not run level comes last, each direction by itself.

    A line for each printed line, a tab where a line steps to its next cell, an empty line between blocks.
    """
    writer = _Writer()
    for direction in sorted(words):
        for flow in flows(words[direction]):
            for block in _blocks(flow):
                writer.write(block, direction)
    return "".join(writer.parts), WordBoxes(writer.spans)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that follow each other at the usual distance."""
    spaces = [below.top - above.bottom for above, below in pairwise(lines)]
    usual = median(spaces) if spaces else 0.0
    blocks = [[lines[0]]]
    for line, space in zip(lines[1:], spaces, strict=True):
        if space - usual > _BLOCK_GAP * line.height:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.spans: list[tuple[int, int, Box]] = []
        self._length = 0

    def write(self, block: Sequence[Line], direction: Direction) -> None:
        if self.parts:
            self._put("\n\n")
        for number, line in enumerate(block):
            if number:
                self._put("\n")
            self._write_line(line, direction)

    def _write_line(self, line: Line, direction: Direction) -> None:
        place, steps = self._length, line.steps
        for index, word in enumerate(line.words):
            if index:
                self.parts.append("\t" if index in steps else " ")
                place += 1
            end = place + len(word[0])
            box = Box(*word[1:]) if direction == 0 else Box(*as_printed(word[1:], direction))
            self.spans.append((place, end, box))
            self.parts.append(word[0])
            place = end
        self._length = place

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)
