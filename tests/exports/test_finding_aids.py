"""Dublin Core, EAD3 and AtoM's table read back: the same records, arranged by kind and date."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from archive_app.domain.arrangement import Arrangement, Level, Unit
from archive_app.domain.fact import Relation
from archive_app.domain.isad import OF_ITEMS
from archive_app.domain.isad import TEXTS as TEXTS_OF_UNITS
from archive_app.exports.atom_csv import COLUMNS, LONGEST_TITLE
from archive_app.exports.ead3 import BLOCKS
from archive_app.exports.holdings import Holdings
from archive_app.exports.plain import line
from archive_app.paths import resources
from archive_app.services.labels import labels
from tests.domain.histories import paper
from tests.exports.ead3_rules import faults
from tests.exports.gathering import AUSTIN, TEXTS, exported, gathered, with_text

EAD = {"e": "http://ead3.archivists.org/schema/"}
DC = "{http://purl.org/dc/elements/1.1/}"
OAI_DC = "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
#: The fifteen elements that a record of ``oai_dc`` may have, in any order and as often as wanted, with text alone.
SIMPLE = ("title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format",
          "identifier", "source", "language", "relation", "coverage", "rights")  # fmt: skip


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
    told = [[(one.tag.removeprefix(DC), one.text) for one in record] for record in records]
    agreement, release = (next(one for one in told if ("identifier", id) in one) for id in ("R1", "R2"))
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
    assert texts(root, ".//e:dsc/e:c/e:c/e:did/e:unitid[@localtype]") == ["R1", "R4", "R2", "R3"]
    assert texts(root, ".//e:dsc/e:c/e:c/e:did/e:unitid")[0] == "papers-ano/S03/R1"
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


# Arranged by a person ------------------------------------------------------------------------------------------

TOLD = {
    "creator": "Area office\nConsulate", "administrative_history": "Founded in 1971.", "languages": "Some Náhuatl.",
    "dates": "around 2010", "extent": "2 boxes", **{name: f"Of {name}." for name in BLOCKS},
}  # fmt: skip


@pytest.fixture
def arranged(holdings: Holdings) -> Holdings:
    """A fonds of which everything is told, a series in it with a file, and an empty series."""
    fonds = Unit(7, None, Level.FONDS, "MX-1", "Fonds of the office").saying(TOLD)
    series = Unit(8, 7, Level.SERIES, "A", "Alliances").saying({"reproduction_conditions": "Copies on request."})
    file = Unit(9, 8, Level.FILE, "1", "Austin")
    empty = Unit(10, 7, Level.SERIES, "B", "Nothing yet", position=1)
    placed = {"R1": 9, "R2": 8}
    return replace(holdings, arrangement=Arrangement((fonds, series, file, empty), placed))


def test_ead_has_the_levels_and_all_that_is_told_of_them(arranged: Holdings, tmp_path: Path) -> None:
    root = ET.fromstring(exported("ead3", arranged, tmp_path))
    assert list(faults(root)) == []
    told = [(one.get("level"), one.findtext("e:did/e:unitid", "", EAD)) for one in root.iter(f"{{{EAD['e']}}}c")]
    assert told == [
        ("series", "MX-1/A"), ("file", "MX-1/A/1"), ("item", "MX-1/A/1/R1"), ("item", "MX-1/A/R2"),
        ("series", "MX-1/B"), ("series", "MX-1/S08"), ("item", "MX-1/S08/R4"), ("item", "MX-1/S08/R3"),
    ]  # fmt: skip
    for name, tag in BLOCKS.items():
        assert TOLD[name] in texts(root, f"e:archdesc/e:{tag}/e:p")
    assert texts(root, "e:archdesc/e:did/e:origination/e:name/e:part") == ["Area office", "Consulate"]
    assert texts(root, "e:archdesc/e:did/e:unitdate") == ["around 2010"]
    assert texts(root, "e:archdesc/e:did/e:physdesc") == ["2 boxes", "4 records, 12 pages"]
    assert texts(root, "e:archdesc/e:did/e:langmaterial/e:descriptivenote/e:p") == ["Some Náhuatl."]


def test_atom_links_every_level_to_the_one_above(arranged: Holdings, tmp_path: Path) -> None:
    rows = {row["legacyId"]: row for row in atom(exported("atom-csv", arranged, tmp_path))}
    chain, at = [], "papers-ano/R1"
    while at:
        chain.append((rows[at]["levelOfDescription"], rows[at]["identifier"]))
        at = rows[at]["parentId"]
    assert chain == [("Item", "R1"), ("File", "1"), ("Series", "A"), ("Fonds", "MX-1")]
    fonds = rows["papers-ano"]
    assert fonds["eventActors"] == "Area office|Consulate"
    assert fonds["eventActorHistories"] == "Of administrative_history.|"
    assert (fonds["eventDates"], fonds["eventStartDates"]) == ("around 2010|around 2010", "2012|2012")
    assert fonds["archivalHistory"] == "Of archival_history."
    assert fonds["extentAndMedium"] == "2 boxes; 4 records, 12 pages"


def test_dublin_core_tells_of_units_and_what_holds_for_their_records(arranged: Holdings, tmp_path: Path) -> None:
    records = ET.fromstring(exported("dublin-core", arranged, tmp_path)).findall(OAI_DC)
    told = [[(one.tag.removeprefix(DC), one.text) for one in record] for record in records]
    series = next(one for one in told if ("identifier", "MX-1/A") in one)
    for pair in (("type", "series"), ("date", "2014-09-03/2015-01"), ("relation", "part of: MX-1 Fonds of the office")):
        assert pair in series
    item = next(one for one in told if ("identifier", "R1") in one)
    assert [text for name, text in item if name == "rights"] == ["Of access_conditions.", "Copies on request."]
    assert ("relation", "part of: MX-1/A/1 Austin") in item
    elements = {name for one in told for name, _ in one}
    assert elements <= set(SIMPLE)
    assert all(text and not one.attrib for record in records for one in record for text in [one.text])


def test_what_a_person_states_of_an_item_is_told(tmp_path: Path) -> None:
    stated = {name: f"Stated {name}." for name in OF_ITEMS}
    one = paper("R1", AUSTIN, "2014-09-03", title="Alliance", **stated)  # type: ignore[arg-type]
    told = gathered(one)
    root = ET.fromstring(exported("ead3", told, tmp_path))
    assert list(faults(root)) == []
    item = ".//e:c/e:c"
    assert texts(root, f"{item}/e:did/e:unitid")[0] == "papers/S03/Stated reference_code."
    assert texts(root, f"{item}/e:did/e:origination//e:part") == ["Stated creator."]
    assert texts(root, f"{item}/e:did/e:physdesc") == ["Stated extent.", "1 record, 3 pages"]
    for name, tag in (("archival_history", "custodhist"), ("reproduction_conditions", "userestrict"),
                      ("archivist_note", "processinfo")):  # fmt: skip
        assert texts(root, f"{item}/e:{tag}/e:p") == [f"Stated {name}."]
    (row,) = [row for row in atom(exported("atom-csv", told, tmp_path)) if row["levelOfDescription"] == "Item"]
    assert (row["acquisition"], row["eventActors"]) == ("Stated acquisition.", "Stated creator.")
    assert row["alternativeIdentifiers"] == "R1"


def test_an_empty_archive_is_a_finding_aid_too(tmp_path: Path) -> None:
    for title in ("Papers", "", "\u202e\x07]]>"):
        root = ET.fromstring(exported("ead3", gathered(title=title), tmp_path))
        assert list(faults(root)) == []
        assert root.find("e:archdesc/e:dsc", EAD) is None
        assert len(atom(exported("atom-csv", gathered(title=title), tmp_path))) == 1


def test_a_part_of_the_archive_has_only_units_that_hold_something_of_it(arranged: Holdings, tmp_path: Path) -> None:
    part = replace(arranged, is_part=True, records=arranged.records[:1])
    root = ET.fromstring(exported("ead3", part, tmp_path))
    assert texts(root, ".//e:c/e:did/e:unittitle") == ["Alliances", "Austin", "Alliance"]


def test_a_finding_aid_speaks_spanish_too(arranged: Holdings, tmp_path: Path) -> None:
    root = ET.fromstring(exported("ead3", replace(arranged, labels=labels(resources(), "es")), tmp_path))
    assert list(faults(root)) == []
    assert "Comunicados de prensa" in texts(root, ".//e:c/e:did/e:unittitle")
    assert "4 registros, 12 páginas" in texts(root, "e:archdesc/e:did/e:physdesc")
    spanish = replace(arranged, labels=labels(resources(), "es"))
    assert {row["culture"] for row in atom(exported("atom-csv", spanish, tmp_path))} == {"es"}


def test_the_rules_find_what_is_wrong(arranged: Holdings, tmp_path: Path) -> None:
    root = ET.fromstring(exported("ead3", arranged, tmp_path))
    root[1].set("level", "box")
    root[1].insert(0, ET.Element("{http://ead3.archivists.org/schema/}p"))
    del root[0][3].attrib["value"]
    assert len(list(faults(root))) == 3


@given(TEXTS)
def test_any_text_in_units_reads_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    fonds = Unit(7, None, Level.FONDS, text or "F", text or "T").saying(dict.fromkeys(TEXTS_OF_UNITS, text))
    told = replace(with_text(text), arrangement=Arrangement((fonds,), {"R1": 7}))
    root = ET.fromstring(exported("ead3", told, folder))
    assert list(faults(root)) == []
    ET.fromstring(exported("dublin-core", told, folder))
    rows = atom(exported("atom-csv", told, folder))
    assert all(len(row) == len(COLUMNS) and None not in row.values() for row in rows)
    for row in rows:
        events = {row[name].count("|") for name in COLUMNS if name.startswith("event") and row[name]}
        assert len(events) <= 1


@given(TEXTS)
def test_any_text_reads_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    holdings, folder = with_text(text), tmp_path_factory.getbasetemp()
    titles = [line(text) or f"R{number}" for number in (1, 2, 3)]
    root = ET.fromstring(exported("dublin-core", holdings, folder))
    assert [line(found.text or "") for found in root.iter(f"{DC}title")] == titles
    root = ET.fromstring(exported("ead3", holdings, folder))
    assert list(faults(root)) == []
    assert [line(found or "") for found in texts(root, ".//e:c/e:c/e:did/e:unittitle")] == titles
    rows = atom(exported("atom-csv", holdings, folder))
    items = [row["title"].removeprefix("'") for row in rows if row["levelOfDescription"] == "Item"]
    assert [title[:1000] for title in items] == [title.replace("|", "/").removeprefix("'")[:1000] for title in titles]
    assert max(map(len, items)) <= LONGEST_TITLE
    assert all(len(row) == len(COLUMNS) and None not in row.values() for row in rows)
