"""Two records compared: told as JSON, written as a page, restricted ones kept in."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.tracking import comparing
from tests.services.making import by_name


def test_two_papers_of_a_chain_are_compared(archive: Archive, tmp_path: Path) -> None:
    ids = by_name(archive)
    earlier, later = ids["alliance 2010.pdf"], ids["alliance 2013.pdf"]
    assert comparing.earlier_papers(archive, later) == (earlier,)
    told = comparing.as_json(comparing.compared(archive, earlier, later))
    assert told["counts"] == {"same": 0, "changed": 0, "moved": 0, "added": 1, "removed": 2}
    assert {"op": "added", "text": "Alliance on trenches, made once more."} in told["clauses"][0]["words"]
    comparing.export(archive, earlier, later, tmp_path / "changed.html", language="es")
    page = (tmp_path / "changed.html").read_text("utf-8")
    assert "<ins>Alliance on trenches, made once more.</ins>" in page
    assert "Qué cambió" in page


def test_papers_in_two_languages_are_told_to_be_so(archive: Archive) -> None:
    ids = by_name(archive)
    assert comparing.compared(archive, ids["alliance 2010.pdf"], ids["carta.txt"]).remark
    assert comparing.compared(archive, ids["alliance 2010.pdf"], ids["alliance 2013.pdf"]).remark is None


def test_restricted_papers_stay_in(archive: Archive, tmp_path: Path) -> None:
    ids = by_name(archive)
    describing.correct(archive, ids["alliance 2010.pdf"], "access", "restricted")
    with pytest.raises(UsageError, match="restricted"):
        comparing.export(archive, ids["alliance 2010.pdf"], ids["alliance 2013.pdf"], tmp_path / "changed.html")
