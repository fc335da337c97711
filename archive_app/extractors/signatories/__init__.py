"""Signatories: who signed, in what office, for whom, on what day. Persons quoted and witnesses are none."""

from __future__ import annotations

from collections.abc import Iterable

from archive_app.domain.fact import AGREEMENT_KINDS, Fact, Signatory
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.signatories.inline import labelled_signers, listed_signers, marked_signers, run_signers
from archive_app.extractors.signatories.lined import lined_signers
from archive_app.extractors.signatories.signer import Signer
from archive_app.extractors.signatories.stacked import stacked_signers
from archive_app.extractors.signatories.told import dated, told_signers
from archive_app.extractors.signing import Signature, signatures


def find(reading: Reading) -> Iterable[Fact]:
    """In an agreement its signature blocks; in a release or another paper the persons it says to have signed."""
    if reading.value("kind") in AGREEMENT_KINDS:
        blocks = [_from_block(reading, block) for block in reading.once(signatures) if _is_signature(block)]
        lined = [*lined_signers(reading), *labelled_signers(reading)]
        found = (
            marked_signers(reading)
            or [*lined, *blocks]
            or run_signers(reading)
            or listed_signers(reading)
            or stacked_signers(reading)
        )
        found = found or dated(reading, told_signers(reading))
    else:
        found = told_signers(reading)
    return [signer.fact(reading) for signer in _once_each(found)]


def _is_signature(block: Signature) -> bool:
    return bool(block.name and block.name_span and not block.witness)


def _from_block(reading: Reading, block: Signature) -> Signer:
    """A signature block as a signer, with the day written beside it."""
    assert block.name is not None
    assert block.name_span is not None
    day = None
    if block.date_span:
        start, end = block.date_span
        days = [date.date for date in reading.once(dates_in) if start <= date.start < end and date.date]
        day = str(days[0]) if days else None
    sure = 0.93 if block.title or block.body else 0.85
    if block.undated and not block.marked:
        sure = 0.5  # a form with names in print, which nobody may have signed
    return Signer(*block.name_span, Signatory(block.name, block.title, block.body, day), sure, "signature block")


def _once_each(found: list[Signer]) -> list[Signer]:
    """One signer for each person: the reading that tells most."""
    best: dict[str, Signer] = {}
    for signer in found:
        known = best.get(signer.key)
        if known is None or signer.told > known.told:
            best[signer.key] = signer
    return sorted(best.values(), key=lambda signer: signer.start)
