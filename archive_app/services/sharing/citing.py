"""Citing records: one or many, as lines of text in either language or for citation programs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from archive_app.errors import UsageError
from archive_app.exports import cite
from archive_app.exports.citation import Selection
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.labels import labels
from archive_app.services.output_files import require_place, written

#: Ways of citing: a line of text each, and three formats of citation programs with the endings of their files.
STYLES: Final = {"text": "txt", "ris": "ris", "bibtex": "bib", "csl-json": "json"}


@dataclass(frozen=True)
class Cited:
    """The citations, and the restricted records that they leave out."""

    text: str
    left_out: tuple[str, ...] = ()


def cited(
    archive: Archive, wanted: Sequence[str], style: str = "text", *, language: str = "en", named: Collection[str] = ()
) -> Cited:
    """Records in the order given. Restricted ones are left out, but for those ``named``, which leave this once.

    Raises UsageError for a style that there is not, and for a record that is not there.
    """
    if style not in STYLES:
        raise UsageError(f"“{style}” is not a way of citing; choose one of {', '.join(STYLES)}.")
    found = [records.described(archive, id) for id in dict.fromkeys(wanted)]
    shut = tuple(one.id for one in found if one.restricted and one.id not in named)
    open_ones = tuple((one.record, one.description) for one in found if one.id not in shut)
    selection = Selection(archive.title, archive.authorities, open_ones)
    return Cited(cite(selection, style, labels(archive.resources, language)), shut)


def write(
    archive: Archive, wanted: Sequence[str], style: str, file: Path, *, language: str = "en",
    named: Collection[str] = (),
) -> Cited:  # fmt: skip
    """The same as a file."""
    require_place(file)
    made = cited(archive, wanted, style, language=language, named=named)
    ends = "" if made.text.endswith("\n") or style == "ris" else "\n"
    with written(file) as place:
        place.write_bytes((made.text + ends).encode("utf-8"))
    return made
