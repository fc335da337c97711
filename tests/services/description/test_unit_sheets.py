"""Spreadsheets of units: looked at first, each row with its fate, then made as one change; and records put in units."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive_app.domain.arrangement import Level
from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import description_sheets, unit_sheets
from archive_app.services.undo import editing
from archive_app.services.units import arrangement, arranging
from tests import builders
from tests.services.making import by_name

ROWS = [
    ["Código de referencia", "Nivel", "Título", "Alcance y contenido", "Productor", "Caja"],
    ["MX", "Fondo", "Papeles del consulado", "Todo.", "Consulado", "3"],
    ["MX/A", "", "Convenios", "", "", ""],
    ["MX/A/1", "expediente", "Austin", "", "", ""],
    ["MX/A/1/x", "serie", "Serie en un expediente", "", "", ""],
    ["ZZ/1", "", "", "", "", ""],
    ["MX/A", "", "Otra vez", "", "", ""],
    ["MX/B", "caja", "Caja", "", "", ""],
    ["", "", "Sin código", "", "", ""],
]


def sheet(folder: Path, rows: list[list[str]]) -> Path:
    return builders.make_xlsx(folder / "units.xlsx", {"Units": rows})


def test_units_are_planned_row_by_row_and_made_as_one_change(archive: Archive, tmp_path: Path) -> None:
    planned = unit_sheets.plan(archive, sheet(tmp_path, ROWS), jobs=0)
    assert planned.columns["Caja"] is None
    assert [(row.record, row.state) for row in planned.rows] == [
        ("MX", "changed"), ("MX/A", "changed"), ("MX/A/1", "changed"), ("MX/A/1/x", "failed"), ("ZZ/1", "failed"),
        ("MX/A", "failed"), ("MX/B", "failed"), (None, "failed"),
    ]  # fmt: skip
    assert archive.catalogue.units.arrangement().units == ()
    assert unit_sheets.write(archive, planned).written
    made = archive.catalogue.units.arrangement()
    assert [(made.reference(unit.id), unit.level, unit.title) for unit in made.units] == [
        ("MX", Level.FONDS, "Papeles del consulado"), ("MX/A", Level.SERIES, "Convenios"),
        ("MX/A/1", Level.FILE, "Austin"),
    ]  # fmt: skip
    assert made.units[0].texts == (("creator", "Consulado"), ("scope_content", "Todo."))
    editing.undo(archive)
    assert archive.catalogue.units.arrangement().units == ()


def test_units_that_are_there_are_changed(archive: Archive, tmp_path: Path) -> None:
    unit_sheets.write(archive, unit_sheets.plan(archive, sheet(tmp_path, ROWS[:4]), jobs=0))
    again = [["reference", "title", "notes"], ["MX", "Papeles del consulado", ""], ["MX/A/1", "Austin, TX", "Dos."]]
    planned = unit_sheets.plan(archive, sheet(tmp_path, again), {"notes": "archivist_note"}, jobs=0)
    assert [row.state for row in planned.rows] == ["same", "changed"]
    assert [(one.field, one.before, one.after) for one in planned.rows[1].changes] == [
        ("title", "Austin", "Austin, TX"), ("archivist_note", "", "Dos."),
    ]  # fmt: skip
    arranging.add(archive, Level.FONDS, "Meanwhile")
    with pytest.raises(UsageError, match="changed since"):
        unit_sheets.write(archive, planned)


def test_a_sheet_without_reference_codes_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no column of reference codes"):
        unit_sheets.plan(archive, sheet(tmp_path, [["title", "level"], ["A", "fonds"]]), jobs=0)


def test_a_sheet_of_records_places_them_in_units(archive: Archive, tmp_path: Path) -> None:
    unit_sheets.write(archive, unit_sheets.plan(archive, sheet(tmp_path, ROWS[:4]), jobs=0))
    carta = by_name(archive)["carta.txt"]
    (tmp_path / "list.csv").write_text("file;unidad;alcance y contenido\ncarta.txt;MX/A/1;De sombra.\n"
                                       "release.html;MX/Q;\n", encoding="utf-8")  # fmt: skip
    assert description_sheets.headings(archive, tmp_path / "list.csv", jobs=0) == {
        "file": "file", "unidad": "unit", "alcance y contenido": "scope_content"
    }  # fmt: skip
    planned = description_sheets.plan(archive, tmp_path / "list.csv", jobs=0)
    assert [row.state for row in planned.rows] == ["changed", "failed"]
    assert "no unit “MX/Q”" in str(planned.rows[1].problem)
    description_sheets.write(archive, planned)
    branch = arrangement.whole(archive).branch_of(arrangement.find(archive, "MX/A/1").id)
    assert branch
    assert branch.records == (carta,)
    editing.undo(archive)
    assert archive.catalogue.units.unit_of(carta) is None


def test_a_plan_can_be_kept_apart_from_what_it_was_planned_on(archive: Archive, tmp_path: Path) -> None:
    planned = unit_sheets.plan(archive, sheet(tmp_path, ROWS[:4]), jobs=0)
    assert replace(planned, written=True).as_json()["changed"] == 3
