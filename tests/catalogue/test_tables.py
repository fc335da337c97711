from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive_app.catalogue import Catalogue
from archive_app.catalogue.format import APPLICATION_ID
from archive_app.catalogue.migrations import m0001_first
from archive_app.domain.evidence import Box
from archive_app.domain.table import Table
from archive_app.errors import UsageError
from tests.catalogue.making import add, page, party

COUNTS = Table(2, (("Año", "=Days"), ("2011", "1,234")), Box(72.04, 100.0, 300.06, 140.0))
PLAIN = Table(1, (("a", ""), ("b", "c")))


def test_tables_are_kept_in_order_and_replaced_as_a_whole(catalogue: Catalogue) -> None:
    id, other = add(catalogue).id, add(catalogue).id
    catalogue.tables.replace(id, [COUNTS, PLAIN])
    catalogue.tables.replace(other, [PLAIN])
    first, second = catalogue.tables.of(id)
    assert (first.page, first.rows, second) == (2, COUNTS.rows, PLAIN)
    assert first.box == Box(72.0, 100.0, 300.1, 140.0)
    assert catalogue.tables.holders() == {id, other}
    version = catalogue.data_version
    catalogue.tables.replace(id, ())
    assert catalogue.tables.of(id) == ()
    assert catalogue.tables.holders() == {other}
    assert catalogue.records.changed_since(version) == [id]


def test_a_record_that_is_not_there_has_no_tables(catalogue: Catalogue) -> None:
    assert catalogue.tables.of("R00404") == ()
    with pytest.raises(UsageError, match="There is no record R00404"):
        catalogue.tables.replace("R00404", [PLAIN])


def test_a_catalogue_of_the_first_format_gets_a_place_for_tables(path: Path, tmp_path: Path) -> None:
    with Catalogue.create(tmp_path / "today.sqlite") as today:
        id = add(today, page("Signed in Fresno")).id
        today.facts.replace_readings(id, [party("Consulate")])
    with closing(sqlite3.connect(path)) as old:
        m0001_first.migrate(old)
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
        old.execute(f"ATTACH '{tmp_path / 'today.sqlite'}' AS today")
        for table in ("record", "place", "page", "fact"):
            shared = ", ".join(row[1] for row in old.execute(f"PRAGMA main.table_info({table})"))
            old.execute(f"INSERT INTO main.{table} ({shared}) SELECT {shared} FROM today.{table}")
        old.commit()

    with Catalogue.open(path, writable=True) as catalogue:
        assert catalogue.pages.text(id) == [(1, "Signed in Fresno")]
        assert [fact.field for fact in catalogue.facts.of(id)] == ["party"]
        assert catalogue.tables.of(id) == ()
        catalogue.tables.replace(id, [PLAIN])
        assert catalogue.tables.of(id) == (PLAIN,)
        assert catalogue.faults() == []
    with closing(sqlite3.connect(path.with_name("catalogue.format1.sqlite"))) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)
        assert kept.execute("SELECT id FROM record").fetchall() == [(id,)]
