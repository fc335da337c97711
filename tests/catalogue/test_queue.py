from __future__ import annotations

from archive_app.catalogue import Catalogue
from archive_app.domain.record import Work
from tests.catalogue.making import LATER, add, page, party


def test_a_new_record_waits_for_what_is_to_be_done_with_it(catalogue: Catalogue) -> None:
    plain = add(catalogue).id
    scan = add(catalogue, page("", needs_ocr=True)).id

    assert catalogue.queue.waiting(Work.DESCRIBE) == [plain, scan]
    assert catalogue.queue.waiting(Work.RECOGNISE) == [scan]
    assert catalogue.queue.count(Work.UNPACK) == 0


def test_a_description_takes_a_record_from_the_queue_and_new_pages_put_it_back(catalogue: Catalogue) -> None:
    id = add(catalogue).id
    catalogue.facts.replace_readings(id, [party("Consulate")])
    assert catalogue.queue.waiting(Work.DESCRIBE) == []

    catalogue.pages.replace(id, [page("Read from the picture")])
    assert catalogue.queue.waiting(Work.DESCRIBE) == [id]


def test_the_record_that_was_asked_for_last_comes_first(catalogue: Catalogue) -> None:
    one, two, three = (add(catalogue, page("", needs_ocr=True)).id for _ in range(3))
    catalogue.queue.hurry(two)
    catalogue.queue.hurry(three)

    for work in (Work.DESCRIBE, Work.RECOGNISE):
        assert catalogue.queue.waiting(work) == [three, two, one]
    assert catalogue.queue.first(Work.DESCRIBE) == (three, 2)
    assert catalogue.queue.first(Work.DESCRIBE, besides={three, two}) == (one, 0)
    assert catalogue.queue.first(Work.DESCRIBE, besides={one, two, three}) is None


def test_to_wait_twice_is_to_wait_once(catalogue: Catalogue) -> None:
    id = add(catalogue).id
    catalogue.queue.hurry(id)
    catalogue.queue.put(Work.DESCRIBE, [id])

    assert catalogue.queue.first(Work.DESCRIBE) == (id, 1)
    assert catalogue.queue.count(Work.DESCRIBE) == 1


def test_what_lies_in_the_trash_waits_there(catalogue: Catalogue) -> None:
    id = add(catalogue).id
    catalogue.trash.put(id, "Ana", LATER)
    assert catalogue.queue.count(Work.DESCRIBE) == 0

    catalogue.trash.restore(id, "Ana", LATER)
    assert catalogue.queue.waiting(Work.DESCRIBE) == [id]
