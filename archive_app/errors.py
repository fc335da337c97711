"""Faults a person can do something about. Each is one sentence: what is wrong, with what, and what to do."""

from __future__ import annotations


class ConvenioError(Exception):
    """Base of all faults that are told to the person as a sentence. Anything else that escapes is a bug.

    ``key`` and ``operands`` let a face tell the same in another language: its words for ``error.<key>`` take the
    operands' places. Without a key the sentence stands as it is.
    """

    exit_status = 1

    def __init__(self, sentence: str = "", *, key: str = "", operands: tuple[object, ...] = ()) -> None:
        super().__init__(sentence)
        self.key, self.operands = key, operands


class UsageError(ConvenioError):
    """The command or a value in it was wrong."""

    exit_status = 2


class ArchiveError(ConvenioError):
    """The archive is missing, is not an archive, or is of a newer format."""

    exit_status = 3


class ArchiveInUse(ConvenioError):
    """Another program is writing to the archive."""

    exit_status = 4


class ArchiveUnwritable(ArchiveError):
    """The archive lies where nothing may be written, for example on a read-only disk. It can still be read."""


class ArchiveOutdated(ArchiveError):
    """The catalogue is of an older format; opening the archive to write brings it up to date."""


class Cancelled(ConvenioError):
    """The person stopped the work; all that was finished is kept."""

    exit_status = 130


class ReadingError(ConvenioError):
    """A file could not be read. ``stage`` says where it stopped, ``cause`` and ``remedy`` are sentences."""

    def __init__(self, stage: str, cause: str, remedy: str) -> None:
        super().__init__(f"{cause} {remedy}")
        self.stage, self.cause, self.remedy = stage, cause, remedy

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str, str]]:
        return ReadingError, (self.stage, self.cause, self.remedy)
