"""The lapses of a year, of an agency, or of all, taken out as a list that can be checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from archive_app.domain.coverage import USUAL, Sides
from archive_app.exports import write_lapses
from archive_app.exports.lapse_list import LapseList
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.labels import labels
from archive_app.services.output_files import ending, require_place, written
from archive_app.services.sharing import gathering
from archive_app.services.tracking import agreements, covering

FORMATS: Final = ("xlsx", "csv")


def export(
    archive: Archive, file: Path, on: date, *, between: Sides = USUAL, agency: str | None = None,
    year: int | None = None, language: str = "en",
) -> LapseList:  # fmt: skip
    """Writes the list as .xlsx or .csv by the file's ending, and gives it.

    Agreements on restricted papers do not count, and no word of such a paper is told.
    """
    form = ending(file, FORMATS)
    require_place(file)
    shut = frozenset(one.id for one in records.all_described(archive) if one.restricted)
    pairs = covering.counted(archive, between, agency, restricted=False)
    lines = gathering.open_ledger(archive, pairs, on, shut)
    shown = tuple(one for one in lines if year is None or one.lapse.touches(year, on))
    left_out = sum(not shut.isdisjoint(one.records) for one in agreements.history(archive).agreements)
    asked = LapseList(archive.title, _scope(archive, agency, year, language), on, shown,
                      labels(archive.resources, language), left_out)  # fmt: skip
    with written(file) as beside:
        write_lapses(asked, beside, form)
    return asked


def _scope(archive: Archive, agency: str | None, year: int | None, language: str) -> str:
    fill = labels(archive.resources, language).fill
    parts = [fill("agency: {name}", name=agreements.find_body(archive, agency).name)] if agency else []
    parts += [fill("lapses of {year}", year=year)] if year is not None else []
    return ", ".join(parts) or fill("the whole archive")
