"""A person's corrections with the words they rest on: of one record, or the same for every paper of a form.

However many records one change touches, it is undone as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import MANY, Fact, Source, Value
from archive_app.index.folding import fold, fold_with_offsets
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.records import Described
from archive_app.services.undo import editing
from archive_app.services.undo.edits import FieldSlot


@dataclass(frozen=True)
class Correction:
    """The values that a field of a record is to have, in place of one fact of it or beside what is there.

    ``(None,)`` says that the paper does not tell. ``words`` are those of the page that the values rest on, None where
    they were typed.
    """

    record: str
    field: str
    values: tuple[Value, ...]
    instead: Fact | None = None
    words: Evidence | None = None


@dataclass(frozen=True)
class Alike:
    """A record in which the same reading stands as in one that was corrected, and the correction it would have.

    ``same_words`` tells that it was read from the same wording too, not only by the same rule.
    """

    described: Described
    fact: Fact
    correction: Correction
    same_words: bool


def correct(archive: Archive, *corrections: Correction) -> None:
    """Writes them in one go. Of a field with many values the others stay, with the words that they rest on.

    Raises UsageError for a record or field that does not exist and for a value that the field cannot have.
    """
    archive.require_writable()
    changed = tuple(dict.fromkeys(one.record for one in corrections))
    for record in changed:
        records.described(archive, record)  # tells where there is none
    slots = [
        FieldSlot(record, field) for record, field in dict.fromkeys((one.record, one.field) for one in corrections)
    ]
    with editing.noting(archive, "correction", slots), archive.catalogue.writing():
        for one in corrections:
            _write(archive, one)
    editing.index_anew(archive, changed, fields_only=True)


def alike(archive: Archive, corrected: Correction) -> tuple[Alike, ...]:
    """Papers of the same form: of the same kind, with the same reading by the same rule or from the same wording.

    What a person decided already is left alone. Where the correction rests on words of the page, those of each other
    paper are taken where they stand there too. Those of the same wording come first.
    """
    read = corrected.instead
    if read is None or read.source is not Source.READING:
        return ()
    kind = records.described(archive, corrected.record).kind
    held = [
        (one, fact)
        for one in records.all_described(archive)
        if one.id != corrected.record and one.kind in (kind, _kind_read(corrected))
        for fact in one.description.by_field.get(corrected.field, ())
        if _is_same(fact, read)
    ]
    found = (
        Alike(one, fact, _for_other(archive, one, fact, corrected), _wording(fact) == _wording(read))
        for one, fact in held
    )
    return tuple(sorted(found, key=lambda one: not one.same_words))


def _kind_read(corrected: Correction) -> str | None:
    """Where the kind itself was corrected, the others still are of the kind that was read."""
    value = corrected.instead.value if corrected.instead and corrected.field == "kind" else None
    return value if isinstance(value, str) else None


def _is_same(fact: Fact, read: Fact) -> bool:
    if fact.source is not Source.READING or fact.value != read.value:
        return False
    return fact.rule == read.rule or bool(_wording(fact) and _wording(fact) == _wording(read))


def _wording(fact: Fact) -> str:
    return " ".join(fold(fact.evidence.quote).split()) if fact.evidence else ""


def _for_other(archive: Archive, one: Described, fact: Fact, corrected: Correction) -> Correction:
    words = corrected.words and _same_words(archive, one.id, corrected.words)
    return Correction(one.id, corrected.field, corrected.values, fact, words)


def _same_words(archive: Archive, record: str, words: Evidence) -> Evidence | None:
    """Where the same words stand in another record: on the same page first, then on any."""
    wanted = r"\s+".join(map(re.escape, fold(words.quote).split()))
    texts = archive.catalogue.pages.text(record)
    for number, text in sorted(texts, key=lambda held: held[0] != words.page):
        folded, offsets = fold_with_offsets(text)
        match = re.search(wanted, folded)
        page = archive.catalogue.pages.page(record, number) if match else None
        if match and page:
            return page.evidence(offsets[match.start()], offsets[match.end() - 1] + 1)
    return None


def _write(archive: Archive, one: Correction) -> None:
    values: tuple[Value, ...] = tuple(dict.fromkeys(value for value in one.values if value is not None))
    words: dict[Value, Evidence] = {value: one.words for value in values if one.words}
    if one.field in MANY:
        values, words = _among_others(archive, one, values)
    archive.catalogue.facts.correct(one.record, one.field, values, archive.person, archive.now(), words)


def _among_others(
    archive: Archive, one: Correction, given: Sequence[Value]
) -> tuple[tuple[Value, ...], dict[Value, Evidence]]:
    """All values the field is to have: the given ones in the place of one, or after those that hold now."""
    held = records.described(archive, one.record).description.by_field.get(one.field, ())
    values: list[Value] = []
    words = {fact.value: fact.evidence for fact in held if fact.evidence}
    for fact in held:
        values += given if one.instead is not None and fact.value == one.instead.value else [fact.value]
    values = [value for value in values if value is not None]
    values += given if one.instead is None else []
    words |= {value: one.words for value in given if one.words}
    return tuple(dict.fromkeys(values)), words
