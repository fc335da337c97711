"""What changed between two papers, clause by clause: for the window, the terminal, and as a page to hand on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive_app.domain.clauses import Clause, clauses
from archive_app.domain.comparing import Change, ClauseChange, compare
from archive_app.errors import UsageError
from archive_app.exports import write_comparison
from archive_app.exports.comparison_page import Compared, Side
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.labels import labels
from archive_app.services.output_files import ending, require_place, written
from archive_app.services.tracking import agreements

OTHER_LANGUAGE = "The two papers are not in the same language, so that few of their clauses can be set side by side."


@dataclass(frozen=True)
class Comparison:
    """Two records and every clause of both, in the order of the later one; ``remark`` tells what to be wary of."""

    earlier: str
    later: str
    changes: tuple[ClauseChange, ...]
    remark: str | None = None

    @property
    def counts(self) -> dict[str, int]:
        """How many clauses are the same, changed, moved, added and removed."""
        counted = Counter(change.change for change in self.changes)
        return {str(kind): counted[kind] for kind in Change}


def compared(archive: Archive, earlier: str, later: str) -> Comparison:
    """Raises UsageError for a record that there is none of, or that has no text to compare."""
    changes = compare(_clauses(archive, earlier), _clauses(archive, later))
    languages = {records.described(archive, record).description.text("language") for record in (earlier, later)}
    remark = OTHER_LANGUAGE if len(languages - {None}) > 1 else None
    return Comparison(earlier, later, changes, remark)


def _clauses(archive: Archive, record: str) -> tuple[Clause, ...]:
    records.described(archive, record)
    found = clauses([text for _, text in archive.catalogue.pages.text(record)])
    if not found:
        raise UsageError(f"{record} has no text that could be compared; read its pictures first.")
    return found


def earlier_papers(archive: Archive, record: str) -> tuple[str, ...]:
    """The records of a paper's chain before it, the nearest first: what it is likely to be compared with."""
    history = agreements.history(archive)
    own = history.of_record(record)
    if own is None:
        return ()
    chain = [one for one in history.agreements if one.chain == own.chain]
    before = [one for one in chain if one.begins and own.begins and one.begins < own.begins]
    return tuple(one.records[0] for one in reversed(before))


def export(archive: Archive, earlier: str, later: str, file: Path, *, language: str = "en") -> Comparison:
    """Writes the comparison as a page (.html). Raises UsageError where one of the records is restricted."""
    ending(file, ("html",))
    require_place(file)
    for record in (earlier, later):
        if records.described(archive, record).restricted:
            raise UsageError(f"{record} is restricted and stays in the archive; compare it in the window.")
    found = compared(archive, earlier, later)
    sides = (_side(archive, earlier), _side(archive, later))
    page = Compared(archive.title, *sides, found.changes, labels(archive.resources, language))
    with written(file) as beside:
        write_comparison(page, beside)
    return found


def _side(archive: Archive, record: str) -> Side:
    one = records.described(archive, record)
    return Side(record, one.title, one.date, one.record.filename)


def as_json(comparison: Comparison) -> dict[str, Any]:
    """The shape of ``compare --json``."""
    return {
        "earlier": comparison.earlier, "later": comparison.later, "remark": comparison.remark,
        "counts": comparison.counts,
        "clauses": [_change_json(change) for change in comparison.changes],
    }  # fmt: skip


def _change_json(change: ClauseChange) -> dict[str, Any]:
    return {
        "change": str(change.change), "moved": change.moved, "earlier": _clause_json(change.earlier),
        "later": _clause_json(change.later), "words": [{"op": run.op, "text": run.text} for run in change.words],
    }  # fmt: skip


def _clause_json(clause: Clause | None) -> dict[str, Any] | None:
    if clause is None:
        return None
    return {"number": clause.number, "heading": clause.heading, "text": clause.text, "page": clause.page}
