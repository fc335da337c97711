"""Searches under a name: lists that are live, each with what it finds now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from archive_app.domain.search import Question, SavedSearch
from archive_app.errors import ConvenioError, UsageError
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.names import tidy
from archive_app.services.search import searching


@dataclass(frozen=True)
class Listed:
    """A saved search with the number of records it finds now; None and a ``fault`` where it cannot be asked."""

    saved: SavedSearch
    records: int | None
    fault: str | None = None


def listing(archive: Archive, *, counted: bool = True, progress: Progress = SILENT) -> tuple[Listed, ...]:
    """All saved searches by name. Without ``counted`` none is asked, and all numbers are None."""
    kept = archive.catalogue.saved_searches.all()
    if not counted:
        return tuple(Listed(saved, None) for saved in kept)
    progress.stage("counting", len(kept))
    found = []
    for saved in kept:
        check(progress)
        found.append(_counted(archive, saved))
        progress.advance(saved.name)
    return tuple(found)


def _counted(archive: Archive, saved: SavedSearch) -> Listed:
    try:
        return Listed(saved, searching.ask(archive, saved.question, limit=0).total)
    except ConvenioError as fault:
        return Listed(saved, None, str(fault))


def find(archive: Archive, name: str) -> SavedSearch:
    """The search of this name, whatever its capitals. Raises UsageError where there is none, naming the nearest."""
    saved = archive.catalogue.saved_searches.named(tidy(name))
    if saved is None:
        known = [each.name for each in archive.catalogue.saved_searches.all()]
        close = get_close_matches(name, known, 1, 0.6)
        instead = f"the nearest is “{close[0]}”" if close else "“searches” shows all there are"
        raise UsageError(f"There is no saved search “{name}”; {instead}.")
    return saved


def save(archive: Archive, name: str, question: Question, *, replace: bool = False) -> SavedSearch:
    """Keeps a question under a name.

    Raises UsageError for a query that cannot be read, for no name, and for one that is taken where it is not to
    ``replace`` what the name stood for.
    """
    archive.require_writable()
    called = tidy(name)
    if not called:
        raise UsageError("A saved search needs a name; write one.")
    searching.ask(archive, question, limit=0)
    taken = archive.catalogue.saved_searches.named(called)
    if taken and not replace and taken.question.kept() != question.kept():
        raise UsageError(f"There is a saved search “{taken.name}” already; choose another name, or replace it.")
    return archive.catalogue.saved_searches.save(called, question, archive.person, archive.now())


def rename(archive: Archive, id: int, name: str) -> None:
    """Raises UsageError where there is no such search, for no name, and for one that another search has."""
    archive.require_writable()
    _require(archive, id)
    if not tidy(name):
        raise UsageError("A saved search needs a name; write one.")
    archive.catalogue.saved_searches.rename(id, tidy(name), archive.now())


def delete(archive: Archive, id: int) -> None:
    """Takes a saved search out of the list; no record is touched."""
    archive.require_writable()
    _require(archive, id)
    archive.catalogue.saved_searches.delete(id)


def _require(archive: Archive, id: int) -> None:
    if archive.catalogue.saved_searches.get(id) is None:
        raise UsageError("This saved search is there no more; “searches” shows all there are.")


def question_json(question: Question) -> Mapping[str, Any]:
    """A question's part of ``searches --json``."""
    return {
        "query": question.query, "expand": question.expand, "sort": question.sort,
        "filters": {facet: sorted(values) for facet, values in question.filters.items()},
        **({"plain": sorted(question.plain)} if question.plain else {}),
    }  # fmt: skip


def as_json(listed: Listed) -> dict[str, Any]:
    """One of ``searches --json``: ``records`` is null and ``fault`` a sentence where it cannot be asked any more."""
    saved = listed.saved
    return {
        "name": saved.name, **question_json(saved.question), "records": listed.records, "fault": listed.fault,
        "by": saved.by, "at": saved.at, "changed_at": saved.changed_at,
    }  # fmt: skip
