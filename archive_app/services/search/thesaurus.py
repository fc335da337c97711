"""The bilingual thesaurus: the program's own terms, and those an archive adds to them or puts in their place.

Both are CSV: a line for each concept, its English and Spanish terms in the columns ``en`` and ``es``, several parted
by ``;``. The first English term is the concept's head.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from archive_app.errors import ConvenioError
from archive_app.index import Thesaurus
from archive_app.index.folding import fold
from archive_app.index.words import words
from archive_app.services.archive import Archive

NAME = "thesaurus.csv"
COLUMNS = ("en", "es")
#: A stem keeps at least so many of a word's first letters.
_KEPT = 2


@dataclass(frozen=True)
class Terms:
    """Each concept's terms by its folded head. ``faults`` are sentences on lines that were left out."""

    rings: Mapping[str, tuple[str, ...]]
    faults: tuple[str, ...] = ()

    def for_query(self, query: str, plain: Iterable[str] = ()) -> Thesaurus:
        """A thesaurus of the concepts that a query may name: the stems of all terms would take longer than a search.

        Terms of ``plain`` are taken as they are typed.
        """
        asked = words(query)
        starts = tuple({form[:_KEPT] for form in asked if len(form) > _KEPT})
        short = {form for form in asked if len(form) <= _KEPT}  # “de” opens many words, and is the stem of none
        letters = tuple({form[0] for form in asked})
        # Most terms are out by their first letter, at a tenth of what taking them apart costs.
        near = (ring for ring in self.rings.values() if any(fold(term).startswith(letters) for term in ring))
        rings = (ring for ring in near if any(_may_stand(term, starts, short) for term in ring))
        return Thesaurus(rings, plain)


def _may_stand(term: str, starts: tuple[str, ...], short: Set[str]) -> bool:
    return all(form in short or form.startswith(starts) for form in words(term))


Row = Mapping[str | None, str | list[str] | None]
_NONE = Terms(MappingProxyType({}))


def of(archive: Archive) -> Terms:
    """The program's terms with the archive's own. Both files are read again when they change."""
    general, own = _newest(archive.resources / NAME), _newest(archive.root / NAME)
    return Terms({**general.rings, **own.rings}, general.faults + own.faults)


def _newest(path: Path) -> Terms:
    try:
        state = path.stat()
    except OSError:
        return _NONE
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int, _size: int) -> Terms:
    return read(path)


def read(path: Path) -> Terms:
    """The terms of one file. A line that cannot be used is left out, and told; so is a file that cannot be read."""
    rings: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    try:
        for line, row in _rows(path):
            fault = _add(rings, row)
            if fault:
                faults.append(f"Line {line} of {path} was left out: {fault}")
    except UnicodeDecodeError:
        faults.append(f"{path} was left out, since it is not in UTF-8; save it as “CSV UTF-8”.")
    except (OSError, csv.Error) as error:
        faults.append(f"{path} cannot be read to its end ({error}); put a sound CSV file in its place.")
    except ConvenioError as error:
        faults.append(str(error))
    return Terms(rings, tuple(faults))


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Line numbers and rows by column. A byte order mark, which spreadsheets write, is no part of the first column."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
        if not set(COLUMNS) <= set(reader.fieldnames):
            raise ConvenioError(f"{path} was left out, since its first line does not name the columns; write: en,es")
        for row in reader:
            yield reader.line_num, row


def _add(rings: dict[str, tuple[str, ...]], row: Row) -> str | None:
    """Puts a row's terms among the rings, English first. Gives what is wrong with a row that cannot be used."""
    if None in row:
        return "it has more cells than the first line; put a cell that holds a comma in quotation marks."
    english, spanish = (_terms(row[name]) for name in COLUMNS)
    if not english or not spanish:
        return "a column is empty; fill both, en and es." if english or spanish else None
    known = rings.setdefault(fold(english[0]), ring := tuple(dict.fromkeys(english + spanish)))
    return None if known is ring else f"“{english[0]}” stands in an earlier line; put the two lines together."


def _terms(cell: str | list[str] | None) -> list[str]:
    return [" ".join(term.split()) for term in cell.split(";") if term.strip()] if isinstance(cell, str) else []
