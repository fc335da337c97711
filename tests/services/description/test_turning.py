"""Pages that a person turned: kept by record and page, with nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.errors import ConvenioError, UsageError
from archive_app.services import records
from archive_app.services.description import turning
from archive_app.services.intake import accessioning
from archive_app.services.preservation import removing
from tests.builders import make_pdf


def test_turned_pages_are_kept_and_taken_back(tmp_path: Path) -> None:
    make_pdf(tmp_path / "pact.pdf", "First page of a pact.", "Second page of it.", "Third.")
    bootstrap.create(tmp_path / "archive", "Pacts")
    with bootstrap.opened(tmp_path / "archive", writable=True) as archive:
        accessioning.add(archive, [tmp_path / "pact.pdf"], jobs=0)
        record = archive.catalogue.records.all()[0].id
        history = list(records.history_of(archive, record))
        turning.turn(archive, record, {2: 1, 3: 2})
        turning.turn(archive, record, {3: 4, 1: 3})
        assert turning.of(archive, record) == {1: 3, 2: 1}
        assert list(records.history_of(archive, record)) == history
        with pytest.raises(UsageError, match=r"R00001 has no page 4; it has 3\."):
            turning.turn(archive, record, {4: 1})
        with pytest.raises(UsageError, match="There is no record R00009"):
            turning.turn(archive, "R00009", {1: 1})
    with bootstrap.opened(tmp_path / "archive", writable=True) as archive:
        assert turning.of(archive, record) == {1: 3, 2: 1}
        removing.remove(archive, [record])
        archive.catalogue.trash.destroy(record, "x", "2020-01-01T00:00:00+00:00")
        assert turning.of(archive, record) == {}
        assert archive.catalogue.faults() == []
    with bootstrap.opened(tmp_path / "archive") as archive, pytest.raises(ConvenioError):
        turning.turn(archive, record, {1: 1})
