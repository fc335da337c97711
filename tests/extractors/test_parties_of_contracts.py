"""Parties of contracts between companies and persons, as such papers set them out in both languages."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Party
from tests.extractors.reading import facts


def names(text: str) -> list[str]:
    return [fact.value.name for fact in facts(text, field="party") if isinstance(fact.value, Party)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "CONTRATO DE PRESTACIÓN DE SERVICIOS\n\nEn Sevilla, a 4 de mayo de 2016\n\nREUNIDOS\n\nDe una parte, D. "
            "Luis "
            "Vega Soto, mayor de edad, en nombre y representación de OLIVOS DEL SUR, S.L., con domicilio en "
            "Sevilla.\n\n"
            "Y de otra parte, Dª. Ana Ruiz Mora, en nombre y representación de la empresa MOLINOS DEL NORTE, S.A., "
            "con "
            "domicilio en Gijón.\n\nAmbas partes EXPONEN",
            ["OLIVOS DEL SUR, S.L.", "MOLINOS DEL NORTE, S.A."],
        ),
        (
            "CONVENIO DE CONFIDENCIALIDAD QUE CELEBRAN POR UNA PARTE HILADOS DEL RÍO, S.A. DE C.V., REPRESENTADA "
            "POR EL "
            "SEÑOR LUIS VEGA (EN LO SUCESIVO “HILADOS”), Y POR LA OTRA PARTE TELARES UNIDOS, S.A.P.I. DE C.V., "
            "REPRESENTADA POR LA LICENCIADA ANA RUIZ (EN LO SUCESIVO “TELARES”), AL TENOR DE LAS SIGUIENTES CLÁUSULAS",
            ["HILADOS DEL RÍO, S.A. DE C.V.", "TELARES UNIDOS, S.A.P.I. DE C.V."],
        ),
        (
            "CONTRATO DE ASESORÍA que celebran por una parte el C. Lic. Luis Vega Soto, por su propio derecho, a "
            "quien en "
            "lo sucesivo se denominará “EL ASESOR”, y por la otra Cooperativa Agua Clara, S.C. de R.L., "
            "representada por "
            "su presidenta.\n\nCLÁUSULAS",
            ["Luis Vega Soto", "Cooperativa Agua Clara, S.C. de R.L."],
        ),
        (
            "CONTRATO DE COMPRAVENTA\n\nEntre GRANOS DEL PLATA S.R.L., con domicilio en Rosario, en adelante “la "
            "Vendedora”, "
            "y el señor PEDRO LUIS ARCE, argentino, comerciante, en adelante “el Comprador”, se celebra el presente.",
            ["GRANOS DEL PLATA S.R.L.", "PEDRO LUIS ARCE"],
        ),
        (
            "CONTRATO DE LICENCIA\n\nLos suscritos, a saber: CAFÉS DEL VALLE S.A.S., sociedad comercial, representada "
            "legalmente por ANA RUIZ MORA, y TOSTADORA CENTRAL LTDA., con domicilio en Cali, acuerdan lo siguiente.",
            ["CAFÉS DEL VALLE S.A.S.", "TOSTADORA CENTRAL LTDA."],
        ),
    ],
)
def test_the_sides_of_a_spanish_contract(text, expected):
    assert names(text) == expected


def test_a_remark_on_the_other_hand_sets_no_sides():
    text = (
        "CONTRATO DE SUMINISTRO entre Hilados del Río, S.A. de C.V. y Telares Unidos, S.A. de C.V.\n\nPor una "
        "parte, el "
        "precio sube cada año; por otra parte, la entrega es mensual."
    )
    assert names(text) == ["Hilados del Río, S.A. de C.V.", "Telares Unidos, S.A. de C.V."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SPONSORSHIP AGREEMENT\n\nThis agreement is dated 4 May 2016 and made between:\n\nTHE HILLTOP ROWING "
            "CLUB LIMITED, "
            "incorporated in England whose registered office is at 2 River Lane (the “Club”); and\n\nRED HILL "
            "BREWERS LIMITED, "
            "incorporated in England whose registered office is at 9 Mill Lane (the “Sponsor”).\n\n1. Term",
            ["THE HILLTOP ROWING CLUB LIMITED", "RED HILL BREWERS LIMITED"],
        ),
        (
            "CONSULTING AGREEMENT\n\nBETWEEN:\n\nBLUE LAKE GOLD CORP., a corporation existing under the laws of "
            "Ontario\n\n"
            "OF THE FIRST PART\n\n- and -\n\nPEDRO L. ARCE, of the City of Sudbury\n\nOF THE SECOND PART\n\nWHEREAS",
            ["BLUE LAKE GOLD CORP.", "PEDRO L. ARCE"],
        ),
        (
            "ALLIANCE AGREEMENT\n\nThis Agreement is entered into by and between the following parties:\n\nBLUE "
            "LAKE SOLAR, "
            "INC., a corporation of Arizona (“BLS”);\n\nand\n\nRED HILL PUMPS, a sole proprietorship of Mr. Pedro "
            "Arce "
            "(“RHP”).\n\n1. Purpose",
            ["BLUE LAKE SOLAR, INC.", "RED HILL PUMPS"],
        ),
        (
            "RESELLER AGREEMENT\n\nPARTIES\n\n(1) BLUE LAKE SYSTEMS LIMITED, a company registered in England (Blue "
            "Lake); and\n\n"
            "(2) RED HILL CONSULTING LLP, a partnership of Mill House, Exeter EX1 1AA (the Reseller).\n\nBACKGROUND",
            ["BLUE LAKE SYSTEMS LIMITED", "RED HILL CONSULTING LLP"],
        ),
        (
            "RESTATED MARKETING AGREEMENT\n\nThis Agreement is made by and among Blue Lake, Inc. (“Blue”), Red Hill "
            "Bank, N.A. "
            "(“Bank”), and Oak Row LLC (“Oak”), and amends and restates the Marketing Agreement dated as of May 4, "
            "2012 (the "
            "“Original Agreement”).",
            ["Blue Lake, Inc.", "Red Hill Bank, N.A.", "Oak Row LLC"],
        ),
        (
            "This Agreement is made by and among Blue Lake Growth Fund\nII, L.P., a Delaware partnership (“Blue”), "
            "and, solely "
            "for purposes of\nArticle VI, Red Hill Europe S.à r.l., a company of Luxembourg (“Red”). The parties "
            "agree.",
            ["Blue Lake Growth Fund II, L.P.", "Red Hill Europe S.à r.l."],
        ),
        (
            "NON-COMPETITION AGREEMENT\n\nThis Agreement is delivered by Pedro Arce (“Holder”), in favor of and for "
            "the benefit "
            "of BLUE LAKE RAIL\nCORP., a Delaware corporation (“Buyer”), and RED HILL, INC., a Texas corporation.",
            ["Pedro Arce", "BLUE LAKE RAIL CORP.", "RED HILL, INC."],
        ),
        (
            "CONFIDENTIALITY AGREEMENT\n\nDiscloser: Blue Lake Robotics Corp.\n           900 Mill Drive\n\n"
            "Recipient: Red Hill & Sons Tooling Co., Inc.\n\nDiscloser and Recipient agree.",
            ["Blue Lake Robotics Corp.", "Red Hill & Sons Tooling Co., Inc."],
        ),
        (
            "This Agreement is by and between the President and Fellows of Hilltop College, a corporation of "
            "Massachusetts "
            "(“College”), and Captain Pedro Luis Arce, master mariner (the “Captain”). The parties agree.",
            ["President and Fellows of Hilltop College", "Pedro Luis Arce"],
        ),
    ],
)
def test_parties_in_blocks_under_labels_and_for_one_purpose(text, expected):
    assert names(text) == expected


def test_a_day_below_a_name_is_no_part_of_it():
    text = "SECRECY AGREEMENT\nbetween\nBLUE LAKE BANCORP, INC.\nand\nVALLEY STATE BANKSHARES\nDated: May 4, 2016\n"
    assert names(text) == ["BLUE LAKE BANCORP, INC.", "VALLEY STATE BANKSHARES"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NON-COMPETITION AGREEMENT\n\nThis Agreement is made by and among Blue Lake Dental, Inc. (“Parent”), Dr. "
            "Ana Ruiz, "
            "D.D.S., an individual residing in Ohio, Pedro Arce, an individual residing in Ohio (each, a “Restricted "
            "Party”), "
            "and Red Hill, LLC (the “Company”).",
            ["Blue Lake Dental, Inc.", "Ana Ruiz", "Pedro Arce", "Red Hill, LLC"],
        ),
        (
            "TOLL AGREEMENT\n\nThis Agreement is made between Blue Lake, L.L.C., a Nevada company (“Blue”), and Red "
            "Hill Refining "
            "Company\nof Utah (“Processor”).",
            ["Blue Lake, L.L.C.", "Red Hill Refining Company of Utah"],
        ),
        (
            "AGENCY AGREEMENT dated as of May 4, 2005 by and between a joint venture comprised of Blue Lake "
            "Partners, LLC and Oak "
            "Resources, LLC (collectively, the “Agent”) and Red Hill Stores, Inc. (the “Merchant”).",
            ["Blue Lake Partners, LLC", "Oak Resources, LLC", "Red Hill Stores, Inc."],
        ),
        (
            "CONTRATO DE CONFIDENCIALIDAD\n\nComparecemos: por una parte, PEDRO ARCE SOTO, de cuarenta años, casado, "
            "quien actúa en "
            "su calidad de Gerente General y Representante Legal de la entidad TEXTILES DEL LAGO, SOCIEDAD ANÓNIMA, "
            "en adelante "
            "“La Empresa”; y por la otra parte, ANA RUIZ MORA, soltera, en adelante “La Colaboradora”; convenimos.",
            ["TEXTILES DEL LAGO, SOCIEDAD ANÓNIMA", "ANA RUIZ MORA"],
        ),
        (
            "SALES AGREEMENT\n\nOn this 4th day of May, 1994, Blue Lake Works, Inc. of Rochester, New York "
            "(hereafter “Blue”) "
            "and Mr. Pedro X. Arce d/b/a Arce & Associates, of Lowell (hereafter “Seller”) agree:",
            ["Blue Lake Works, Inc.", "Pedro X. Arce"],
        ),
        (
            "CARTA COMPROMISO DE CONFIDENCIALIDAD\n\nQuien suscribe, Ing. Pedro Arce Soto, manifiesto ante Lago "
            "Azul, S.A. de "
            "C.V. (la “Empresa”) que guardaré reserva.",
            ["Lago Azul, S.A. de C.V.", "Pedro Arce Soto"],
        ),
    ],
)
def test_persons_among_the_parties(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "AGENCY AGREEMENT\n\nArce, Vega & Whitcomb, Inc.\n787 Exchange Place\n\nLadies and Gentlemen:\n\nBlue "
            "Lake Bancorp, "
            "Inc., a Maryland corporation (the “Company”), and Blue Lake Savings Bank, a Maryland bank (the “Bank”), "
            "hereby "
            "confirm their agreement with Arce, Vega & Whitcomb, Inc. (the “Agent”) as follows:",
            ["Blue Lake Bancorp, Inc.", "Blue Lake Savings Bank", "Arce, Vega & Whitcomb, Inc."],
        ),
        (
            "JOINT FILING AGREEMENT\n\nEach of the undersigned agrees to the joint filing of this statement.\n\nBLUE "
            "LAKE "
            "PARTNERS LP\n\nBy: /s/ Ana Ruiz\nName: Ana Ruiz\nTitle: Managing Member\n\nBLUE LAKE GP LLC\n\nBy: /s/ "
            "Ana Ruiz\n"
            "Name: Ana Ruiz\nTitle: Managing Member\n\n/s/ Ana Ruiz\nAna Ruiz\n",
            ["BLUE LAKE PARTNERS LP", "BLUE LAKE GP LLC", "Ana Ruiz"],
        ),
        (
            "SERVICING AGREEMENT\n\nThis Agreement is among BLUE LAKE LIFE COMPANY, a stock company of Iowa (the "
            "“Company”), on "
            "its own behalf and on behalf of each account set forth on Schedule A, RED HILL INSURANCE TRUST (the "
            "“Trust”) and "
            "RED HILL ADVISORS, LLC (the “Adviser”).",
            ["BLUE LAKE LIFE COMPANY", "RED HILL INSURANCE TRUST", "RED HILL ADVISORS, LLC"],
        ),
        (
            "SUPPORT AGREEMENT\n\nThis Agreement is between BLUE LAKE BANK, NATIONAL ASSOCIATION, not in its "
            "individual "
            "capacity, but solely as trustee (the “Trustee”), and RED HILL PRODUCTS INC. (the “Counterparty”).",
            ["BLUE LAKE BANK, NATIONAL ASSOCIATION", "RED HILL PRODUCTS INC."],
        ),
        (
            "FRANCHISE AGREEMENT\n\nThis Agreement is made by and between the TOWN OF LOWER LAKE, VIRGINIA, a "
            "municipal "
            "corporation (the “Town”), and RED HILL GAS COMPANY, a Virginia corporation (the “Company”).",
            ["TOWN OF LOWER LAKE, VIRGINIA", "RED HILL GAS COMPANY"],
        ),
        (
            "COOPERATION AGREEMENT\n\nThis agreement is entered into by and between:\n\nParty A: Blue Lake Web Co., "
            "Ltd.\n\n"
            "Party B: Yunfan (Tianjin) Internet Services Co., Ltd.\n\nIt is agreed:",
            ["Blue Lake Web Co., Ltd.", "Yunfan (Tianjin) Internet Services Co., Ltd."],
        ),
        (
            "SECRECY AGREEMENT\n\nPARTIES:\n\nAna Dean Ruiz (Employee)\nand\nBLUE LAKE, Inc., its divisions and "
            "affiliates.",
            ["Ana Dean Ruiz", "BLUE LAKE, Inc."],
        ),
    ],
)
def test_parties_of_filed_papers(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "CONTRATO DE CONSULTORÍA\n\nEntre nosotros, la organización Enlace del Lago, representada por su "
            "directora Lic. Ana "
            "Ruiz, en adelante “la Contratante”, y Pedro Arce Soto, mayor de edad, en adelante “el Consultor”, "
            "convenimos.",
            ["Enlace del Lago", "Pedro Arce Soto"],
        ),
        (
            "ACUERDO DE CONFIDENCIALIDAD\n\nEl presente acuerdo se celebra entre Lago Azul, S.A. de C.V. (“Parte "
            "Reveladora”) y el "
            "Ing. Pedro Arce Soto (“Parte Receptora”).",
            ["Lago Azul, S.A. de C.V.", "Pedro Arce Soto"],
        ),
        (
            "CONVENIO DE COLABORACIÓN QUE SUSCRIBEN EL INSTITUTO DEL LAGO, REPRESENTADO POR SU DIRECTORA, EN LO "
            "SUCESIVO “EL "
            "INSTITUTO”, Y LA FEDERACIÓN DE CLUBES DEL NORTE, REPRESENTADA POR SU PRESIDENTA, EN LO SUCESIVO “LA "
            "FEDERACIÓN”.",
            ["INSTITUTO DEL LAGO", "FEDERACIÓN DE CLUBES DEL NORTE"],
        ),
        (
            "AGENCY CONTRACT\nBetween the undersigned:\nBlue Lake Conserves S.A., a French company having its office "
            "in Brest "
            "(hereinafter the “Principal”),\nand\nRed Hill Imports, Inc., a Texas corporation (hereinafter the "
            "“Agent”),\n"
            "it has been agreed as follows:",
            ["Blue Lake Conserves S.A.", "Red Hill Imports, Inc."],
        ),
    ],
)
def test_those_who_speak_of_themselves_as_the_undersigned(text, expected):
    assert names(text) == expected
