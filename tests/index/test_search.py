"""What an answer says: order, pages, snippets, facets, and what might have been meant."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.index import Index, QueryFault
from archive_app.index.marking import marked_for_snippet, marked_words
from archive_app.index.query import parse
from archive_app.index.query.syntax import Phrase
from archive_app.index.snippets import LENGTH, snippet
from tests.index.archives import entry, found, indexed

FILLING = "lorem ipsum dolor " * 30


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(
        tmp_path_factory.mktemp("index"),
        [
            entry(
                "R1", "The consulate opens its doors.", f"{FILLING} wage theft at work", "theft of a bicycle",
                title="Wage theft agreement", kind="agreement", language="en", date="2014-09-03",
                agencies=("US-DOL-WHD", "US-DOL"), names=("Wage and Hour Division", "WHD"), places=("Austin, TX",),
            ),
            entry(
                "R2", f"{FILLING} wage", f"theft {FILLING}", title="Minutes", kind="report", language="en", date="2012",
                agencies=("US-DOL-OSHA/austin-area",), names=("OSHA",), places=("Austin, TX", "Dallas, TX"),
            ),
            entry("R3", "Robo de salario en el consulado", kind="report", language="es", date="2014", title="Ábaco"),
            entry("R4", f"{FILLING} wage theft wage", language="en+es", tags=("May Day",), reviewed=True),
        ],
    )  # fmt: skip


def marked(text: str) -> list[str]:
    return [unescape(word) for word in re.findall("<b>(.*?)</b>", text)]


def test_words_in_the_title_and_on_one_page_come_first(index: Index) -> None:
    assert found(index, "wage theft") == ["R1", "R4", "R2"]


def test_the_page_shown_is_the_one_with_most_of_the_words(index: Index) -> None:
    hits = {hit.record: hit for hit in index.search("wage theft").hits}
    assert (hits["R1"].page, hits["R1"].pages) == (2, (2, 3))
    assert (hits["R2"].pages, hits["R4"].pages) == ((1, 2), (1,))
    assert hits["R1"].score > hits["R4"].score > hits["R2"].score > 0


def test_a_hit_by_its_fields_alone_shows_the_record_s_beginning(index: Index) -> None:
    (hit,) = index.search("kind:agreement").hits
    assert (hit.page, hit.pages, hit.snippet) == (1, (), "The consulate opens its doors.")


def test_what_is_excluded_is_not_marked(index: Index) -> None:
    hits = {hit.record: hit for hit in index.search("bicycle OR (wage -theft)").hits}
    assert marked(hits["R1"].snippet) == ["bicycle"]


def test_exactly_the_words_asked_for_are_marked(index: Index) -> None:
    """The engine's own highlighter marks words that only stand where a match should be."""
    (hit,) = index.search('salarios "en el" robo').hits
    assert marked(hit.snippet) == ["Robo", "salario", "en", "el"]
    (hit,) = index.search('"de" consulad*').hits
    assert marked(hit.snippet) == ["de", "consulado"]


def test_small_words_are_marked_only_where_nothing_else_is_asked_for(index: Index) -> None:
    (hit,) = index.search("robo de salarios").hits
    assert marked(hit.snippet) == ["Robo", "salario"]
    assert "de" in {word.casefold() for word in marked(index.search("de").hits[0].snippet)}


def test_offset_and_limit(index: Index) -> None:
    answer = index.search("wage", limit=1, offset=1)
    assert ([hit.record for hit in answer.hits], answer.total) == ([found(index, "wage")[1]], 3)
    assert index.search("wage", limit=0).hits == ()
    assert index.search("wage", offset=9).hits == ()


def test_sorting(index: Index) -> None:
    assert found(index, "", sort="date") == ["R1", "R3", "R2", "R4"]
    assert found(index, "", sort="title") == ["R3", "R2", "R1", "R4"]
    with pytest.raises(ValueError, match="size"):
        index.search("wage", sort="size")


def test_facets_count_all_that_is_found(index: Index) -> None:
    """The engine's own grouping walks every hit whatever the limit; these are counted from columns."""
    answer = index.search("", limit=1, facets=True)
    assert answer.facets == {
        "kind": {"report": 2, "agreement": 1},
        "agency": {"US-DOL": 1, "US-DOL-OSHA/austin-area": 1, "US-DOL-WHD": 1},
        "year": {"2014": 2, "2012": 1},
        "language": {"en": 2, "en+es": 1, "es": 1},
        "place": {"Austin, TX": 2, "Dallas, TX": 1},
        "tag": {"May Day": 1},
        "reviewed": {"no": 3, "yes": 1},
    }
    assert index.search("wage").facets == {}


def test_filters_narrow_within_a_facet_by_any_and_across_facets_by_all(index: Index) -> None:
    assert set(found(index, "", filters={"kind": {"report", "agreement"}, "year": {"2014"}})) == {"R1", "R3"}
    assert found(index, "theft", filters={"place": {"Dallas, TX"}}) == ["R2"]
    assert found(index, "", filters={"kind": {"renewal"}}) == []
    assert len(found(index, "", filters={"kind": set()})) == 4
    answer = index.search("", facets=True, filters={"language": {"es"}})
    assert answer.facets["kind"] == {"report": 1}
    with pytest.raises(ValueError, match="colour"):
        index.search("", filters={"colour": {"red"}})


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("agency:OSHA", ["R2"]),
        ("agencia:US-DOL-OSHA", ["R2"]),
        ("agency:US-DOL", ["R1", "R2"]),
        ('party:"wage and hour"', ["R1"]),
        ('party:"division whd"', []),
        ("lugar:austin", ["R1", "R2"]),
        ("title:abaco", ["R3"]),
        ("date:2014-09-03", ["R1", "R3"]),
        ("fecha:<2013", ["R2"]),
        ("idioma:español", ["R3", "R4"]),
    ],
)
def test_fields(index: Index, query: str, expected: list[str]) -> None:
    assert sorted(found(index, query)) == expected


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("consulatte", "consulate"),
        ("wgae theft", "wage theft"),
        ("wage -tehft bycicle", "wage -tehft bicycle"),
        ('"wage tehft"', '"wage theft"'),
        ("title:agrement", "title:agreement"),
        ("zzzzzz", None),
        ("bicycle salario", None),
        ("wagon", None),
        ('"bicycle theft"', None),
        ("zzz*", None),
    ],
)
def test_what_might_have_been_meant(index: Index, query: str, suggestion: str | None) -> None:
    answer = index.search(query)
    assert (answer.total, answer.suggestion) == (0, suggestion)


@pytest.mark.parametrize(
    ("query", "looser"),
    [
        ("bicycle salario", "bicycle OR salario"),
        ("the bicycle zzzzzz salario", "bicycle OR salario"),
        ("bicycle zzzzzz", "bicycle"),
        ("bicycle salario date:2014-09-03", "(bicycle OR salario) AND date:2014-09-03"),
        ("bicycle salario date:1901", None),
        ("zzzzzz", None),
        ("zzzzzz yyyyyy", None),
    ],
)
def test_any_of_the_words_is_offered_where_no_record_has_all(index: Index, query: str, looser: str | None) -> None:
    answer = index.search(query)
    assert (answer.total, answer.looser) == (0, looser)
    assert looser is None or index.search(looser).total


def test_nothing_looser_is_offered_where_something_is_found(index: Index) -> None:
    assert index.search("wage theft").looser is None


def test_nothing_is_suggested_where_something_is_found(index: Index) -> None:
    assert index.search("wage").suggestion is None


def test_an_answer_says_how_the_query_was_read(index: Index) -> None:
    answer = index.search("Robo O título:Ábaco")
    assert (answer.understood, answer.total) == ("robo OR title:abaco", 1)
    with pytest.raises(QueryFault):
        index.search("title:")


def test_without_page_text_there_are_no_snippets(tmp_path: Path) -> None:
    indexed(tmp_path, [entry("R1", "wage")])
    (hit,) = Index.open(tmp_path).search("wage").hits
    assert (hit.page, hit.snippet) == (1, "")


TEXTS = st.lists(
    st.sampled_from(["wage", "Wages", "theft", "<b>", "&", "año", "agree-\nment", "\n\n", "  ", "U.S.", "-", "<wage>"])
).map(" ".join)  # fmt: skip
PHRASES = [Phrase(("wage", "theft")), Phrase(("theft", "wages"), 2)]


@given(TEXTS)
def test_a_snippet_is_text_of_the_page_with_words_asked_for_marked(text: str) -> None:
    forms = frozenset({"ano", "us", "agreement"})
    words = marked_words(text, forms, PHRASES)
    shown = snippet(text, words)
    plain = unescape(shown.replace("<b>", "").replace("</b>", "")).removeprefix("… ").removesuffix(" …")
    assert " ".join(plain.split()) in " ".join(text.split())
    assert len(plain) <= LENGTH
    allowed = {"año", "U.S", "agree- ment", "wage", "Wages", "theft"}
    assert set(marked(shown)) <= allowed
    assert bool(marked(shown)) == bool(words)


SIGNED = st.lists(
    st.sampled_from(
        ["wage", "Wages'", "theft", "año", "ﬁne", "U.S.", "us", "EE. UU.", "wa-\nge", "H-2A", "1,500", "O'Wage", "-",
         "—", "\n", "\t", "...", "x" * 50, "theft's", "the-", "ft", "wagetheft", ", ", "a.b", "EE.", "UU"]
    )
)  # fmt: skip
FORMS = st.frozensets(
    st.sampled_from(["wage", "theft", "ano", "fine", "us", "eeuu", "h2a", "1500", "owage", "ab", "x"])
)


WRITTEN = st.builds(lambda words, between: between.join(words), SIGNED, st.sampled_from(["", " "]))


@given(WRITTEN, FORMS)
def test_words_marked_for_a_snippet_are_those_marked_on_the_page(text: str, forms: frozenset[str]) -> None:
    assert marked_for_snippet(text, forms, []) == marked_words(text, forms, [])


@given(WRITTEN, FORMS, st.sets(st.sampled_from(PHRASES), min_size=1).map(list))
def test_phrases_marked_for_a_snippet_are_marked_on_the_page_and_one_of_them_at_least(
    text: str, forms: frozenset[str], phrases: list[Phrase]
) -> None:
    shown, page = (mark(text, forms, phrases) for mark in (marked_for_snippet, marked_words))
    assert set(shown) <= set(page)
    assert {token for token in page if token.form in forms} <= set(shown)
    assert bool(shown) == bool(page)


@given(st.lists(st.sampled_from(["wage", "wages", "theft", "and"]), max_size=12))
def test_words_of_a_phrase_are_marked_where_it_stands_whole(words: list[str]) -> None:
    text = " ".join(words)
    node = parse('"wage theft"')
    assert isinstance(node, Phrase)
    places = [place for place in range(len(words) - 1) if words[place : place + 2] == ["wage", "theft"]]
    starts = [len(" ".join(words[:place])) + bool(place) for place in places]
    expected = sorted(start for begin in starts for start in (begin, begin + len("wage ")))
    assert [token.start for token in marked_words(text, frozenset(), [node])] == expected


def test_records_can_be_found_without_reading_their_text(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage theft", "nothing", "a wage"), entry("R2", "wages")])
    plain, bare = (index.search("wage", snippets=shown).hits for shown in (True, False))
    assert [(hit.record, hit.page, hit.pages, hit.score) for hit in plain] == [
        (hit.record, hit.page, hit.pages, hit.score) for hit in bare
    ]
    assert all(hit.snippet for hit in plain)
    assert not any(hit.snippet for hit in bare)
