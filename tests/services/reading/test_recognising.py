from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.domain.record import Work
from archive_app.errors import UsageError
from archive_app.readers.ocr.choosing import NO_ENGINE
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.reading import backlog, extracting, recogniser, recognising
from archive_app.services.search import searching
from tests import builders
from tests.readers.ocr.drawing import DPI, LINES, page

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A TIFF of two pages."""
    file = tmp_path / "papers" / "scan.tiff"
    file.parent.mkdir()
    page(LINES[0]).save(file, dpi=(DPI, DPI), save_all=True, append_images=[page(LINES[1])])
    return file


def test_scans_are_read_behind_the_text_and_found_by_their_words(empty: Archive, scan: Path) -> None:
    builders.make_pdf(scan.parent / "typed.pdf", "A letter with its text.")

    intake = accessioning.add(empty, [scan.parent], jobs=0)

    found = searching.search(empty, "núñez")
    told = recognising.account(empty, intake.records)
    one = records.listing(empty)[[d.record.filename for d in records.listing(empty)].index("scan.tiff")]
    assert (found.total, found.hits[0].record, found.hits[0].page) == (1, one.id, 2)
    assert (told.read, told.doubtful, told.unread, told.advice) == (2, (), (), None)
    assert (one.record.ocr_needed, str(one.record.state)) == (0, "described")
    assert one.description.text("language") == "es"
    assert empty.originals.path(one.record.original).read_bytes() == scan.read_bytes()


def test_scans_left_out_wait_until_somebody_asks(empty: Archive, scan: Path) -> None:
    (id,) = accessioning.add(empty, [scan], ocr="never", jobs=0).records

    left = [page.unread for page in records.pages_of(empty, id)]
    before = backlog.work_off(empty, jobs=0).done
    waiting = recognising.ask_for(empty, [id])

    assert left == [recogniser.LEFT_OUT] * 2
    assert (before, waiting) == (0, 1)
    assert empty.catalogue.queue.waiting(Work.RECOGNISE) == [id]
    with pytest.raises(UsageError, match="no record R00099"):
        recognising.ask_for(empty, ["R00099"])


def test_without_an_engine_the_record_is_there_and_says_what_helps(
    empty: Archive, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser, "chosen", lambda: None)

    intake = accessioning.add(empty, [scan], jobs=0)

    told = recognising.account(empty, intake.records)
    assert (intake.added, len(intake.failures), told.read) == (1, 0, 0)
    assert [(page.page, page.unread) for page in told.unread] == [(1, NO_ENGINE), (2, NO_ENGINE)]
    assert "tesseract-ocr-spa" in (told.advice or "")
    assert empty.catalogue.queue.waiting(Work.RECOGNISE) == []


def test_extract_counts_pages_read_from_pictures_and_names_those_unread(scan: Path) -> None:
    (left,) = extracting.lines(extracting.extract([scan], RESOURCES, jobs=0, ocr="never"))

    assert (left["pages"], left["ocr_pages"]) == (2, 2)
    assert left["unread_pages"] == [{"page": number, "reason": recogniser.LEFT_OUT} for number in (1, 2)]


def test_always_reads_pictures_with_text_over_them_too(empty: Archive, tmp_path: Path) -> None:
    file = builders.scanned_pdf(tmp_path / "layered.pdf", "", stamp="words " * 60)

    auto = extracting.lines(extracting.extract([file], RESOURCES, jobs=0, ocr="never"))
    always = accessioning.add(empty, [file], ocr="always", jobs=0, describe=False)

    assert [told["ocr_pages"] for told in auto] == [0]
    assert empty.catalogue.queue.waiting(Work.RECOGNISE) == always.records
