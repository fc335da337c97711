"""Pages that are pictures, one by one: listed by what wants attention, read anew, by either engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive_app.domain.record import Work
from archive_app.readers.ocr.choosing import NO_ENGINE
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.reading import recogniser, recognising, scans
from archive_app.services.reading.scans import Engine, Scan, State
from archive_app.services.search import searching
from tests.readers.ocr.drawing import DPI, LINES, page


@pytest.fixture
def scan(empty: Archive, tmp_path: Path) -> str:
    """The record of a TIFF of two pages, not read yet."""
    file = tmp_path / "scan.tiff"
    page(LINES[0]).save(file, dpi=(DPI, DPI), save_all=True, append_images=[page(LINES[1])])
    (id,) = accessioning.add(empty, [file], ocr="never", jobs=0).records
    return id


def states(archive: Archive) -> list[tuple[int, str]]:
    return [(one.page, str(one.state)) for one in scans.listing(archive).pages]


def test_pages_are_listed_by_what_wants_attention(empty: Archive, scan: str) -> None:
    assert states(empty) == [(1, "unread"), (2, "unread")]
    recognising.ask_for(empty, [scan])
    assert states(empty) == [(1, "waiting"), (2, "waiting")]
    second = empty.catalogue.pages.page(scan, 2)
    assert second is not None
    empty.catalogue.pages.put(scan, replace(second, engine="tesseract 5", unread="", needs_ocr=False))
    assert states(empty) == [(1, "waiting"), (2, "read")]


def test_one_page_is_read_and_found(empty: Archive, scan: str) -> None:
    assert scans.read_pages(empty, [(scan, 2)]) == 1
    assert [(one.page, one.state is State.UNREAD) for one in scans.listing(empty).pages] == [(1, True), (2, False)]
    assert searching.search(empty, "núñez").total == 1
    # The other page still waits to be asked for, so the record is not described as if it were whole.
    assert empty.catalogue.pages.to_recognise(scan) == [1]


def test_without_an_engine_nothing_is_lost(
    empty: Archive, scan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser, "chosen", lambda: None)
    assert scans.read_pages(empty, [(scan, 1)]) == 0
    assert {one.reason for one in scans.listing(empty).pages} == {NO_ENGINE, recogniser.LEFT_OUT}
    assert empty.catalogue.queue.count(Work.RECOGNISE) == 0


def test_the_other_engine_is_the_one_that_did_not_read() -> None:
    held = (Engine("rapidocr", "1"), Engine("tesseract", "5"))
    assert scans.other_engine(Scan("R1", "", 1, State.DOUBTFUL, "rapidocr 1"), held) == held[1]
    assert scans.other_engine(Scan("R1", "", 1, State.DOUBTFUL, "tesseract 5 (spa)"), held) == held[0]
    assert scans.other_engine(Scan("R1", "", 1, State.UNREAD), ()) is None


@pytest.mark.parametrize(("program", "package", "lacking"), [
    (None, None, ("engine",)), (None, Engine("rapidocr", "1"), ()),
    (Engine("tesseract", "5", ("eng",), "?"), None, ("spa",)), (Engine("tesseract", "5", ("spa", "eng")), None, ()),
])  # fmt: skip
def test_what_is_missing_is_told(
    monkeypatch: pytest.MonkeyPatch, program: Engine | None, package: Engine | None, lacking: tuple[str, ...]
) -> None:
    monkeypatch.setattr(scans, "tesseract", lambda: program)
    monkeypatch.setattr(scans, "rapid", lambda: package)
    assert scans.lacking() == lacking
    assert set(scans.engines()) == {program, package} - {None}
