"""The catalogue of one archive, opened: a small object for each kind of thing it keeps."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from archive_app.catalogue import format
from archive_app.catalogue.authorities import Authorities
from archive_app.catalogue.connection import PATIENCE, Database
from archive_app.catalogue.decisions import Decisions
from archive_app.catalogue.edits import KeptEdits
from archive_app.catalogue.facts import Facts
from archive_app.catalogue.history import History
from archive_app.catalogue.imports import Imports
from archive_app.catalogue.likenesses import Likenesses
from archive_app.catalogue.marks import Marks
from archive_app.catalogue.notes import Notes
from archive_app.catalogue.pages import Pages
from archive_app.catalogue.queue import Queue
from archive_app.catalogue.records import Records
from archive_app.catalogue.saved_searches import SavedSearches
from archive_app.catalogue.search_history import SearchHistory
from archive_app.catalogue.settings import Settings
from archive_app.catalogue.tables import Tables
from archive_app.catalogue.tags import Tags
from archive_app.catalogue.templates import Templates
from archive_app.catalogue.trash import Trash
from archive_app.catalogue.turned_pages import TurnedPages
from archive_app.catalogue.units import Units
from archive_app.catalogue.watched import WatchedFolders
from archive_app.errors import ArchiveError

#: The catalogue's name in the folder of an archive.
FILENAME = "catalogue.sqlite"


class Catalogue:
    """May be used from any number of threads at once; each has a connection of its own."""

    def __init__(self, db: Database) -> None:
        self._db = db
        marks = Marks(db)
        self.queue = Queue(db)
        self.pages = Pages(db, marks, self.queue)
        self.records = Records(db, marks, self.pages, self.queue)
        self.history = History(db)
        self.facts = Facts(db, marks, self.history, self.queue)
        self.likenesses = Likenesses(db, self.history)
        self.watched = WatchedFolders(db)
        self.trash = Trash(db, marks, self.history)
        self.tables = Tables(db, marks)
        self.tags = Tags(db, marks, self.history)
        self.notes = Notes(db, marks, self.history)
        self.decisions = Decisions(db, marks, self.history)
        self.units = Units(db, marks, self.history)
        self.authorities = Authorities(db, marks, self.history)
        self.saved_searches = SavedSearches(db)
        self.search_history = SearchHistory(db)
        self.imports = Imports(db)
        self.edits = KeptEdits(db)
        self.templates = Templates(db)
        self.turned_pages = TurnedPages(db)
        self.settings = Settings(db)

    @classmethod
    def create(cls, path: Path) -> Catalogue:
        """A new, empty catalogue file, open for writing. Raises ArchiveError where there is a file already."""
        format.make(path)
        return cls.open(path, writable=True)

    @classmethod
    def open(cls, path: Path, writable: bool, patience: float = PATIENCE) -> Catalogue:
        """The catalogue in a file; one of an older format is brought up to date first, with a copy kept beside it.

        ``patience`` is how many seconds a write waits for another. Raises ArchiveError where the file is missing, is
        not a catalogue, is damaged, or is of a newer format.
        """
        format.prepare(path, writable)
        return cls(Database(path, writable, patience))

    def close(self) -> None:
        """Closes the connections of all threads; to close twice does no harm."""
        self._db.close()

    def writing(self) -> AbstractContextManager[None]:
        """One transaction for all that is written inside; readers see none of it before it ends.

        Inside another it joins that one. An error undoes what was written in the ``with`` that it leaves.
        """
        return self._db.writing()

    def reading(self) -> AbstractContextManager[None]:
        """Reads that see one state of the catalogue, whatever is written meanwhile."""
        return self._db.reading()

    @property
    def data_version(self) -> int:
        """Rises with every transaction, in whichever thread or program; the same number means the same content."""
        return self._db.revision

    def copy_to(self, path: Path) -> None:
        """A whole copy of one state in a new file. Raises ArchiveError where that fails."""
        self._db.copy_to(path)

    def end_journal(self) -> None:
        """Makes the file whole by itself, to be handed on: nothing of it stands beside it any more."""
        self._db.rows("PRAGMA journal_mode = DELETE")

    def faults(self) -> list[str]:
        """What is wrong with the file itself, a line each; empty where it is sound. Reads the whole file."""
        try:
            found = [row[0] for row in self._db.rows("PRAGMA quick_check") if row[0] != "ok"]
            orphans = self._db.rows("PRAGMA foreign_key_check")
        except ArchiveError as error:
            return [str(error)]
        found += [f"{table} {row} speaks of a {parent} that is not there" for table, row, parent, _ in orphans]
        # SQLite's own findings name a column or a page, never the file that a person has to look for.
        return [f"{self._db.path.name}: {fault}" for fault in found]

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
