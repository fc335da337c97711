"""A record, or a page of it, as a PDF that others can check: its facts with their words, and the words on the page."""

from archive_app.exports.evidence_sheet.content import EvidenceSheet, SheetPage
from archive_app.exports.evidence_sheet.writing import write

__all__ = ["EvidenceSheet", "SheetPage", "write"]
