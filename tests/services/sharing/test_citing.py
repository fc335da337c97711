"""Citing one record and many, in both languages and for citation programs; restricted records stay in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive_app.domain.fact import Fact, Party
from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.sharing import citing
from tests.services.making import by_name


@pytest.fixture
def papers(empty: Archive, tmp_path: Path) -> Archive:
    held: dict[str, list[tuple[str, str | Party]]] = {
        "pact.txt": [("kind", "memorandum of understanding"), ("title", "A pact about melons"),
                     ("agreement_date", "2014-09-03"), ("party", Party("Melon Board")), ("party", Party("Union"))],
        "news.txt": [("kind", "press release"), ("title", "Board signs"), ("issued_date", "2014-09")],
        "talk.txt": [("kind", "interview"), ("title", "A talk"), ("access", "restricted")],
    }  # fmt: skip
    for name in held:
        (tmp_path / name).write_text(f"{name}: words of a paper.", encoding="utf-8")
    accessioning.add(empty, [tmp_path], jobs=0)
    for name, id in by_name(empty).items():
        empty.catalogue.facts.replace_readings(id, [Fact(f, value, 0.99, "test") for f, value in held[name]])
    return empty


def ids(archive: Archive, *names: str) -> list[str]:
    return [by_name(archive)[name] for name in names]


def test_a_line_in_each_language(papers: Archive) -> None:
    both = ids(papers, "pact.txt", "news.txt")
    english, spanish = (citing.cited(papers, both, language=language).text.splitlines() for language in ("en", "es"))
    assert english == [
        f"Melon Board and Union, “A pact about melons”, memorandum of understanding, September 3, 2014. "
        f"{papers.title}, {both[0]}.",
        f"Press release, “Board signs”, September 2014. {papers.title}, {both[1]}.",
    ]
    assert spanish == [
        f"Melon Board y Union, «A pact about melons», memorándum de entendimiento, 3 de septiembre de 2014. "
        f"{papers.title}, {both[0]}.",
        f"Comunicado de prensa, «Board signs», septiembre de 2014. {papers.title}, {both[1]}.",
    ]


def test_citation_programs_are_told_in_the_order_wanted(papers: Archive) -> None:
    news, pact = ids(papers, "news.txt", "pact.txt")
    items = json.loads(citing.cited(papers, [news, pact, news], "csl-json").text)
    assert [(item["id"], item["type"]) for item in items] == [(news, "report"), (pact, "treaty")]
    assert citing.cited(papers, [pact], "ris").text.startswith("TY  - GOVDOC\r\n")
    assert "type = {treaty}" in citing.cited(papers, [pact], "bibtex").text


@pytest.mark.parametrize("style", citing.STYLES)
def test_restricted_records_are_left_out_unless_named(papers: Archive, tmp_path: Path, style: str) -> None:
    pact, talk = ids(papers, "pact.txt", "talk.txt")
    made = citing.write(papers, [pact, talk], style, tmp_path / "cited", language="es")
    assert made.left_out == (talk,)
    text = (tmp_path / "cited").read_text("utf-8")
    assert pact in text
    assert talk not in text
    assert "A talk" in citing.cited(papers, [talk], style, named=[talk]).text


def test_what_cannot_be_cited_is_said(papers: Archive) -> None:
    with pytest.raises(UsageError, match="not a way of citing"):
        citing.cited(papers, ids(papers, "pact.txt"), "chicago")
    with pytest.raises(UsageError, match="no record R09999"):
        citing.cited(papers, ["R09999"])
