"""Words of a page as they are pasted elsewhere: with where they stand."""

from __future__ import annotations

from archive_app.domain.evidence import Evidence
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.services.records import Described


def cited(words: Evidence, one: Described) -> str:
    """The words in quotation marks; title, date, record and page of the paper in brackets."""
    where = (one.title, wording.edtf(one.date), one.id, tr("page.cited_page", words.page))
    return tr("page.quote", words.quote, ", ".join(part for part in where if part))
