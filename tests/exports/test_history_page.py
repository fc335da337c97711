"""The page of histories parsed again: order, lapses, words with their place, and nothing that is fetched or runs."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given

from archive_app.domain.description import describe
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Fact, Source
from archive_app.domain.history import Described
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import Labels
from archive_app.exports.plain import line
from archive_app.paths import resources
from archive_app.services.labels import labels
from tests.domain.histories import paper
from tests.exports.gathering import AUSTIN, LAREDO, TEXTS, exported, gathered, with_text

VOID = {"meta"}


class Page(HTMLParser):
    """The page as its texts by element; fails where an element is not closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, str]] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)
            self.found.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.found:
            tag, text = self.found[-1]
            self.found[-1] = (tag, text + data)

    def texts(self, tag: str) -> list[str]:
        return [line(text) for name, text in self.found if name == tag]


def with_end(one: Described, value: str, evidence: Evidence, **more: str) -> Described:
    source = Source.PERSON if more else Source.READING
    end = Fact("expiration_date", value, 0.9, more.get("rule", "test"), evidence, source, by=more.get("by"))
    return Described(one.record, one.filename, describe([*one.description.facts, end]))


@pytest.fixture
def holdings() -> Holdings:
    first = with_end(paper("R1", AUSTIN, "2010-06-01", title="First", language="es"), "2012-05-31",
                     Evidence(2, "hasta <el> 31 de mayo"))  # fmt: skip
    return gathered(
        first, paper("R2", AUSTIN, "2014-06-01", years=2, title="Second"),
        paper("R3", LAREDO, title="No dates"), paper("R4", "", "2015-01-01", title="No parties"),
        paper("R5", AUSTIN, "2014-06-02", kind="press release", title="They signed", issued_date="2014-06-02"),
        left_out=1,
    )  # fmt: skip


def test_counterparts_stand_by_name_and_those_unread_last(holdings: Holdings, tmp_path: Path) -> None:
    page = Page(exported("html", holdings, tmp_path))
    assert page.texts("h2")[1:] == ["Consulate in Austin", "Consulate in Laredo", "Parties not read"]
    assert page.texts("h4") == ["First", "Second", "No dates", "No parties"]
    links = [value for tag, name, value in page.attributes if (tag, name) == ("a", "href")]
    places = [f"#{value}" for tag, name, value in page.attributes if (tag, name) == ("section", "id")]
    assert links == places


def test_lapses_stand_where_they_fall(holdings: Holdings, tmp_path: Path) -> None:
    text = exported("html", holdings, tmp_path)
    where = [text.index(words) for words in (
        "First", "nothing in force from 2012-06-01 until 2014-05-31 (Austin Area Office – Consulate in Austin)",
        "Second", "nothing in force from 2016-06-02 and still so",
    )]  # fmt: skip
    assert where == sorted(where)


def test_ends_are_told_with_their_basis(holdings: Holdings, tmp_path: Path) -> None:
    told = Page(exported("html", holdings, tmp_path)).texts("dd")
    assert "2012-05-31 (stated)" in told
    assert "2016-06-01 (computed); from the date it bears 2014-06-01 and a term of 2 years" in told
    assert told.count("unknown") == 2


def test_words_stand_with_page_record_and_who_found_them(holdings: Holdings, tmp_path: Path) -> None:
    person = with_end(paper("R9", AUSTIN, "2020-01-01"), "2021-01-01", Evidence(7, "x"), by="Ana", rule="corrected")
    page = Page(exported("html", gathered(person), tmp_path))
    cells = page.texts("td")
    assert cells[cells.index("2021-01-01") + 2 :][:3] == ["7", "R9", "corrected by Ana"]
    read = Page(exported("html", holdings, tmp_path))
    assert "hasta <el> 31 de mayo" in read.texts("q")
    assert ("q", "lang", "es") in read.attributes


class Asked(Labels):
    """Spanish labels that remember for what there was no wording."""

    missing: ClassVar[set[str]] = set()

    def say(self, english: str) -> str:
        if english not in self.words:
            self.missing.add(english)
        return super().say(english)


def test_in_spanish_the_whole_page_is_spanish(holdings: Holdings, tmp_path: Path) -> None:
    own = with_end(paper("R9", AUSTIN, "2020-01-01", title="Propio"), "2021-01-01", Evidence(7, "x"), by="Ana",
                   rule="corrected")  # fmt: skip
    told = gathered(own, paper("R1", AUSTIN, "2014-06-01", years=2, title="Primero"), paper("R3", LAREDO, title="Sin"))
    Asked.missing.clear()
    spanish = Asked("es", labels(resources(), "es").words)
    text = exported("html", replace(told, labels=spanish), tmp_path)
    page = Page(text)
    assert {words for words in Asked.missing if not words[0].isdigit()} == set()
    assert ("html", "lang", "es") in page.attributes
    assert "2016-06-01 (calculado); según la fecha que lleva 2014-06-01 y un plazo de 2 años" in page.texts("dd")
    assert "corregido por Ana" in page.texts("td")
    assert "nada vigente desde 2016-06-02 hasta 2019-12-31 (" in text
    assert "3 convenios (" in text
    assert not re.search(r"\b(?:the|and|from|until|with|computed|stated)\b", " ".join(page.texts("dd")))


def test_it_says_what_is_left_out(holdings: Holdings, tmp_path: Path) -> None:
    assert "Restricted records left out: 1." in Page(exported("html", holdings, tmp_path)).texts("p")


def test_words_of_records_that_are_not_taken_out_are_not_shown(holdings: Holdings, tmp_path: Path) -> None:
    kept = tuple(pair for pair in holdings.records if pair[0].id != "R1")
    told = Holdings(holdings.title, holdings.on, holdings.authorities, holdings.agreements, kept, {}, holdings.coverage)
    text = exported("html", told, tmp_path)
    assert "31 de mayo" not in text
    assert "R1.pdf" not in text
    assert "The words are in records that are not part of this page." in text


@given(TEXTS)
def test_any_text_stays_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    page, plain = (Page(exported("html", with_text(words), folder)) for words in (text, "plain"))
    assert page.texts("h4") == [line(text or "R1.pdf")]
    assert [tag for tag, _ in page.found] == [tag for tag, _ in plain.found]
    assert [name for _, name, _ in page.attributes] == [name for _, name, _ in plain.attributes]


def test_nothing_is_fetched_and_nothing_runs(holdings: Holdings, tmp_path: Path) -> None:
    page = Page(exported("html", holdings, tmp_path))
    assert {tag for tag, _ in page.found} & {"script", "link", "img", "iframe", "object"} == set()
    leading = [value or "" for _, name, value in page.attributes if name in ("href", "src")]
    assert leading
    assert all(value.startswith("#") for value in leading)
    assert "url(" not in page.texts("style")[0]
    assert "@import" not in page.texts("style")[0]
