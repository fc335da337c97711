from __future__ import annotations

from archive_app.catalogue import Catalogue
from archive_app.domain.page import Page
from archive_app.domain.record import State
from tests.catalogue.making import add, page


def same(one: Page, other: Page) -> bool:
    return one.words.to_bytes() == other.words.to_bytes() and (
        (one.number, one.text, one.width, one.height, one.needs_ocr)
        == (other.number, other.text, other.width, other.height, other.needs_ocr)
    )


def test_pages_come_back_with_their_words_and_boxes(catalogue: Catalogue) -> None:
    given = (page("Acuerdo de colaboración"), page("entre las partes — fin", 2), Page(3, "", needs_ocr=True))
    record = add(catalogue, *given)

    kept = catalogue.pages.of(record.id)

    assert len(kept) == 3
    assert all(same(one, other) for one, other in zip(kept, given, strict=True))
    assert kept[0].evidence(8, 10) == given[0].evidence(8, 10)
    assert kept[0].evidence(8, 10).boxes[0].as_list() == [80.0, 100.0, 100.0, 112.0]


def test_one_page_or_only_the_text_can_be_had(catalogue: Catalogue) -> None:
    record = add(catalogue, page("one"), page("two", 2))

    second = catalogue.pages.page(record.id, 2)

    assert second is not None
    assert same(second, page("two", 2))
    assert catalogue.pages.page(record.id, 3) is None
    assert catalogue.pages.text(record.id) == [(1, "one"), (2, "two")]
    assert (catalogue.pages.text_of(record.id, 2), catalogue.pages.text_of(record.id, 3)) == ("two", "")


def test_pages_read_from_a_picture_take_the_place_of_the_empty_ones(catalogue: Catalogue) -> None:
    record = add(catalogue, page("", needs_ocr=True), page("", 2, needs_ocr=True))
    other = add(catalogue, page("stays"))
    catalogue.facts.replace_readings(record.id, [])
    catalogue.records.mark_indexed(catalogue.records.to_index())

    catalogue.pages.replace(record.id, [page("read at last"), page("", 2, needs_ocr=True)])

    kept = catalogue.records.get(record.id)
    assert kept is not None
    assert (kept.pages, kept.ocr_needed, kept.state) == (2, 1, State.SEARCHABLE)
    assert catalogue.pages.text(record.id) == [(1, "read at last"), (2, "")]
    assert [id for id, _ in catalogue.records.to_index()] == [record.id]
    assert catalogue.pages.text(other.id) == [(1, "stays")]
