"""Words that a person selected: of one page, or on from one page to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive_app.domain.evidence import Evidence
from archive_app.domain.page import PAGE_BREAK, Page, Transcript


@dataclass(frozen=True)
class Part:
    """A stretch of a page's text. Its boxes are looked for when they are asked for: a paper may have 1,000 pages."""

    page: Page
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.page.text[self.start : self.end]

    @property
    def evidence(self) -> Evidence:
        return self.page.evidence(self.start, self.end)


@dataclass(frozen=True)
class Passage:
    """One part at least, in the order of reading. Several where a page ends in it, or another column is left out."""

    parts: tuple[Part, ...]

    @property
    def quote(self) -> str:
        """White space folded, as a quotation has it."""
        return " ".join(" ".join(part.text.split()) for part in self.parts)

    @property
    def text(self) -> str:
        """With an empty line between paragraphs, each of them on one line; a tab stays between cells."""
        blocks = (block for part in self.parts for block in re.split(r"\n{2,}", part.text))
        return "\n\n".join(told for block in blocks if (told := re.sub(r"[^\S\t]+", " ", block).strip()))

    @property
    def first_page(self) -> int:
        return self.parts[0].page.number

    @property
    def last_page(self) -> int:
        return self.parts[-1].page.number

    @classmethod
    def of(cls, transcript: Transcript, start: int, end: int) -> Passage | None:
        """A span of a record's joined text, without the blanks at its ends; None where it holds no words."""
        parts = tuple(_parts(transcript, start, end))
        return cls(parts) if parts else None


def _parts(transcript: Transcript, start: int, end: int) -> Iterator[Part]:
    offset = 0
    for page in transcript.pages:
        begin, stop = max(start - offset, 0), min(end - offset, len(page.text))
        chosen = page.text[begin:stop] if begin < stop else ""
        if chosen.strip():
            yield Part(page, begin + len(chosen) - len(chosen.lstrip()), stop - len(chosen) + len(chosen.rstrip()))
        offset += len(page.text) + len(PAGE_BREAK)
