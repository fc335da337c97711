"""Everything the window shows of one record, read in one go."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from archive_app.domain.agreement import Agreement, Status
from archive_app.domain.arrangement import Unit
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import AGREEMENT_KINDS
from archive_app.domain.page import Page
from archive_app.domain.record import Event, Note, Record
from archive_app.domain.search import Question
from archive_app.domain.table import Table
from archive_app.gui.models.page.marks import Mark, hit_marks
from archive_app.services import kept_notes, records
from archive_app.services.archive import Archive
from archive_app.services.description import tagging, turning
from archive_app.services.reading.pages import is_pictured
from archive_app.services.records import Described
from archive_app.services.search import searching
from archive_app.services.tracking import agreements


@dataclass(frozen=True)
class Opened:
    """A record with its pages, file, history, attachments, tables, tags and notes, and what a search found in it.

    ``units`` are the units of description that it stands in, the highest first; ``turns`` the quarters to the right by
    which a person turned pages, by their numbers.
    """

    described: Described
    pages: tuple[Page, ...]
    path: Path
    events: Sequence[Event] = ()
    children: Sequence[Record] = ()
    hits: Sequence[Mark] = ()
    tables: Sequence[Table] = ()
    tags: Sequence[str] = ()
    notes: Sequence[Note] = ()
    units: Sequence[Unit] = ()
    turns: Mapping[int, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.described.id

    @property
    def pictured(self) -> bool:
        """Whether its pages are drawn; of others the text is shown."""
        return is_pictured(self.described.record.media_type) and all(page.width > 0 for page in self.pages)


@dataclass(frozen=True)
class Standing:
    """The agreement that a record is a text of, and its state on a day."""

    agreement: Agreement
    status: Status
    end: date | None


def read(archive: Archive, id: str, question: Question | None = None) -> Opened:
    """With the words that a question finds on its pages. Raises UsageError where there is no such record."""
    described, pages = records.described(archive, id), records.pages_of(archive, id)
    return Opened(
        described,
        pages,
        records.original_path(archive, described.record),
        records.history_of(archive, id),
        records.children_of(archive, id),
        _found(archive, question, pages) if question and question.query else (),
        records.tables_of(archive, id),
        tagging.of(archive, id),
        kept_notes.of(archive, id),
        records.units_of(archive, id),
        turning.of(archive, id),
    )


def _found(archive: Archive, question: Question, pages: Sequence[Page]) -> list[Mark]:
    return hit_marks(pages, searching.marks_of(archive, question, [page.text for page in pages]))


def place_of(opened: Opened, page: int, words: str) -> Evidence | None:
    """Where words stand on a page (from 1), however its lines break; None where they do not."""
    found = next((one for one in opened.pages if one.number == page), None)
    match = re.search(r"\s+".join(map(re.escape, words.split())), found.text) if found and words.split() else None
    return found.evidence(*match.span()) if found and match else None


def standing(archive: Archive, one: Described, on: date) -> Standing | None:
    """Where the record is an agreement's text: how that agreement stands. Forms the whole history where it must."""
    if one.kind not in AGREEMENT_KINDS:
        return None
    for agreement in agreements.history(archive).agreements:
        if one.id in agreement.records:
            return Standing(agreement, agreement.status(on), agreement.ends(on))
    return None
