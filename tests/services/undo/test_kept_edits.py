"""Changes outlive the program: one order over facts, tags, notes, links, like papers, bodies and the trash."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archive_app.services
from archive_app import bootstrap
from archive_app.catalogue.edits import MOST
from archive_app.domain.authority import Authority
from archive_app.domain.dates import Duration
from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import DateMention, Fact, Party, Relation, Signatory, Source
from archive_app.domain.links import Decision
from archive_app.domain.record import Note
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.bodies import authorities
from archive_app.services.description import describing, noting, tagging
from archive_app.services.preservation import likenesses, removing
from archive_app.services.search import searching
from archive_app.services.tracking import deciding
from archive_app.services.undo import editing, kept_edits
from archive_app.services.undo.edits import Edit, FieldSlot
from tests.services.making import AUSTIN, by_name

NEW = Authority("LOCAL-shade", "Shade Trades Council", "union")


def changes(archive: Archive) -> list[Callable[[], object]]:
    """One change of each kind that a person makes, in the order they are made."""
    ids = by_name(archive)
    first, second = ids["alliance 2010.pdf"], ids["alliance 2013.pdf"]
    return [
        lambda: describing.correct(archive, first, "title", "Shade"),
        lambda: tagging.change(archive, [first, second], add=["hearing"]),
        lambda: noting.add(archive, first, "Look at the annex."),
        lambda: deciding.refuse(archive, "renews", second, first),
        lambda: likenesses.decide(archive, first, second, "different"),
        lambda: authorities.create(archive, NEW),
        lambda: authorities.edit(archive, AUSTIN, "note", "Moved in 2012."),
        lambda: authorities.split(archive, AUSTIN, NEW, in_records=[first]),
        lambda: authorities.merge(archive, NEW.id, AUSTIN),
        lambda: authorities.set_aside(archive, "Nobody's Office"),
        lambda: removing.remove(archive, [ids["carta.txt"]]),
    ]


def state(archive: Archive) -> object:
    """All that a person can change, as it stands."""
    catalogue = archive.catalogue
    ids = by_name(archive)
    return (
        [[fact.value for fact in one.description.facts] for one in records.all_described(archive)],
        catalogue.tags.all(), [note.text for note in catalogue.notes.all()],
        [(d.type, d.record, d.target, d.confirmed) for d in catalogue.decisions.all()], catalogue.likenesses.decided(),
        catalogue.authorities.own(), catalogue.authorities.merged(), catalogue.authorities.became(),
        catalogue.authorities.set_aside(), sorted(ids), searching.search(archive, "agency:austin").total,
    )  # fmt: skip


def test_every_kind_of_change_is_undone_and_done_again_after_a_restart(root: Path) -> None:
    states = []
    with bootstrap.opened(root, writable=True) as archive:
        states.append(state(archive))
        for change in changes(archive):
            change()
            states.append(state(archive))
            assert states[-1] != states[-2]
    with bootstrap.opened(root, writable=True) as archive:
        for earlier in reversed(states[:-1]):
            editing.undo(archive)
            assert state(archive) == earlier
        with pytest.raises(UsageError, match="nothing to undo"):
            editing.undo(archive)
    with bootstrap.opened(root, writable=True) as archive:
        for later in states[1:]:
            editing.redo(archive)
            assert state(archive) == later
        with pytest.raises(UsageError, match="nothing to do again"):
            editing.redo(archive)


def test_what_is_undone_is_told_in_the_history_by_who_did_it(archive: Archive) -> None:
    later, earlier = (by_name(archive)[f"alliance {year}.pdf"] for year in (2013, 2010))
    deciding.refuse(archive, "renews", later, earlier)
    authorities.edit(archive, AUSTIN, "note", "Moved in 2012.")
    archive.person = "Bea"
    undone = editing.undo(archive)
    assert (undone.type, undone.records) == ("authority changed", ())
    editing.undo(archive)
    told = [(event.type, event.agent, event.record) for event in archive.catalogue.history.all(3)]
    assert told == [("undo", "Bea", earlier), ("undo", "Bea", later), ("undo", "Bea", None)]


def test_a_change_that_fails_leaves_nothing_to_undo(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    slot = FieldSlot(id, "title")

    def correct_nothing() -> None:
        with editing.noting(archive, "correction", [slot]):
            archive.catalogue.facts.correct(id, "title", ["Shade"], "Ana", archive.now())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        correct_nothing()
    assert slot.held(archive.catalogue) == ()
    assert editing.undoable(archive) is None


def test_only_so_many_changes_are_kept(archive: Archive) -> None:
    with archive.catalogue.writing():
        for number in range(MOST + 5):
            archive.catalogue.edits.put(str(number))
    undone = 0
    while kept := archive.catalogue.edits.last():
        archive.catalogue.edits.turn(kept[0], True)
        undone += 1
    assert undone == MOST


def test_a_change_that_another_version_kept_is_not_undone(archive: Archive) -> None:
    for data in ("[]", "{", '{"is": "Hologram"}', '{"is": "Fact"}', '"Edit"'):
        archive.catalogue.edits.put(data)
        assert editing.undoable(archive) is None
        with pytest.raises(UsageError, match="nothing to undo"):
            editing.undo(archive)


def test_emptying_the_trash_forgets_what_was_said_of_the_destroyed(archive: Archive) -> None:
    id = by_name(archive)["carta.txt"]
    noting.add(archive, id, "A name that must not stay.")
    removing.remove(archive, [id])
    removing.empty(archive)
    assert editing.undoable(archive) is None
    assert archive.catalogue.edits.last() is None


def test_every_kind_of_slot_can_be_kept() -> None:
    """A class of the services with ``held`` and ``put`` is a slot, and KINDS names it."""
    known = {kind.__name__ for kind in kept_edits.KINDS} | {"Slot"}
    assert archive_app.services.__file__
    for file in Path(archive_app.services.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
                assert node.name in known or not {"held", "put"} <= methods, f"{node.name} in {file.name}"


texts = st.text(max_size=8)
maybe = st.none() | texts
numbers = st.floats(allow_nan=False, allow_infinity=False)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)
evidence = st.builds(Evidence, st.integers(1, 9), texts, st.integers(0, 9), st.integers(0, 9), st.tuples(boxes))
values = st.one_of(
    st.none(), texts, st.builds(Duration, st.floats(0.5, 99), st.sampled_from(["years", "days"])),
    st.builds(Party, texts, texts, maybe, maybe), st.builds(Signatory, texts, maybe, maybe, maybe),
    st.builds(Relation, texts, maybe, maybe, st.tuples(texts, texts)), st.builds(DateMention, texts, texts, maybe),
)  # fmt: skip
facts = st.builds(
    Fact, texts, values, numbers, texts, st.none() | evidence, st.sampled_from(Source),
    st.tuples(st.tuples(texts, texts)), maybe, maybe, st.none(),
)  # fmt: skip
states = st.one_of(
    st.none(), st.booleans(), texts, st.tuples(texts, texts), st.tuples(facts), st.tuples(maybe, maybe),
    st.tuples(st.builds(Note, st.integers(), texts, texts, texts, texts)),
    st.builds(Decision, texts, texts, texts, st.booleans(), texts, texts),
)  # fmt: skip


@given(states, states)
def test_a_kept_change_reads_as_it_was_written(before: object, after: object) -> None:
    edit = Edit("correction", "2020-01-01T00:00:00+00:00", "Ana", (FieldSlot("R00001", "title"),), (before,), (after,))
    assert kept_edits.of_text(kept_edits.to_text(edit)) == edit


def test_what_cannot_be_kept_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="Authority cannot be kept"):
        kept_edits.to_text(Edit("?", "", "", (), (NEW,), (NEW,)))
