"""The engine's file format with word lists of our own: its dictionary of terms, our flat postings."""

from __future__ import annotations

from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.system import pack_ushort

from archive_app.index.postings import Postings, pack


class TermWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes whole terms, in order of field and bytes."""

    def write_term(self, text: bytes, documents: Any, counts: Any, places: Any) -> None:
        offset = self._postfile.tell()
        data = pack(documents, counts, places)
        self._postfile.write(data)
        info = W3TermInfo(df=len(documents), minid=documents[0], maxid=documents[-1])
        info.set_extent(offset, len(data))
        self._tindex.add(pack_ushort(self._fieldid) + text, info.to_bytes())


class PageCodec(W3Codec):  # type: ignore[misc]
    """Kept by name in the index's list of segments: moving or renaming this class makes a new VERSION."""

    def field_writer(self, storage: Any, segment: Any) -> TermWriter:
        return TermWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: W3TermInfo, format_: Any, term: Any = None, scorer: Any = None
    ) -> Postings:
        offset, (length,) = terminfo.extent()  # read back, the engine leaves the length as it was unpacked
        return Postings(dbfile.get(offset, length))
