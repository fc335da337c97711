"""What each part of a query finds. A part gives a set of records; AND, OR and NOT are operations on these sets.

So words of a query may stand on different pages of a record, or one in its title, and it is still found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from archive_app.index.distance import near, tolerance
from archive_app.index.inflections import inflected
from archive_app.index.phrases import documents_with
from archive_app.index.postings import FULL, weight
from archive_app.index.query.syntax import (
    And,
    Choice,
    Everything,
    Leaf,
    Match,
    Node,
    Not,
    Or,
    Period,
    Phrase,
    Word,
)  # fmt: skip
from archive_app.index.schema import PAGE_FIELD, TITLE_FIELD
from archive_app.index.snapshot import Snapshot
from archive_app.index.stems import stem

#: Where a word is looked for that stands in no field; the fields of a query and where their words are kept.
ANYWHERE = (PAGE_FIELD, TITLE_FIELD)
FIELDS_KEPT = {
    "title": (TITLE_FIELD,), "agency": ("name",), "party": ("name",),
    "signatory": ("signatory",), "place": ("place",), "tag": ("tag",), "note": ("note",),
    "highlight": ("highlight",),
}  # fmt: skip
#: What a form weighs that only has the stem of the one that was typed.
_LESS = bytes(number * 4 // 5 for number in range(256))


@dataclass(slots=True)
class Found:
    """What a part of a query found: records; pages by document with its weight; records in whose title it stands.

    ``forms`` are the words to mark on those pages.
    """

    records: set[int] = field(default_factory=set)
    pages: dict[int, int] = field(default_factory=dict)
    titled: set[int] = field(default_factory=set)
    forms: frozenset[str] = frozenset()


class Matcher:
    """Answers a query's parts from one snapshot, each part once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._found: dict[Leaf, Found] = {}

    def records(self, node: Node) -> set[int]:
        match node:
            case And():
                return set.intersection(*(self.records(part) for part in node.parts))
            case Or():
                return set.union(*(self.records(part) for part in node.parts))
            case Not():
                return set(self._snapshot.everyone - self.records(node.part))
        return self.found(node).records

    def found(self, leaf: Leaf) -> Found:
        known = self._found.get(leaf)
        if known is None:
            known = self._found[leaf] = self._find(leaf)
        return known

    def _find(self, leaf: Leaf) -> Found:
        match leaf:
            case Word():
                found = self._words(leaf)
            case Phrase():
                found = self._phrase(leaf)
            case Choice():
                read = attrgetter(leaf.field)
                found = Found({r for r, kept in self._snapshot.fields.items() if read(kept) in leaf.values})
            case Period():
                # A date known only by its year may be any day of it.
                days = self._snapshot.days.items()
                found = Found({r for r, (first, last) in days if first <= leaf.last and last >= leaf.first})
            case Everything():
                found = Found(set(self._snapshot.everyone))
        return found

    def expand(self, word: Word, name: str) -> set[str]:
        """The forms in one field of the index that a word of a query stands for."""
        match word.match:
            case Match.EXACT:
                return {word.form}
            case Match.INFLECTED:
                return set(inflected(word.form))
            case Match.STEM:
                return self._snapshot.forms_of(stem(word.form)) | {word.form}
            case Match.PREFIX:
                return self._snapshot.forms(name, word.form)
            case Match.NEARLY:
                # The first letter is taken to be right: the others bring it down to a part of the words.
                candidates = self._snapshot.forms(name, word.form[0])
                return {form for _, form in near(word.form, candidates, tolerance(word.form))}

    def _words(self, word: Word) -> Found:
        found = Found()
        for name in FIELDS_KEPT[word.field] if word.field else ANYWHERE:
            forms = self.expand(word, name)
            self._gather(found, name, self._documents(name, forms, word.form))
            if name == PAGE_FIELD:
                found.forms = frozenset(forms)
        return found

    def _documents(self, name: str, forms: Iterable[str], typed: str) -> dict[int, int]:
        """Documents that hold any of the forms, with its weight; other forms than the typed one weigh less."""
        weighed: dict[int, int] = {}
        # In an order of its own: the weights are whole numbers, and come out otherwise in another order.
        for form in sorted(forms, key=lambda form: (form != typed, form)):
            for part, postings in self._snapshot.postings(name, form):
                documents = map(part.base.__add__, postings.documents) if part.base else postings.documents
                weights = postings.weights if form == typed else postings.weights.translate(_LESS)
                fresh = dict(zip(documents, weights, strict=True))
                for document in weighed.keys() & fresh.keys():
                    both, one = weighed[document], fresh[document]
                    fresh[document] = both + one - both * one // FULL
                weighed.update(fresh)
        return weighed

    def _gather(self, found: Found, name: str, documents: dict[int, int]) -> None:
        """Adds what was found in one field, without what is deleted."""
        owner = self._snapshot.owner
        records = set(map(owner.__getitem__, documents))
        if -1 in records:
            records.discard(-1)
            documents = {document: weight for document, weight in documents.items() if owner[document] >= 0}
        found.records |= records
        if name == PAGE_FIELD:
            found.pages = documents
        elif name == TITLE_FIELD:
            found.titled |= records

    def _phrase(self, phrase: Phrase) -> Found:
        found = Found()
        for name in FIELDS_KEPT[phrase.field] if phrase.field else ANYWHERE:
            self._gather(found, name, self.documents_of_phrase(phrase, name))
        return found

    def documents_of_phrase(self, phrase: Phrase, name: str) -> dict[int, int]:
        """Documents in which the phrase begins in one field of the index, with its weight."""
        weighed: dict[int, int] = {}
        for part in self._snapshot.parts:
            lengths, base = part.view.lengths, part.base
            for document, times in documents_with(part.view, name, phrase).items():
                weighed[base + document] = weight(times, lengths[document])
        return weighed
