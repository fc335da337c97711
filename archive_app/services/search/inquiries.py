"""What was asked, as it stands in every file that leaves the archive; and which records may leave it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from archive_app.domain.findings import Inquiry
from archive_app.domain.search import Question
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.search import searching
from archive_app.services.search.searching import Matching


class Leaving:
    """Which records may leave the archive, and how each is cited."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    @cached_property
    def _known(self) -> dict[str, records.Described]:
        return {one.id: one for one in records.all_described(self._archive.base)}

    def may(self, record: str) -> bool:
        """Whether the record is there and not restricted."""
        one = self._known.get(record)
        return one is not None and not one.restricted

    def described(self, record: str) -> records.Described:
        return self._known[record]

    def restricted(self, ids: Iterable[str]) -> int:
        """How many of these records are restricted."""
        return sum(1 for id in ids if id in self._known and self._known[id].restricted)

    def reference(self, record: str) -> str:
        """How a record is cited: title, number, date, archive, its id there."""
        one = self._known[record]
        number = one.description.text("reference_number")
        parts = (one.title, number and f"no. {number}", one.date or "undated", self._archive.title, one.id)
        return ", ".join(part for part in parts if part)


def of(archive: Archive, question: Question) -> Inquiry:
    """A question with what it finds now, counted."""
    found = searching.matching(archive, question)
    return counted(archive, question, found, Leaving(archive))


def counted(archive: Archive, question: Question, found: Matching, leaving: Leaving) -> Inquiry:
    return Inquiry(
        archive=archive.title, question=question, understood=found.understood, expanded=found.expanded,
        at=archive.now(), total=len(found.pages), left_out=leaving.restricted(found.pages),
        remark=found.index.sentence() if found.index else None,
    )  # fmt: skip
