"""Dates: where they stand, what day they mean, what part they play."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from archive_app.domain.fact import AGREEMENT_KINDS, DateMention, Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.dates.datelines import announcement_dates, issued, with_year_of
from archive_app.extractors.dates.fields import instrument_dates
from archive_app.extractors.dates.found import Found
from archive_app.extractors.dates.grammar import written_dates
from archive_app.extractors.dates.holidays import holiday_dates, shifted
from archive_app.extractors.dates.numeric import numeric_dates, without_overlaps
from archive_app.extractors.dates.roles import Mention, mentions
from archive_app.extractors.dates.vocabulary import Vocabulary
from archive_app.extractors.language import language_at

__all__ = ["Found", "dates_in", "find"]


def dates_in(reading: Reading) -> list[Found]:
    """All dates of the text in reading order, those without a year among them. Ask by ``reading.once(dates_in)``."""
    folded, knowledge = reading.printed, reading.knowledge
    found = [
        *written_dates(folded, knowledge.once(Vocabulary.build)),
        *numeric_dates(folded, partial(language_at, reading), knowledge),
        *holiday_dates(folded, knowledge),
    ]
    return [shifted(folded, date, knowledge) for date in without_overlaps(found)]


def find(reading: Reading) -> Iterable[Fact]:
    """Every date as a mention with its part, and the single dates that the paper lives by."""
    told = mentions(reading, reading.once(dates_in))
    when = None if reading.value("kind") in AGREEMENT_KINDS else issued(reading, told)
    if when:
        told = mentions(reading, with_year_of((mention.found for mention in told), when.found))
    for mention in told:
        yield from _mention(reading, mention, when)
    yield from instrument_dates(reading, told)
    yield from announcement_dates(reading, told, when)


def _mention(reading: Reading, mention: Mention, when: Mention | None) -> Iterable[Fact]:
    found = mention.found
    if found.date is None:
        return
    role = "issued" if when and when.found.start == found.start else mention.role
    value = DateMention(str(found.date), role, str(found.alternative) if found.alternative else None)
    yield reading.fact("date", value, (found.start, found.end), found.confidence, f"date: {found.form}; {mention.rule}")
