"""Said and held: each want once, with the words that speak of it and whom to ask."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from archive_app.domain.authority import Authority
from archive_app.domain.fact import Relation
from archive_app.domain.said import Lack
from archive_app.errors import UsageError
from archive_app.paths import resources
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.tracking import covering, holdings
from tests.services.making import AUSTIN, CONSULATE, by_name, read_as

ON = date(2026, 11, 22)


@pytest.fixture
def speaking(archive: Archive) -> Archive:
    """A release tells of a signing in 2016, and a letter with another cites a paper of 2011 that nobody holds."""
    ids = by_name(archive)
    read_as(archive, ids["release.html"], kind="press release", party=[AUSTIN, CONSULATE], agreement_date="2016-02-03",
            issued_date="2016-02-04")  # fmt: skip
    for name in ("letter.eml", "counts.txt"):
        read_as(archive, ids[name], kind="report", party=[AUSTIN, CONSULATE],
                relation=[Relation("cites", "Letter of Intent", "2011-05-09")])  # fmt: skip
    return archive


def test_each_want_is_told_once_with_all_that_speak_of_it(speaking: Archive) -> None:
    found = holdings.said_and_held(speaking)
    (announced,), (cited,) = found.of(Lack.ANNOUNCED), found.of(Lack.CITED)
    assert (announced.want.day, len(announced.want.sayings)) == ("2016-02-03", 1)
    assert (cited.want.title, cited.want.day, len(cited.want.sayings)) == ("Letter of Intent", "2011-05-09", 2)
    assert [quote.words for saying in cited.want.sayings for quote in saying.quotes] == ["shade", "shade"]
    assert [one.want.day for one in found.of(Lack.SILENT)] == ["2010-06-01", "2013-06-01"]


def test_each_body_is_asked_under_its_law(speaking: Archive) -> None:
    (announced,) = holdings.said_and_held(speaking).of(Lack.ANNOUNCED)
    laws = {one.authority: one.law or "" for one in announced.askable}
    assert "Freedom of Information" in laws[AUSTIN]
    assert "Transparency" in laws[CONSULATE]


@pytest.mark.parametrize(
    ("id", "role", "place", "law"),
    [
        ("US-IL-X", "state agency", "IL", "Illinois Freedom of Information Act"),
        ("US-SEA-X", "local agency", "Seattle, WA", "Washington Public Records Act"),
        ("XX-UNION", "union", None, None),
    ],
)
def test_laws_follow_role_and_place(id: str, role: str, place: str | None, law: str | None) -> None:
    found = holdings.law_of(resources(), Authority(id, "Body", role, place=place))
    assert (found[0] if found else None) == law


def test_restricted_words_stay_in(speaking: Archive) -> None:
    describing.correct(speaking, by_name(speaking)["letter.eml"], "access", "restricted")
    shown = holdings.said_and_held(speaking, restricted=False)
    (cited,) = shown.of(Lack.CITED)
    assert len(cited.want.sayings) == 1
    assert shown.left_out == 1


def test_the_list_is_written_in_every_form(speaking: Archive, tmp_path: Path) -> None:
    for ending in holdings.FORMATS:
        holdings.export(speaking, tmp_path / f"list.{ending}", ON, language="es")
    rows = list(csv.reader((tmp_path / "list.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][:3] == ["Qué falta", "Documento", "Fecha"]
    assert rows[1][0] == "anunciado, sin documento"
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets[0]
    assert (sheet.title, sheet.max_row) == ("Dicho y conservado", len(rows))
    assert "Copia del documento «Letter of Intent» de fecha 2011-05-09" in (tmp_path / "list.html").read_text("utf-8")


def test_a_lapse_tells_what_is_said_of_it(speaking: Archive) -> None:
    read_as(speaking, by_name(speaking)["alliance 2013.pdf"], kind="other")
    (line,) = covering.ledger(speaking, ON)
    assert (line.lapse.start, line.lapse.end, line.evidence.basis) == (date(2012, 6, 2), None, "computed")
    assert [quote.words for quote in line.evidence.quotes] == ["shade", "shade"]
    assert [want.day for want in line.spoken_of] == ["2016-02-03"]


def test_only_roles_that_are_here_can_be_set_against_each_other(speaking: Archive) -> None:
    assert covering.roles(speaking) == (("consulate", 2), ("federal agency", 2))
    with pytest.raises(UsageError, match="union"):
        covering.sides(speaking, ["union"])
