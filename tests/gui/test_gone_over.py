"""What is told of a change that was undone or done again: of every kind, what of which paper or body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archive_app import bootstrap
from archive_app.domain.arrangement import Level, Unit
from archive_app.domain.authority import Authority
from archive_app.gui import language
from archive_app.gui.models.description import gone_over
from archive_app.services import records  # fmt: skip
from archive_app.services.archive import Archive
from archive_app.services.bodies import authorities  # fmt: skip
from archive_app.services.description import bulk_edits, describing, noting, tagging, templates  # fmt: skip
from archive_app.services.description.bulk_edits import TAGS, Wish
from archive_app.services.preservation import likenesses, removing  # fmt: skip
from archive_app.services.tracking import deciding  # fmt: skip
from archive_app.services.undo import kept_edits  # fmt: skip
from archive_app.services.undo.edits import FieldSlot
from archive_app.services.units import arranging  # fmt: skip
from tests.gui import making

OFFICE = making.OFFICE.authority or ""
Told = Callable[[], tuple[str, str]]


@pytest.fixture
def archive(root: Path) -> Iterator[Archive]:
    with bootstrap.opened(root, writable=True) as opened:
        yield opened


@pytest.fixture
def ids(archive: Archive) -> dict[str, str]:
    return {one.record.filename: one.id for one in records.all_described(archive)}


@pytest.fixture
def first(ids: dict[str, str]) -> str:
    return ids[making.FIRST]


@pytest.fixture
def told(archive: Archive) -> Told:
    """Undoes the last change and does it again: both sentences, without the word before them."""

    def both() -> tuple[str, str]:
        _, back = gone_over.undo(archive)
        _, again = gone_over.redo(archive)
        assert back.startswith(("Undone: ", "Deshecho: "))
        assert again.startswith(("Done again: ", "Rehecho: "))
        return back.partition(": ")[2], again.partition(": ")[2]

    return both


PACT = "“Memorandum about harvest wages”"


def test_of_a_field_its_paper_and_its_value(archive: Archive, ids: dict[str, str], told: Told) -> None:
    second = ids[making.SECOND]
    describing.correct(archive, second, "expiration_date", "2017-09-03")
    name = "“Second memorandum about harvest wages”"
    assert told() == (
        f"“Expires” of {name} is again 31 August 2018.", f"“Expires” of {name} is again 3 September 2017."
    )
    describing.correct(archive, second, "place", "Laredo")
    assert told() == (f"“Place” of {name} is empty again.", f"“Place” of {name} is again Laredo.")
    describing.correct(archive, second, "place", "unknown")
    assert told()[1] == f"“Place” of {name} is again not stated."


def test_of_a_title_the_one_it_has_now(archive: Archive, first: str, told: Told) -> None:
    describing.correct(archive, first, "title", "Harvest")
    assert told() == (f"“Title” of {PACT} is again Memorandum about harvest wages.",
                      "“Title” of “Harvest” is again Harvest.")  # fmt: skip


def test_a_confirmation(archive: Archive, first: str, told: Told) -> None:
    fact = records.described(archive, first).description.by_field["effective_date"][0]
    describing.confirm(archive, first, fact)
    assert told() == (
        f"“Effective” of {PACT} is no longer confirmed: 8 March 2012.",
        f"“Effective” of {PACT} is confirmed again: 8 March 2012.",
    )


def test_many_records_and_fields(archive: Archive, ids: dict[str, str], told: Told) -> None:
    pair = [ids[making.FIRST], ids[making.SECOND]]
    bulk_edits.write(archive, bulk_edits.plan(archive, pair, [Wish("place", "set", ("Austin",))]))
    assert told() == ("“Place” of 2 records is as before.", "“Place” of 2 records is changed again.")
    wishes = [Wish("place", "set", ("Dallas",)), Wish("subject", "set", ("Pay",)), Wish(TAGS, "add", ("seen",))]
    bulk_edits.write(archive, bulk_edits.plan(archive, pair, wishes))
    assert told() == ("2 records are described as before.", "2 records are changed again.")
    bulk_edits.write(archive, bulk_edits.plan(archive, pair[:1], [*wishes[1:2], Wish("issuer", "set", ("OSHA",))]))
    assert told()[0] == f"“Issued by” of {PACT} is empty again."
    again = [Wish("issuer", "set", ("WHD",)), Wish("subject", "set", ("Wages",))]
    bulk_edits.write(archive, bulk_edits.plan(archive, pair[:1], again))
    assert told() == (f"2 fields of {PACT} are as before.", f"2 fields of {PACT} are changed again.")


def test_the_trash(archive: Archive, ids: dict[str, str], told: Told) -> None:
    removing.remove(archive, [ids[making.RELEASE]])
    assert told() == ("“Office tells of overtime” is out of the trash again.",
                      "“Office tells of overtime” is in the trash again.")  # fmt: skip
    removing.remove(archive, [ids[making.FIRST], ids[making.SECOND]])
    assert told() == ("2 records are out of the trash again.", "2 records are in the trash again.")


def test_tags(archive: Archive, ids: dict[str, str], told: Told) -> None:
    first, pair = ids[making.FIRST], [ids[making.FIRST], ids[making.SECOND]]
    tagging.change(archive, [first], add=["hearing"])
    assert told() == (f"{PACT} no longer has the tag “hearing”.", f"{PACT} has the tag “hearing” again.")
    tagging.change(archive, [first], add=["seen", "cited"])
    assert told()[0] == f"{PACT} has these tags again: hearing."
    tagging.change(archive, pair, add=["late"])
    assert told() == ("2 records no longer have the tag “late”.", "2 records have the tag “late” again.")
    tagging.rename(archive, "late", "later")
    assert told() == ("2 records have their tags as before.", "the tags of 2 records are changed again.")


def test_notes_and_highlights(archive: Archive, first: str, told: Told) -> None:
    note = noting.add(archive, first, "Signed twice?")
    assert told() == (f"the note on {PACT} is gone again: “Signed twice?”.", f"the note on {PACT} is there again: "
                      "“Signed twice?”.")  # fmt: skip
    noting.change(archive, note.id, "Signed once.")
    assert told()[0] == f"the note on {PACT} reads again: “Signed twice?”."
    noting.add(archive, first, "", page=1, span=(0, 10), highlight="term")
    assert told()[0] == f"the highlight in {PACT} is gone again: “Memorandum”."


def test_links_and_likenesses(archive: Archive, ids: dict[str, str], told: Told) -> None:
    first, second = ids[making.FIRST], ids[making.SECOND]
    deciding.confirm(archive, "supersedes", second, first)
    later = "“Second memorandum about harvest wages”"
    assert told() == (f"the link from {later} to {PACT} is undecided again.",
                      f"the link from {later} to {PACT} is confirmed again.")  # fmt: skip
    likenesses.decide(archive, first, second, "different")
    assert told()[1] == f"{PACT} and {later} are different papers again."


def test_bodies(archive: Archive, told: Told) -> None:
    authorities.edit(archive, OFFICE, "note", "Moved in 2012.")
    name = archive.authorities.name(OFFICE)
    assert told() == (f"the body “{name}” is as before.", f"the body “{name}” is changed again.")
    authorities.keep(archive, Authority("X-NEW", "New office", "federal agency"), None)
    assert told() == ("the body “New office” is gone again.", "the body “New office” is there again.")
    authorities.merge(archive, "X-NEW", OFFICE)
    assert told() == (f"“New office” and “{name}” are two bodies again.",
                      f"“New office” is merged into “{name}” again.")  # fmt: skip
    authorities.split(archive, OFFICE, Authority("X-SPLIT", "Split office", "federal agency"), names=["The Office"])
    assert told() == ("names are no longer told apart for “Split office”.",
                      "names are told apart for “Split office” again.")  # fmt: skip
    authorities.set_aside(archive, "Somebody")
    assert told() == ("the name “Somebody” waits for a body again.", "the name “Somebody” is set aside again.")


def test_units_and_placements(archive: Archive, first: str, told: Told) -> None:
    unit = Unit(1, None, Level.FONDS, "F", "Papers")
    arranging.write(archive, {1: unit})
    assert told() == ("the unit “Papers” is gone again.", "the unit “Papers” is there again.")
    arranging.write(archive, {1: unit.saying({"scope_content": "Letters."})})
    assert told() == ("the unit “Papers” is as before.", "the unit “Papers” is changed again.")
    arranging.write(archive, {}, {first: 1})
    assert told() == (f"{PACT} stands where it stood before.", f"{PACT} is placed again.")


def test_templates(archive: Archive, first: str, told: Told) -> None:
    kept = templates.save(archive, "Pacts", first, ["kind"])
    assert told() == ("the template “Pacts” is gone again.", "the template “Pacts” is there again.")
    templates.rename(archive, kept.id, "Accords")
    assert told() == ("the template “Pacts” is as before.", "the template “Accords” is changed again.")


def test_in_spanish(archive: Archive, ids: dict[str, str], told: Told) -> None:
    language.speak("es")
    describing.correct(archive, ids[making.SECOND], "expiration_date", "2017-09-03")
    assert told()[0].startswith("“Vence” de “Second memorandum about harvest wages” vuelve a ser 31 de agosto de 2018")
    tagging.change(archive, [ids[making.FIRST]], add=["oído"])
    assert told() == (f"{PACT} ya no tiene la etiqueta “oído”.", f"{PACT} vuelve a tener la etiqueta “oído”.")


def test_every_kind_of_slot_is_told_of() -> None:
    slots = {kind for kind in kept_edits.KINDS if kind.__name__.endswith("Slot")}
    assert slots == {*gone_over._TELLING, FieldSlot}


def test_both_languages_have_every_sentence_with_the_same_operands() -> None:
    def operands(code: str) -> dict[str, Any]:
        held = {key: text for key, text in language.catalogue(code).items() if key.startswith("undo.")}
        return {key: ["{0}" in str(text), "{1}" in str(text), "{2}" in str(text)] for key, text in held.items()}

    assert operands("en") == operands("es")
    assert len(operands("en")) > 50


def test_what_is_restricted_is_not_named(archive: Archive, first: str) -> None:
    describing.correct(archive, first, "access", "restricted")
    tagging.change(archive, [first], add=["hearing"])
    _, told = gone_over.undo(archive.discreetly())
    assert told == f"Undone: “{first}” no longer has the tag “hearing”."
