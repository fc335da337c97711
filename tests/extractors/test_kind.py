"""Kinds of papers, by what they call themselves and by whether they bind or tell."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Relation
from archive_app.extractors import read_facts
from tests.extractors.reading import knowledge, paper, value

PAPERS = [
    (
        "memorandum of understanding",
        (
            "Memorandum of Understanding between the Harbor Labor Office and the Consulate of Ardenia\n\nThe"
            " Participants will cooperate. This Memorandum binds neither."
        ),
    ),
    (
        "memorandum of understanding",
        (
            "MEMORÁNDUM DE ENTENDIMIENTO ENTRE LA OFICINA DEL PUERTO Y EL CONSULADO\n\nLas Partes cooperarán. El"
            " presente Memorándum no crea derechos."
        ),
    ),
    (
        "memorandum of understanding",
        (
            "PARTNERSHIP AGREEMENT\nbetween the Harbor Labor Office\nand the Department of Work of North Shore\n\nThe"
            " agencies share information. The parties meet twice a year."
        ),
    ),
    (
        "letter of agreement",
        (
            "LETTER OF ARRANGEMENT\nBETWEEN THE HARBOR LABOR OFFICE AND THE MINISTRY\n\nThe Participants intend to work"
            " together on safety."
        ),
    ),
    (
        "letter of agreement",
        (
            "CARTA DE ACUERDO\nENTRE EL MINISTERIO Y LA OFICINA DEL PUERTO\n\nLas Partes desean trabajar juntas. La"
            " presente carta surte efectos hoy."
        ),
    ),
    (
        "alliance agreement",
        (
            "AGREEMENT ESTABLISHING AN ALLIANCE\nBETWEEN\nTHE HARBOR SAFETY OFFICE\nAND\nTHE CONSULATE OF"
            " ARDENIA\n\nThe Participants form an Alliance for safe work."
        ),
    ),
    (
        "alliance agreement",
        (
            "ARREGLO QUE ESTABLECE UNA ALIANZA\nENTRE\nLA OFICINA DE SEGURIDAD\nY\nEL CONSULADO DE ARDENIA\n\nLos"
            " Participantes forman una Alianza."
        ),
    ),
    (
        "renewal",
        (
            "RENEWAL AGREEMENT\nbetween the Harbor Safety Office and the Builders Union\n\nThe parties renew the"
            " Alliance signed on May 2, 2004."
        ),
    ),
    (
        "renewal",
        (
            "ARREGLO PARA RENOVAR LA ALIANZA\nentre la Oficina y el Consulado\n\nLos Participantes la renuevan por dos"
            " años."
        ),
    ),
    (
        "amendment",
        "AMENDMENT NO. 2 TO THE MEMORANDUM OF UNDERSTANDING\n\nThe parties hereby amend section 4 of the Memorandum.",
    ),
    ("amendment", "ADENDA AL MEMORÁNDUM DE ENTENDIMIENTO\n\nLas Partes modifican la sección 4."),
    (
        "joint declaration",
        (
            "JOINT DECLARATION\nof the Secretary of Work and the Minister of Foreign Affairs\n\nThe two declare their"
            " will to cooperate."
        ),
    ),
    (
        "joint declaration",
        "DECLARACIÓN CONJUNTA\nde la Secretaría del Trabajo y el Ministerio\n\nAmbas declaran su voluntad de cooperar.",
    ),
    (
        "agreement",
        "COOPERATION AGREEMENT\n\nThis Cooperation Agreement is made between A and B. The parties agree as follows.",
    ),
    (
        "press release",
        (
            "For Immediate Release\nContact: Ana Vale\n\nHarbor office and consulate sign alliance\n\nPORT ARDO, Calif."
            " -- The office and the consulate signed an alliance today."
        ),
    ),
    (
        "press release",
        (
            "Release Number: 13-0442-SAN\nOffice and consulate work together\n\nPORT ARDO — The office has signed an"
            " alliance with the consulate."
        ),
    ),
    (
        "press release",
        (
            "Office of Public Affairs\nBoard signs letter with Ardenia\n\nThe Board announced today that it signed a"
            " letter of agreement with Ardenia."
        ),
    ),
    (
        "press release",
        (
            "Comunicado No. 88\nArdenia firma un acuerdo laboral\n\nEl Ministerio informa que hoy firmó un acuerdo con"
            " la Oficina."
        ),
    ),
    (
        "media announcement",
        (
            "Office, Consulate Sign Pact\n\nSPRINGFIELD, Ill. – The office and the consulate signed a pact on Monday,"
            " officials said."
        ),
    ),
    (
        "media announcement",
        (
            "Consulate and labor office reach deal\n\nBy Rita Sands\n\nThe consulate said Tuesday that it had signed a"
            " deal with the office."
        ),
    ),
    (
        "media announcement",
        (
            "PORT ARDO (AP) -- The labor office and the consulate of Ardenia signed an agreement Thursday, the consul"
            " said."
        ),
    ),
    (
        "media announcement",
        (
            "Firman convenio a favor de trabajadores\n\nCiudad Ardo.- El cónsul y la directora de la oficina firmaron"
            " un convenio, dijo ayer el consulado."
        ),
    ),
    (
        "correspondence",
        (
            "March 3, 2014\n\nDear Ms. Vale:\n\nThank you for your visit. We would like to meet again in"
            " May.\n\nSincerely,\nJon Reyes"
        ),
    ),
    (
        "correspondence",
        (
            "Puerto Ardo, 3 de marzo de 2014\n\nEstimada señora Vale:\n\nLe agradezco su visita y le propongo otra"
            " reunión.\n\nAtentamente,\nJon Reyes"
        ),
    ),
    (
        "public-records response",
        (
            "Re: Freedom of Information Act request 2014-0031\n\nDear Mr. Reyes:\n\nThis responds to your request for"
            " records of agreements with consulates.\n\nSincerely,"
        ),
    ),
    (
        "public-records response",
        (
            "UNIDAD DE TRANSPARENCIA\nRespuesta a solicitud de información 0031\n\nSe entregan copias de los acuerdos"
            " que usted pide."
        ),
    ),
    ("complaint", "CHARGE OF DISCRIMINATION\n\nThe undersigned says that the employer paid less to some."),
    ("interview", "Interview with a consular officer, Port Ardo\n\nQ: How did the agreement begin?\nA: With a letter."),
    ("interview", "Entrevista con una funcionaria del consulado\n\nP: ¿Cómo empezó el acuerdo?\nR: Con una carta."),
    ("report", "Annual Report of the Alliance, 2015\n\nThe Alliance reached 400 workers. It was signed in 2014."),
    ("report", "Informe anual de la Alianza, 2015\n\nLa Alianza llegó a 400 trabajadores."),
    (
        "organisation list",
        "Directory of worker centers\n\nCasa del Puerto, 12 Dock Street\nHarbor Workers, 9 Pier Lane",
    ),
    (
        "other",
        "Remarks of the Secretary at the signing of the Joint Declaration\n\nGood morning. I thank the Ambassador.",
    ),
    ("other", "Alliance Agreement Template: Consulates\n\nBETWEEN <SPECIFY OFFICE> AND <NAME>"),
]


@pytest.mark.parametrize(("kind", "text"), PAPERS, ids=[f"{kind}-{index}" for index, (kind, _) in enumerate(PAPERS)])
def test_kind(kind, text):
    assert value("kind", text) == kind


def test_mail_is_correspondence_and_keeps_its_headers():
    metadata = {
        "from": "Ana Vale <ana@office.example>", "to": "jon@consulate.example, \"Reyes, Mia\" <mia@consulate.example>",
        "date": "2014-03-03T10:00:00-05:00", "subject": "Re: Alliance", "in-reply-to": "<1@consulate.example>",
    }  # fmt: skip
    found = read_facts(paper("Thank you, see you in May.", media_type="message/rfc822", metadata=metadata), knowledge())
    told = [(fact.field, fact.value) for fact in found if isinstance(fact.value, str)]
    assert ("kind", "correspondence") in told
    assert ("sender", "Ana Vale <ana@office.example>") in told
    assert [value for field, value in told if field == "recipient"] == [
        "jon@consulate.example",
        '"Reyes, Mia" <mia@consulate.example>',
    ]
    assert ("issued_date", "2014-03-03") in told
    assert ("title", "Re: Alliance") in told
    assert [fact.value.type for fact in found if isinstance(fact.value, Relation)] == ["replies-to"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The office and the consulate will work with all of the workers in the state.", "en"),
        ("La oficina y el consulado trabajarán con los trabajadores del estado.", "es"),
        (
            (
                "The office and the consulate will work with the workers of the state, and they will meet in the"
                " spring.\n\nLa oficina y el consulado trabajarán con los trabajadores del estado, y se reunirán en la"
                " primavera."
            ),
            "en+es",
        ),
        ("12 34 56", None),
    ],
)
def test_language(text, language):
    assert value("language", text) == language


@pytest.mark.parametrize(
    ("text", "restricted"),
    [
        ("Interview with a consular officer\n\nQ: When?\nA: In May.", "restricted"),
        ("Field report\n\nThe name of the speaker is confidential. Name withheld at her wish.", "restricted"),
        (
            (
                "CONFIDENTIALITY AGREEMENT\n\nThis Agreement is between A and B. The parties agree as follows:"
                " confidential information stays so."
            ),
            None,
        ),
        ("Annual Report\n\nAll is public.", None),
    ],
)
def test_restricted(text, restricted):
    assert value("access", text) == restricted


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("News Release\nRelease Number: 13-0442-SAN\nThe office signed an alliance today.", "13-0442-SAN"),
        ("FOIA Request No. 2014-F-00317\n\nDear Sir:", "2014-F-00317"),
        ("The office signed an alliance with 4 consulates in 2013.", None),
    ],
)
def test_reference_number(text, number):
    assert value("reference_number", text) == number


@pytest.mark.parametrize("headline", ["Suscriben acuerdo por los jornaleros", "Renuevan alianza por la salud laboral"])
def test_a_headline_under_a_newspapers_name_names_no_paper_of_its_own(headline: str) -> None:
    text = (
        f"La Voz del Puerto\n3 de mayo de 2012\nPor Ruth Vega\n\n{headline}\n\nLa oficina laboral y el consulado de "
        "México suscribieron el 2 de mayo de 2012 un acuerdo en favor de los jornaleros, según contaron los presentes."
    )
    assert value("kind", text) == "media announcement"


@pytest.mark.parametrize("name", ["SEGUNDA ENMIENDA", "PRIMERA ADENDA", "TERCERA MODIFICACIÓN AL CONVENIO"])
def test_a_numbered_amendment_in_spanish(name: str) -> None:
    text = (
        f"{name}\n\nLa oficina laboral y el consulado de México, en adelante las Partes, acuerdan lo siguiente.\n\n"
        "La ventanilla cierra a las seis.\n\nFirmado el 2 de mayo de 2012."
    )
    assert value("kind", text) == "amendment"
