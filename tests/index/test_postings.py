"""Word lists packed and unpacked again, whatever the numbers in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.index.postings import DOCUMENT, PostingList, Postings, pack

PLACES = st.sets(st.one_of(st.integers(0, 300), st.integers(0, 2**32 - 1)), min_size=1, max_size=400).map(sorted)
LISTS = st.dictionaries(st.integers(0, 2**31), PLACES, min_size=1, max_size=6)


def packed(lists: dict[int, list[int]]) -> Postings:
    made = PostingList()
    for document in sorted(lists):
        made.add(document, lists[document])
    return Postings(pack(made.documents, made.counts, made.places))


@given(LISTS)
def test_what_is_packed_comes_back(lists: dict[int, list[int]]) -> None:
    postings = packed(lists)
    assert postings.documents == sorted(lists)
    assert list(postings.counts) == [len(lists[document]) for document in sorted(lists)]
    assert postings.places([*lists, -1]) == {document: set(places) for document, places in lists.items()}
    documents, counts, places = postings.unpacked()
    assert pack(documents, counts, places) == pack(*packed(lists).unpacked())
    assert list(places) == [place for document in sorted(lists) for place in lists[document]]


@given(LISTS, st.integers(0, 5), st.data())
def test_keys_are_the_places_in_the_documents_wanted(
    lists: dict[int, list[int]], shift: int, data: st.DataObject
) -> None:
    wanted = data.draw(st.sets(st.sampled_from(sorted(lists))))
    expected = {document * DOCUMENT + place - shift for document in wanted for place in lists[document]}
    assert packed(lists).keys(wanted, shift) == expected


@given(LISTS, st.data())
def test_a_list_that_is_cut_short_is_refused(lists: dict[int, list[int]], data: st.DataObject) -> None:
    made = packed(lists).unpacked()
    whole = pack(*made)
    with pytest.raises(Exception, match=r"cut short|add up|unpack|empty"):
        Postings(whole[: data.draw(st.integers(0, len(whole) - 1))])
