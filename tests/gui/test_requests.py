"""What to ask for, and the links between papers that a person decides on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from archive_app.domain.links import REASONS
from archive_app.domain.said import Lack
from archive_app.gui import language
from archive_app.gui.language import tr
from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.tracking.links import LinksView
from archive_app.gui.views.tracking.requests import RequestsView
from tests.gui import making
from tests.gui.looking import archive_of, record_of


@pytest.fixture
def requests(opened: MainWindow, settle) -> RequestsView:
    opened.go("requests")
    settle()
    return opened.places.requests


@pytest.fixture
def links(opened: MainWindow, settle) -> LinksView:
    opened.go("links")
    settle()
    return opened.places.links


def test_what_is_lacking_is_listed_by_kind(requests: RequestsView) -> None:
    assert {row.want.lack for row in requests.model.rows} <= set(Lack)
    silent = requests.lack.findData(str(Lack.SILENT))
    number = sum(row.want.lack is Lack.SILENT for row in requests.model.rows)
    requests.lack.setCurrentIndex(silent)
    assert len(requests.model.rows) == number > 0
    assert requests.lack.currentText() == f"Held, never announced ({number})"
    requests.filter.setText("no such paper")
    assert requests.model.rows == []


def test_a_paper_nobody_told_of_opens_as_agreement(requests: RequestsView, opened: MainWindow, settle) -> None:
    requests.lack.setCurrentIndex(requests.lack.findData(str(Lack.SILENT)))
    wanted = requests.model.rows[0].want.agreement
    requests.table.activated.emit(requests.model.index(0, 0))
    settle()
    shown = opened.places.agreements.details.shown
    assert shown is not None
    assert shown.agreement.id == wanted


def test_the_list_of_requests_is_saved(requests: RequestsView, opened: MainWindow, tmp_path: Path, settle) -> None:
    opened.exporting.export_requests(tmp_path / "ask.csv")
    settle()
    assert "harvest" in (tmp_path / "ask.csv").read_text(encoding="utf-8-sig")


def test_words_open_the_page_they_stand_on_and_are_marked(opened: MainWindow, id_of, settle) -> None:
    opened.open_words(id_of(making.FIRST), 2, "ended with   thirty days")
    settle()
    pane = opened.places.records.pane
    assert record_of(opened).id == id_of(making.FIRST)
    assert pane.page.number == 2
    page = record_of(opened).pages[1]
    assert any(page.text[mark.start : mark.end] == "ended with thirty days" for mark in pane.page.marks)


def test_links_are_confirmed_refused_and_taken_back_by_one_key(links: LinksView, opened: MainWindow, settle) -> None:
    row = links.model.rows[0]
    assert (row.link.type, row.link.basis, row.standing) == ("renews", "proposed", "open")
    QTest.keyClick(links.table, Qt.Key.Key_A)
    settle()
    assert links.model.rows == []
    links.shown.setCurrentIndex(links.shown.findData("confirmed"))
    assert [row.standing for row in links.model.rows] == ["confirmed"]
    QTest.keyClick(links.table, Qt.Key.Key_N)
    settle()
    links.shown.setCurrentIndex(links.shown.findData("refused"))
    assert [one.key for one in links.model.rows] == [row.key]
    QTest.keyClick(links.table, Qt.Key.Key_U)
    settle()
    links.shown.setCurrentIndex(links.shown.findData("undecided"))
    assert [one.key for one in links.model.rows] == [row.key]
    assert not archive_of(opened).catalogue.decisions.all()


def test_links_of_some_records_only(links: LinksView, id_of) -> None:
    links.show_of([id_of(making.LETTER)])
    assert links.model.rows == []
    links.show_of([id_of(making.FIRST)])
    assert {id_of(making.FIRST)} <= {part for row in links.model.rows for part in row.key}
    links.show_of([])
    assert links.shown.currentData() == "undecided"


def test_why_a_link_is_proposed_is_told_in_words(links: LinksView) -> None:
    told = links.model.index(0, 5).data()
    assert told.startswith(tr("link_basis.proposed"))
    assert tr("link_reason.bodies") in told


def test_every_reason_and_lack_has_its_words() -> None:
    codes = [*(f"link_reason.{reason}" for reason in REASONS), *(f"lack.{lack}" for lack in Lack)]
    assert [code for code in codes if not language.knows(code)] == []
