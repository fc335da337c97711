"""Word lists packed and unpacked again, and places as lists and as bits: the same answers from both."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.index.postings import FULL, PostingList, Postings, weight
from archive_app.index.spaces import FIELD_SPACE
from archive_app.index.standing import Places, counted, joined, number_to_bits, set_bits, spread, to_bits

SIZE = 500
PLACES = st.sets(st.integers(0, SIZE - 1), max_size=200).map(sorted)
LISTS = st.dictionaries(
    st.integers(0, 70_000), st.sets(st.integers(0, 300), min_size=1).map(sorted), min_size=1, max_size=6
)


def made(lists: dict[int, list[int]], kind: str) -> PostingList:
    found = PostingList(kind)
    for document in sorted(lists):
        found.add(document, document % 255 + 1, [document * 1000 + place for place in lists[document]])
    return found


@given(LISTS, st.sampled_from([("I", 0), ("Q", 0), ("I", 70_001_000)]))
def test_what_is_packed_comes_back(lists: dict[int, list[int]], form: tuple[str, int]) -> None:
    kind, size = form
    postings = Postings(made(lists, kind).pack(size))
    assert postings.documents == sorted(lists)
    assert list(postings.weights) == [document % 255 + 1 for document in sorted(lists)]
    assert list(postings.places) == [document * 1000 + place for document in sorted(lists) for place in lists[document]]


def test_common_words_are_kept_as_bits_and_fields_never() -> None:
    common = {0: list(range(0, 900, 3))}
    assert Postings(made(common, "I").pack(1000)).places.bits is not None
    assert Postings(made(common, "I").pack(10_000_000)).places.bits is None
    assert Postings(made({3: [5]}, "Q").pack(0)).places.within(3005, FIELD_SPACE) == [3005]


@given(LISTS, st.data())
def test_a_list_that_is_cut_short_is_refused(lists: dict[int, list[int]], data: st.DataObject) -> None:
    whole = made(lists, "I").pack(0)
    with pytest.raises(Exception, match=r"cut short|add up|unpack"):
        Postings(whole[: data.draw(st.integers(0, len(whole) - 1))])


@given(PLACES, PLACES, st.integers(0, 5), st.integers(0, SIZE), st.integers(0, SIZE))
def test_lists_and_bits_give_the_same(
    places: list[int], candidates: list[int], shift: int, start: int, end: int
) -> None:
    bits = Places((), to_bits(array("I", places), SIZE))
    listed = Places(places)
    assert list(bits) == list(listed) == places
    held = [candidate for candidate in candidates if candidate + shift in places]
    assert bits.holding(candidates, shift) == listed.holding(candidates, shift) == held
    inside = [place for place in places if start <= place < end]
    assert bits.within(start, end) == listed.within(start, end) == inside
    assert bits.as_number(SIZE) == listed.as_number(SIZE) == sum(1 << place for place in places)
    both = sorted({*places, *candidates})
    assert list(joined([bits, Places(candidates)], SIZE)) == list(joined([listed, Places(candidates)], SIZE)) == both


@given(PLACES, st.integers(1, 60))
def test_spread_bits_say_what_follows_within_so_many_places(places: list[int], width: int) -> None:
    number = Places(places).as_number(SIZE)
    expected = [at for at in range(SIZE) if any(at <= place < at + width for place in places)]
    assert set_bits(number_to_bits(spread(number, width), SIZE)) == expected


@given(PLACES, st.lists(st.integers(0, 40), max_size=12))
def test_bits_are_counted_by_document(places: list[int], lengths: list[int]) -> None:
    spans = [(sum(lengths[:at]), sum(lengths[: at + 1])) for at in range(len(lengths))]
    expected = {
        number: times
        for number, (start, end) in enumerate(spans)
        if (times := sum(start <= place < end for place in places))
    }
    assert counted(number_to_bits(Places(places).as_number(SIZE), SIZE), spans) == expected


def test_a_word_weighs_more_the_more_often_it_stands_on_a_page_and_the_shorter_that_is() -> None:
    by_times = [weight(times, 300) for times in (1, 2, 5, 100)]
    by_length = [weight(1, length) for length in (0, 100, 1000, 10**6)]
    assert by_times == sorted(set(by_times))
    assert by_length == sorted(set(by_length), reverse=True)
    assert 0 < min(by_times + by_length) <= max(by_times + by_length) <= FULL
