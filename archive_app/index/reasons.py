"""Why a record was found: what was asked, under which forms it stands there, in which field and on which pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive_app.index.matching import ANYWHERE, FIELDS_KEPT, Matcher
from archive_app.index.phrases import alternatives
from archive_app.index.query import in_words
from archive_app.index.query.syntax import Choice, Leaf, Match, Node, Period, Phrase, Word, leaves
from archive_app.index.schema import PAGE_FIELD
from archive_app.index.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a query that a record holds.

    ``asked`` is the part as it was understood; ``other_for`` the term of the query that it is another name for, None of
    what was typed. ``field`` is ``text`` (then ``pages`` says where), or the field of the record as it is called in a
    query. ``forms`` are the folded words that stand there; ``inflected`` says that some of them differ from what was
    asked.
    """

    asked: str
    field: str
    forms: tuple[str, ...]
    pages: tuple[int, ...] = ()
    other_for: str | None = None
    inflected: bool = False


def reasons(snapshot: Snapshot, matcher: Matcher, node: Node, record: str) -> tuple[Reason, ...]:
    """All reasons in the order of the query, those in pages before those in fields; none for a record not held."""
    number = snapshot.numbers.get(record)
    if number is None or number not in snapshot.everyone:
        return ()
    documents = {document: snapshot.page[document] for document in snapshot.documents_of(number)}
    return tuple(reason for leaf in leaves(node) for reason in _of(snapshot, matcher, leaf, number, documents))


def _of(snapshot: Snapshot, matcher: Matcher, leaf: Leaf, number: int, documents: dict[int, int]) -> Iterator[Reason]:
    if isinstance(leaf, (Word, Phrase)):
        for name in ANYWHERE if leaf.field is None else FIELDS_KEPT[leaf.field]:
            reason = _in_field(snapshot, matcher, leaf, name, documents)
            if reason:
                yield reason
    elif isinstance(leaf, (Choice, Period)) and number in matcher.found(leaf).records:
        field = "date" if isinstance(leaf, Period) else leaf.field
        yield Reason(in_words(leaf), field, (str(getattr(snapshot.fields[number], field)),))


def _in_field(
    snapshot: Snapshot, matcher: Matcher, leaf: Word | Phrase, name: str, documents: dict[int, int]
) -> Reason | None:
    if isinstance(leaf, Phrase):
        having = matcher.documents_of_phrase(leaf, name).keys() & documents.keys()
        candidates = dict.fromkeys(each for form in leaf.forms for each in alternatives(leaf, form))
        forms = [form for form in candidates if _standing(snapshot, name, form) & having] if having else []
        plain = set(leaf.forms)
    else:
        standing = {form: _standing(snapshot, name, form) & documents.keys() for form in matcher.expand(leaf, name)}
        forms = sorted(form for form, here in standing.items() if here)
        having = set().union(*standing.values()) if standing else set()
        plain = {leaf.form}
    if not having:
        return None
    differs = bool(set(forms) - plain) and not (isinstance(leaf, Word) and leaf.match is Match.PREFIX)
    pages = tuple(sorted(documents[document] for document in having)) if name == PAGE_FIELD else ()
    field = leaf.field or ("text" if name == PAGE_FIELD else "title")
    return Reason(in_words(replace(leaf, field=None)), field, tuple(forms), pages, leaf.other_for, differs)


def _standing(snapshot: Snapshot, name: str, form: str) -> set[int]:
    return {part.base + document for part, postings in snapshot.postings(name, form) for document in postings.documents}
