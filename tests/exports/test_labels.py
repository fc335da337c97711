"""Spanish labels: every word of the exports' own has one, and names in braces are the same in both languages."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl

from archive_app.domain.agreement import Status
from archive_app.domain.fact import FIELDS, KINDS
from archive_app.domain.links import REASONS, Standing
from archive_app.domain.said import Lack
from archive_app.domain.years import YearState
from archive_app.exports import EXPORTERS
from archive_app.exports.arrangement import BY_KIND, COUNTS, REST_BY_KIND, SCOPE, SHUT, TITLES
from archive_app.exports.labels import Labels
from archive_app.exports.request_list import HEADERS
from archive_app.exports.workbook import agreements, coverage, evidence, links, parties, readme, records
from archive_app.paths import resources
from archive_app.services.labels import labels
from tests.domain.histories import paper
from tests.exports.gathering import AUSTIN, gathered

SPANISH = labels(resources(), "es")
SHEETS = (
    agreements.COLUMNS, parties.COLUMNS, evidence.COLUMNS, links.COLUMNS, records.COLUMNS, coverage.GAP_COLUMNS,
    coverage.UNKNOWN_COLUMNS,
)  # fmt: skip


def test_every_label_has_its_spanish() -> None:
    used = {column.header for columns in SHEETS for column in columns} | set(HEADERS)
    used |= {text for meaning in readme.MEANINGS for text in meaning} | set(REASONS.values())
    used |= {str(state) for states in (Status, Standing, Lack, YearState) for state in states}
    used |= set(KINDS) | (FIELDS.keys() - {"date"})
    used |= {*TITLES.values(), SCOPE, BY_KIND, REST_BY_KIND, SHUT, *(one for words in COUNTS for one in words)}
    assert used - SPANISH.words.keys() == set()


def test_names_in_braces_are_kept() -> None:
    for english, spanish in SPANISH.words.items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", spanish)), english


def test_no_two_sheets_have_one_name() -> None:
    file = resources() / "labels" / "es.toml"
    sheets = ("Read me", "Agreements", "Parties", "Timeline", "Coverage", "Gaps", "Coverage by year", "Links",
              "Evidence", "Records", "Unknown times", "Said and held")  # fmt: skip
    words = tomllib.loads(file.read_text("utf-8"))
    assert len({words[name] for name in sheets}) == len(sheets)


def test_links_lead_to_the_sheets_by_their_spanish_names(tmp_path: Path) -> None:
    told = gathered(paper("R1", AUSTIN, "2024-11-03", years=3))
    spanish = replace(told, labels=SPANISH)
    EXPORTERS["xlsx"](spanish, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    cell = book["Convenios"]["F2"]
    assert cell.hyperlink is not None
    sheet, place = str(cell.hyperlink.location).replace("'", "").split("!")
    assert sheet in book.sheetnames
    row = [one.value for one in book[sheet][int(place[1:])]]
    assert row[2] == "fecha del convenio"
    assert row[3] == datetime(2024, 11, 3)


def test_what_has_no_wording_stays_english() -> None:
    assert Labels("es", {}).say("Agreements") == "Agreements"
