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


def test_a_record_with_a_page_read_anew_is_described_and_indexed_anew(catalogue: Catalogue) -> None:
    record = add(catalogue, Page(1, "cover"), SCAN)
    catalogue.facts.replace_readings(record.id, ())
    catalogue.records.mark_indexed(catalogue.records.to_index())

    catalogue.pages.put(record.id, read_page())

    kept = catalogue.records.get(record.id)
    assert kept is not None
    assert (kept.state, kept.pages, kept.ocr_needed) == (State.SEARCHABLE, 2, 0)
    assert catalogue.queue.waiting(Work.DESCRIBE) == [record.id]
    assert [id for id, _ in catalogue.records.to_index()] == [record.id]


def test_pages_that_nothing_read_say_why_until_something_does(catalogue: Catalogue) -> None:
    record = add(catalogue, Page(1, "cover"), SCAN)

    catalogue.pages.note_unread(record.id, "not read: no OCR")
    unread = catalogue.pages.page(record.id, 2)
    catalogue.pages.put(record.id, read_page())
    read = catalogue.pages.page(record.id, 2)

    assert unread is not None
    assert read is not None
    assert (unread.unread, unread.needs_ocr, read.unread, read.needs_ocr) == ("not read: no OCR", True, "", False)


def test_doubtful_pages_come_least_sure_first_and_unread_ones_last(catalogue: Catalogue) -> None:
    poor, worse, unread, good = (add(catalogue, Page(1, ""), SCAN) for _ in range(4))
    catalogue.pages.put(poor.id, read_page(bytes((80, 80))))
    catalogue.pages.put(worse.id, read_page(bytes((50, 50))))
    catalogue.pages.put(good.id, read_page(bytes((99, 99))))
    catalogue.pages.note_unread(unread.id, "not read: no OCR")

    doubts = catalogue.pages.doubtful(0.85)

    assert [(doubt.record, doubt.page, doubt.confidence, doubt.unread) for doubt in doubts] == [
        (worse.id, 2, 0.5, ""), (poor.id, 2, 0.8, ""), (unread.id, 2, None, "not read: no OCR"),
    ]  # fmt: skip


def test_other_pages_for_a_record_forget_what_was_read_before(catalogue: Catalogue) -> None:
    record = add(catalogue, Page(1, ""), SCAN)
    catalogue.pages.put(record.id, read_page(bytes((10, 10))))

    catalogue.pages.replace(record.id, (Page(1, "typed"), Page(2, "typed too")))

    assert catalogue.pages.doubtful(0.85) == []
    assert [page.engine for page in catalogue.pages.of(record.id)] == ["", ""]
