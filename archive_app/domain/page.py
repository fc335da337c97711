"""A page as every reader gives it: text in reading order, and a box for each word where there is geometry."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from archive_app.domain.evidence import Box, Evidence

#: What stands between two pages in a record's text; a sentence may run on over it.
PAGE_BREAK = "\n\n"

#: Which pages are read from their pictures: those without text that says anything, none, or all that are pictures.
OcrMode = Literal["auto", "never", "always"]


class WordBoxes:
    """The words of one page as spans of its text with a box each, in reading order.

    Three flat arrays, since a record of 100 pages holds 50,000 words: small to keep, quick to send between processes.
    Spans rise and do not overlap; a span's text is ``page.text[start:end]``.
    """

    __slots__ = ("boxes", "ends", "starts")

    def __init__(self, words: Iterable[tuple[int, int, Box]] = ()) -> None:
        self.starts = array("I")
        self.ends = array("I")
        self.boxes = array("f")
        for start, end, box in words:
            self.starts.append(start)
            self.ends.append(end)
            self.boxes.extend((box.x0, box.top, box.x1, box.bottom))

    def __len__(self) -> int:
        return len(self.starts)

    def __getstate__(self) -> tuple[bytes, bytes, bytes]:
        return self.to_bytes()

    def __setstate__(self, state: tuple[bytes, bytes, bytes]) -> None:
        starts, ends, boxes = state
        self.starts, self.ends, self.boxes = array("I", starts), array("I", ends), array("f", boxes)

    def to_bytes(self) -> tuple[bytes, bytes, bytes]:
        """Starts, ends (unsigned 32 bit) and boxes (four 32 bit floats a word), as the machine keeps them."""
        return self.starts.tobytes(), self.ends.tobytes(), self.boxes.tobytes()

    @classmethod
    def from_bytes(cls, state: tuple[bytes, bytes, bytes]) -> WordBoxes:
        words = cls()
        words.__setstate__(state)
        return words

    def box(self, index: int) -> Box:
        return Box(*self.boxes[4 * index : 4 * index + 4])

    def between(self, start: int, end: int) -> tuple[Box, ...]:
        """A box for each line of the words that touch the span, in reading order."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        lines: list[Box] = []
        for index in range(first, last):
            box = self.box(index)
            if lines and _same_line(lines[-1], box):
                lines[-1] = lines[-1].union(box)
            else:
                lines.append(box)
        return tuple(lines)


def _same_line(line: Box, word: Box) -> bool:
    """Whether a word goes on the line before it: to its right, and at its height by half."""
    overlap = min(line.bottom, word.bottom) - max(line.top, word.top)
    height = min(line.bottom - line.top, word.bottom - word.top)
    return word.x0 >= line.x0 and overlap > 0.5 * height


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``width`` and ``height`` are PDF points, 0 where the original has no pages of its own.

    ``text`` has one line for each printed line, an empty line between blocks, and columns one after the other.
    ``needs_ocr`` marks a page whose picture waits to be read; ``unread`` says why it was not, once that is known.
    ``engine`` is what read a page from its picture, ``confidences`` one byte for each of its words, from 0 to 100.
    """

    number: int
    text: str
    width: float = 0.0
    height: float = 0.0
    words: WordBoxes = field(default_factory=WordBoxes)
    needs_ocr: bool = False
    unread: str = ""
    engine: str = ""
    confidences: bytes = b""

    @property
    def confidence(self) -> float | None:
        """How sure the reading of the picture is, 0 to 1, long words counting more; None where nothing was read so."""
        weights = [end - start for start, end in zip(self.words.starts, self.words.ends, strict=True)]
        if not self.confidences or not any(weights):
            return None
        sure = sum(weight * value for weight, value in zip(weights, self.confidences, strict=True))
        return sure / (100 * sum(weights))

    def evidence(self, start: int, end: int) -> Evidence:
        """The words from ``start`` to ``end`` of this page's text, white space folded in the quote."""
        quote = " ".join(self.text[start:end].split())
        return Evidence(self.number, quote, start, end, self.words.between(start, end))


@dataclass(frozen=True, slots=True)
class Recognition:
    """How a record's page was read from its picture: by which engine, how surely (0 to 1; None where it found no
    words), or why it was not (``unread``, else empty)."""

    record: str
    page: int
    engine: str
    confidence: float | None
    unread: str


class Transcript:
    """A record's pages as one text, with the way back from any span of it to page, words and boxes."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = tuple(pages)
        self._starts: list[int] = []
        length = 0
        for page in self.pages:
            self._starts.append(length)
            length += len(page.text) + len(PAGE_BREAK)
        self.text = PAGE_BREAK.join(page.text for page in self.pages)

    def page_at(self, offset: int) -> Page:
        """The page that holds an offset of the joined text. Raises IndexError where there are no pages."""
        return self.pages[max(0, bisect_right(self._starts, offset) - 1)]

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for a span of the joined text; a span that runs on over a page's end is cut there."""
        index = max(0, bisect_right(self._starts, start) - 1)
        page, offset = self.pages[index], self._starts[index]
        return page.evidence(start - offset, min(end - offset, len(page.text)))

    def offset(self, page_number: int, offset: int) -> int:
        """The joined text's offset for an offset into the text of a page (numbered from 1)."""
        numbers = [page.number for page in self.pages]
        return self._starts[numbers.index(page_number)] + offset
