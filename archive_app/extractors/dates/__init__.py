"""Dates: where they stand, what day they mean, what part they play."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from archive_app.domain.fact import DateMention, Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.dates.found import Found
from archive_app.extractors.dates.grammar import written_dates
from archive_app.extractors.dates.holidays import holiday_dates, shifted
from archive_app.extractors.dates.numeric import numeric_dates, without_overlaps
from archive_app.extractors.dates.vocabulary import Vocabulary
from archive_app.extractors.language import language_at

__all__ = ["find", "dates_in"]


def dates_in(reading: Reading) -> list[Found]:
    """All dates of the text in reading order, those without a year among them."""
    folded, knowledge = reading.folded, reading.knowledge
    found = [
        *written_dates(folded, knowledge.once(Vocabulary.build)),
        *numeric_dates(folded, partial(language_at, reading), knowledge),
        *holiday_dates(folded, knowledge),
    ]
    return [shifted(folded, date, knowledge) for date in without_overlaps(found)]


def find(reading: Reading) -> Iterable[Fact]:
    """Every date as a mention."""
    for date in dates_in(reading):
        if date.date:
            mention = DateMention(str(date.date), "mentioned", str(date.alternative) if date.alternative else None)
            yield reading.fact("date", mention, (date.start, date.end), date.confidence, f"date: {date.form}")
