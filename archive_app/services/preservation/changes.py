"""What happened to the whole archive, the last first: by whom, of what kind, from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive_app.catalogue.history import Wanted
from archive_app.domain.record import Event
from archive_app.services import discretion, records
from archive_app.services.archive import Archive
from archive_app.services.preservation import fixity, linked_files

#: So many are told at a time.
STEP: Final = 300
_FILES: Final = frozenset({linked_files.MOVED, linked_files.EDITED, "original put back", "attachments not read",
                           "facts not read", "tables not read"})  # fmt: skip
_SAFETY: Final = frozenset({fixity.CHECK, "backup", "catalogue restored"})
_GONE: Final = frozenset({"removal", "restoration", "destruction"})
#: Kinds of change that can be asked for; "edits" are all that persons changed of the catalogue.
GROUPS: Final[dict[str, tuple[frozenset[str], bool]]] = {
    "every": (frozenset({fixity.CHECK}), True),
    "edits": (_FILES | _SAFETY | _GONE, True),
    "undone": (frozenset({"undo", "redo"}), False),
    "removed": (_GONE, False),
    "files": (_FILES, False),
    "safety": (_SAFETY, False),
}


@dataclass(frozen=True)
class Asked:
    """``kind`` is one of GROUPS, ``since`` a day (ISO 8601); "" narrows nothing."""

    kind: str = "every"
    by: str = ""
    record: str = ""
    since: str = ""
    words: str = ""


@dataclass(frozen=True)
class Change:
    """An event with its number, by which the next are asked for, and the title of its record, "" for none."""

    number: int
    event: Event
    title: str = ""


def page(archive: Archive, asked: Asked, before: int | None = None, limit: int = STEP) -> tuple[Change, ...]:
    """The last changes that are asked for, or those before one. Single checks of originals are told only as a whole."""
    types, but = GROUPS[asked.kind]
    wanted = Wanted(types, but, asked.by, asked.record, since=asked.since, words=asked.words)
    found = archive.catalogue.history.page(wanted, before, limit)
    titles = {one.id: one.title for one in records.all_described(archive)}
    hidden = discretion.hidden(archive)
    return tuple(
        Change(number, event, titles.get(event.record or "", ""))
        for number, event in found
        if event.record not in hidden
    )


def people(archive: Archive) -> Sequence[str]:
    """Everybody who changed anything, the program itself too."""
    return archive.catalogue.history.agents()
