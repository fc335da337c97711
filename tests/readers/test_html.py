"""Web pages: the main words first, nothing lost, nothing fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.domain.paper import Paper
from archive_app.errors import ReadingError
from archive_app.readers import read
from tests import builders

ARTICLE = (
    "<nav><a href='/'>Home</a> <a href='/x'>Regions</a></nav>"
    "<article><h1>Consulate and office\n  renew their pact</h1><p>BRISA ALTA — On <b>Monday</b> both<br>signed.</p>"
    "<!-- a note --><p>They met&nbsp;twice.</p><ul><li>one</li><li>two</li></ul>"
    "<table><tr><th>Office</th><th>Cases</th></tr><tr><td>North</td><td>12</td></tr></table></article>"
    "<footer>All rights reserved</footer><script>var hidden = 'script words'</script><style>p {}</style>"
)


def page(path: Path) -> Paper:
    return read(path, "text/html")


def test_the_lead_comes_first_and_what_stands_around_it_last(tmp_path: Path) -> None:
    assert page(builders.make_html(tmp_path / "a.html", ARTICLE)).pages[0].text == (
        "Consulate and office renew their pact\n\nBRISA ALTA — On Monday both\nsigned.\n\nThey met twice.\n\n"
        "one\ntwo\n\nOffice\tCases\nNorth\t12\n\nHome Regions\n\nAll rights reserved"
    )


def test_what_the_page_marks_as_its_main_part_comes_first(tmp_path: Path) -> None:
    story = "The office and the consulate signed on Monday. " * 6
    body = f"<header>The Valley Paper</header><div>Subscribe now</div><main><p>{story}</p></main><p>Last words</p>"
    text = page(builders.make_html(tmp_path / "a.html", body)).pages[0].text
    assert text == f"{story.strip()}\n\nThe Valley Paper\n\nSubscribe now\n\nLast words"


def test_what_the_page_says_of_itself(tmp_path: Path) -> None:
    head = (
        "<title>Renewal | The Valley Paper</title><meta property='og:title' content='Renewal'>"
        "<meta name='Description' content='Two offices   renew.'>"
        "<meta property='og:site_name' content='The Valley Paper'>"
        "<meta property='article:published_time' content='2011-08-30T08:00:00-06:00'>"
    )
    assert page(builders.make_html(tmp_path / "a.html", "<p>Words</p>", head=head)).metadata == {
        "title": "Renewal",
        "description": "Two offices renew.",
        "publisher": "The Valley Paper",
        "published": "2011-08-30T08:00:00-06:00",
    }


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "<script type='application/ld+json'>{'a'}</script><meta name='DC.date.issued' content='2011-08-30'>",
            "",
        ),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2011-08-30"}]}</script>', ""),
        (
            '<script type="application/ld+json">[{"datePublished": "2011-08-30", "publisher": {"name": "P"}}]</script>',
            "",
        ),
        ("", "<time datetime='2011-08-30'>yesterday</time>"),
        ("", "<time datetime='1999-01-01'>then</time><time itemprop='datePublished' datetime='2011-08-30'>x</time>"),
    ],
)
def test_where_pages_state_their_date(tmp_path: Path, head: str, body: str) -> None:
    assert page(builders.make_html(tmp_path / "a.html", "<p>Words</p>" + body, head=head)).metadata["published"] == (
        "2011-08-30"
    )


def test_of_several_dates_in_the_text_none_is_chosen(tmp_path: Path) -> None:
    body = "<p>Words</p><time datetime='2011-08-30'>x</time><time datetime='2012-08-30'>y</time>"
    assert "published" not in page(builders.make_html(tmp_path / "a.html", body)).metadata


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_stated_encoding_is_used(tmp_path: Path, encoding: str) -> None:
    text = (
        page(builders.make_html(tmp_path / "a.html", "<p>mañana, según el acuerdo</p>", encoding=encoding))
        .pages[0]
        .text
    )
    assert text == "mañana, según el acuerdo"


def test_a_page_that_states_none_is_still_read(tmp_path: Path) -> None:
    words = "El cónsul firmó ayer un acuerdo de cooperación con la oficina de salarios; la señora Peña asistió también."
    (tmp_path / "a.html").write_bytes(f"<html><p>{words}</p>".encode("cp1252"))
    assert page(tmp_path / "a.html").pages[0].text == words


def test_a_page_that_lies_about_its_encoding_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes("<html><meta charset='utf-8'><p>según el año</p>".encode("cp1252"))
    assert page(tmp_path / "a.html").pages[0].text.endswith("el año")


def test_a_page_with_an_xml_declaration(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(
        '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE html><html><body><p>año</p></body></html>'.encode(
            "latin-1"
        )
    )
    assert page(tmp_path / "a.html").pages[0].text == "año"


def test_deep_nesting_is_read_and_nesting_without_end_told(tmp_path: Path) -> None:
    deep, endless = ("<div><span>" * n + "in the middle" + "</span></div>" * n for n in (900, 50_000))
    assert page(builders.make_html(tmp_path / "a.html", deep)).pages[0].text == "in the middle"
    with pytest.raises(ReadingError, match="nest too deep"):
        page(builders.make_html(tmp_path / "b.html", endless))


def test_entities_of_its_own_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret", encoding="utf-8")
    entity = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    (tmp_path / "a.html").write_text(f"{entity}<html><body><p>words &e;</p></body></html>", encoding="utf-8")
    assert "the secret" not in page(tmp_path / "a.html").pages[0].text


def test_preformatted_text_keeps_its_lines(tmp_path: Path) -> None:
    path = builders.make_html(tmp_path / "a.html", "<pre>FOR RELEASE\nAugust 30, 2011</pre>")
    assert page(path).pages[0].text == "FOR RELEASE\nAugust 30, 2011"


def test_a_page_without_words_is_told_as_empty(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="The file is empty"):
        page(builders.make_html(tmp_path / "a.html", "<script>x</script>"))
