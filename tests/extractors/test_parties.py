"""Who an agreement binds, in the wordings of contracts, alliances and letters; whom a release says to have agreed."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Fact, Party
from archive_app.domain.page import Page
from archive_app.extractors import parties
from tests.extractors.reading import facts, reading

ALLIANCE = "Arrangement establishing an Alliance\n\n"


def found(text: str, kind: str = "agreement") -> list[Fact]:
    """The party facts of a text that is taken to be of a kind."""
    paper = reading(text)
    paper.facts.append(Fact("kind", kind, 1.0, "said by the test"))
    return list(parties.find(paper))


def values(text: str, kind: str = "agreement") -> list[Party]:
    return [fact.value for fact in found(text, kind) if isinstance(fact.value, Party)]


def names(text: str, kind: str = "agreement") -> list[str]:
    return [party.name for party in values(text, kind)]


def ids(text: str, kind: str = "alliance agreement") -> list[str | None]:
    return [party.authority for party in values(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'This Supply Agreement is made as of May 2, 2011 by and between Blue Lake Foods, Inc., '
            'a Delaware corporation '
            '("Blue Lake"), and Red Hill Farms LLC, an Ohio limited liability company with offices at 12 Main Street, '
            "Dayton, Ohio 45402 (“Seller”). The parties agree as follows.",
            ["Blue Lake Foods, Inc.", "Red Hill Farms LLC"],
        ),
        (
            "THIS AGREEMENT is entered into between Ana Ruiz Soto (“Employee”) and NORTHERN GATE CORPORATION, a Texas "
            "corporation (the “Company”). WHEREAS, Employee works hard;",
            ["Ana Ruiz Soto", "NORTHERN GATE CORPORATION"],
        ),
        (
            "This Agreement, dated March 3, 2001, is by and among Alder & Birch Telegraph and Telephone Company, Cedar "
            "Bank, N.A., and Dr. Luis Vega, M.D. (collectively, the “Parties”).",
            ["Alder & Birch Telegraph and Telephone Company", "Cedar Bank, N.A.", "Luis Vega"],
        ),
        (
            "El presente convenio de colaboración se celebra entre Agrícola del Valle, S.A. de C.V., con domicilio en "
            "Puebla, en adelante “la Empresa”, y Transportes Luna, S. de R.L. de C.V., en adelante “el Proveedor”.",
            ["Agrícola del Valle, S.A. de C.V.", "Transportes Luna, S. de R.L. de C.V."],
        ),
        (
            "LICENSE AGREEMENT\nBETWEEN:\n\nHarbor Light Press Ltd.\n20 Queen Street\nToronto\n\n- and -\n\n"
            "Mill Road Books Inc.\n5 Elm Avenue\nOttawa\n\nWHEREAS the Licensor owns titles;",
            ["Harbor Light Press Ltd.", "Mill Road Books Inc."],
        ),
        (
            "Franchise Agreement between Smith, Lopez and Co. and Tall Pine Group LP d/b/a Pine Diners (“Franchisee”).",
            ["Smith, Lopez and Co.", "Tall Pine Group LP"],
        ),
    ],
)  # fmt: skip
def test_parties_of_a_contract_have_clean_names(text, expected):
    assert names(text) == expected


def test_companies_and_persons_have_their_roles():
    text = "This Agreement is made between Ana Ruiz (“Consultant”) and Blue Lake Foods, Inc. (“Client”)."
    assert [(party.name, party.role) for party in values(text)] == [
        ("Ana Ruiz", "person"),
        ("Blue Lake Foods, Inc.", "company"),
    ]


def test_evidence_is_the_words_of_the_name():
    text = "This Agreement is made between Blue\nLake Foods, Inc. (“Client”) and Red Hill Farms LLC (“Seller”)."
    fact = found(text)[0]
    assert fact.evidence is not None
    assert fact.evidence.quote == "Blue Lake Foods, Inc."
    assert Page(1, text).text[fact.evidence.start : fact.evidence.end] == "Blue\nLake Foods, Inc."


def test_a_blank_party_and_a_part_played_are_no_parties():
    text = "This Agreement is made by and between ____________ (“Employee”) and Blue Lake Foods, Inc. (the “Company”)."
    assert names(text) == ["Blue Lake Foods, Inc."]


def test_a_letter_has_the_parties_that_it_is_from_and_to():
    text = (
        "January 4, 2010\n\nTall Pine Partners LLC\n9 Oak Street\nAustin, Texas 78701\n\nDear Sir:\n\n"
        "You have asked Blue Lake Foods, Inc. (the “Company”) for certain information about its business. "
        "You agree to keep it secret.\n\nVery truly yours,\n\nBLUE LAKE FOODS, INC.\nBy: /s/ Ana Ruiz\nTitle: President"
    )
    assert sorted(names(text)) == ["Blue Lake Foods, Inc.", "Tall Pine Partners LLC"]


def test_an_undertaking_binds_the_company_and_the_person_who_signs_for_herself():
    text = (
        "As a condition of my work with Blue Lake Foods, Inc., its subsidiaries and affiliates "
        "(together the “Company”), "
        "I agree to the following.\n\n1. I will keep secrets.\n\n____________________\nAna Ruiz\n"
    )
    assert names(text) == ["Blue Lake Foods, Inc.", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MEMORANDUM\nBETWEEN\nTHE OCCUPATIONAL SAFETY AND HEALTH ADMINISTRATION\nAND\nTHE "
            "CONSULATE GENERAL OF MEXICO IN RALEIGH\n\n"
            "Both will teach.",
            ["US-DOL-OSHA", "MX-CON-raleigh"],
        ),
        (
            ALLIANCE + "The Participants are OSHA's Boise Area Office and the Consulate of Mexico in Boise, Idaho (the "
            "Consulate). They cite the Letter between OSHA and the Ministry of Foreign Affairs of "
            "Mexico, signed in 2010.",
            ["US-DOL-OSHA/boise-area", "MX-CON-boise"],
        ),
        (
            ALLIANCE + "ARREGLO entre la Oficina de Área de Omaha de la OSHA y el Consulado de "
            "México en Omaha, Nebraska "
            "(en adelante “el Consulado”), los Participantes.",
            ["US-DOL-OSHA/omaha-area", "MX-CON-omaha"],
        ),
        (
            ALLIANCE + "The EEOC's Seattle Field Office; the Consulate of Mexico in Seattle, "
            "Washington; and the Consulate of "
            "Mexico in Portland, Oregon, agree to work together.",
            ["US-EEOC/seattle-field", "MX-CON-seattle", "MX-CON-portland"],
        ),
        (
            "LETTER OF AGREEMENT\n\nThe National Labor Relations Board of the United States of "
            "America (“the Board”) and the\n"
            "Ministry of Foreign Affairs of Mexico (“the Ministry”) have agreed to work together.",
            ["US-NLRB", "MX-SRE"],
        ),
        (
            "MEMORANDUM\nThis Memorandum is made between the City of Seattle, acting through its "
            "Seattle Office of Labor "
            "Standards (OLS), and the Consulate of Mexico in Seattle (Consulate).",
            ["US-SEA-OLS", "MX-CON-seattle"],
        ),
        (
            "MEMORÁNDUM entre el Consulado de México en Boise y el DEPARTAMENTO DEL TRABAJO DE IDAHO.",
            ["MX-CON-boise", "US-ID-IDOL"],
        ),
        (
            "Agreement between the Government of the United Mexican States and the Government of the United States of "
            "America on seasonal work. Mexico acts through the Secretariat of Labor and Social Welfare and the United "
            "States through its Department of Labor.",
            ["MX-STPS", "US-DOL"],
        ),
    ],
)  # fmt: skip
def test_bodies_of_the_authority_file_are_known_as_the_office_that_agrees(text, expected):
    assert ids(text) == expected


def test_posts_of_a_country_together_are_no_body():
    text = ALLIANCE + "An alliance between OSHA's Boise Area Office and consulates of Mexico."
    assert "consulates of Mexico" not in [party.name for party in values(text)]


def test_a_body_that_is_not_in_the_file_is_a_party_without_an_authority():
    text = ALLIANCE + "An alliance between OSHA's Boise Area Office and the Snake River Roofers Association (SRRA)."
    assert [(party.name, party.authority) for party in values(text)] == [
        ("OSHA's Boise Area Office", "US-DOL-OSHA/boise-area"),
        ("Snake River Roofers Association", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BOISE, Idaho — The Wage and Hour Division today signed an agreement with the Consulate "
            "of Mexico in Boise. "
            "The National Labor Relations Board keeps an office nearby.",
            ["US-DOL-WHD", "MX-CON-boise"],
        ),
        (
            "Los consulados celebran. La Secretaría de Relaciones Exteriores firmó un convenio con "
            "la Junta Nacional de "
            "Relaciones Laborales.",
            ["MX-SRE", "US-NLRB"],
        ),
        (
            "The EEOC's Seattle Field Office and the Mexican Consulate met Monday. They signed a "
            "memorandum of understanding.",
            ["US-EEOC/seattle-field", "MX-CON-seattle"],
        ),
        ("The Wage and Hour Division fined a farm. It has the power to do so.", []),
    ],
)  # fmt: skip
def test_a_release_tells_of_the_bodies_that_agreed_and_no_others(text, expected):
    assert ids(text, "press release") == expected


def test_the_whole_pipeline_gives_parties():
    text = "Non-Disclosure Agreement\n\nThis Agreement is made between Blue Lake Foods, Inc. and Red Hill Farms LLC."
    assert [fact.value.name for fact in facts(text, field="party") if isinstance(fact.value, Party)] == [
        "Blue Lake Foods, Inc.",
        "Red Hill Farms LLC",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "COOPERATION AGREEMENT\n\nParty A: Blue Lake (Harbor) Foods Co., Ltd.\nAddress: 3 Quay Road\n\n"
            "Party B: Red Hill Farms LLC\nAddress: 9 Mill Lane\n\nThe following is agreed.",
            ["Blue Lake (Harbor) Foods Co., Ltd.", "Red Hill Farms LLC"],
        ),
        (
            "CONSULTING TERMS\n\nBlue Lake Foods, Inc., with offices at 740 Heron Road (“Blue Lake”) and Red Hill B.V. "
            "having its seat at 16 Dam Street (“Consultant”) agree to the terms below.",
            ["Blue Lake Foods, Inc.", "Red Hill B.V."],
        ),
        (
            "RESTRICTIVE COVENANT AGREEMENT\n\nI, ____________, enter into this Agreement with Blue Lake Foods, Inc. "
            "(“BLF”), and it binds me from today.",
            ["Blue Lake Foods, Inc."],
        ),
        (
            "SPONSORSHIP AGREEMENT\n\nBlue Lake Media, Inc. (“BLM”), a Nevada company, holds a regatta. This Agreement "
            "is made by and between Red Hill Farms LLC (the “Sponsor”) and BLM.",
            ["Red Hill Farms LLC", "Blue Lake Media, Inc."],
        ),
        (
            "This Research Agreement is made by and between ArLake, Inc. (“ArLake”), and The University of Ardenia, "
            "located at 2 Hall Street (“University”).",
            ["ArLake, Inc.", "The University of Ardenia"],
        ),
        (
            "This Agreement is made by and between Blue Lake Ltd., a company organized under the laws of England and "
            "Wales (“Blue”), and Thomas W. Alder (“Adviser”).",
            ["Blue Lake Ltd.", "Thomas W. Alder"],
        ),
        (
            "Convenio que celebran el Consulado de México en Omaha y la Oficina del Comisionado Laboral del Puerto, al "
            "tenor de lo siguiente.",
            ["Consulado de México en Omaha", "Oficina del Comisionado Laboral del Puerto"],
        ),
        (
            "ACUERDO\n\nEl Consulado de México en Omaha y la Oficina Laboral del Puerto acuerdan lo siguiente.",
            ["Consulado de México en Omaha", "Oficina Laboral del Puerto"],
        ),
    ],
)
def test_parties_that_other_words_tell(text, expected):
    assert names(text) == expected


def test_a_party_that_is_listed_and_signs_is_surer():
    text = "This Agreement is made between Blue Lake Foods, Inc. (“Client”) and Ana Ruiz (“Adviser”)."
    signed = text + "\n\nBLUE LAKE FOODS, INC.\nBy: /s/ Tom Hale\nTitle: President\n\n/s/ Ana Ruiz\nAna Ruiz\n"
    assert all(fact.confidence < 0.9 for fact in found(text))
    assert all(fact.confidence >= 0.9 for fact in found(signed))


def test_companies_of_one_family_that_sign_beside_one_another_are_different_parties():
    signers = ("BLUE LAKE CAPITAL, L.P.", "BLUE LAKE CAPITAL GP, LLC", "BLUE LAKE HOLDINGS, INC.")
    blocks = "\n\n".join(f"{name}\nBy: /s/ Ana Ruiz\nName: Ana Ruiz\nTitle: President" for name in signers)
    text = f"JOINT FILING AGREEMENT\n\nThe undersigned agree to one statement.\n\nDated: July 6, 2015\n\n{blocks}\n"
    assert names(text) == list(signers)


def test_a_word_in_capitals_before_a_name_is_no_part_of_it():
    text = (
        "MILL AGREEMENT\n\nBETWEEN:\nBLUE LAKE FOODS, INC., a Delaware corporation (“Blue Lake”);\n"
        "AND:\tRED HILL FARMS LLC, an Ohio company (“Farms”)\n\nWHEREAS Farms owns a mill;"
    )
    assert names(text) == ["BLUE LAKE FOODS, INC.", "RED HILL FARMS LLC"]


def test_half_of_a_companys_ending_is_no_party():
    signed = "RED HILL GROUP LIMITED\nLIABILITY COMPANY\n\nBy: /s/ Ana Ruiz\nName: Ana Ruiz\nTitle: President\n"
    text = f"MILL CONTRACT\n\nThe parties will build a mill.\n\nIN WITNESS WHEREOF, they have signed.\n\n{signed}"
    assert "LIABILITY COMPANY" not in names(text)
