"""A sheet for TimelineJS: an event for each agreement, lapse and announcement, in the columns that it reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from archive_app.domain.agreement import Agreement
from archive_app.domain.coverage import span
from archive_app.exports.findings import plain_table
from archive_app.exports.holdings import Holdings
from archive_app.exports.wording import between, end_told

HEADER = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


def write(holdings: Holdings, file: Path) -> None:
    """The first row is the title; what has no day has no row."""
    plain_table.write(HEADER, [_title(holdings), *_rows(holdings)], file)


def _title(holdings: Holdings) -> list[str]:
    told = " ".join((holdings.labels.fill("As it stood on {day}.", day=holdings.on), *holdings.left_out_sentences()))
    return [*[""] * 9, holdings.title, told, *[""] * 4, "title", "", ""]


def _rows(holdings: Holdings) -> Iterator[list[str]]:
    say = holdings.labels.say
    for one in holdings.agreements:
        if one.begins:
            life = span(one, holdings.on)
            yield _event(one.begins, life.end if life else None, between(one), _text(holdings, one), say(one.kind))
    name = holdings.authorities.name
    for gap in holdings.coverage.gaps:
        headline = f"{say('nothing in force')}: {name(gap.agency)} – {name(gap.consulate)}"
        yield _event(gap.start, gap.end or holdings.on, headline, f"{say('After')} {gap.after}", say("Gap"))


def _event(start: date, end: date | None, headline: str, text: str, group: str) -> list[str]:
    last = [str(end.year), str(end.month), str(end.day)] if end else ["", "", ""]
    return [str(start.year), str(start.month), str(start.day), "", *last, "", "", headline, text, *[""] * 5, group, ""]


def _text(holdings: Holdings, one: Agreement) -> str:
    """Title, state, end and the words it rests on, with record and page."""
    say, found = holdings.labels.say, holdings.fact_for(one, "expiration_date")
    words = found[1].evidence if found else None
    quote = f"“{words.quote}” ({found[0]}, {say('page')} {words.page})" if found and words else ""
    state = f"{say('State')}: {say(str(one.status(holdings.on)))}; {say('Expires')}: {end_told(one, holdings.labels)}."
    return " ".join(part for part in (f"{one.title} ({one.id}).", state, quote) if part)
