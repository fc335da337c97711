"""One change for many records: each told before, written as one, undone as one, never half done."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Party
from archive_app.errors import Cancelled, UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import bulk_edits, describing, tagging
from archive_app.services.description.bulk_edits import TAGS, Deed, Plan
from archive_app.services.search import searching
from archive_app.services.undo import editing
from tests.services.making import AUSTIN, CONSULATE, by_name


def planned(archive: Archive, ids: list[str], field: str, deed: Deed, typed: str = "", *, empty: bool = False) -> Plan:
    return bulk_edits.plan(archive, ids, [bulk_edits.wish(archive, field, deed, typed, only_empty=empty)])


def values(archive: Archive, record: str, field: str) -> list[object]:
    return [fact.value for fact in records.described(archive, record).description.by_field.get(field, ())]


def test_a_plan_tells_each_record_and_writes_nothing(archive: Archive) -> None:
    ids = by_name(archive)
    first, letter = ids["alliance 2010.pdf"], ids["letter.eml"]
    plan = planned(archive, [first, letter, first], "language", "set", "es")
    assert [row.record for row in plan.rows] == [first, letter]
    assert [(change.before, change.after) for row in plan.rows for change in row.changes] == [(("en",), ("es",))] * 2
    assert values(archive, first, "language") == ["en"]
    told = plan.as_json()
    assert (told["records"], told["changed"]) == (2, 2)
    assert told["report"][0]["changes"] == [{"field": "language", "from": ["en"], "to": ["es"]}]


def test_all_is_written_found_and_undone_in_one_step(archive: Archive) -> None:
    ids = list(by_name(archive).values())
    bulk_edits.write(archive, planned(archive, ids, "place", "set", "Ames, IA; Oslo"))
    assert all(values(archive, id, "place") == ["Ames, IA", "Oslo"] for id in ids)
    assert searching.search(archive, "place:Oslo").total == len(ids)
    editing.undo(archive)
    assert [values(archive, id, "place") for id in ids if values(archive, id, "place")] == [["Austin, TX"]]
    assert searching.search(archive, "place:Oslo").total == 0
    editing.redo(archive)
    assert searching.search(archive, "place:Oslo").total == len(ids)


def test_a_body_is_added_only_where_it_is_not_yet_however_it_is_written(archive: Archive) -> None:
    ids = by_name(archive)
    first, letter = ids["alliance 2010.pdf"], ids["letter.eml"]
    plan = planned(archive, [first, letter], "party", "add", AUSTIN)
    assert [row.record for row in plan.changed] == [letter]
    bulk_edits.write(archive, plan)
    assert [party.authority for party in values(archive, letter, "party") if isinstance(party, Party)] == [AUSTIN]
    away = planned(archive, [first, letter], "party", "remove", AUSTIN)
    bulk_edits.write(archive, away)
    assert [party.authority for party in values(archive, first, "party") if isinstance(party, Party)] == [CONSULATE]
    assert values(archive, letter, "party") == []


def test_what_is_known_can_be_left_alone(archive: Archive) -> None:
    ids = by_name(archive)
    known, unknown = ids["release.html"], ids["carta.txt"]
    plan = planned(archive, [known, unknown], "issued_date", "set", "2014-05", empty=True)
    assert [row.record for row in plan.changed] == [unknown]


def test_clearing_says_that_the_paper_does_not_tell_and_withdrawing_lets_the_reading_hold(archive: Archive) -> None:
    first = by_name(archive)["alliance 2010.pdf"]
    bulk_edits.write(archive, planned(archive, [first], "title", "clear"))
    assert values(archive, first, "title") == []
    plan = planned(archive, [first], "title", "withdraw")
    assert [change.after for change in plan.rows[0].changes] == [("Alliance on shade",)]
    bulk_edits.write(archive, plan)
    assert values(archive, first, "title") == ["Alliance on shade"]
    assert planned(archive, [first], "title", "withdraw").changed == ()


def test_tags_are_spelled_as_they_are_elsewhere(archive: Archive) -> None:
    first, second, *_ = by_name(archive).values()
    tagging.change(archive, [first], add=["Coordinación"])
    plan = planned(archive, [first, second], TAGS, "add", "coordinacion; heat")
    bulk_edits.write(archive, plan)
    assert tagging.of(archive, first) == tagging.of(archive, second) == ("Coordinación", "heat")
    bulk_edits.write(archive, planned(archive, [first, second], TAGS, "set", "heat"))
    assert tagging.of(archive, first) == ("heat",)
    editing.undo(archive)
    assert tagging.of(archive, first) == ("Coordinación", "heat")
    bulk_edits.write(archive, planned(archive, [first], TAGS, "clear"))
    assert tagging.of(archive, first) == ()


class StopsAtSecond:
    """A person who asks to stop when one record is done."""

    def __init__(self) -> None:
        self.done = 0

    @property
    def cancelled(self) -> bool:
        return self.done >= 1

    def stage(self, name: str, total: int) -> None:
        self.done = 0

    def advance(self, item: str, done: int = 1) -> None:
        self.done += done


def test_stopped_on_the_way_nothing_is_changed(archive: Archive) -> None:
    ids = list(by_name(archive).values())
    before = editing.undoable(archive)
    with pytest.raises(Cancelled, match="nothing was changed"):
        bulk_edits.write(archive, planned(archive, ids, "access", "set", "restricted"), StopsAtSecond())
    assert [values(archive, id, "access") for id in ids if values(archive, id, "access")] == [["restricted"]]
    assert editing.undoable(archive) == before


def test_what_has_changed_since_is_not_written_over(archive: Archive) -> None:
    ids = by_name(archive)
    first, other = ids["alliance 2010.pdf"], ids["letter.eml"]
    plan = planned(archive, [first], "title", "set", "Shade")
    describing.correct(archive, other, "title", "Of no matter here")
    bulk_edits.write(archive, plan)
    plan = planned(archive, [first], "title", "set", "Water")
    describing.correct(archive, first, "title", "Somebody else's")
    with pytest.raises(UsageError, match="changed since"):
        bulk_edits.write(archive, plan)
    assert values(archive, first, "title") == ["Somebody else's"]


@pytest.mark.parametrize(
    ("field", "deed", "typed", "fault"),
    [
        ("colour", "set", "red", "There is no field “colour”"), ("title", "add", "More", "has one value"),
        ("issued_date", "set", "some day", "is not a date"), (TAGS, "add", " ; ", "at least one letter"),
    ],
)  # fmt: skip
def test_what_cannot_be_wished_for_is_told(archive: Archive, field: str, deed: Deed, typed: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        bulk_edits.wish(archive, field, deed, typed)


def test_of_a_record_that_is_not_there_it_is_told(archive: Archive) -> None:
    with pytest.raises(UsageError, match="There is no record R99999"):
        planned(archive, ["R99999"], "title", "clear")


def test_unknown_as_a_value_clears(archive: Archive) -> None:
    assert bulk_edits.wish(archive, "issuer", "set", "unknown").deed == "clear"
