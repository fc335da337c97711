"""Tags and notes: on many records at once, found at once, told in the history."""

from __future__ import annotations

import pytest

from archive_app import bootstrap
from archive_app.errors import ArchiveInUse, ConvenioError, UsageError
from archive_app.services import kept_notes, records
from archive_app.services.archive import Archive
from archive_app.services.description import describing, noting, tagging
from archive_app.services.description.tagging import TagCount, Tagged
from archive_app.services.index_upkeep import indexing
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from archive_app.services.undo import editing
from tests.services import making
from tests.services.making import by_name


def found(archive: Archive, query: str) -> set[str]:
    return {hit.record for hit in searching.search(archive, query).hits}


def test_many_records_are_tagged_at_once_and_found_at_once(archive: Archive) -> None:
    ids = list(by_name(archive).values())
    assert tagging.change(archive, ids[:3], add=["wages", "año  2014"]) == Tagged(tuple(ids[:3]))
    assert tagging.change(archive, ids[2:4], add=["wages"], remove=["Ano 2014"]) == Tagged(tuple(ids[2:4]))
    assert found(archive, "tag:wages") == set(ids[:4])
    assert found(archive, 'etiqueta:"ano 2014"') == set(ids[:2])
    assert tagging.counts(archive) == (TagCount("año 2014", 2), TagCount("wages", 4))
    assert verify(archive).sound


def test_a_tag_is_spelled_as_it_was_at_first(archive: Archive) -> None:
    first, second, *_ = by_name(archive).values()
    tagging.change(archive, [first], add=["Coordinación"])
    tagging.change(archive, [second], add=[" COORDINACION "])
    assert tagging.of(archive, second) == ("Coordinación",)


def test_a_tag_is_renamed_everywhere(archive: Archive) -> None:
    first, second, *_ = by_name(archive).values()
    tagging.change(archive, [first, second], add=["wage"])
    assert tagging.rename(archive, "WAGE", "salaries") == Tagged((first, second))
    assert (found(archive, "tag:salaries"), found(archive, "tag:wage")) == ({first, second}, set())
    assert records.change_text(records.history_of(archive, first)[-1]) == ("wage", "salaries")
    tagging.rename(archive, "salaries", "Salaries")
    assert tagging.of(archive, first) == ("Salaries",)


def test_tags_are_merged_only_where_that_is_asked_for(archive: Archive) -> None:
    first, second, third, *_ = by_name(archive).values()
    tagging.change(archive, [first, second], add=["wage"])
    tagging.change(archive, [second, third], add=["pay"])
    with pytest.raises(UsageError, match="a tag “pay” already; merge the two"):
        tagging.rename(archive, "wage", "PAY")
    assert tagging.merge(archive, ["wage", "pay"], "pay") == Tagged((first, second))
    assert tagging.counts(archive) == (TagCount("pay", 3),)
    assert found(archive, "tag:pay") == {first, second, third}


def test_a_tag_is_taken_off_everywhere(archive: Archive) -> None:
    first, second, *_ = by_name(archive).values()
    tagging.change(archive, [first, second], add=["wage"])
    assert tagging.remove(archive, "wage") == Tagged((first, second))
    assert (tagging.counts(archive), found(archive, "tag:wage")) == ((), set())


@pytest.mark.parametrize(("tag", "sentence"), [
    ("  ", "at least one letter"), ("\u0301", "at least one letter"), ("x" * 101, "at most 100 letters"),
])  # fmt: skip
def test_what_cannot_be_a_tag_is_refused(tag: str, sentence: str, archive: Archive) -> None:
    with pytest.raises(UsageError, match=sentence):
        tagging.change(archive, list(by_name(archive).values()), add=[tag])
    assert tagging.counts(archive) == ()


def test_a_record_that_is_not_there_leaves_all_as_it_was(archive: Archive) -> None:
    (first, *_) = by_name(archive).values()
    with pytest.raises(UsageError, match="no record R99999"):
        tagging.change(archive, [first, "R99999"], add=["wage"])
    with pytest.raises(UsageError, match="no tag “pay”"):
        tagging.rename(archive, "pay", "wage")
    assert tagging.counts(archive) == ()


def test_notes_are_found_at_once(archive: Archive) -> None:
    id = by_name(archive)["carta.txt"]
    whole = noting.add(archive, id, "Ask the consulate.\n\nAgain.  ")
    page, span = noting.find_words(archive, id, "SOMBRA Y")
    beside = noting.add(archive, id, "Which shade?", page=page, span=span)
    assert (whole.text, beside.quote, beside.page) == ("Ask the consulate.\n\nAgain.", "sombra y", 1)
    assert found(archive, "note:consulate") == found(archive, "nota:shade") == {id}
    assert id not in found(archive, "consulate")

    assert noting.change(archive, beside.id, "Trees?").quote == "sombra y"
    noting.remove(archive, whole.id)

    assert (found(archive, "note:trees"), found(archive, "note:shade OR note:consulate")) == ({id}, set())
    for notes in (kept_notes.of(archive, id), kept_notes.listing(archive)):
        assert [note.text for note in notes] == ["Trees?"]
    told = [records.change_text(event) for event in records.history_of(archive, id)]
    assert told[-2:] == [("Which shade?", "Trees?"), ("Ask the consulate.\n\nAgain.", "")]
    assert verify(archive).sound


def test_words_are_found_over_line_breaks_and_accents(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    text = dict(archive.catalogue.pages.text(id))
    page, (start, end) = noting.find_words(archive, id, "sígned  in", None)
    assert (page, " ".join(text[page][start:end].split())) == (2, "signed in")
    with pytest.raises(UsageError, match="do not stand on page 1 of"):
        noting.find_words(archive, id, "signed in", 1)


@pytest.mark.parametrize(("options", "sentence"), [
    ({"text": " \n"}, "says nothing"), ({"page": 9}, "has no page 9; it has 1"), ({"span": (0, 3)}, "say on which"),
    ({"page": 1, "span": (3, 3)}, "no words from 3 to 3"), ({"page": 1, "span": (0, 10_000)}, "no words from 0"),
    ({"record": "R99999"}, "no record R99999"),
])  # fmt: skip
def test_what_cannot_be_a_note_is_refused(options: dict[str, object], sentence: str, archive: Archive) -> None:
    asked = {"record": by_name(archive)["carta.txt"], "text": "Ask.", **options}
    with pytest.raises(UsageError, match=sentence):
        noting.add(archive, **asked)  # type: ignore[arg-type]
    assert kept_notes.listing(archive) == ()


def test_a_note_that_is_gone_is_told(archive: Archive) -> None:
    for change in (lambda: noting.change(archive, 99, "x"), lambda: noting.remove(archive, 99)):
        with pytest.raises(UsageError, match="no note 99"):
            change()


def test_tags_are_undone_and_done_again(archive: Archive) -> None:
    first, second, *_ = by_name(archive).values()
    tagging.change(archive, [first], add=["roof"])
    tagging.change(archive, [first, second], add=["shade"], remove=["roof"])
    editing.undo(archive)
    assert (tagging.of(archive, first), tagging.of(archive, second)) == (("roof",), ())
    assert (found(archive, "tag:roof"), found(archive, "tag:shade")) == ({first}, set())
    editing.redo(archive)
    assert (found(archive, "tag:roof"), found(archive, "tag:shade")) == (set(), {first, second})
    tagging.rename(archive, "shade", "sombra")
    tagging.remove(archive, "sombra")
    editing.undo(archive)
    editing.undo(archive)
    assert tagging.counts(archive) == (TagCount("shade", 2),)
    assert verify(archive).sound


def test_notes_are_undone_and_done_again(archive: Archive) -> None:
    id = by_name(archive)["carta.txt"]
    kept = noting.add(archive, id, "Which shade?", page=1, span=(0, 3))
    changed = noting.change(archive, kept.id, "Trees?")
    noting.remove(archive, kept.id)
    editing.undo(archive)
    assert kept_notes.of(archive, id) == (changed,)
    editing.undo(archive)
    assert kept_notes.of(archive, id) == (kept,)
    assert found(archive, "note:shade") == {id}
    editing.undo(archive)
    assert kept_notes.of(archive, id) == ()
    for _ in range(2):
        editing.redo(archive)
    assert kept_notes.of(archive, id) == (changed,)
    assert found(archive, "note:trees") == {id}
    assert verify(archive).sound


def test_who_only_reads_changes_nothing(archive: Archive) -> None:
    (id, *_) = by_name(archive).values()
    with bootstrap.opened(archive.root) as reader:
        for change in (
            lambda: tagging.change(reader, [id], add=["x"]), lambda: noting.add(reader, id, "x"),
        ):  # fmt: skip
            with pytest.raises(ArchiveInUse):
                change()


def test_what_is_taken_out_is_found_no_more_and_nothing_twice(archive: Archive) -> None:
    """A record in the trash keeps its tags and notes for when it comes back."""
    id = by_name(archive)["carta.txt"]
    tagging.change(archive, [id], add=["wages"])
    noting.add(archive, id, "Ask.")
    archive.catalogue.trash.put(id, "ana", archive.now())
    indexing.refresh_fields(archive, [id])
    assert found(archive, "tag:wages OR note:ask OR techadores") == set()
    assert tagging.counts(archive) == ()
    with pytest.raises(ConvenioError):
        tagging.change(archive, [id], add=["more"])
    archive.catalogue.trash.restore(id, "ana", archive.now())
    indexing.refresh_fields(archive, [id])
    hits = [hit.record for hit in searching.search(archive, "tag:wages OR note:ask OR techadores").hits]
    assert hits.count(id) == 1
    assert verify(archive).sound


def test_each_step_is_found_within_a_second(empty: Archive) -> None:
    """Taken in, described, corrected, tagged: what a person does is found when the call comes back."""
    paper = empty.root.parent / "paper.txt"
    paper.write_text("Memorandum about ladders.", encoding="utf-8")
    making.add(empty, paper)
    (id,) = by_name(empty).values()
    assert found(empty, "ladders") == {id}
    describing.correct(empty, id, "kind", "complaint")
    assert found(empty, "kind:complaint ladders") == {id}
    tagging.change(empty, [id], add=["ladders"])
    assert [hit.record for hit in searching.search(empty, "tag:ladders ladders").hits] == [id]
