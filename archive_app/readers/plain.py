"""Plain text and Markdown, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.readers import limits
from archive_app.readers.decoding import decoded

#: A text longer than this is given pages, so that a hit in it can be told by its page.
_LONGEST_PAGE = 100_000
_USUAL_PAGE = 3_000
_PARAGRAPH_END = re.compile(r"\n\s*\n|\n|\s")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:[^\n]*\n){1,60}?)---[ \t]*(?:\r?\n|\Z)")
#: Names in front matter that mean a key of the paper's metadata.
_DECLARED = {"date": "published", "fecha": "published", "titulo": "title", "título": "title", "autor": "author",
             "acceso": "access"}  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read(path: Path, media_type: str) -> Paper:
    """A text's pages: at its form feeds, and where it is very long at paragraphs. Raises ReadingError if too long."""
    if path.stat().st_size > 4 * limits.MOST_TEXT:
        raise limits.too_large(f"{path.stat().st_size >> 20:,} MB of text")
    text = decoded(path.read_bytes())
    metadata: dict[str, str] = {}
    if media_type == "text/markdown":
        text, metadata = _without_front_matter(text)
    return Paper(media_type, pages_of(text), metadata)


def _without_front_matter(text: str) -> tuple[str, dict[str, str]]:
    """A note's text with its front matter behind it, as the edges of a web page are, and what that declares.

    Front matter is lines of ``name: value`` between two lines of ``---`` at the very top.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return text, {}
    pairs = (line.partition(":") for line in match["lines"].splitlines())
    declared = {name.strip().lower(): value.strip().strip("\"'") for name, _, value in pairs if value.strip()}
    metadata = {_DECLARED.get(name, name): value for name, value in declared.items()}
    return f"{text[match.end() :].strip()}\n\n{match['lines'].strip()}\n", metadata


def pages_of(text: str) -> tuple[Page, ...]:
    """A text as pages without geometry. Raises ReadingError where it is empty or longer than can be."""
    pieces = [piece for part in _CONTROLS.sub("", text).split("\f") for piece in _pieces(part)]
    while len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()
    if not any(piece.strip() for piece in pieces):
        raise limits.empty()
    return tuple(Page(number, piece.strip("\n")) for number, piece in enumerate(limits.counted(pieces), 1))


def _pieces(text: str) -> Iterator[str]:
    """A long text cut at the ends of paragraphs; of lines or words where a paragraph has no end."""
    if len(text) <= _LONGEST_PAGE:
        yield text
        return
    start = 0
    while len(text) - start > _USUAL_PAGE:
        cut = _PARAGRAPH_END.search(text, start + _USUAL_PAGE)
        best = text.find("\n\n", start + _USUAL_PAGE, start + 2 * _USUAL_PAGE)
        end = best if best >= 0 else cut.start() if cut else len(text)
        yield text[start:end]
        start = end
    yield text[start:]
