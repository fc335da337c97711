"""Finding in the guide: every word somewhere in a section, in any case and with or without accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from archive_app.gui.dialogs.guide.chapters import Chapter, Section

#: Letters shown before and after the first word found.
BEFORE, AFTER = 12, 60
#: What a title counts more than a text.
IN_TITLE: Final = 10


@dataclass(frozen=True)
class Finding:
    chapter: Chapter
    section: Section
    snippet: str


def find(chapters: Iterable[Chapter], words: str) -> list[Finding]:
    """Sections with all the words, those that have them in their title first."""
    wanted = fold(words).split()
    found = [
        (_weight(section, wanted), Finding(chapter, section, _snippet(section.text, wanted)))
        for chapter in chapters
        for section in chapter.sections
        if wanted and all(word in fold(f"{section.title} {section.text}") for word in wanted)
    ]
    return [one for _, one in sorted(found, key=lambda pair: -pair[0])]


def fold(text: str) -> str:
    """Small letters without accents; each letter stays one letter, so that places in the text stay where they are."""
    return "".join((unicodedata.normalize("NFD", letter)[:1] or letter).casefold()[:1] or letter for letter in text)


def _weight(section: Section, wanted: list[str]) -> int:
    title, text = fold(section.title), fold(section.text)
    return sum(IN_TITLE * (word in title) + min(text.count(word), IN_TITLE - 1) for word in wanted)


def _snippet(text: str, wanted: list[str]) -> str:
    """The words around the first one found; the beginning where only the title has them."""
    places = [at for at in (fold(text).find(word) for word in wanted) if at >= 0]
    at = min(places, default=0)
    begin = text.rfind(" ", 0, max(0, at - BEFORE)) + 1 if at > BEFORE else 0
    cut = text[begin : at + AFTER].strip()
    return ("… " if begin else "") + cut + (" …" if at + AFTER < len(text) else "")
