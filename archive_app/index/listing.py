"""The list of segments that make up a generation of the index: the one file that says what counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.index import TOC, clean_files

from archive_app.index.faults import damage_makes_unusable
from archive_app.index.schema import NAME, schema
from archive_app.index.unpickling import SafeBuffer


class _Bytes:
    """What the engine reads a list through, so that no file stays open where it turns out to be none."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)

    def open_file(self, name: str) -> SafeBuffer:
        return SafeBuffer((self._folder / name).read_bytes())


def latest_generation(storage: Any) -> int:
    """The number of the newest list in the folder, -1 where there is none."""
    return int(TOC._latest_generation(storage, NAME))


def read_segments(folder: str, generation: int) -> list[Any]:
    """The segments of a generation. Raises IndexUnusable where the list cannot be read."""
    with damage_makes_unusable("its list of files is damaged"):
        # With the schema given, the one in the file is passed over unread.
        segments: list[Any] = TOC.read(_Bytes(folder), NAME, generation, schema()).segments
        return segments


def write_segments(storage: Any, generation: int, segments: list[Any]) -> None:
    """Puts a generation in place in one step, then clears away the files of all others."""
    TOC(schema(), segments, generation).write(storage, NAME)
    clean_files(storage, NAME, generation, segments)
