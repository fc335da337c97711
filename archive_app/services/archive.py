"""An open archive: the parts that every activity works on, wired together by bootstrap."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from archive_app.accession.originals import OriginalsStore
from archive_app.catalogue import Catalogue
from archive_app.domain.authority import AuthorityFile
from archive_app.errors import ArchiveInUse
from archive_app.index import Index
from archive_app.services import recognition
from archive_app.services.background_rebuild import Rebuild
from archive_app.services.recognition import Recognition

T = TypeVar("T")


@dataclass(frozen=True)
class Snapshot:
    """All records with their descriptions as of a version of the catalogue, by id in the order they were taken in."""

    version: int
    by_id: Mapping[str, Any]

    @cached_property
    def ordered(self) -> tuple[Any, ...]:
        return tuple(self.by_id.values())


@dataclass
class Archive:
    """One folder with its catalogue, its index and its originals.

    ``resources`` is the folder of what extraction knows. ``clock`` gives the time in UTC, for what is stamped with it.
    ``person`` is who corrections are credited to. ``derived`` holds what was computed from the catalogue, with the
    data version it was computed at, so that a commit by anyone makes it afresh; ``described`` all descriptions.
    """

    root: Path
    catalogue: Catalogue
    index: Index
    originals: OriginalsStore
    resources: Path
    clock: Callable[[], datetime]
    person: str
    writable: bool
    derived: dict[str, tuple[object, Any]] = field(default_factory=dict)
    described: Snapshot | None = None
    recognised: Recognition | None = field(default=None, repr=False)
    #: Held while the index is written: a person may decide about a record while files are taken in.
    indexing: threading.RLock = field(default_factory=threading.RLock, repr=False)
    #: Held while something is computed from the whole catalogue: of several who ask for it, one does the work.
    deriving: threading.RLock = field(default_factory=threading.RLock, repr=False)
    #: The index being made anew in the background, or as it came to be.
    rebuild: Rebuild | None = field(default=None, repr=False)
    #: The archive of which this is a view without restricted records; None where it shows all.
    whole: Archive | None = field(default=None, repr=False)

    @property
    def base(self) -> Archive:
        """The whole archive, of which this may be a view."""
        return self.whole or self

    def discreetly(self) -> Archive:
        """A view of this archive that shows no restricted records; what is written through it is written here."""
        return replace(self, derived={}, described=None, recognised=None, whole=self.base)

    @property
    def authorities(self) -> AuthorityFile:
        """The authority file as persons have changed it here."""
        return self.recognition.authorities

    @property
    def recognition(self) -> Recognition:
        """What names are matched by; read when first asked for, since a search does without it."""
        base = self.base
        if base.recognised is None:
            base.recognised = recognition.load(base.resources, base.catalogue.authorities)
        return base.recognised

    def recognise_anew(self) -> None:
        """Reads the authority file again where anybody has changed it."""
        base = self.base
        if base.recognised and base.recognised.revision != base.catalogue.authorities.revision:
            base.recognised = None

    @property
    def title(self) -> str:
        return self.catalogue.settings.get("title", self.root.name) or self.root.name

    def now(self) -> str:
        """The time as ISO 8601 in UTC, to the second."""
        return self.clock().replace(microsecond=0).isoformat()

    def require_writable(self) -> None:
        """Raises ArchiveInUse where this archive was opened only to be read."""
        if not self.writable:
            raise ArchiveInUse(
                f"The archive {self.root} is being changed by another program; close that program and try again."
            )

    def derive(self, name: str, make: Callable[[], T]) -> T:
        """The value of ``make``, kept until the catalogue changes."""
        with self.deriving:
            version = self.catalogue.data_version
            held = self.derived.get(name)
            if held is None or held[0] != version:
                held = (version, make())
                self.derived[name] = held
        value: T = held[1]
        return value
