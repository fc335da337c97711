"""Lapses with what shows them: how the agreement before ended, in which words, and what was told of meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from archive_app.domain.agreement import Agreement
from archive_app.domain.lapses import Lapse
from archive_app.domain.links import Quote
from archive_app.domain.said import Want


@dataclass(frozen=True)
class EndEvidence:
    """Why an agreement ended when it did. ``basis``: stated, computed, terminated, superseded, unknown.

    ``operands`` are the (field, value) pairs that a computed end was made of.
    """

    basis: str
    quotes: tuple[Quote, ...] = ()
    operands: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class LedgerLine:
    """A lapse with names, the agreement before it and what shows its end, and papers told of within it, not held."""

    lapse: Lapse
    agency: str
    consulate: str
    days: int
    after: Agreement
    evidence: EndEvidence
    spoken_of: tuple[Want, ...] = ()
