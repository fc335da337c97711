"""One segment as it stands on disk: read once, never changing. What was deleted since is known to the snapshot."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

from archive_app.index.building import DOCUMENTS_EXT, FIELDS_EXT, WHOLE, check_of
from archive_app.index.faults import IndexUnusable, damage_makes_unusable
from archive_app.index.kept import Kept
from archive_app.index.mapped import MappedSegment
from archive_app.index.postings import Postings
from archive_app.index.schema import PAGE_FIELD, STEM_FIELD, STEM_MARK
from archive_app.index.spaces import Space, field_space, page_space
from archive_app.index.unpickling import SafeFile

_DAMAGED = "one of its files is damaged"


class SegmentView:
    """``pages`` and ``lengths`` are by document number; ``runs`` are records with how many documents follow of each."""

    def __init__(self, storage: Any, segment: Any) -> None:
        name = segment.make_filename(segment.COMPOUND_EXT)
        if not storage.file_exists(name):
            raise IndexUnusable("one of its files is missing")
        if storage.file_length(name) != segment.size:
            raise IndexUnusable("one of its files is cut short")
        self.id: str = segment.segment_id()
        self._segment = segment
        with damage_makes_unusable(_DAMAGED):
            self._files = _opened(Path(storage.folder) / name)
            self._terms = segment.codec().terms_reader(self._files, segment)
            table = self._json(DOCUMENTS_EXT)
            self.runs: list[tuple[str, int]] = list(zip(table["records"], table["runs"], strict=True))
            self.pages = array("I", table["pages"])
            self.lengths = array("I", table["lengths"])

    def __len__(self) -> int:
        return len(self.pages)

    def spans(self) -> Iterator[tuple[str, range]]:
        """The documents of each record, in order; a record has several spans where it was written in parts."""
        start = 0
        for record, number in self.runs:
            yield record, range(start, start + number)
            start += number

    def space(self, field: str) -> Space:
        """How the places of a field's words are numbered."""
        return self._page_space if field == PAGE_FIELD else self._field_space

    @cached_property
    def _page_space(self) -> Space:
        return page_space(self.runs, self.lengths)

    @cached_property
    def _field_space(self) -> Space:
        return field_space(len(self))

    def _json(self, extension: str) -> Any:
        name = self._segment.make_filename(extension)
        content = self._files.open_file(name).get(0, self._files.file_length(name))
        if crc32(content) != self._segment.checks[extension]:
            raise IndexUnusable(_DAMAGED)
        return json.loads(content)

    def verify(self, storage: Any) -> None:
        """Reads every byte. Raises IndexUnusable where one is not as it was written."""
        if check_of(storage, self._segment) != self._segment.checks[WHOLE]:
            raise IndexUnusable(_DAMAGED)

    @cached_property
    def fields(self) -> dict[int, Kept]:
        """The kept fields of the records whose document is in this segment, by document number."""
        with damage_makes_unusable(_DAMAGED):
            table = self._json(FIELDS_EXT)
            return dict(zip(table["numbers"], map(Kept.of, table["fields"]), strict=True))

    def postings(self, field: str, form: str) -> Postings | None:
        """Where a form of a field stands, None where it does not."""
        with damage_makes_unusable(_DAMAGED):
            content = self._terms.content(field, _bytes(form))
            return self._postings(content) if content else None

    def _postings(self, content: bytes) -> Postings:
        found = Postings(content)
        if found.documents[-1] >= len(self):
            raise IndexUnusable(_DAMAGED)
        return found

    def frequency(self, field: str, form: str) -> int:
        """How many documents hold the form."""
        found = self.postings(field, form)
        return len(found.documents) if found else 0

    def forms(self, field: str, prefix: str = "") -> Iterator[str]:
        """The forms of a field that begin so, in order."""
        with damage_makes_unusable(_DAMAGED):
            for text in self._terms.texts(field, _bytes(prefix)):
                yield text.decode("utf-8", "surrogatepass")

    def forms_of(self, root: str) -> list[str]:
        """The forms listed under a stem."""
        with damage_makes_unusable(_DAMAGED):
            content = self._terms.content(STEM_FIELD, _bytes(root)) or b""
            return content.decode("utf-8", "surrogatepass").split(STEM_MARK) if content else []

    def terms(self, field: str) -> Iterator[tuple[bytes, Postings]]:
        """All of a field's terms in order, for merging."""
        with damage_makes_unusable(_DAMAGED):
            for text, content in self._terms.contents(field):
                yield text, self._postings(content)

    def stems(self) -> Iterator[tuple[bytes, bytes]]:
        """All stems in order with the forms listed under each, for merging."""
        with damage_makes_unusable(_DAMAGED):
            yield from self._terms.contents(STEM_FIELD)


def _bytes(form: str) -> bytes:
    return form.encode("utf-8", "surrogatepass")


def _opened(path: Path) -> MappedSegment:
    """The files joined in one, mapped into memory; the file itself does not stay open."""
    with path.open("rb") as file:
        return MappedSegment(SafeFile(file))
