"""A calendar (RFC 5545) of the days on which agreements end, and of the last days to give notice before that.

What has no known end has no entry. An entry's UID rests on the agreement's id, so that a later export takes the
place of an earlier one in a calendar program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from archive_app.domain.agreement import BINDING, EXPIRING_WITHIN, Agreement, Status
from archive_app.domain.coverage import span
from archive_app.domain.dates import PartialDate
from archive_app.exports.holdings import Holdings
from archive_app.exports.plain import line
from archive_app.exports.wording import between, end_told, said

#: The octets that a line may have without its line break.
LONGEST = 75
#: States in which notice can still be given.
LIVING = BINDING | {Status.NOT_YET_IN_FORCE}
NOTICE_REMINDER = timedelta(days=14)
ONE_DAY = timedelta(days=1)


def write(holdings: Holdings, file: Path) -> None:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Convenio//Agreements//EN", "CALSCALE:GREGORIAN",
             f"X-WR-CALNAME:{escaped(holdings.title)}"]  # fmt: skip
    if left_out := " ".join(holdings.left_out_sentences()):
        lines.append(f"X-WR-CALDESC:{escaped(left_out)}")
    for agreement in holdings.agreements:
        lines += _entries(holdings, agreement)
    lines.append("END:VCALENDAR")
    file.write_bytes("".join(folded(text) for text in lines).encode("utf-8"))


def _entries(holdings: Holdings, one: Agreement) -> Iterator[str]:
    life = span(one, holdings.on)
    last = life.end if life else one.ends(holdings.on)
    if last is None:
        return
    first = _first_possible(one, last)
    fill = holdings.labels.fill
    title = fill("Ends: {bodies}", bodies=between(one))
    yield from _event(holdings, one, "end", title, (first, last), EXPIRING_WITHIN)
    notice = one.last_day_for_notice(holdings.on)
    if notice and first == last and last >= holdings.on and one.status(holdings.on) in LIVING:
        period = one.notice_period and said(one.notice_period, holdings.labels)
        title = fill("Last day for notice ({period}): {bodies}", period=period, bodies=between(one))
        yield from _event(holdings, one, "notice", title, (notice, notice), NOTICE_REMINDER)


def _first_possible(one: Agreement, last: date) -> date:
    """The first day of the month or year in which it ends, where no more of its end is known."""
    if one.expiration_date is None or last in (one.terminated_on, one.superseded_on and one.superseded_on - ONE_DAY):
        return last
    known = PartialDate.parse(one.expiration_date)
    if known.day:
        return last
    return last.replace(day=1) if known.month else last.replace(month=1, day=1)


def _event(
    holdings: Holdings, one: Agreement, what: str, summary: str, days: tuple[date, date], before: timedelta
) -> Iterator[str]:
    """An entry over whole days, with a reminder where its day is to come: old ones would all ring at once."""
    first, last = days
    yield from ("BEGIN:VEVENT", f"UID:{_uid(holdings, one, what)}", f"DTSTAMP:{_day(holdings.on)}T000000Z",
                f"DTSTART;VALUE=DATE:{_day(first)}")  # fmt: skip
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + ONE_DAY)}"
    yield from (f"SUMMARY:{escaped(summary)}", f"DESCRIPTION:{_description(holdings, one)}",
                "CATEGORIES:Agreements", "TRANSP:TRANSPARENT")  # fmt: skip
    if last >= holdings.on:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(summary)}",
                    f"TRIGGER:-P{before.days}D", "END:VALARM")  # fmt: skip
    yield "END:VEVENT"


def _uid(holdings: Holdings, one: Agreement, what: str) -> str:
    """The same in every export; the archive's title keeps two archives apart, whose ids begin alike."""
    archive = hashlib.sha256(line(holdings.title).encode("utf-8")).hexdigest()[:12]
    return f"{one.id}-{what}-{archive}@convenio"


def _description(holdings: Holdings, one: Agreement) -> str:
    labels, fact, state = holdings.labels, holdings.end_fact(one), str(one.status(holdings.on))
    words = fact.evidence if fact else None
    lines = (
        f"{one.title} ({labels.say(one.kind)}, {one.id})",
        labels.fill("End: {end}", end=end_told(one, labels)),
        labels.fill("State on {day}: {state}", day=holdings.on, state=labels.say(state)),
        f"“{words.quote}” ({labels.say('page')} {words.page})" if words else "",
        f"{labels.say('Records')}: {', '.join(one.records)}",
    )
    return "\\n".join(escaped(text) for text in lines if text)


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """A TEXT value: one line, with what would end it or part it escaped."""
    plain = line(text).replace("\\", "\\\\")
    return plain.replace(";", "\\;").replace(",", "\\,")


def folded(text: str) -> str:
    """A content line broken after 75 octets at most, never within a character."""
    parts, size = [""], 0
    for character in text:
        octets = len(character.encode("utf-8"))
        if size + octets > LONGEST:
            parts.append("")
            size = 1  # the space that a continued line begins with
        parts[-1] += character
        size += octets
    return "\r\n ".join(parts) + "\r\n"
