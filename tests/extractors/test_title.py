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
    assert clean(heading, knowledge()) == title


def test_exhibit_marks_and_notices_are_no_part_of_it():
    text = (
        "Exhibit 10.4\n\nCertain portions have been omitted.\n\nHARBOR SAFETY AGREEMENT\n\nThis Agreement is made by"
        " the parties."
    )
    assert value("title", text) == "Harbor Safety Agreement"


def test_the_line_that_a_filing_system_puts_over_an_exhibit_is_no_part_of_it():
    text = "EX-10.23 5 dex1023.htm HARBOR SAFETY AGREEMENT\nExhibit 10.23\n\nThis Agreement is made by the parties."
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


RELEASES = [
    (
        "FOR IMMEDIATE RELEASE\nJune 4, 2014\nContact: Rosa Lind, 402-555-0100\n\n"
        "HARBOR BOARD AND MEXICAN CONSULATE IN LAS VEGAS\nSIGN ACCORD\n\nLAS VEGAS – The board today signed it.\n",
        "Harbor Board and Mexican Consulate in Las Vegas Sign Accord",
    ),
    (
        "U.S. Department of Labor\nOffice of Public Affairs\nDallas, Texas\nRelease Number: 14-0101-DAL\n\n"
        "OSHA renews alliance with consulate\n\nDALLAS – OSHA renewed its alliance.\n",
        "OSHA renews alliance with consulate",
    ),
    (
        "COMUNICADO DE PRENSA No. 12\nCiudad de México, 4 de junio de 2014\n\n"
        "México y la Junta firman declaración conjunta\n\nLa Secretaría informa que hoy se firmó la declaración.\n",
        "México y la Junta firman declaración conjunta",
    ),
    (
        "Consulado General de México en Los Ángeles\nBoletín de prensa\n"
        "Los Ángeles, California, a 4 de junio de 2014\n\n"
        "EL CONSULADO Y LA EEOC FIRMAN UN CONVENIO EN EL PASO\n\nEl cónsul firmó hoy.\n",
        "El Consulado y la EEOC firman un Convenio en El Paso",
    ),
    (
        "By ROSA LIND\nStaff Writer\n\nConsulate, labor board to work together\n\n"
        "TUCSON — The consulate and the board signed a letter of agreement Tuesday.\n",
        "Consulate, labor board to work together",
    ),
    (
        "MEMORANDUM\n\nTO: Hugo Prado\nFROM: Rosa Lind\nDATE: June 4, 2014\nSUBJECT: Renewal of the accord\n\n"
        "The consul asks.\n",
        "Renewal of the accord",
    ),
    (
        "Consulado de México en Tucson\n\nTucson, Arizona, a 4 de junio de 2014\n\nEstimada Sra. Lind:\n\n"
        "Le propongo una reunión.\n\nAtentamente,\nHugo Prado\n",
        "Carta a Sra. Lind",
    ),
    (
        "EL FARO DEL VALLE · Diario de la tarde · Tucson, Arizona, 4 de junio de 2014\n\n"
        "Firman la Junta y el consulado una alianza en\n\nTucson\n\n"
        "TUCSON. El consulado y la Junta firmaron ayer.\n",
        "Firman la Junta y el consulado una alianza en Tucson",
    ),
    (
        "Illinois Department of Labor\tMarker Hall, 12th Floor\nChicago, Illinois\n\nFOR IMMEDIATE RELEASE\n"
        "June 4, 2014\n\nThe department renews its accord with\nConsulate General of Mexico in Chicago\n\n"
        "CHICAGO – The department renewed it today.\n",
        "The department renews its accord with Consulate General of Mexico in Chicago",
    ),
    (
        "U.S. Department of Labor\nWage and Hour Division\n\nWHD News Release\nJune 4, 2014\n\n"
        "Wage and Hour Division and Mexican Consulate in New Orleans sign letter of accord\n\n"
        "NEW ORLEANS — They signed it today.\n",
        "Wage and Hour Division and Mexican Consulate in New Orleans sign letter of accord",
    ),
    (
        "EL FARO DEL VALLE - Diario imaginario - Yuma, 4 de junio de 2014\n"
        "Firman la Junta y el consulado una alianza en"
        "\n\nYuma\nYUMA, Arizona. Los dos firmaron ayer la\nalianza para el campo, que dura\nun año entero.\n\n"
        "La última firma, la de la cónsul, Rosa\nLind Prado, se puso el martes 3 de junio de\n2014.\n",
        "Firman la Junta y el consulado una alianza en Yuma",
    ),
]


@pytest.mark.parametrize(("text", "title"), RELEASES)
def test_what_offices_print_over_their_papers_is_no_title(text, title):
    assert value("title", text) == title


def test_questions_and_labels_of_an_interview_are_no_title():
    text = (
        "ENTREVISTA 12\n\nFecha: 4 de junio de 2014\nPersona entrevistada: Hugo P., empleado del consulado\n\n"
        "P: ¿Qué cambió cuando se firmó la alianza?\n\nR: Al principio mucho.\n"
    )
    assert value("title", text) == "Entrevista 12"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("nombre\tciudad\testado\nCasa del Valle\tTucson\tArizona\nMesa Obrera\tYuma\tArizona\n", None),
        ("Partner organisations\n\nname\tcity\tstate\nValley House\tTucson\tArizona\n", "Partner organisations"),
    ],
)
def test_the_rows_of_a_table_are_no_title(text, title):
    found = read_facts(paper(text, media_type="text/csv"), knowledge())
    assert [fact.value for fact in found if fact.field == "title"] == ([title] if title else [])


def test_a_heading_ends_where_the_first_sentence_begins():
    text = (
        "LETTER OF AGREEMENT\nBETWEEN THE BOARD AND THE CONSULATE IN DEL RIO\nThis Letter is made\nby both offices.\n"
    )
    assert value("title", text) == "Letter of Agreement between the Board and the Consulate in Del Rio"


def test_a_long_heading_stays_whole():
    offices = ",\n".join(
        f"THE HARBOR OFFICE OF PORT NUMBER {n}" for n in ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX")
    )
    told = value("title", f"ALLIANCE AGREEMENT BETWEEN\n{offices}\nAND THE CONSULATE\n\nThe Participants agree.\n")
    assert isinstance(told, str)
    assert told.endswith("and the Consulate")


@pytest.mark.parametrize(
    "name",
    [
        "KM_C284e-20160503", "SKM_C36816050310210", "Scan_20160503", "Xerox Scan_0503", "doc00123",
        "CamScanner 05-03-2016 10.33", "Scanned from a Xerox Multifunction Printer.pdf",
    ],
)  # fmt: skip
def test_a_scanners_name_is_no_title(name):
    found = read_facts(paper("", metadata={"title": name}), knowledge())
    assert [fact.value for fact in found if fact.field == "title"] == []
