"""A segment's files as they lie in memory, without copies.

The engine's own reader of mapped files copies each into memory as it opens it: with the word lists of a large archive
that alone takes longer than a search.
"""

from __future__ import annotations

from typing import Any

from whoosh.filedb.compound import CompoundStorage

from archive_app.index.unpickling import SafeBuffer


class MappedSegment(CompoundStorage):  # type: ignore[misc]
    """The files that are joined in one segment file."""

    def open_file(self, name: str, *args: Any, **kwargs: Any) -> MappedFile:
        offset, length = self.range(name)
        return MappedFile(memoryview(self._source)[offset : offset + length], name)


class MappedFile(SafeBuffer):
    """One of them, read in place."""

    def __init__(self, content: memoryview, name: str) -> None:
        self._buf = self.content = content
        self._name = name
        self.file = _Cursor(content)
        self.onclose = None
        self.is_real = False
        self.is_closed = False


class _Cursor:
    """What reading on from a place needs of a file."""

    def __init__(self, content: memoryview) -> None:
        self._content = content
        self._place = 0

    def seek(self, place: int) -> None:
        self._place = place

    def tell(self) -> int:
        return self._place

    def read(self, size: int) -> bytes:
        found = bytes(self._content[self._place : self._place + size])
        self._place += len(found)
        return found

    def readline(self) -> bytes:
        rest = bytes(self._content[self._place :])
        return self.read(rest.find(b"\n") + 1 or len(rest))
