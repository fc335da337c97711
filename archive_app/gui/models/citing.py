"""A record as one line to be pasted below a text."""

from __future__ import annotations

from archive_app.domain.fact import AGREEMENT_KINDS
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.services.records import Described


def citation(one: Described, archive: str) -> str:
    """Who made it (its kind where the paper names nobody), its title, its day, and where it is kept under what id."""
    told = one.description
    names = [party.name for party in told.parties] if one.kind in AGREEMENT_KINDS else []
    names += [] if names else [text for text in (told.text("issuer"), told.text("sender")) if text]
    day = wording.edtf(one.date) or tr("cite.undated")
    return tr("cite.text", "; ".join(names) or wording.kind(one.kind), one.title, day, archive, one.id)
