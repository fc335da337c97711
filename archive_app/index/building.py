"""Records to one segment of the index: words gathered in memory, written once in order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any
from zlib import crc32

from whoosh.filedb.filestore import FileStorage

from archive_app.index.codec import PageCodec
from archive_app.index.entry import IndexEntry
from archive_app.index.kept import Kept
from archive_app.index.postings import FULL, PostingList, weight
from archive_app.index.schema import NAME, PAGE_FIELD, RECORD_FIELDS, STEM_FIELD, STEM_MARK, TITLE_FIELD, schema
from archive_app.index.spaces import FIELD_SPACE, GAP
from archive_app.index.stems import stem
from archive_app.index.words import positions, positions_of_values

#: What stands beside the engine's own files of a segment: its documents, and the fields of its records.
DOCUMENTS_EXT = ".docs"
FIELDS_EXT = ".fields"
#: Under this name stands the checksum of a segment's whole file, beside those of its parts.
WHOLE = "whole"
#: A segment is written out when so many words are in memory; 150 bytes a word at worst.
WORDS_IN_MEMORY = 1_500_000

#: A term as it is kept: its bytes, and where it stands (or, of a stem, its forms).
Term = tuple[bytes, bytes]


class SegmentBuilder:
    """Takes records, then writes them as a segment. Of a record that comes twice, the last holds."""

    def __init__(self) -> None:
        self._pages: defaultdict[str, PostingList] = defaultdict(PostingList)
        self._fields: dict[str, defaultdict[str, PostingList]] = {
            field: defaultdict(partial(PostingList, "Q")) for field in RECORD_FIELDS
        }
        self.documents = DocumentTable()
        self._numbers: defaultdict[str, list[int]] = defaultdict(list)
        self._replaced: set[int] = set()
        self._words = 0

    @property
    def full(self) -> bool:
        return self._words >= WORDS_IN_MEMORY

    def add(self, entry: IndexEntry, with_pages: bool = True) -> None:
        earlier = self._numbers.pop(entry.record, [])
        self._replaced.update(number for number in earlier if with_pages or not self.documents.pages[number])
        self.documents.begin(entry.record)
        if with_pages:
            for number, text in sorted(entry.pages):
                self._add_page(entry.record, number, text)
        document = self._document(entry.record, 0, 0)
        self.documents.fields[document] = fields_of(entry)
        self._put(TITLE_FIELD, document, positions(entry.title or "")[0])
        for field, values in _listed(entry):
            self._put(field, document, positions_of_values(values))

    def _add_page(self, record: str, number: int, text: str) -> None:
        found, length = positions(text)
        start = self.documents.size
        document = self._document(record, number, length)
        for form, places in found.items():
            self._pages[form].add(document, weight(len(places), length), [start + place for place in places])
        self._words += length

    def _document(self, record: str, page: int, length: int) -> int:
        number = self.documents.append(page, length)
        self._numbers[record].append(number)
        return number

    def _put(self, field: str, document: int, found: Mapping[str, list[int]]) -> None:
        start = document * FIELD_SPACE
        for form, places in found.items():
            self._fields[field][form].add(document, FULL, [start + place for place in places])
            self._words += len(places)

    def write(self, folder: str) -> Any:
        """The segment, on disk and not yet part of the index."""
        stems = self._stems()
        fields = {field: self._terms(lists, 0) for field, lists in self._fields.items()}
        pages = self._terms(self._pages, self.documents.size)
        return write_segment(folder, self.documents, {**fields, PAGE_FIELD: pages, STEM_FIELD: stems}, self._replaced)

    def _stems(self) -> Iterator[Term]:
        """Each stem with its forms; one that is its own only form needs no mention."""
        listed: defaultdict[str, list[str]] = defaultdict(list)
        for form in set(self._pages).union(*self._fields.values()):
            if (root := stem(form)) != form:
                listed[root].append(form)
        return ((_bytes(root), _bytes(STEM_MARK.join(sorted(listed[root])))) for root in sorted(listed, key=_bytes))

    def _terms(self, lists: dict[str, PostingList], size: int) -> Iterator[Term]:
        for form in sorted(lists, key=_bytes):
            yield _bytes(form), lists.pop(form).pack(size)


def _bytes(form: str) -> bytes:
    return form.encode("utf-8", "surrogatepass")


class DocumentTable:
    """A segment's documents in order: whose they are, which page (0: the record's fields), how many words.

    Documents of one record follow each other, so that ``records`` and ``runs`` name it once for all of them.
    """

    def __init__(self) -> None:
        self.records: list[str] = []
        self.runs: list[int] = []
        self.pages: list[int] = []
        self.lengths: list[int] = []
        self.fields: dict[int, dict[str, Any]] = {}
        self._size = 0

    @property
    def size(self) -> int:
        """How many places there are, those left free between records among them."""
        return self._size

    def begin(self, record: str) -> None:
        """What is appended from here on is of this record."""
        self._size += GAP if self.records else 0
        self.records.append(record)
        self.runs.append(0)

    def append(self, page: int, length: int) -> int:
        self.runs[-1] += 1
        self.pages.append(page)
        self.lengths.append(length)
        self._size += length
        return len(self.pages) - 1

    def files(self) -> Iterator[tuple[str, Any]]:
        yield DOCUMENTS_EXT, {
            "records": self.records, "runs": self.runs, "pages": self.pages, "lengths": self.lengths,
        }  # fmt: skip
        yield FIELDS_EXT, {"numbers": list(self.fields), "fields": list(self.fields.values())}


def write_segment(
    folder: str, documents: DocumentTable, fields: Mapping[str, Iterable[Term]], deleted: Iterable[int] = ()
) -> Any:
    """Writes the files of a segment, joined into one, and gives what the index's list of segments holds of it."""
    storage = FileStorage(folder)
    segment = PageCodec().new_segment(storage, NAME)
    known = schema()
    writer = segment.codec().field_writer(storage, segment)
    for field in sorted(fields):
        writer.start_field(field, known[field])
        for text, content in fields[field]:
            writer.write_term(text, content)
        writer.finish_field()
    writer.close()
    segment.checks = {}
    for extension, content in documents.files():
        written = json.dumps(content, separators=(",", ":")).encode()
        segment.checks[extension] = crc32(written)
        with segment.create_file(storage, extension) as file:
            file.write(written)
    segment.set_doc_count(len(documents.pages))
    segment.create_compound_file(storage)
    segment.compound = True
    segment.size = storage.file_length(segment.make_filename(segment.COMPOUND_EXT))
    segment.checks[WHOLE] = check_of(storage, segment)
    for document in deleted:
        segment.delete_document(document)
    return segment


def check_of(storage: Any, segment: Any) -> int:
    """The checksum of a segment's file."""
    check = 0
    with storage.open_file(segment.make_filename(segment.COMPOUND_EXT)) as file:
        while block := file.read(1 << 20):
            check = crc32(block, check)
    return check


def fields_of(entry: IndexEntry) -> dict[str, Any]:
    """What is kept of a record as it is, for facets, dates and sorting; empty fields are left out."""
    return Kept(
        entry.title or "", entry.kind or "", entry.language or "", entry.date or "",
        entry.agencies, entry.places, entry.tags, entry.reviewed, entry.digest,
    ).written()  # fmt: skip


def _listed(entry: IndexEntry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    # An authority's id can be asked for like a name: agency:US-DOL-OSHA finds all that lies under it.
    names = entry.names + entry.agencies
    return (
        ("name", names), ("note", entry.notes), ("place", entry.places), ("signatory", entry.signatories),
        ("tag", entry.tags), ("highlight", entry.highlights),
    )  # fmt: skip
