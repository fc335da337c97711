"""The query language: text to a tree of what is asked, and back to text that says in full how it was read."""

from archive_app.index.query.expanding import Thesaurus, Widening
from archive_app.index.query.faults import QueryFault
from archive_app.index.query.parser import parse
from archive_app.index.query.printing import in_words

__all__ = ["QueryFault", "Thesaurus", "Widening", "in_words", "parse"]
