"""How values, bodies and ends are told in words, the same in every format."""

from __future__ import annotations

from archive_app.domain.agreement import Agreement
from archive_app.domain.fact import DateMention, Party, Relation, Signatory, Value


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


def between(agreement: Agreement) -> str:
    """The bodies it binds, or its title where they were not read."""
    return " – ".join(party.name for party in agreement.principals) or agreement.title


def end_told(agreement: Agreement) -> str:
    """When the paper says that it ends, and whether it says so itself."""
    if agreement.is_perpetual:
        return "no end (stated)"
    if agreement.expiration_date is None:
        return "unknown"
    return f"{agreement.expiration_date} ({agreement.expiration_basis})"
