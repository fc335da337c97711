"""The truth of an archive: one SQLite file with its records, pages, facts, tables, history and imports.

Writes of one kind belong in one ``with catalogue.writing():``, which is one transaction however deeply it is nested.
"""

from archive_app.catalogue.catalogue import FILENAME, Catalogue
from archive_app.catalogue.writer_lock import WriterLock

__all__ = ["FILENAME", "Catalogue", "WriterLock"]
