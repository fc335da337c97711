"""Words of a record as they are pasted elsewhere: with where they stand."""

from __future__ import annotations

from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.page.passage import Passage
from archive_app.services.records import Described


def cited(words: Passage, one: Described) -> str:
    """The words in quotation marks; title, date, record and page or pages of the paper in brackets."""
    where = (one.title, wording.edtf(one.date), one.id, _pages(words.first_page, words.last_page))
    return tr("page.quote", words.quote, ", ".join(part for part in where if part))


def _pages(first: int, last: int) -> str:
    return tr("page.cited_page", first) if first == last else tr("page.cited_pages", first, last)
