"""Searching: words, fields, facets and filters, in step with every correction at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.index_upkeep import indexing
from archive_app.services.search import searching
from tests.services.making import AUSTIN, CONSULATE, by_name


def names(archive: Archive, query: str, **options: object) -> set[str]:
    found = searching.search(archive, query, **options)  # type: ignore[arg-type]
    files = {id: name for name, id in by_name(archive).items()}
    return {files[hit.record] for hit in found.hits}


@pytest.mark.parametrize(("query", "files"), [
    ("trenches", {"alliance 2013.pdf", "release.html"}),
    ("trenches consulate", {"release.html"}),
    ("title:shade", {"alliance 2010.pdf"}),
    ("kind:interview", {"interview.txt"}),
    ("tipo:interview", {"interview.txt"}),
    ("signatory:okafor", {"alliance 2010.pdf"}),
    ("party:OSHA", {"alliance 2010.pdf", "alliance 2013.pdf", "release.html"}),
    ("place:austin", {"carta.txt"}),
    ("language:es", {"carta.txt"}),
    ("date:2013", {"alliance 2013.pdf", "release.html", "letter.eml"}),
    ("date:>2010 kind:alliance", {"alliance 2013.pdf"}),
    ("trenches NOT kind:alliance", {"release.html"}),
    ("nowhere", set()),
])  # fmt: skip
def test_words_and_fields_find_what_they_say(query: str, files: set[str], archive: Archive) -> None:
    assert names(archive, query) == files


def test_a_hit_knows_its_page_and_its_words(archive: Archive) -> None:
    (hit,) = searching.search(archive, "signed").hits
    assert (hit.page, hit.title, hit.kind, hit.date) == (2, "Alliance on shade", "alliance agreement", "2010-06-01")
    assert "<b>signed</b>" in hit.snippet


def test_facets_count_all_that_match(archive: Archive) -> None:
    found = searching.search(archive, "trenches", limit=1, facets=True)
    assert (len(found.hits), found.total) == (1, 2)
    assert found.facets["kind"] == {"alliance agreement": 1, "press release": 1}
    assert found.facets["agency"] == {AUSTIN: 2, CONSULATE: 2}
    assert found.facets["year"] == {"2013": 2}
    assert searching.facet_label(archive.authorities, "agency", AUSTIN) == "OSHA Austin Area Office"


def test_filters_narrow_the_answer(archive: Archive) -> None:
    only = {"kind": frozenset({"press release"}), "agency": frozenset({AUSTIN})}
    assert names(archive, "trenches", filters=only) == {"release.html"}


def test_a_corrected_kind_is_found_at_once(archive: Archive) -> None:
    describing.correct(archive, by_name(archive)["carta.txt"], "kind", "complaint")
    assert names(archive, "kind:complaint") == {"carta.txt"}
    assert names(archive, "sombra", filters={"kind": frozenset({"complaint"})}) == {"carta.txt"}
    assert names(archive, "kind:other") == set()


def test_a_corrected_party_is_found_at_once(archive: Archive) -> None:
    describing.correct(archive, by_name(archive)["carta.txt"], "party", "MX-CON-laredo; Roofers of the Hills")
    assert names(archive, "party:laredo") == {"carta.txt"}
    assert names(archive, 'party:"roofers of the hills"') == {"carta.txt"}
    assert names(archive, "sombra", filters={"agency": frozenset({"MX-CON-laredo"})}) == {"carta.txt"}


def test_a_withdrawn_correction_is_found_no_more(archive: Archive) -> None:
    id = by_name(archive)["carta.txt"]
    describing.correct(archive, id, "kind", "complaint")
    describing.withdraw(archive, id, "kind")
    assert names(archive, "kind:complaint") == set()
    assert names(archive, "kind:other") == {"carta.txt"}


def test_sorting_by_date_and_by_title(archive: Archive) -> None:
    by_date = [hit.date for hit in searching.search(archive, "trenches OR shade", sort="date", expand=False).hits]
    assert sorted(map(str, by_date)) in (by_date, by_date[::-1])
    by_title = [hit.title for hit in searching.search(archive, "trenches OR shade", sort="title").hits]
    assert by_title == sorted(by_title, key=str.casefold)


def test_pages_of_an_answer_follow_one_another(archive: Archive) -> None:
    whole = [hit.record for hit in searching.search(archive, "alliance OR roofers").hits]
    ask = partial(searching.search, archive, "alliance OR roofers", limit=1)
    assert [ask(offset=at).hits[0].record for at in range(len(whole))] == whole
    assert len(whole) > 2


def test_a_query_that_cannot_be_read_is_told_with_its_place(archive: Archive) -> None:
    with pytest.raises(UsageError, match=r"cannot be read at character \d+.*nearest query that can is"):
        searching.search(archive, 'shade AND (water OR "trench')


def test_json_has_the_shape_of_the_contract(archive: Archive) -> None:
    told = searching.as_json(searching.search(archive, "trenches", facets=True))
    assert {"query", "understood", "expanded", "suggestion", "total", "seconds", "hits", "facets"} <= set(told)
    assert {"record", "title", "kind", "date", "page", "snippet", "score"} <= set(told["hits"][0])
    assert {"kind", "agency", "year", "language", "place", "tag", "reviewed"} == set(told["facets"])


def test_who_only_reads_is_told_of_what_the_index_has_yet_to_take_in(root: Path) -> None:
    with bootstrap.opened(root, writable=True) as writer, bootstrap.opened(root) as reader:
        assert searching.search(reader, "trenches").remarks == ()
        writer.catalogue.records.mark_to_index([by_name(writer)["alliance 2010.pdf"]])
        assert searching.search(reader, "trenches").remarks == (
            "Records that wait to be written to the search index, and are not found before: 1.",
        )
        indexing.catch_up(writer)
        assert searching.search(reader, "trenches").remarks == ()
