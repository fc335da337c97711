"""A record: one document in the archive, as the catalogue keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: Kinds of highlights, by what the words are marked as.
HIGHLIGHTS = ("important", "question", "commitment", "term", "citation")


class State(StrEnum):
    """How far a record has come. It can be searched from SEARCHABLE on."""

    SEARCHABLE = "searchable"
    DESCRIBED = "described"


class Work(StrEnum):
    """What may still be to do for a record: take in what is attached to it, read its facts, read its pictures."""

    UNPACK = "unpack"
    DESCRIBE = "describe"
    RECOGNISE = "recognise"


@dataclass(frozen=True, slots=True)
class Record:
    """One document. ``id`` is short, stable and never used again, for example ``R00012``.

    ``original`` is a path inside the archive with forward slashes, or the file's absolute path where it is ``linked``.
    ``filename`` is the name it came with; ``places`` are all paths where these bytes were found. ``parent`` is the
    mail or file that this one was attached to. ``size`` is bytes, ``added_at`` ISO 8601 in UTC, ``ocr_needed``
    counts pages that show a picture and hold no text.
    """

    id: str
    sha256: str
    media_type: str
    size: int
    filename: str
    original: str
    linked: bool
    added_at: str
    state: State
    pages: int
    ocr_needed: int = 0
    parent: str | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was found and could not be taken in: where it stopped, why, and what helps."""

    file: str
    stage: str
    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a record or the archive: when (ISO 8601, UTC), by whom, what, from what to what.

    ``outcome`` is how a check ended, as PREMIS has it: ``pass`` or ``fail``; None for what is no check.
    """

    at: str
    agent: str
    type: str
    record: str | None = None
    field: str | None = None
    before: str | None = None
    after: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """A file that was found and left out on purpose; ``reason`` is a sentence."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What one import did: found = added + duplicates + skipped + failed. ``at`` is ISO 8601 in UTC.

    ``seconds`` is None for an import that is still going on or was broken off; its counts are then 0. ``linked`` and
    ``inside_zip`` are how it was asked for.
    """

    id: int
    at: str
    paths: tuple[str, ...]
    found: int
    added: int
    duplicates: int
    skipped: int
    failed: int
    seconds: float | None
    linked: bool = False
    inside_zip: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote beside a record, or beside one of its pages (from 1). ``at`` is ISO 8601 in UTC.

    ``quote`` are the words of the page that it stands beside, white space folded; ``start`` and ``end`` their place in
    the page's text. ``highlight`` is one of HIGHLIGHTS where the words are marked; its text may then be empty.
    """

    id: int
    record: str
    text: str
    by: str
    at: str
    page: int | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    highlight: str | None = None

    @property
    def said(self) -> str:
        """Its text, or the words that it marks without saying anything of them."""
        return self.text or self.quote or ""


@dataclass(frozen=True, slots=True)
class Trashed:
    """A record in the trash: when and by whom it was removed. ``removal`` is the record it was removed together with.

    ``removal`` is the record itself where it was removed by name.
    """

    record: str
    filename: str
    at: str
    by: str
    removal: str


@dataclass(frozen=True, slots=True)
class Watched:
    """A folder in which new files are looked for; ``linked`` files stay where they are. Times are ISO 8601, UTC.

    ``looked_at`` is when it was last looked into, ``missing`` whether it was not there then. ``brought`` counts the
    records that came in from it, the last of them at ``brought_at``.
    """

    folder: str
    linked: bool
    since: str
    looked_at: str | None = None
    missing: bool = False
    brought: int = 0
    brought_at: str | None = None
