"""A record as one line to be set below a text or in a list of sources, in the language of the labels."""

from __future__ import annotations

from archive_app.domain.dates import PartialDate
from archive_app.exports.citation import Citable, Citation, citations
from archive_app.exports.labels import Labels
from archive_app.exports.plain import line

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def text(source: Citable, labels: Labels) -> str:
    """A line for each record."""
    return "\n".join(reference(source, one, labels) for one in citations(source))


def reference(source: Citable, one: Citation, labels: Labels) -> str:
    """Who made it (its kind where the paper names nobody), its title, its day, its number, where it is kept."""
    makers = _named(one.creators, labels) or _capital(labels.say(one.kind))
    told = [makers, f"“{one.title}”" if labels.language == "en" else f"«{one.title}»"]
    told += [labels.say(one.kind)] if one.creators else []
    told += [day(one.date, labels) if one.date else labels.say("undated"), *([one.number] if one.number else [])]
    return f"{', '.join(told)}. {line(source.title)}, {one.id}."


def day(date: PartialDate, labels: Labels) -> str:
    """A date as far as it is known: September 3, 2014; 3 de septiembre de 2014; 2014."""
    if not date.month:
        return str(date.year)
    month = labels.say(_MONTHS[date.month - 1])
    if labels.language == "es":
        return f"{date.day} de {month} de {date.year}" if date.day else f"{month} de {date.year}"
    return f"{month} {date.day}, {date.year}" if date.day else f"{month} {date.year}"


def _named(names: tuple[str, ...], labels: Labels) -> str:
    """One, two or three names as a sentence has them; of more the first."""
    if len(names) > 3:
        return labels.fill("{name} and others", name=names[0])
    *first, last = names or ("",)
    return labels.fill("{first} and {last}", first=", ".join(first), last=last) if first else last


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def readable(date: str, labels: Labels) -> str:
    """A day as it is read beside how it is kept; what is no day in the labels' words."""
    try:
        known = PartialDate.parse(date)
    except ValueError:
        return labels.say(date)
    return f"{day(known, labels)} ({date})" if known.month else date
