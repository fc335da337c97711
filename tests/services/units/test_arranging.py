"""Units of description made, changed, moved and removed; records placed in them; every step undone and done again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.domain.arrangement import Level
from archive_app.domain.fact import KINDS
from archive_app.errors import ArchiveInUse, UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.preservation import removing
from archive_app.services.sharing import gathering
from archive_app.services.undo import editing
from archive_app.services.units import arrangement, arranging, folders
from tests import builders
from tests.services.making import add, by_name

TITLES = {kind: kind.capitalize() for kind in KINDS}


def tree(archive: Archive) -> dict[str, tuple[str, ...]]:
    """The records right in each unit, by reference code."""
    return {one.reference: one.records for one in arrangement.whole(archive).top.walk()}


@pytest.fixture
def made(archive: Archive) -> dict[str, int]:
    """A fonds with two series, one of which has a file with a record in it."""
    fonds = arranging.add(archive, Level.FONDS, "Papers of the office", code="OFF")
    alliances = arranging.add(archive, Level.SERIES, "Alliances", under=fonds.id)
    letters = arranging.add(archive, Level.SERIES, "Letters", under=fonds.id)
    file = arranging.add(archive, Level.FILE, "Austin", under=alliances.id)
    arranging.place(archive, [by_name(archive)["alliance 2010.pdf"]], file.id)
    return {"fonds": fonds.id, "alliances": alliances.id, "letters": letters.id, "file": file.id}


def test_the_default_stands_until_a_person_arranges(archive: Archive) -> None:
    whole = arrangement.whole(archive)
    assert (whole.top.title, whole.top.level, whole.top.unit) == ("Trenches", Level.FONDS, None)
    assert len(whole.top.every) == 7
    assert [one.kind for one in whole.top.branches if len(one.records) > 1] == ["alliance agreement"]


def test_codes_are_given_and_references_composed(archive: Archive, made: dict[str, int]) -> None:
    held = tree(archive)
    record = by_name(archive)["alliance 2010.pdf"]
    assert held["OFF/01/01"] == (record,)
    assert held["OFF/02"] == ()
    assert sum(map(len, held.values())) == 7
    whole = arrangement.whole(archive)
    branch = whole.branch_of(made["file"])
    assert branch
    assert whole.reference(branch, record) == f"OFF/01/01/{record}"
    assert whole.extent(branch).operands == ((record, 2),)
    days = whole.dates(branch)
    assert days == (("2010-06-01", record), ("2010-06-01", record))


def test_every_step_is_undone_and_done_again(archive: Archive, made: dict[str, int]) -> None:
    before = tree(archive)
    arranging.change(archive, made["file"], title="Austin, Texas", texts={"note": "Two boxes."})
    arranging.move(archive, made["file"], made["letters"])
    arranging.remove(archive, made["fonds"], with_all=True)
    after = [tree(archive)]
    for _ in range(3):
        editing.undo(archive)
    assert tree(archive) == before
    unit = archive.catalogue.units.get(made["file"])
    assert unit
    assert (unit.title, unit.texts) == ("Austin", ())
    for _ in range(3):
        editing.redo(archive)
    assert [tree(archive)] == after
    assert archive.catalogue.units.arrangement().placed == {}


def test_undoing_outlives_the_program(root: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        fonds = arranging.add(archive, Level.FONDS, "Papers")
        arranging.place(archive, ["R00001"], fonds.id)
        arranging.change(archive, fonds.id, texts={"creator": "The office"})
    with bootstrap.opened(root, writable=True) as archive:
        editing.undo(archive)
        unit = archive.catalogue.units.get(fonds.id)
        assert unit
        assert unit.texts == ()
        editing.undo(archive)
        assert archive.catalogue.units.unit_of("R00001") is None


def test_what_a_unit_held_goes_to_the_unit_above(archive: Archive, made: dict[str, int]) -> None:
    record = by_name(archive)["alliance 2010.pdf"]
    arranging.remove(archive, made["file"])
    assert tree(archive)["OFF/01"] == (record,)
    with pytest.raises(UsageError, match="holds 2 units"):
        arranging.remove(archive, made["fonds"])


def test_units_keep_a_persons_order(archive: Archive, made: dict[str, int]) -> None:
    arranging.move(archive, made["letters"], made["fonds"], before=made["alliances"])
    assert list(tree(archive))[:3] == ["OFF", "OFF/02", "OFF/01"]


@pytest.mark.parametrize(("wrong", "told"), [
    (lambda a, m: arranging.add(a, Level.SERIES, "By itself"), "only a fonds can"),
    (lambda a, m: arranging.add(a, Level.SERIES, "In a file", under=m["file"]), "cannot stand under the file"),
    (lambda a, m: arranging.add(a, Level.FILE, " \u200f ", under=m["letters"]), "needs a title"),
    (lambda a, m: arranging.add(a, Level.SERIES, "Twin", under=m["fonds"], code="01"), "01 there already"),
    (lambda a, m: arranging.move(a, m["alliances"], m["file"]), "part of itself"),
    (lambda a, m: arranging.change(a, m["alliances"], level=Level.FILE), "holds a file"),
    (lambda a, m: arranging.change(a, m["file"], texts={"colour": "red"}), "not an element"),
    (lambda a, m: arranging.change(a, 99, title="None"), "no unit 99"),
    (lambda a, m: arranging.place(a, ["R99999"], m["file"]), "no record R99999"),
    (lambda a, m: arranging.start(a, TITLES), "arranged already"),
    (lambda a, m: arrangement.find(a, "nowhere"), "no unit “nowhere”"),
])  # fmt: skip
def test_what_cannot_be_is_told_and_changes_nothing(
    archive: Archive, made: dict[str, int], wrong: object, told: str
) -> None:
    before = archive.catalogue.units.arrangement()
    with pytest.raises(UsageError, match=told):
        wrong(archive, made)  # type: ignore[operator]
    assert archive.catalogue.units.arrangement() == before


def test_a_unit_is_found_by_reference_number_or_title(archive: Archive, made: dict[str, int]) -> None:
    for name in ("OFF/01/01", str(made["file"]), " austin "):
        assert arrangement.find(archive, name).id == made["file"]
    arranging.add(archive, Level.FILE, "Austin", under=made["letters"])
    with pytest.raises(UsageError, match="OFF/01/01, OFF/02/01"):
        arrangement.find(archive, "Austin")


def test_the_default_can_be_made_ones_own(archive: Archive) -> None:
    before = arrangement.whole(archive).top
    arranging.start(archive, TITLES)
    after = arrangement.whole(archive).top
    assert [one.records for one in after.branches] == [one.records for one in before.branches]
    assert all(branch.unit for branch in after.walk())
    editing.undo(archive)
    assert arrangement.whole(archive).top == before


def test_histories_tell_of_it(archive: Archive, made: dict[str, int]) -> None:
    record = by_name(archive)["alliance 2010.pdf"]
    arranging.place(archive, [record], made["letters"])
    (*_, first, second) = records.history_of(archive, record)
    assert [(one.type, one.before, one.after) for one in (first, second)] == [
        ("placement", None, "01 Austin"), ("placement", "01 Austin", "02 Letters")
    ]  # fmt: skip
    told = [(one.field, one.after) for one in archive.catalogue.history.all_of("arrangement")]
    assert (f"unit {made['file']} title", "Austin") in told


def test_the_trash_takes_records_out_and_destruction_their_placement(archive: Archive, made: dict[str, int]) -> None:
    record = by_name(archive)["alliance 2010.pdf"]
    removing.remove(archive, [record])
    assert tree(archive)["OFF/01/01"] == ()
    archive.catalogue.trash.destroy(record, "me", archive.now())
    assert archive.catalogue.units.arrangement().placed == {}
    assert archive.catalogue.faults() == []


def test_what_is_said_above_is_offered_below(archive: Archive, made: dict[str, int]) -> None:
    arranging.change(archive, made["fonds"], texts={"access_conditions": "By appointment.", "note": "Ours."})
    held = archive.catalogue.units.arrangement()
    found = arrangement.inherited(held, made["file"], "access_conditions")
    assert found
    assert (found[0], found[1].id) == ("By appointment.", made["fonds"])
    assert arrangement.inherited(held, made["file"], "note") is None


def test_an_archive_opened_to_be_read_is_not_arranged(root: Path) -> None:
    with bootstrap.opened(root) as archive, pytest.raises(ArchiveInUse):
        arranging.add(archive, Level.FONDS, "Papers")


def test_restricted_records_stay_out_of_what_leaves(archive: Archive, made: dict[str, int]) -> None:
    interview = by_name(archive)["interview.txt"]
    arranging.place(archive, [interview], made["letters"])
    assert interview in tree(archive)["OFF/02"]
    holdings = gathering.gather(archive, date(2026, 11, 22))
    assert interview not in holdings.descriptions


def test_the_folders_that_files_came_in_can_be_the_arrangement(empty: Archive, tmp_path: Path) -> None:
    for place in ("pacts/austin/one.txt", "pacts/austin/deeper/two.txt", "pacts/three.txt", "news/four.txt",
                  "five.txt"):  # fmt: skip
        file = tmp_path / "papers" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"A paper of its own: {place}", encoding="utf-8")
    builders.make_mail(tmp_path / "papers" / "news" / "six.eml", "See what is attached.",
                       attachments={"seven.txt": b"What was attached."})  # fmt: skip
    add(empty, tmp_path / "papers")
    folders.start(empty)
    names = {record.id: record.filename for record in empty.catalogue.records.all()}
    held = [(one.reference, one.level, one.title, sorted(names[id] for id in one.records))
            for one in arrangement.whole(empty).top.walk() if one.unit]  # fmt: skip
    assert held == [
        ("F1", Level.FONDS, "empty", []),
        ("F1/01", Level.SERIES, "news", ["four.txt", "seven.txt", "six.eml"]),
        ("F1/02", Level.SERIES, "pacts", ["three.txt"]),
        ("F1/02/01", Level.FILE, "austin", ["one.txt", "two.txt"]),
    ]
    editing.undo(empty)
    assert empty.catalogue.units.arrangement().units == ()


def test_records_that_no_folders_part_are_not_arranged_by_them(archive: Archive) -> None:
    with pytest.raises(UsageError, match="folders that part them"):
        folders.start(archive)


def test_a_view_without_restricted_records_shows_none_and_arranges_all(archive: Archive) -> None:
    interview, shy = by_name(archive)["interview.txt"], archive.discreetly()
    assert interview not in arrangement.whole(shy).top.every
    assert interview in arrangement.whole(archive).top.every
    arranging.start(shy, TITLES)
    assert interview in archive.catalogue.units.arrangement().placed
    assert interview not in arrangement.whole(shy).top.every
    whole = arrangement.whole(shy)
    assert interview not in dict(whole.extent(whole.top).operands)
