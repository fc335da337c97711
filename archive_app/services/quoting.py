"""Words of a paper as a person would type them: what was marked on a page, to become the value of a field."""

from __future__ import annotations

from archive_app.domain.dates import Duration
from archive_app.domain.fact import DATE_FIELDS, FIELDS, DateMention
from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.services.archive import Archive


def as_typed(archive: Archive, field: str, words: str) -> str:
    """The first date or length of time in the words where the field has one (2014-09-03, 2 years), else the words."""
    # Late: the extractors take longer to load than the window, and most who open it correct nothing.
    from archive_app.extractors import Knowledge, Reading
    from archive_app.extractors.dates import dates_in
    from archive_app.extractors.durations import lengths

    paper = Paper("text/plain", (Page(1, words),), {})
    reading = Reading.of(paper, Knowledge.load(archive.resources))
    if field in DATE_FIELDS or FIELDS[field] is DateMention:
        known = next((str(found.date) for found in dates_in(reading) if found.date), None)
        return known or words
    if FIELDS[field] is Duration:
        return next((str(length.duration) for length in lengths(reading)), words)
    return words
