"""The day that a web page or a note declares at its head: the only day of many that show none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dateutil import parser

from archive_app.domain.fact import Fact
from archive_app.extractors.context import Reading

#: Two days that share no part: what a declared date leaves out comes from these, and shows as a difference.
_FILLERS = (datetime(1972, 1, 1), datetime(1973, 2, 2))
#: Less than any date in the text itself deserves: declared days are often those of a move to a new site.
_CONFIDENCE = 0.6


def find(reading: Reading) -> Iterable[Fact]:
    """``<meta property="article:published_time" content="2013-07-18">`` of a page, ``date: 2013-07-18`` of a note."""
    if reading.paper.media_type not in ("text/html", "text/markdown"):
        return
    day = whole_day(reading.paper.metadata.get("published", ""))
    if day:
        # A page's head is no words on the page, so there is nothing to quote.
        yield Fact("issued_date", day, _CONFIDENCE, "declared by the file")


def whole_day(written: str) -> str | None:
    """A day in ISO form, None where it is not stated whole or in figures that may be read in two orders."""
    days = {_day(written, filler, dayfirst) for filler in _FILLERS for dayfirst in (False, True)}
    return days.pop() if len(days) == 1 else None


def _day(written: str, filler: datetime, dayfirst: bool) -> str | None:
    try:
        if written[:4].isdecimal():
            # Year first is ISO order, whatever the language; "day first" would read 2013-07-08 as 7 August.
            dayfirst = False
        return parser.parse(written, default=filler, dayfirst=dayfirst).date().isoformat()
    except (ValueError, OverflowError):
        return None
