"""CSV, JSON and the timeline's picture read back."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from archive_app.domain.coverage import coverage
from archive_app.domain.timeline import Mark, Timeline, timeline
from archive_app.exports import EXPORTERS, draw_timeline
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import ENGLISH
from tests.domain.histories import AUTHORITIES, history, paper

ON = date(2026, 11, 22)


def holdings() -> Holdings:
    papers = [paper("R1", "OSHA/austin CON/austin", "2010-06-01", years=2, title="@Alliance – año")]
    agreements = history(*papers).agreements
    return Holdings("Papers", ON, AUTHORITIES, agreements, (), {}, coverage(agreements, ON))


def test_csv_reads_back_and_runs_no_formula(tmp_path: Path) -> None:
    file = tmp_path / "agreements.csv"
    EXPORTERS["csv"](holdings(), file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
    assert (row["title"], row["expiration_date"], row["status"]) == ("'@Alliance – año", "2012-06-01", "expired")


def test_json_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "archive.json"
    EXPORTERS["json"](holdings(), file)
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told["agreements"][0]["expiration_basis"] == "computed"


def many(lanes: int) -> Timeline:
    """A timeline with so many lanes, by papers of one agency with bodies that are only names."""
    agreements = history(paper("R1", "OSHA/austin CON/austin CON/laredo", "2010-06-01", years=2)).agreements
    drawn = timeline(
        "OSHA", "Safety Administration", agreements, AUTHORITIES.name,
        lambda r: Mark(r, date(2010, 6, 2), "letter", r), lambda id: id.startswith("OSHA"), ON,
    )  # fmt: skip
    return Timeline(drawn.agency, drawn.name, ON, drawn.lanes * (lanes // 2), drawn.first, drawn.last)


def test_the_svg_names_each_counterpart_and_the_lapse(tmp_path: Path) -> None:
    file = tmp_path / "timeline.svg"
    draw_timeline(many(2), file, ENGLISH)
    words = " ".join(ET.parse(file).getroot().itertext())
    assert "Consulate in Austin" in words
    assert "2010 – 2012" in words
    assert "none for 14.5 years" in words


@pytest.mark.parametrize(("lanes", "expected"), [(2, 1), (40, 4)])
def test_the_pdf_goes_over_pages_when_long(tmp_path: Path, lanes: int, expected: int) -> None:
    file = tmp_path / "timeline.pdf"
    draw_timeline(many(lanes), file, ENGLISH)
    document = pypdfium2.PdfDocument(file)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert len(texts) == expected
    assert sum(text.count("Consulate in") for text in texts) == lanes


def test_the_png_is_a_picture_of_ink(tmp_path: Path) -> None:
    file = tmp_path / "timeline.png"
    draw_timeline(many(2), file, ENGLISH)
    with Image.open(file) as picture:
        assert picture.width > 1700
        assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 10
