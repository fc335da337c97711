"""Tables from a file to the catalogue, and what becomes of facts where tables fail."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from archive_app.domain.fact import Fact
from archive_app.domain.record import Work
from archive_app.errors import ReadingError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.reading import readings
from archive_app.services.sharing import exporting
from tests.builders import make_docx, table_pdf
from tests.services.making import add, by_name

ROWS = [["Memorandum of understanding", "Requests"], ["March 3, 2014", "14"], ["2012", "31"]]
TOLD = tuple(map(tuple, ROWS))


def events(archive: Archive, id: str) -> list[tuple[str, str | None]]:
    return [(event.type, event.after) for event in records.history_of(archive, id) if event.type.endswith("not read")]


def facts(archive: Archive, id: str) -> list[Fact]:
    return archive.catalogue.facts.of(id)


def test_tables_are_kept_when_a_record_is_described(empty: Archive, tmp_path: Path) -> None:
    add(empty, table_pdf(tmp_path / "a.pdf", ROWS, column=170), make_docx(tmp_path / "b.docx", "Counts", ROWS))
    ids = by_name(empty)
    (ruled,), (typed,) = (records.tables_of(empty, ids[name]) for name in ("a.pdf", "b.docx"))
    assert ruled.rows == typed.rows == TOLD
    shown = records.show_json(empty, ids["a.pdf"])["tables"]
    assert shown == [{"page": 1, "box": pytest.approx([72, 72, 412, 132], abs=1), "rows": ROWS}]
    assert records.show_json(empty, ids["b.docx"])["tables"] == [{"page": 1, "box": None, "rows": ROWS}]


def test_a_file_that_is_gone_keeps_its_facts(empty: Archive, tmp_path: Path) -> None:
    add(empty, table_pdf(tmp_path / "a.pdf", ROWS, column=170), link=True)
    (record,) = empty.catalogue.records.all()
    before = facts(empty, record.id)
    (tmp_path / "a.pdf").unlink()
    empty.catalogue.pages.replace(record.id, empty.catalogue.pages.of(record.id))
    assert describing.describe_pending(empty, jobs=0) == 1
    assert [fact.value for fact in facts(empty, record.id)] == [fact.value for fact in before] != []
    assert records.tables_of(empty, record.id) == ()
    assert events(empty, record.id) == [("tables not read", "The file cannot be opened (No such file or directory).")]


@pytest.mark.parametrize("error", [MemoryError(), IndexError("no such cell"), ReadingError("reading", "Torn.", "x")])
def test_tables_that_fail_in_any_way_lose_no_facts(
    error: Exception, empty: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(readings, "tables", fail)
    add(empty, table_pdf(tmp_path / "a.pdf", ROWS, column=170))
    (record,) = empty.catalogue.records.all()
    read = [fact.field for fact in facts(empty, record.id)]
    assert read == ["language", "kind", "title", "date", "agreement_date"]
    assert [type for type, _ in events(empty, record.id)] == ["tables not read"]
    assert empty.catalogue.queue.waiting(Work.DESCRIBE) == []


def test_tables_of_restricted_records_stay_in_the_archive(empty: Archive, tmp_path: Path) -> None:
    secret = [["Name", "Wage"], ["Ruth", "9"]]
    add(empty, table_pdf(tmp_path / "a.pdf", ROWS, column=170), make_docx(tmp_path / "b.docx", secret))
    ids = by_name(empty)
    describing.correct(empty, ids["b.docx"], "access", "restricted")
    holdings = exporting.export(empty, "tables", tmp_path / "out.xlsx", date(2026, 11, 22))
    assert (list(holdings.tables), holdings.left_out) == ([ids["a.pdf"]], 1)
    assert load_workbook(tmp_path / "out.xlsx").sheetnames == ["Tables", f"{ids['a.pdf']} p1"]
