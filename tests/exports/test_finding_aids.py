"""Dublin Core, EAD3 and AtoM's table read back: the same records, arranged by kind and date."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given

from archive_app.domain.fact import Relation
from archive_app.exports import Holdings
from archive_app.exports.atom_csv import COLUMNS, LONGEST_TITLE
from archive_app.exports.plain import line
from tests.domain.histories import paper
from tests.exports.gathering import AUSTIN, TEXTS, exported, gathered, with_text

EAD = {"e": "http://ead3.archivists.org/schema/"}
DC = "{http://purl.org/dc/elements/1.1/}"
OAI_DC = "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"


@pytest.fixture
def holdings() -> Holdings:
    cited = Relation("renews", "Alliance", "2010-06-01")
    return gathered(
        paper("R1", AUSTIN, "2014-09-03", years=3, title="Alliance", language="en+es", relations=(cited,)),
        paper("R2", AUSTIN, "2014-09-03", kind="press release", title="Later", issuer="Safety", issued_date="2015-01"),
        paper("R3", "OSHA", kind="press release", title="Undated", place="Austin, TX"),
        paper("R4", "OSHA", kind="press release", title="Earlier", issued_date="2012", language="es"),
        title="Papers – año", left_out=2,
    )  # fmt: skip


def atom(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def texts(root: ET.Element, path: str) -> list[str | None]:
    return [found.text for found in root.findall(path, EAD)]


def test_dublin_core_has_a_record_for_each(holdings: Holdings, tmp_path: Path) -> None:
    records = ET.fromstring(exported("dublin-core", holdings, tmp_path)).findall(OAI_DC)
    agreement, release = ([(one.tag.removeprefix(DC), one.text) for one in record] for record in records[:2])
    for pair in (("title", "Alliance"), ("creator", "Consulate in Austin"), ("date", "2014-09-03"), ("language", "es"),
                 ("format", "application/pdf"), ("relation", "agreement: A1"), ("identifier", "R1"),
                 ("relation", "renews Alliance 2010-06-01"), ("type", "alliance agreement")):  # fmt: skip
        assert pair in agreement
    assert {("creator", "Safety"), ("subject", "Consulate in Austin"), ("date", "2015-01")} <= set(release)
    assert len(records) == 4


def test_ead_arranges_by_kind_and_date(holdings: Holdings, tmp_path: Path) -> None:
    root = ET.fromstring(exported("ead3", holdings, tmp_path))
    assert texts(root, "e:control/e:recordid") == ["papers-ano"]
    assert root.findall("e:archdesc", EAD)[0].get("level") == "fonds"
    assert texts(root, ".//e:dsc/e:c/e:did/e:unittitle") == ["Alliance agreements", "Press releases"]
    assert texts(root, ".//e:dsc/e:c/e:c/e:did/e:unitid") == ["R1", "R4", "R2", "R3"]
    assert texts(root, ".//e:c/e:c/e:did/e:unitdate") == ["2014-09-03", "2012", "2015-01", "undated"]
    assert texts(root, "e:archdesc/e:did//e:fromdate") == ["2012"]
    assert texts(root, "e:archdesc/e:did//e:language") == ["English", "Spanish"]
    assert texts(root, "e:archdesc/e:accessrestrict/e:p") == [
        "Restricted records that are kept in the archive and not described here: 2."
    ]
    assert texts(root, ".//e:c/e:c/e:scopecontent/e:p") == ["Agreement A1, chain A1. End: 2017-09-03 (computed)."]


def test_atom_has_its_columns_and_parents_first(holdings: Holdings, tmp_path: Path) -> None:
    text = exported("atom-csv", holdings, tmp_path)
    rows = atom(text)
    assert tuple(rows[0]) == COLUMNS
    assert (len(COLUMNS), len(set(COLUMNS))) == (56, 56)
    assert "\r" not in text
    known: set[str] = set()
    for row in rows:
        assert row["parentId"] in known or row["levelOfDescription"] == "Fonds"
        known.add(row["legacyId"])
    assert [row["levelOfDescription"] for row in rows] == ["Fonds", "Series", "Item", "Series", "Item", "Item", "Item"]


def test_atom_has_an_event_for_each_maker(holdings: Holdings, tmp_path: Path) -> None:
    rows = {row["identifier"]: row for row in atom(exported("atom-csv", holdings, tmp_path))}
    agreement, undated = rows["R1"], rows["R3"]
    assert agreement["eventActors"] == "Austin Area Office|Consulate in Austin"
    assert agreement["eventTypes"] == "Creation|Creation"
    assert agreement["eventDates"] == agreement["eventStartDates"] == "2014-09-03|2014-09-03"
    assert agreement["language"] == "en|es"
    assert (undated["eventTypes"], undated["eventDates"], undated["placeAccessPoints"]) == ("", "", "Austin, TX")
    assert (rows["S08"]["eventStartDates"], rows["S08"]["eventEndDates"]) == ("2012", "2015-01")


@given(TEXTS)
def test_any_text_reads_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    holdings, folder = with_text(text), tmp_path_factory.getbasetemp()
    titles = [line(text) or f"R{number}" for number in (1, 2, 3)]
    root = ET.fromstring(exported("dublin-core", holdings, folder))
    assert [line(found.text or "") for found in root.iter(f"{DC}title")] == titles
    root = ET.fromstring(exported("ead3", holdings, folder))
    assert [line(found or "") for found in texts(root, ".//e:c/e:c/e:did/e:unittitle")] == titles
    rows = atom(exported("atom-csv", holdings, folder))
    items = [row["title"].removeprefix("'") for row in rows if row["levelOfDescription"] == "Item"]
    assert [title[:1000] for title in items] == [title.replace("|", "/").removeprefix("'")[:1000] for title in titles]
    assert max(map(len, items)) <= LONGEST_TITLE
    assert all(len(row) == len(COLUMNS) and None not in row.values() for row in rows)
