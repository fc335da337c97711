"""Every place of a query's words, the marks on a record's pages, and why a record was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.index import Index, PageHits, QueryFault, Reason, Rebuilding, Thesaurus
from tests.index.archives import entry, indexed

TERMS = Thesaurus([("wage theft", "robo de salario"), ("embassy", "embajada")])


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(
        tmp_path_factory.mktemp("index"),
        [
            entry("R1", "Nothing here", "The  wages of\nwage theft, he said", title="Wage claims", names=("OSHA",)),
            entry("R2", "los robos de salarios en Austin", kind="report", date="2014"),
            entry("R3", "theft", title="Minutes"),
        ],
    )


def test_places_come_in_order_with_the_words_around_them(index: Index) -> None:
    places = list(index.concordance("wage", around=2))
    assert [(one.record, one.page, one.before, one.text, one.after) for one in places] == [
        ("R1", 2, "The", "wages", "of wage"),
        ("R1", 2, "wages of", "wage", "theft, he"),
    ]
    assert (places[0].start, places[0].end) == (5, 10)


def test_a_phrase_and_another_name_are_one_place_each(index: Index) -> None:
    places = list(index.concordance('"wage theft"', thesaurus=TERMS))
    assert [(one.record, one.text) for one in places] == [("R1", "wage theft"), ("R2", "robos de salarios")]
    assert [one.text for one in index.concordance('"wage theft"')] == ["wage theft"]


def test_places_are_of_what_is_found_only(index: Index) -> None:
    assert {one.record for one in index.concordance("theft wage")} == {"R1"}
    assert {one.record for one in index.concordance("theft -wage")} == {"R3"}
    assert list(index.concordance("theft", filters={"kind": {"report"}})) == []
    with pytest.raises(QueryFault):
        index.concordance("(theft")


def test_a_record_s_pages_with_their_marks(index: Index) -> None:
    assert index.page_hits("wage OR nothing", "R1") == (
        PageHits(1, ((0, 7),)), PageHits(2, ((5, 10), (14, 18))),
    )  # fmt: skip
    assert index.page_hits("wage", "R9") == index.page_hits("wage", "R3") == ()


def test_a_phrase_over_the_end_of_a_page_is_found_and_marked_on_both(tmp_path: Path) -> None:
    index = indexed(
        tmp_path,
        [
            entry("R1", "They told of robbed wages and", "wage", "theft was", title="A"),
            entry("R2", "wage", title="theft"),
        ],
    )
    (hit,) = index.search('"and wage"').hits
    assert (hit.record, hit.page, hit.snippet) == ("R1", 1, "They told of robbed wages <b>and</b>")
    assert index.page_hits('"wage theft"', "R1") == (PageHits(2, ((0, 4),)), PageHits(3, ((0, 5),)))
    (place,) = index.concordance('"wage theft"')
    assert (place.page, place.start, place.end, place.text, place.after) == (2, 0, 4, "wage theft", "was")
    assert index.search('"and wage theft"').total == index.search('"theft wage"~9').total == 1
    assert index.search('"wage theft robbed"').total == index.search('"theft they"').total == 0


def test_why_a_record_was_found(index: Index) -> None:
    assert index.why("wage party:osha", "R1") == (
        Reason("wage", "text", ("wage", "wages"), (2,), None, True),
        Reason("wage", "title", ("wage",)),
        Reason("osha", "party", ("osha",)),
    )
    assert index.why("wage theft kind:report date:2014", "R2", TERMS) == (
        Reason('"robo de salario"', "text", ("robos", "de", "salarios"), (1,), "wage theft", True),
        Reason("kind:report", "kind", ("report",)),
        Reason("date:2014", "date", ("2014",)),
    )
    assert index.why("wag* nothin~", "R1")[0] == Reason("wag*", "text", ("wage", "wages"), (2,))
    assert index.why("wage", "R9") == index.why("-theft", "R1") == ()


def test_a_rebuild_in_steps_is_searched_as_it_goes_and_tells_how_far_it_is(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("old", "wage")])
    seen = []
    for state in index.rebuild_in_steps((entry(f"R{number}", "wage") for number in range(5)), 5, step=2):
        assert Index.open(tmp_path).rebuilding == state
        seen.append((state.done, state.total, index.search("wage").total))
    assert seen == [(0, 5, 0), (2, 5, 2), (4, 5, 4), (5, 5, 5)]
    assert index.rebuilding is None
    assert index.records() == {"R0", "R1", "R2", "R3", "R4"}


def test_a_rebuild_broken_off_leaves_its_mark(tmp_path: Path) -> None:
    steps = Index(tmp_path / "new").rebuild_in_steps([entry("R1", "wage"), entry("R2", "wage")], 2, step=1)
    next(steps)
    next(steps)
    index = Index.open(tmp_path / "new")
    assert index.records() == {"R1"}
    index.write([entry("R9", "wage")])
    assert Rebuilding.read(index.folder) == Rebuilding(1, 2)
    Index.rebuild(tmp_path / "new", [entry("R1", "wage")])
    assert Rebuilding.read(index.folder) is None
    (tmp_path / "new" / "rebuilding.json").write_bytes(b"\x00")
    assert Rebuilding.read(index.folder) == Rebuilding(0, 0)
