"""The tree of units with the records in it: composed references, inheritance, and series by kind for the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.arrangement import MADE, Arrangement, Branch, Extent, Held, Level, Unit, fits, outline
from archive_app.domain.fact import KINDS

FONDS = Unit(1, None, Level.FONDS, "F1", "Papers", texts=(("access_conditions", "Open."),))
SERIES = Unit(2, 1, Level.SERIES, "01", "Alliances", position=1)
FILE = Unit(3, 2, Level.FILE, "A", "Austin")
OTHER = Unit(4, 1, Level.SERIES, "02", "Letters", position=0)
ARRANGED = Arrangement((FONDS, SERIES, FILE, OTHER), {"R1": 3, "R2": 2, "R3": 3})
HELD = (
    Held("R1", "agreement", "2014"), Held("R2", "agreement", None), Held("R3", "agreement", "2010"),
    Held("R4", "report", None), Held("R5", None, None),
)  # fmt: skip


def shape(branch: Branch) -> list[object]:
    return [branch.reference, *branch.records, *map(shape, branch.branches)]


def test_records_stand_in_their_units_by_date_and_the_rest_by_kind() -> None:
    top = outline(ARRANGED, HELD, "Ignored", "x")
    assert shape(top) == [
        "F1", ["F1/02"], ["F1/01", "R2", ["F1/01/A", "R3", "R1"]], ["F1/S14", "R4"], ["F1/S16", "R5"],
    ]  # fmt: skip
    assert [one.kind for one in top.branches] == [None, None, "report", "other"]
    assert set(top.every) == {one.id for one in HELD}


def test_without_units_the_whole_is_a_fonds_of_series_by_kind() -> None:
    top = outline(Arrangement(), HELD, "Papers", "papers")
    assert (top.level, top.title, top.unit) == (Level.FONDS, "Papers", None)
    assert shape(top) == ["papers", ["papers/S04", "R3", "R1", "R2"], ["papers/S14", "R4"], ["papers/S16", "R5"]]


def test_several_fonds_stand_side_by_side_in_a_collection() -> None:
    second = Unit(9, None, Level.FONDS, "F2", "Gifts")
    top = outline(Arrangement((*ARRANGED.units, second), ARRANGED.placed), HELD, "All", "all")
    assert (top.level, [one.reference for one in top.branches]) == (
        Level.COLLECTION, ["F1", "F2", "all/S14", "all/S16"]
    )  # fmt: skip


def test_a_series_by_kind_never_takes_the_code_of_a_unit() -> None:
    taken = Unit(5, 1, Level.SERIES, "S14", "A person's")
    top = outline(Arrangement((FONDS, taken)), HELD, "", "")
    assert [one.code for one in top.branches] == ["S14", "S04", "S14-", "S16"]


def test_what_is_said_above_holds_below_until_it_is_said_otherwise() -> None:
    assert ARRANGED.told(3, "access_conditions") == ("Open.", FONDS)
    shut = FILE.saying({"access_conditions": "Closed until 2030."})
    again = Arrangement((FONDS, SERIES, shut))
    assert again.told(3, "access_conditions") == ("Closed until 2030.", shut)
    assert again.told(3, "appraisal") is again.told(None, "appraisal") is None


def test_an_empty_text_takes_away_what_was_written() -> None:
    assert FONDS.saying({"access_conditions": "", "note": "n"}).texts == (("note", "n"),)
    written = FONDS.saying({"note": "n", "extent": "e"})
    assert [name for name, _ in written.texts] == ["extent", "access_conditions", "note"]


@pytest.mark.parametrize(("level", "above", "may"), [
    (Level.FONDS, None, True), (Level.SERIES, None, False), (Level.FILE, Level.FONDS, True),
    (Level.SERIES, Level.SERIES, False), (Level.SUBSERIES, Level.SERIES, True), (Level.SERIES, Level.FILE, False),
    (Level.FONDS, Level.FONDS, False),
    (Level.ITEM, Level.FILE, False),
])  # fmt: skip
def test_a_part_is_of_a_lower_level_than_its_whole(level: Level, above: Level | None, may: bool) -> None:
    assert fits(level, above) is may


def test_an_extent_is_the_sum_of_its_operands() -> None:
    extent = Extent((("R1", 3), ("R2", 1)))
    assert (extent.records, extent.pages) == (2, 4)


@st.composite
def arrangements(draw: st.DrawFn) -> Arrangement:
    units: list[Unit] = []
    for id in range(1, draw(st.integers(1, 12))):
        above = draw(st.sampled_from([None, *units]))
        allowed = [level for level in MADE if fits(level, above.level if above else None)]
        if allowed:
            units.append(Unit(id, above.id if above else None, draw(st.sampled_from(allowed)), f"{id}", f"U{id}"))
    ids = [unit.id for unit in units] or [0]
    placed = draw(st.dictionaries(st.sampled_from([f"R{n}" for n in range(8)]), st.sampled_from(ids)))
    return Arrangement(tuple(units), placed)


@given(arrangements(), st.lists(st.tuples(st.sampled_from(KINDS), st.none() | st.just("2014")), max_size=8))
def test_every_record_stands_in_one_place_and_every_reference_is_its_own(
    arrangement: Arrangement, found: list[tuple[str, str | None]]
) -> None:
    held = [Held(f"R{number}", kind, date) for number, (kind, date) in enumerate(found)]
    top = outline(arrangement, held, "All", "all")
    assert sorted(top.every) == sorted(one.id for one in held)
    references = [branch.reference for branch in top.walk()]
    assert len(references) == len(set(references))
    assert {branch.unit.id for branch in top.walk() if branch.unit} == set(arrangement.by_id)
