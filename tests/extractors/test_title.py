"""Titles: the heading in clean words."""

from __future__ import annotations

import pytest

from archive_app.extractors import read_facts
from archive_app.extractors.title import clean
from tests.extractors.reading import knowledge, paper, value


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (
            "MEMORANDUM OF UNDERSTANDING\nBETWEEN THE OSHA OFFICE\nAND THE CONSULATE",
            "Memorandum of Understanding Between the OSHA Office and the Consulate".replace("Between", "between"),
        ),
        ("CARTA DE ACUERDO ENTRE LA SRE Y LA OFICINA", "Carta de Acuerdo entre la SRE y la Oficina"),
        ("Alliance renewed — Port Ardo", "Alliance renewed — Port Ardo"),
        ("______ Letter of Agreement ______", "Letter of Agreement"),
    ],
)
def test_clean(heading, title):
    assert clean(heading) == title


def test_exhibit_marks_and_notices_are_no_part_of_it():
    text = (
        "Exhibit 10.4\n\nCertain portions have been omitted.\n\nHARBOR SAFETY AGREEMENT\n\nThis Agreement is made by"
        " the parties."
    )
    assert value("title", text) == "Harbor Safety Agreement"


@pytest.mark.parametrize(
    ("declared", "title"), [("Microsoft Word - draft3.doc", None), ("Alliance of Port Ardo", "Alliance of Port Ardo")]
)
def test_a_files_own_title_counts_only_where_nothing_is_printed(declared, title):
    found = read_facts(paper("", metadata={"title": declared}), knowledge())
    assert next((fact.value for fact in found if fact.field == "title"), None) == title


def test_a_pages_title_is_the_sites():
    found = read_facts(
        paper("Menu\n\nHome", media_type="text/html", metadata={"title": "Board and consulate sign letter"}),
        knowledge(),
    )
    assert next(fact.value for fact in found if fact.field == "title") == "Board and consulate sign letter"
