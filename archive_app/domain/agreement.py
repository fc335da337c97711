"""Agreements: what binds whom from when to when, and their state on any day. The day is always an argument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from archive_app.domain.dates import Duration, PartialDate, add
from archive_app.domain.fact import PERPETUAL, Party

#: An agreement is called expiring in the last so many days before its end.
EXPIRING_WITHIN = timedelta(days=90)


class Status(StrEnum):
    """The state of an agreement on a day."""

    NOT_YET_IN_FORCE = "not yet in force"
    IN_FORCE = "in force"
    EXPIRING = "expiring"
    RENEWED = "renewed"
    SUPERSEDED = "superseded"
    AMENDED = "amended"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    UNKNOWN = "unknown"


#: Of so many days an agreement remembers when it ends.
DAYS_REMEMBERED = 8


#: States in which an agreement binds its parties on that day.
BINDING = frozenset({Status.IN_FORCE, Status.EXPIRING, Status.AMENDED})


@dataclass(frozen=True)
class Agreement:
    """One agreement, made of one record or of several texts of it (twins in two languages, a second scan).

    Dates are EDTF, ``expiration_date`` may be ``perpetual``; ``expiration_basis`` is stated, computed or None.
    ``renewed_by``, ``superseded_by`` and ``amended_by`` name later agreements with the day each begins;
    ``amended_ends`` are the ends that amendments gave it, each from the day on which the amendment begins;
    ``terminated_on`` is the day a termination takes effect; None beside a ``terminated_by`` where the letter's day is
    not known. ``chain`` is the id of the chain's first agreement.
    ``renews_basis`` says whether a renewal is ``stated`` in the text or ``proposed`` from parties and dates.
    ``overarching`` are ids of parties of which another party is a part: they are named above their office.
    """

    id: str
    records: tuple[str, ...]
    title: str
    kind: str
    parties: tuple[Party, ...] = ()
    agreement_date: str | None = None
    effective_date: str | None = None
    expiration_date: str | None = None
    expiration_basis: str | None = None
    term: Duration | None = None
    renewal: str | None = None
    renewal_term: Duration | None = None
    notice_period: Duration | None = None
    chain: str = ""
    renews: str | None = None
    renews_basis: str | None = None
    renewed_by: str | None = None
    renewed_on: date | None = None
    supersedes: str | None = None
    superseded_by: str | None = None
    superseded_on: date | None = None
    amends: str | None = None
    amended_by: tuple[tuple[str, date | None], ...] = ()
    amended_ends: tuple[tuple[date, str], ...] = ()
    terminated_on: date | None = None
    terminated_by: str | None = None
    implements: str | None = None
    announced_by: tuple[str, ...] = ()
    overarching: frozenset[str] = frozenset()

    @cached_property
    def begins(self) -> date | None:
        """The day it takes effect, or, where no such day is stated, the day it bears."""
        known = self.effective_date or self.agreement_date
        return PartialDate.parse(known).first_day if known else None

    @property
    def is_perpetual(self) -> bool:
        return self.expiration_date == PERPETUAL

    @property
    def is_endless(self) -> bool:
        """Whether its words give it no end and nobody ended it."""
        return self.is_perpetual and not self.terminated_by

    def amended_until(self, on: date) -> date | None:
        """The end that the amendments begun by a day give it, each of which has a paper of its own; None for none."""
        begun = [end for begins, end in sorted(self.amended_ends) if begins <= on]
        if not begun or self.terminated_by:
            return None
        return date.max if begun[-1] == PERPETUAL else _last_day(begun[-1])

    @property
    def principals(self) -> tuple[Party, ...]:
        """The parties it binds: where an office is named under its department, the office alone."""
        return tuple(party for party in self.parties if party.authority not in self.overarching)

    @property
    def authorities(self) -> frozenset[str]:
        """Ids of its principals that are in the authority file."""
        return frozenset(party.authority for party in self.principals if party.authority)

    def authorities_in(self, roles: frozenset[str]) -> tuple[str, ...]:
        """Ids of its principals whose role is one of these, in the order of the paper."""
        return tuple(p.authority for p in self.principals if p.authority and p.role in roles)

    def end_of_first_term(self) -> date | None:
        """The last day in force before any renewal by its own clause; None where unknown or perpetual."""
        return self._first_end

    @cached_property
    def _first_end(self) -> date | None:
        return _last_day(self.expiration_date)

    def ends(self, on: date) -> date | None:
        """The last day in force as it stands on a day; None where the end is unknown or there is none.

        Automatic renewal is unfolded up to that day, never past a termination or what took its place; where the
        clause does not say for how long it renews, the end is unknown once the first term is over.
        """
        known = self._ends_known
        if on not in known:
            if len(known) >= DAYS_REMEMBERED:
                known.clear()
            end = known[on] = self._ends(on)
            return end
        return known[on]

    @cached_property
    def _ends_known(self) -> dict[date, date | None]:
        """The ends of the days that were asked for last: a matrix asks for each of them several times."""
        return {}

    def _ends(self, on: date) -> date | None:
        end = self._first_end
        if self.terminated_by and self.terminated_on is None:
            # It was ended on some day that nobody could read: after that day nothing is in force.
            return end if end and end < on and self.renewal != "automatic" else None
        if end is not None and self.renewal == "automatic":
            end = self._renewed_until(end, min(filter(None, (on, self.terminated_on, self._replaced_on))))
        if self.terminated_on and (end is None or self.terminated_on < end):
            return self.terminated_on
        return end

    @property
    def _replaced_on(self) -> date | None:
        return min(filter(None, (self.renewed_on, self.superseded_on)), default=None)

    def _renewed_until(self, first_end: date, limit: date) -> date | None:
        """The first end on or after a day, counted in whole renewals from the end of the first term."""
        step = self.renewal_term or self.term
        end: date | None = first_end
        renewals = _surely_over(first_end, step, limit) if step else 0
        while end is not None and end < limit:
            renewals += 1
            end = self._after_renewals(first_end, step, renewals) if step and step.number > 0 else None
        return end

    def _after_renewals(self, first_end: date, step: Duration, renewals: int) -> date | None:
        """Counted from the beginning where the term is of the same unit, so that the end of a month stays one."""
        term = self.term
        if term and self.begins and term.unit == step.unit and add(self.begins, term) == first_end:
            return add(self.begins, Duration(term.number + step.number * renewals, step.unit))
        return add(first_end, Duration(step.number * renewals, step.unit))

    def last_day_for_notice(self, on: date) -> date | None:
        """The last day to give notice before the end as it stands on a day; None where either is unknown."""
        end, period = self.ends(on), self.notice_period
        return add(end, Duration(-period.number, period.unit)) if end and period else None

    def status(self, on: date) -> Status:
        """Its state on a day. What cannot be told from the papers is unknown, never in force."""
        if self.begins and self.begins > on:
            return Status.NOT_YET_IN_FORCE
        if self.terminated_on and self.terminated_on < on and self.ends(on) == self.terminated_on:
            return Status.TERMINATED
        if self.superseded_on and self.superseded_on <= on:
            return Status.SUPERSEDED
        if self.renewed_on and self.renewed_on <= on:
            return Status.RENEWED
        return self.status_by_own_end(on)

    def status_by_own_end(self, on: date) -> Status:
        """The state that its own words give it once it has begun, as amended by then, whatever came after it."""
        end = self.ends(on)
        if end and (longer := self.amended_until(on)):
            end = max(end, longer)
        if end and end < on:
            return Status.EXPIRED
        if self.begins is None or (end is None and not self.is_endless):
            return Status.UNKNOWN
        if end and end - on <= EXPIRING_WITHIN:
            return Status.EXPIRING
        if any(begins and begins <= on for _, begins in self.amended_by):
            return Status.AMENDED
        return Status.IN_FORCE


def _last_day(edtf: str | None) -> date | None:
    """The last day of a date as far as it is known; None for none, and for what has no end."""
    return PartialDate.parse(edtf).last_day if edtf and edtf != PERPETUAL else None


def _surely_over(first_end: date, step: Duration, limit: date) -> int:
    """So many renewals end before a day whatever the lengths of months: they need not be counted one by one."""
    days = {"years": 367, "months": 32, "weeks": 7, "days": 1}.get(step.unit)
    return max(0, int((limit - first_end).days // (days * step.number)) - 1) if days and step.number > 0 else 0
