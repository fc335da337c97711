"""Files that are written for others: whether they can be where they are wanted, told in a sentence where not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_app.accession.finding import real
from archive_app.errors import ConvenioError, UsageError


def require_place(file: Path) -> None:
    """Raises UsageError where no file of this name can be."""
    try:
        if not real(file).parent.is_dir():
            raise UsageError(f"There is no folder {real(file).parent}; make it first or choose another place.")
        if file.is_dir():
            raise UsageError(f"{file} is a folder; give the name of a file in it.")
    except OSError as fault:
        raise _unwritable(file, fault) from None


def ending(file: Path, known: tuple[str, ...]) -> str:
    """The file's ending without its dot. Raises UsageError where it is none of those known."""
    found = file.suffix.lower().removeprefix(".")
    if found not in known:
        endings = " or ".join(f".{one}" for one in known)
        raise UsageError(f"“{file.name}” ends otherwise than in {endings}; give it one of these endings.")
    return found


@contextmanager
def written(file: Path) -> Iterator[Path]:
    """A path to write to that becomes the file once all is written: what was there before stays until then.

    What is no ordinary file, such as a terminal, is written to as it is. Tells as a sentence why it cannot be.
    """
    place = real(file) if _is_ordinary(file) else file
    beside = place.with_name(f".{place.stem[:40]}.part{place.suffix}") if _is_replaceable(place) else place
    try:
        try:
            yield beside
            if beside != place:
                beside.replace(place)
        finally:
            if beside != place:
                beside.unlink(missing_ok=True)
    except OSError as fault:
        raise _unwritable(file, fault) from None


def _unwritable(file: Path, fault: OSError) -> ConvenioError:
    reason = fault.strerror or str(fault)
    return ConvenioError(f"{file} cannot be written ({reason}); choose another place or close the file.")


def _is_ordinary(file: Path) -> bool:
    """Whether the name leads to a file, or to none yet: a pipe such as ``/dev/stdout`` has no name of its own."""
    return file.is_file() or not file.exists()


def _is_replaceable(place: Path) -> bool:
    """Whether an ordinary file that may be written to stands there, or none."""
    return not place.exists() or (place.is_file() and os.access(place, os.W_OK))
