"""Where in a record a question's words stand, page by page, and why the record was found."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive_app.domain.search import Question
from archive_app.index import Reason
from archive_app.index.folding import fold
from archive_app.index.snippets import snippet
from archive_app.index.words import Token
from archive_app.services.archive import Archive
from archive_app.services.search import searching

__all__ = [
    "PageMatch", "Reason", "of_record", "of_records", "plain", "reason_json", "reason_text", "reasons_text", "why",
]  # fmt: skip

Span = tuple[int, int]

#: Where a reason's words stand that are in a field.
_PLACES = {
    "title": "in the title", "agency": "among the parties", "party": "among the parties", "place": "among the places",
    "signatory": "among the signatories", "tag": "among the tags", "note": "in a note",
    "highlight": "among the highlights",
}  # fmt: skip


@dataclass(frozen=True)
class PageMatch:
    """A page (from 1) with words of the question: ``snippet`` is HTML as in a Hit, ``marks`` are spans of its text."""

    page: int
    snippet: str
    marks: tuple[Span, ...]


def of_record(archive: Archive, question: Question, record: str) -> tuple[PageMatch, ...]:
    """All pages of one record on which words of the question stand. Raises UsageError for a query it cannot read."""
    hits = searching.put_to_index(
        archive, question, lambda terms: archive.index.page_hits(question.query, record, terms)
    )
    text = archive.catalogue.pages.text_of
    return tuple(_match(hit.page, text(record, hit.page), hit.marks) for hit in hits)


def of_records(
    archive: Archive, question: Question, pages: Mapping[str, Sequence[int]]
) -> dict[str, tuple[PageMatch, ...]]:
    """The same for the pages that an answer names of several records (Hit.pages), in one go."""
    named = [(record, page) for record, numbers in pages.items() for page in numbers]
    texts = [archive.catalogue.pages.text_of(record, page) for record, page in named]
    marked = searching.put_to_index(archive, question, lambda terms: archive.index.mark(question.query, texts, terms))
    found: dict[str, list[PageMatch]] = {record: [] for record in pages}
    for (record, page), text, marks in zip(named, texts, marked, strict=True):
        found[record].append(_match(page, text, marks))
    return {record: tuple(matches) for record, matches in found.items()}


def _match(page: int, text: str, marks: Sequence[Span]) -> PageMatch:
    words = [Token(fold(text[start:end]), start, end) for start, end in marks]
    return PageMatch(page, snippet(text, words), tuple(marks))


def why(archive: Archive, question: Question, record: str) -> tuple[Reason, ...]:
    """Each part of the question that the record holds: in which words, in which field, on which pages."""
    return searching.put_to_index(archive, question, lambda terms: archive.index.why(question.query, record, terms))


def plain(snippet: str) -> str:
    """A snippet without its HTML, on one line."""
    return " ".join(html.unescape(re.sub(r"</?b>", "", snippet)).split())


def reason_text(reason: Reason) -> str:
    """``wage (as wages) on pages 1, 3``; ``sombra, another name for shade, in the title``; ``kind:other``."""
    where = _where(reason)
    return f"{_what(reason)} {where}" if where else _what(reason)


def reasons_text(reasons: Sequence[Reason]) -> str:
    """All in one line, each part of the query once with all its places."""
    places: dict[str, list[str]] = {}
    for reason in reasons:
        places.setdefault(_what(reason), []).append(_where(reason))
    return "; ".join(f"{what} {' and '.join(filter(None, where))}".rstrip() for what, where in places.items())


def _what(reason: Reason) -> str:
    told = reason.asked
    chosen = told.startswith(f"{reason.field}:")
    if reason.inflected or (chosen and not all(form in told for form in reason.forms)):
        told += f" (as {', '.join(reason.forms)})"
    return told + (f", another name for {reason.other_for}," if reason.other_for else "")


def _where(reason: Reason) -> str:
    if reason.field == "text":
        pages = "page" if len(reason.pages) == 1 else "pages"
        return f"on {pages} {', '.join(map(str, reason.pages))}"
    return "" if reason.asked.startswith(f"{reason.field}:") else _PLACES.get(reason.field, f"in {reason.field}")


def reason_json(reason: Reason) -> dict[str, Any]:
    """One of a hit's ``why``: what was asked, the term it is another name for, in which forms it stands where."""
    return {
        "asked": reason.asked, "other_for": reason.other_for, "field": reason.field, "forms": list(reason.forms),
        "inflected": reason.inflected, "pages": list(reason.pages),
    }  # fmt: skip
