"""What each part of a query finds. A part gives a set of records; AND, OR and NOT are operations on these sets.

So words of a query may stand on different pages of a record, or one in its title, and it is still found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from archive_app.index.distance import near, tolerance
from archive_app.index.inflections import inflected
from archive_app.index.postings import DOCUMENT, Postings
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
from archive_app.index.snapshot import Part, Snapshot
from archive_app.index.stems import stem

#: Where a word is looked for that stands in no field; the fields of a query and where their words are kept.
ANYWHERE = (PAGE_FIELD, TITLE_FIELD)
FIELDS_KEPT = {
    "title": (TITLE_FIELD,), "agency": ("name",), "party": ("name",),
    "signatory": ("signatory",), "place": ("place",), "tag": ("tag",), "note": ("note",),
}  # fmt: skip


@dataclass(slots=True)
class Found:
    """What a part of a query found: records; pages by document with how often; records in whose title it stands.

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
                found = Found({r for r, kept in self._snapshot.fields.items() if kept.get(leaf.field) in leaf.values})
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
            documents = self._documents(name, forms)
            self._gather(found, name, documents)
            if name == PAGE_FIELD:
                found.forms = frozenset(forms)
        return found

    def _documents(self, name: str, forms: Iterable[str]) -> dict[int, int]:
        """Documents that hold any of the forms, with how often in all."""
        counted: dict[int, int] = {}
        for form in sorted(forms):
            for part, postings in self._snapshot.postings(name, form):
                documents = map(part.base.__add__, postings.documents) if part.base else postings.documents
                fresh = dict(zip(documents, postings.counts, strict=True))
                if counted:
                    for document in counted.keys() & fresh.keys():
                        fresh[document] += counted[document]
                    counted.update(fresh)
                else:
                    counted = fresh
        return counted

    def _gather(self, found: Found, name: str, documents: dict[int, int]) -> None:
        """Adds what was found in one field, without what is deleted."""
        owner = self._snapshot.owner
        records = set(map(owner.__getitem__, documents))
        if -1 in records:
            records.discard(-1)
            documents = {document: count for document, count in documents.items() if owner[document] >= 0}
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
        """Documents that hold the phrase in one field of the index, with how often."""
        documents: dict[int, int] = {}
        for part in self._snapshot.parts:
            documents.update(_phrase_in(part, name, phrase))
        return documents


def alternatives(phrase: Phrase, form: str) -> Iterable[str]:
    """The forms that may stand for a word of a phrase."""
    return sorted(inflected(form)) if phrase.match is Match.INFLECTED else (form,)


def _phrase_in(part: Part, name: str, phrase: Phrase) -> Mapping[int, int]:
    """Documents of one segment that hold the phrase, with how often."""
    standing = []
    for form in phrase.forms:
        here = [postings for each in alternatives(phrase, form) if (postings := part.view.postings(name, each))]
        if not here:
            return {}
        standing.append(here)
    common = set.intersection(*(set().union(*(here.documents for here in place)) for place in standing))
    if not common:
        return {}
    if phrase.apart is None:
        times = _times_together(standing, common)
    else:
        times = _times_within(phrase, dict(zip(phrase.forms, (here[0] for here in standing), strict=True)), common)
    return {part.base + document: number for document, number in sorted(times.items())}


def _times_together(standing: Sequence[Sequence[Postings]], common: set[int]) -> Mapping[int, int]:
    """How often the words stand one right after the other, by document; each word may have several forms."""
    starts: set[int] | None = None
    for shift, forms in enumerate(standing):
        keys = set().union(*(postings.keys(common, shift) for postings in forms))
        starts = keys if starts is None else starts & keys
    return Counter(key // DOCUMENT for key in starts or ())


def _times_within(phrase: Phrase, postings: Mapping[str, Postings], common: set[int]) -> dict[int, int]:
    assert phrase.apart is not None
    places = {form: here.places(common) for form, here in postings.items()}
    times = {}
    for document in common:
        standing = [places[form][document] for form in phrase.forms]
        stretches = within(phrase.forms, standing, phrase.apart)
        if stretches:
            times[document] = len(stretches)
    return times


def together(standing: list[set[int]]) -> set[int]:
    """Where words begin that stand one right after the other."""
    starts = standing[0]
    for after, places in enumerate(standing[1:], 1):
        starts = {start for start in starts if start + after in places}
    return starts


def within(forms: tuple[str, ...], standing: list[set[int]], apart: int) -> list[tuple[int, int]]:
    """Shortest stretches (first and last place) that hold every word, with no more than ``apart`` others among them.

    A word that is asked for twice must stand there twice.
    """
    needed = Counter(forms)
    missing, first = len(forms), 0
    events = sorted({(place, form) for form, places in zip(forms, standing, strict=True) for place in places})
    stretches: list[tuple[int, int]] = []
    for place, form in events:
        missing -= needed[form] > 0
        needed[form] -= 1
        while needed[events[first][1]] < 0:
            needed[events[first][1]] += 1
            first += 1
        if not missing and place - events[first][0] <= apart + len(forms) - 1:
            stretches.append((events[first][0], place))
    return stretches
