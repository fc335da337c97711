from __future__ import annotations

import pytest

from archive_app.catalogue import Catalogue
from archive_app.domain.evidence import Box
from archive_app.domain.page import Page, WordBoxes
from archive_app.domain.record import State, Work
from tests.catalogue.making import add

SCAN = Page(2, "", 612, 792, needs_ocr=True)


def read_page(confidences: bytes = bytes((100, 40))) -> Page:
    words = WordBoxes([(0, 6, Box(10, 10, 40, 20)), (7, 9, Box(42, 10, 50, 20))])
    return Page(2, "letter to", 612, 792, words, engine="rapidocr 3.10.0", confidences=confidences)


def test_a_page_read_from_its_picture_is_kept_with_engine_and_confidence(catalogue: Catalogue) -> None:
    record = add(catalogue, Page(1, "cover"), SCAN)

    catalogue.pages.put(record.id, read_page())

    first, second = catalogue.pages.of(record.id)
    assert (first.text, first.engine, first.confidence) == ("cover", "", None)
    assert (second.text, second.engine, second.confidences) == ("letter to", "rapidocr 3.10.0", bytes((100, 40)))
    assert second.confidence == pytest.approx((6 * 1.0 + 2 * 0.4) / 8)
    assert catalogue.pages.to_recognise(record.id) == []


def test_a_page_read_is_to_be_indexed_and_a_record_read_is_to_be_described(catalogue: Catalogue) -> None:
    record = add(catalogue, Page(1, "cover"), SCAN)
    catalogue.facts.replace_readings(record.id, ())
    catalogue.records.mark_indexed(catalogue.records.to_index())

    catalogue.pages.put(record.id, read_page())
    between = catalogue.queue.waiting(Work.DESCRIBE), catalogue.queue.waiting(Work.RECOGNISE)
    to_index = [id for id, _ in catalogue.records.to_index()]
    catalogue.pages.recognised([record.id])

    kept = catalogue.records.get(record.id)
    assert kept is not None
    assert (kept.state, kept.pages, kept.ocr_needed) == (State.SEARCHABLE, 2, 0)
    assert (between, to_index) == (([], [record.id]), [record.id])
    assert (catalogue.queue.waiting(Work.DESCRIBE), catalogue.queue.waiting(Work.RECOGNISE)) == ([record.id], [])


def test_pages_that_nothing_read_say_why_until_something_does(catalogue: Catalogue) -> None:
    record = add(catalogue, Page(1, "cover"), SCAN)

    catalogue.pages.note_unread(record.id, "not read: no OCR")
    unread = catalogue.pages.page(record.id, 2)
    catalogue.pages.put(record.id, read_page())
    read = catalogue.pages.page(record.id, 2)

    assert unread is not None
    assert read is not None
    assert (unread.unread, unread.needs_ocr, read.unread, read.needs_ocr) == ("not read: no OCR", True, "", False)


def test_what_is_known_of_pages_comes_in_the_records_order(catalogue: Catalogue) -> None:
    poor, unread = (add(catalogue, Page(1, ""), SCAN) for _ in range(2))
    catalogue.pages.note_unread(unread.id, "not read: no OCR")
    catalogue.pages.put(poor.id, read_page(bytes((50, 50))))

    known = catalogue.pages.recognitions()

    assert [(one.record, one.page, one.confidence, one.unread) for one in known] == [
        (poor.id, 2, 0.5, ""), (unread.id, 2, None, "not read: no OCR"),
    ]  # fmt: skip
    assert catalogue.pages.recognitions([unread.id]) == known[1:]


def test_pages_asked_for_again_keep_their_text_until_they_are_read(catalogue: Catalogue) -> None:
    record = add(catalogue, Page(1, "typed"), SCAN)
    catalogue.pages.put(record.id, read_page())

    catalogue.pages.read_again(record.id)

    assert catalogue.pages.to_recognise(record.id) == [2]
    assert catalogue.pages.text_of(record.id, 2) == "letter to"


def test_other_pages_for_a_record_forget_what_was_read_before(catalogue: Catalogue) -> None:
    record = add(catalogue, Page(1, ""), SCAN)
    catalogue.pages.put(record.id, read_page(bytes((10, 10))))

    catalogue.pages.replace(record.id, (Page(1, "typed"), Page(2, "typed too")))

    assert catalogue.pages.recognitions() == []
    assert [page.engine for page in catalogue.pages.of(record.id)] == ["", ""]
