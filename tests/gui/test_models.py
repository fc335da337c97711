"""Models under Qt's own tester, and what they promise beside it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from archive_app.domain.agreement import Status
from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.domain.coverage import Cell, Coverage
from archive_app.domain.description import describe
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import DateMention, Fact
from archive_app.gui.models.description.facts import NO_NAMES, FactsModel, rows
from archive_app.gui.models.search.records import BATCH, RecordsModel
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.models.tracking.coverage import CoverageModel
from archive_app.gui.theme import Role
from archive_app.services.search.searching import Hit

FACTS = [
    Fact("kind", "memorandum of understanding", 0.98, "test"),
    Fact("agreement_date", "2012-03-08", 0.97, "test", Evidence(2, "March 8, 2012", 5, 18)),
    Fact("date", DateMention("2012-03-08", "signature"), 0.9, "test", Evidence(2, "March 8", 5, 12)),
    Fact("date", DateMention("2011-01-01", "cited"), 0.9, "test", Evidence(1, "2011", 5, 9)),
    Fact("date", DateMention("2020-01-01", "furniture"), 0.9, "test", Evidence(1, "2020", 50, 54)),
]


def hit(number: int) -> Hit:
    return Hit(f"R{number:05d}", f"Paper {number}", "report", "2012-03-08", 1, (1,), "", 1.0)


def test_records_are_fetched_when_they_are_painted_and_only_once(qtmodeltester) -> None:
    model = RecordsModel()
    asked: list[int] = []
    model.wanted.connect(asked.append)
    model.show(3 * BATCH, [hit(number) for number in range(BATCH)])
    assert model.index(3, 0).data() == "Paper 3"
    assert asked == []
    assert model.index(2 * BATCH + 5, 0).data() == "…"
    assert model.index(2 * BATCH + 6, 1).data() is None
    assert asked == [2 * BATCH]
    model.take(2 * BATCH, [hit(number) for number in range(2 * BATCH, 3 * BATCH)])
    assert model.index(2 * BATCH + 5, 0).data() == f"Paper {2 * BATCH + 5}"
    assert model.row_of(f"R{2 * BATCH + 7:05d}") == 2 * BATCH + 7
    qtmodeltester.check(model)


def test_a_click_on_a_head_asks_for_that_order() -> None:
    model = RecordsModel()
    asked: list[str] = []
    model.sort_wanted.connect(asked.append)
    model.sort(0)
    model.sort(1)
    assert asked == ["title", "date"]


def test_facts_stand_in_sections_and_say_what_an_agreement_leaves_open(qtmodeltester) -> None:
    model = FactsModel()
    model.show(describe(FACTS))
    told = [(row.field, row.text) for row in rows(describe(FACTS), NO_NAMES) if not row.is_heading]
    assert ("agreement_date", "8 March 2012") in told
    assert ("expiration_date", "not stated") in told
    assert [text for field, text in told if field == "date"] == [
        "1 January 2011 · another paper",
        "8 March 2012 · signature",
    ]
    assert model.find(FACTS[1]).data(Role.DETAIL) == "certain, read on page 2"
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("title", "shown"),
    [("word " * 60 + "end", "word " * 60 + "end"), ("word " * 110 + "end", "word " * 95 + "word …")],
)
def test_a_value_is_cut_between_words_and_only_where_no_title_is_so_long(title: str, shown: str) -> None:
    model = FactsModel()
    fact = Fact("title", title, 0.9, "test")
    model.show(describe([fact]))
    assert model.find(fact).data() == shown


def test_a_release_is_not_asked_for_a_term() -> None:
    told = rows(describe([Fact("kind", "press release", 0.9, "test")]), NO_NAMES)
    fields = [row.field for row in told]
    assert {"kind", "issuer", "issued_date"} <= set(fields)
    assert "term" not in fields


@given(st.lists(st.tuples(st.integers(-5, 5), st.text(max_size=3)), max_size=12), st.booleans())
def test_a_sorted_table_keeps_hold_of_its_rows(given_rows: list[tuple[int, str]], backwards: bool) -> None:
    model = TableModel([Column[list[int]]("number", lambda row: str(row[0]), key=lambda row: row[0])])
    model.set_rows([[number] for number, _ in given_rows])
    held = [QPersistentModelIndex(model.index(row, 0)) for row in range(len(given_rows))]
    before = [model.row_at(index) for index in held]
    model.sort(0, Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder)
    after = [model.row_at(index) for index in held]
    assert all(one is other for one, other in zip(before, after, strict=True))
    numbers = [row[0] for row in model.rows]
    assert numbers == sorted(numbers, reverse=backwards)


def test_coverage_is_a_matrix_of_cities_and_agencies(qtmodeltester) -> None:
    names = AuthorityFile.of(
        [Authority("A", "Labor Office", "local agency"), Authority("C", "Consulate of Mexico in Omaha", "consulate")]
    )
    cell = Cell("A", "C", Status.EXPIRED, date(2018, 9, 1), None, ("A1",))
    model = CoverageModel()
    model.show(Coverage(date(2020, 1, 1), ("A",), ("C",), (cell,), ()), names)
    assert model.headerData(0, Qt.Orientation.Vertical) == "Omaha"
    assert model.index(0, 0).data() == "since Sep 2018"
    assert model.index(0, 0).data(Role.STATUS) == "expired"
    qtmodeltester.check(model)


@pytest.mark.parametrize("model", [RecordsModel(), FactsModel(), CoverageModel(), TableModel(())])
def test_empty_models_are_sound(model, qtmodeltester) -> None:
    qtmodeltester.check(model)
