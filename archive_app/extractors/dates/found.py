"""A date as it stands in the text, before anyone asks what part it plays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive_app.domain.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Found:
    """A date at a span of the text. ``year`` is None where the words leave it open ("from August 25").

    ``form`` names the wording (written, month, numeric, compact, holiday, shifted, relative); ``alternative`` is the
    other reading of a numeric date; ``confidence`` is the chance that the reading itself is right.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    form: str
    confidence: float = 0.99
    alternative: PartialDate | None = None

    @property
    def date(self) -> PartialDate | None:
        return PartialDate(self.year, self.month, self.day) if self.year else None

    @property
    def exact(self) -> bool:
        """Whether the day is known, year and all."""
        return bool(self.year and self.day)


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def full_year(digits: str, pivot: int = 40) -> int:
    """Two digits as a year from 1940 to 2039, four as they stand. The pivot is fixed: no reading depends on today."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (2000 if number < pivot else 1900)
