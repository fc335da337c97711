"""A rebuild that goes on while searches answer from what is there: how far it is, for every program that looks.

The mark lies beside the index until the rebuild is complete. So one that was broken off is never taken for the whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from archive_app.index.entry import IndexEntry

#: Records that are written before searches see them; about a second's work.
STEP = 200
_MARK = "rebuilding.json"


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """``done`` of ``total`` records can be found."""

    done: int
    total: int

    @classmethod
    def read(cls, folder: Path) -> Rebuilding | None:
        """What the mark in a folder says, None where there is none; one that says nothing is a rebuild at its start."""
        try:
            told = json.loads((folder / _MARK).read_bytes())
            return cls(int(told["done"]), int(told["total"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError):
            return cls(0, 0)

    def write(self, folder: Path) -> None:
        fresh = folder / f"{_MARK}.new"
        fresh.write_text(json.dumps(asdict(self)))
        fresh.replace(folder / _MARK)

    @staticmethod
    def finish(folder: Path) -> None:
        (folder / _MARK).unlink(missing_ok=True)


def batches(entries: Iterable[IndexEntry], size: int) -> Iterator[list[IndexEntry]]:
    """The entries in lists of so many, each read only when it is asked for."""
    source = iter(entries)
    while batch := list(islice(source, size)):
        yield batch
