"""The guide's chapters in the window's language: files of ``resources/help/<code>``, one Markdown file a chapter.

A heading may end in ``{#id}``; ids are the same in every language and belong to one heading of the whole guide.
Where an id is a place's name, the heading tells of that place: F1 opens it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from archive_app import paths
from archive_app.gui import language
from archive_app.gui.dialogs.guide import filling

#: In the order of the contents; each is a file's name without its end, and the id of its title.
CHAPTERS: Final = (
    "first-minute", "taking-in", "finding", "reading", "reviewing", "over-time", "requesting", "bodies", "describing",
    "sharing", "safe", "terminal", "keys", "glossary", "faults",
)  # fmt: skip
HEADING: Final = re.compile(r"^(#{1,3}) (.+?)(?: \{#([\w-]+)\})?$", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it: ``level`` from 1, ``number`` counted over the chapter's headings from 0."""

    id: str
    title: str
    level: int
    number: int
    text: str


@dataclass(frozen=True)
class Chapter:
    """``markdown`` is ready to be shown: filled in, without the ids of its headings."""

    name: str
    markdown: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return self.sections[0].title

    def section(self, id: str) -> Section | None:
        return next((one for one in self.sections if one.id == id), None)


def folder(code: str) -> Path:
    """Where a language's chapters stand; pictures are named from there."""
    return paths.resources() / "help" / code


def source(name: str, code: str) -> str:
    """A chapter as it is written. Raises OSError where there is none."""
    return (folder(code) / f"{name}.md").read_text(encoding="utf-8")


def every() -> tuple[Chapter, ...]:
    """All chapters, in the language in force."""
    return _every(language.code())


def find(id: str) -> tuple[Chapter, Section] | None:
    """The heading with that id, and its chapter."""
    for chapter in every():
        section = chapter.section(id)
        if section:
            return chapter, section
    return None


@lru_cache(maxsize=2)
def _every(code: str) -> tuple[Chapter, ...]:
    return tuple(read(name, source(name, code)) for name in CHAPTERS)


def read(name: str, written: str) -> Chapter:
    """A chapter out of its Markdown; the title has the chapter's name for an id."""
    filled = filling.fill(written)
    markdown = HEADING.sub(lambda found: f"{found[1]} {found[2]}", filled)
    return Chapter(name, markdown, tuple(_sections(name, filled)))


def _sections(name: str, filled: str) -> Iterator[Section]:
    heads = list(HEADING.finditer(filled))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(filled)
        id = head[3] or (name if number == 0 else "")
        yield Section(id, head[2], len(head[1]), number, plain(filled[head.end() : end]))


def plain(markdown: str) -> str:
    """The words alone, as they are searched and quoted."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", markdown)
    text = re.sub(r"\[([^\]]*)\]\((?:<[^>]*>|[^)]*)\)", r"\1", text)
    text = re.sub(r"^\|[-| :]+\|$", " ", text, flags=re.MULTILINE)
    return " ".join(re.sub(r"[*`|\\]|^#+ |^- ", " ", text, flags=re.MULTILINE).split())
