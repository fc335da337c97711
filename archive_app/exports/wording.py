"""How values, bodies and ends are told in words, the same in every format, in the language of its labels."""

from __future__ import annotations

from dataclasses import replace

from archive_app.domain.agreement import Agreement
from archive_app.domain.dates import Duration
from archive_app.domain.fact import DateMention, Party, Relation, Signatory, Value
from archive_app.exports.labels import ENGLISH, Labels

#: What a year changed, by the names that it has in ``Turns``.
TURNS = {"signed": "New agreements", "renewed": "Renewals", "lapsed": "Lapses begun"}


def told(value: Value) -> str:
    """A fact's value on one line."""
    match value:
        case None:
            return "unknown"
        case Party():
            return value.name
        case Signatory():
            return ", ".join(part for part in (value.name, value.title, value.date) if part)
        case Relation():
            return " ".join(part for part in (value.type, value.title, value.date) if part)
        case DateMention():
            return value.date
    return str(value)


def said(value: Value, labels: Labels) -> str:
    """The same with the words of the program's own in the language of the labels; what a paper says stays as it is."""
    match value:
        case Duration():
            return length(str(value), labels)
        case Relation():
            return told(replace(value, type=labels.say(value.type)))
        case None | str():
            return labels.say(told(value))
    return told(value)


def length(told: str, labels: Labels) -> str:
    """Two years, or a day: the unit in the language of the labels."""
    number, _, unit = told.partition(" ")
    return f"{number} {labels.say(unit)}" if unit else number


def between(agreement: Agreement) -> str:
    """The bodies it binds, or its title where they were not read."""
    return " – ".join(party.name for party in agreement.principals) or agreement.title


def end_told(agreement: Agreement, labels: Labels = ENGLISH) -> str:
    """When the paper says that it ends, and whether it says so itself."""
    if agreement.is_perpetual:
        return labels.say("no end (stated)")
    if agreement.expiration_date is None:
        return labels.say("unknown")
    return f"{agreement.expiration_date} ({labels.say(agreement.expiration_basis or 'unknown')})"
