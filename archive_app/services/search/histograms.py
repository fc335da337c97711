"""What a question finds, by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive_app.domain.findings import Histogram
from archive_app.domain.search import Question
from archive_app.services.archive import Archive
from archive_app.services.search import searching


def by_year(archive: Archive, question: Question) -> Histogram:
    """Records found by the year of their date. Raises UsageError for a query that cannot be read."""
    found = searching.ask(archive, question, limit=0, facets=True)
    return of(found.facets, found.total)


def of(facets: Mapping[str, Mapping[str, int]], total: int) -> Histogram:
    """The same from an answer's facets and total: a record has one year or none."""
    counted = {int(year): number for year, number in facets.get("year", {}).items() if year.isdecimal()}
    span = range(min(counted), max(counted) + 1) if counted else ()
    years = tuple((year, counted.get(year, 0)) for year in span)
    return Histogram(years, total - sum(counted.values()), total)


def as_json(histogram: Histogram) -> dict[str, Any]:
    """``{"years": {"2011": 3, "2012": 0}, "undated": 1}``"""
    return {"years": {str(year): number for year, number in histogram.years}, "undated": histogram.undated}
