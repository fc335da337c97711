"""Texts taken from web pages: what the site prints round them is no part of them, and what it leaves out is missing."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Party, Relation, Signatory
from tests.extractors.reading import facts, reading, roles, value

PREAMBLE = (
    "The U.S. Department of Labor's (DOL) Occupational Safety and Health Administration (OSHA), Austin Area Office, "
    "and the Consulate General of Mexico in Austin, Texas, hereinafter referred to collectively as "
    "\"the Participants\";\n\n"
    "Recognizing the joint work acknowledged in the Letter of Arrangement between the Department of Labor of the "
    "United States of America and the Ministry of Foreign Affairs of the United Mexican "
    "States, signed at Washington, "
    "D.C., on March 9, 2010; and\n\n"
    "Intend to form an Alliance to achieve the following:\n"
)
PREAMBULO = (
    "La Administración de Seguridad y Salud Ocupacional (OSHA) del Departamento de Trabajo de los Estados Unidos de "
    "América, Oficina de Área de Austin, y el Consulado General de México en Austin, Texas, en adelante denominados "
    "conjuntamente \"los Participantes\";\n\n"
    "Reconociendo lo dicho en la Carta de Arreglo entre el Departamento de Trabajo de los Estados Unidos de América y "
    "la Secretaría de Relaciones Exteriores, firmada en Washington, D.C., el 9 de marzo de 2010; y\n\n"
    "Se proponen establecer una Alianza para lograr lo siguiente:\n"
)
OVER_IT = (
    "Skip to main content\n",
    "Saltar al contenido principal\n",
    "<<< Back to Region VI Alliances\nLink to Printing Instructions\n",
    "Home > Newsroom > Agreements\n",
    "Inicio » Prensa » Acuerdos » Alianzas\n",
    "PDF   Print   Email  Share\n",
    "https://www.example.org/alliances/austin.html\n",
    "editor@example.org\n",
    "PUBLISHED: | UPDATED:\n",
    "Síguenos en Twitter: @consulado\n",
    "Breadcrumb\n  1. Home\n  2. Alliances\n  3. Austin\n",
    "Please note: As of January 4, 2022, information in some pages may be out of date.\n",
    "An official website of the United States government\nHere's how you know\n",
)


def authorities(*pages: str) -> list[str | None]:
    """The ids of the parties, in order."""
    return [party.value.authority for party in facts(*pages, field="party") if isinstance(party.value, Party)]


def titles(text: str) -> set[str | None]:
    """What other papers are called."""
    return {fact.value.title for fact in facts(text, field="relation") if isinstance(fact.value, Relation)}


def signers(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, title and body of who signed."""
    found = [fact.value for fact in facts(text, field="signatory")]
    return [(one.name, one.title, one.party) for one in found if isinstance(one, Signatory)]


@pytest.mark.parametrize("furniture", OVER_IT)
@pytest.mark.parametrize("text", [PREAMBLE, PREAMBULO])
def test_furniture_changes_nothing(furniture, text):
    page = furniture + "\n" + text
    assert value("kind", page) == "alliance agreement"
    assert authorities(page) == ["US-DOL-OSHA/austin-area", "MX-CON-austin"]
    assert value("title", page) == value("title", text)
    assert value("agreement_date", page) is None


def test_furniture_keeps_every_letter_in_its_place():
    text = "Skip to main content\nAGREEMENT\n"
    assert reading(text).text == " " * 20 + "\nAGREEMENT\n"


def test_a_day_in_a_banner_is_furniture():
    page = "Please note: As of January 4, 2022, information in some pages may be out of date.\n\n" + PREAMBLE
    assert roles(page)[0] == ("2022-01-04", "furniture")


@pytest.mark.parametrize("line", ["Date: ________\n", "By: ____________\n", "Fecha: ______\n"])
def test_lines_to_sign_on_are_no_furniture(line):
    assert reading(line).text == line


def test_a_preamble_that_bears_no_heading_is_titled_by_whom_it_names():
    title = str(value("title", PREAMBLE))
    assert title.endswith("the Consulate General of Mexico in Austin, Texas")


@pytest.mark.parametrize(
    ("undertaking", "kind"),
    [
        ("Intend to form an Understanding to seek the following:", "memorandum of understanding"),
        ("Have reached the following understanding:", "memorandum of understanding"),
        ("Intend to renew their cooperation as follows:", "renewal"),
        ("Intend to collaborate as follows:", "agreement"),
    ],
)
def test_what_the_participants_intend_tells_the_kind(undertaking, kind):
    assert value("kind", PREAMBLE.replace("Intend to form an Alliance to achieve the following:", undertaking)) == kind


def test_a_recital_s_day_is_the_other_paper_s():
    assert roles(PREAMBLE) == [("2010-03-09", "cited")]
    assert roles(PREAMBULO) == [("2010-03-09", "cited")]
    relation = next(fact.value for fact in facts(PREAMBLE, field="relation"))
    assert isinstance(relation, Relation)
    assert (relation.type, relation.date) == ("implements", "2010-03-09")


def test_a_heading_runs_over_empty_lines():
    blocks = ("LETTER OF AGREEMENT", "BETWEEN", "THE BOISE LABOR OFFICE", "AND", "THE CONSULATE OF MEXICO IN BOISE")
    assert value("title", "\n\n".join([*blocks, PREAMBLE])) == (
        "Letter of Agreement between the Boise Labor Office and the Consulate of Mexico in Boise"
    )


def test_a_site_s_title_gives_way_to_the_paper_s_own():
    site = "Region 6 - Alliance Agreement - May 3, 2016\n"
    text = f"{site}ARRANGEMENT ESTABLISHING AN ALLIANCE\nBETWEEN\nA AND B\n\n{PREAMBLE}"
    assert str(value("title", text)).startswith("Arrangement Establishing an Alliance")
    assert roles(text)[0] == ("2016-05-03", "agreement")
    assert value("agreement_date", text) is None  # the site's word, not the paper's


def test_a_longer_name_is_another_department():
    text = (
        "Pactan alianza laboral\n\nEl Consulado de México en New Brunswick y el Departamento de Trabajo y Desarrollo "
        "Laboral de Nueva Jersey firmaron ayer un acuerdo.\n"
    )
    assert authorities(text) == ["MX-CON-new-brunswick", "US-NJ-DOLWD"]
    other = text.replace("Desarrollo Laboral de Nueva Jersey", "Fomento Económico de la entidad")
    assert "US-DOL" not in authorities(other)


def test_an_embassy_is_the_hand_of_its_ministry():
    text = (
        "MEMORANDUM OF UNDERSTANDING\n\nThe U.S. Equal Employment Opportunity Commission (EEOC) and the Ministry of "
        "Foreign Affairs of the United Mexican States, through its Embassy, hereinafter \"the Participants\", agree "
        "as follows:\n"
    )
    assert authorities(text) == ["US-EEOC", "MX-SRE"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Signing the pact were Dana Whitlow and Luis Ortega. \"Good news,\" said Dana Whitlow, area director.",
            [("Dana Whitlow", "area director", None), ("Luis Ortega", None, None)],
        ),
        (
            "In Boise, Mexican Consul Luis Ortega signed the agreement with the office.",
            [("Luis Ortega", "Mexican Consul", "Consulate of Mexico in Boise")],
        ),
        (
            "Consul Ana Prieto, on behalf of Minister Hugo Landa, signed an agreement.",
            [("Ana Prieto", "Consul", None)],
        ),
        (
            "The board signed an agreement. At the ceremony it was represented by Dana Whitlow, General Counsel.",
            [],  # who was there need not have signed
        ),
        (
            "Por México firmó el embajador Luis Ortega; por Estados Unidos firmó el embajador Dan Whitlow.",
            [("Luis Ortega", "embajador", None), ("Dan Whitlow", "embajador", None)],
        ),
    ],
)
def test_signers_of_whom_the_text_tells_more(told, expected):
    found = signers(f"Office and consulate sign pact\n\n{told}\n")
    assert [(name, title) for name, title, _ in found] == [(name, title) for name, title, _ in expected]


def test_nobody_signs_in_a_recital():
    assert signers(PREAMBLE) == []
    assert signers(PREAMBULO) == []


def test_a_text_without_headline_is_titled_by_its_first_sentence():
    text = (
        "Boise, Idaho, May 3, 2016\n\nConsul Luis Ortega and the Boise Area Office today signed an agreement that "
        "helps workers. It runs for two years.\n"
    )
    title = value("title", text)
    assert title == "Consul Luis Ortega and the Boise Area Office today signed an agreement that helps workers"


def test_a_letter_is_titled_by_whom_it_is_to():
    text = "COMMITTEE ON LABOR\nRoom 21\n\nMay 25, 2023\n\nDear Secretary Whitlow:\n\nI am writing about delays.\n"
    assert value("title", text) == "Letter to Secretary Whitlow"


def test_the_name_of_another_paper_ends_with_its_line_and_begins_behind_the_verb():
    line = "Renovación de Memoranda de Entendimiento\nLa semana se llevó a cabo en Boise, donde firmaron ayer.\n"
    verb = "Office news\n\nOSHA has recently renewed its alliance with the Consulate of Mexico in Boise.\n"
    assert titles(line) == {"Memoranda de Entendimiento"}
    assert titles(verb) == {"alliance"}
