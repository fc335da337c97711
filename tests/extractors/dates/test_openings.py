"""The day an agreement bears and the day it takes effect, in the many ways that agreements say them."""

from __future__ import annotations

import pytest

from tests.extractors.reading import value

HEAD = "SERVICES AGREEMENT\n\n"
BODY = (
    "\n\nThe parties hereby agree as follows. Brook shall supply yarn, and Alder shall pay for it. This Agreement is"
    " governed by its own terms and conditions.\n"
)
HEAD_ES = "CONVENIO DE COLABORACIÓN\n\n"
BODY_ES = (
    "\n\nLas Partes acuerdan lo siguiente. En adelante, la Oficina dará talleres y el Consulado invitará a los"
    " trabajadores. El presente Convenio se rige por sus cláusulas.\n"
)
#: Words, agreement date, effective date.
ENGLISH = [
    (
        (
            "This Services Agreement (this “Agreement”) is made and entered into as of the 3rd day of "
            "March, 2015, by and between Alder Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement, dated for reference purposes only as of March 3, 2015, is between Alder Tools "
            "Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "DATED 3 March 2015\n\nALDER TOOLS LTD\n\nand\n\nBROOK MILLS PLC\n\nTHIS AGREEMENT is made on "
            "3 March 2015 BETWEEN:\n(1) Alder Tools Ltd; and\n(2) Brook Mills PLC."
        ),
        "2015-03-03",
        None,
    ),
    ("THIS AGREEMENT is dated 3 March 2015.\nPARTIES\n(1) Alder Tools Ltd\n(2) Brook Mills PLC", "2015-03-03", None),
    ("This Agreement is made this 3rd March 2015 between Alder Tools Ltd and Brook Mills PLC.", "2015-03-03", None),
    (
        (
            "Entered into this third day of March in the year two thousand fifteen, by Alder Tools Ltd. "
            "and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "AGREEMENT made this 3rd day of March, 2015, between Alder Tools Ltd., a Texas corporation, "
            "and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        ("AGREEMENT, dated as of March 3, 2015, among Alder Tools Ltd., Brook Mills Inc. and Cedar Farms LLC."),
        "2015-03-03",
        None,
    ),
    (
        ("By this agreement made on March 3, 2015, Alder Tools Ltd. and Brook Mills Inc. join their workshops."),
        "2015-03-03",
        None,
    ),
    (
        ("The parties to this agreement, dated the 3rd of March 2015, are Alder Tools Ltd. and Brook Mills Inc."),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is between Alder Tools Ltd. (“Alder”) and Brook Mills Inc. (“Brook”) and is "
            "dated March 3, 2015."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is entered into by and between Alder Tools Ltd., a Delaware corporation with "
            "its principal office at 100 Main Street, Springfield, Ohio 43004 (“Alder”), and Brook Mills "
            "Inc., a Nevada corporation with its principal place of business at 22 Canal Road, Reno "
            "(“Brook”), effective as of March 3, 2015."
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    ("Alder Tools Ltd. and Brook Mills Inc. enter into this Agreement on March 3, 2015.", "2015-03-03", None),
    ("Date of Agreement: March 3, 2015\nSeller: Alder Tools Ltd.\nBuyer: Brook Mills Inc.", "2015-03-03", None),
    ("Agreement Date: 03/03/2015\nSeller: Alder Tools Ltd.\nBuyer: Brook Mills Inc.", "2015-03-03", None),
    ("Effective Date: March 3, 2015\nSeller: Alder Tools Ltd.\nBuyer: Brook Mills Inc.", "2015-03-03", "2015-03-03"),
    (
        (
            "This License Agreement (the “Agreement”) is made effective the 3rd day of March, 2015 (the "
            "“Effective Date”), between Alder Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This agreement shall be deemed to have been made on March 3, 2015, between Alder Tools Ltd. "
            "and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "THIS INDENTURE made the third day of March Two thousand and fifteen BETWEEN Alder Tools Ltd. "
            "and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Amendment No. 2, dated as of March 3, 2015 (this “Amendment”), to the Supply Agreement "
            "dated as of May 5, 2010 (the “Supply Agreement”), is between Alder Tools Ltd. and Brook Mills "
            "Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This First Amendment to the Supply Agreement dated May 5, 2010 (the “Original Agreement”) is "
            "made as of March 3, 2015 by Alder Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Amended and Restated Services Agreement, which amends and restates the agreement of May "
            "5, 2010, is made as of March 3, 2015, between Alder Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    ("On this 3rd day of March, 2015, Alder Tools Ltd. and Brook Mills Inc. agree as follows.", "2015-03-03", None),
    ("As of March 3, 2015, Alder Tools Ltd. and Brook Mills Inc. hereby agree as follows:", "2015-03-03", None),
    (
        (
            "This Agreement, made and concluded on March 3, 2015, by Alder Tools Ltd., party of the first "
            "part, and Brook Mills Inc., party of the second part."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement, having an effective date of March 3, 2015, is by and between Alder Tools Ltd. "
            "and Brook Mills Inc."
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        ("The effective date of this Agreement is March 3, 2015. It is made by Alder Tools Ltd. and Brook Mills Inc."),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        "This Agreement by Alder Tools Ltd. and Brook Mills Inc. takes effect on March 3, 2015.",
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This Agreement shall be effective from and after March 3, 2015 between Alder Tools Ltd. and "
            "Brook Mills Inc."
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This Agreement (“Agreement”), with an Effective Date of March 3, 2015, is made between Alder "
            "Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This Agreement is made and entered into by Alder Tools Ltd. and Brook Mills Inc. as of the "
            "date last signed below (the “Effective Date”). Services begin after the kickoff.\n\nIN "
            "WITNESS WHEREOF the parties have signed.\n\nALDER TOOLS LTD.\nBy: /s/ Ann Reed\nDate: March "
            "2, 2015\n\nBROOK MILLS INC.\nBy: /s/ Tom Hale\nDate: March 3, 2015"
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This Agreement will become effective when both parties have signed it.\n\nALDER TOOLS LTD.\n"
            "By: /s/ Ann Reed\nDate: March 2, 2015\n\nBROOK MILLS INC.\nBy: /s/ Tom Hale\nDate: March 3, "
            "2015"
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This Agreement is binding on the parties.\n\nIN WITNESS WHEREOF, the parties have caused this "
            "Agreement to be executed this 3rd day of March, 2015.\n\nBy: Ann Reed"
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is binding on the parties.\n\nExecuted at Chicago, Illinois, on March 3, "
            "2015.\n\nBy: /s/ Ann Reed"
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is binding on the parties.\n\nSigned, sealed and delivered this 3rd day of "
            "March, 2015.\n\nBy: /s/ Ann Reed"
        ),
        "2015-03-03",
        None,
    ),
    (
        ("This Agreement is binding on the parties.\n\nACCEPTED AND AGREED TO AS OF MARCH 3, 2015\n\nBy: /s/ Ann Reed"),
        "2015-03-03",
        None,
    ),
    (
        ("This Agreement is binding on the parties.\n\nAgreed this third day of March 2015:\n\nBy: /s/ Ann Reed"),
        "2015-03-03",
        None,
    ),
    (
        ("This Agreement is binding on the parties.\n\nDated: March 3, 2015\n\nALDER TOOLS LTD.\nBy: /s/ Ann Reed"),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is binding on the parties.\n\nGiven under our hands at Cork this 3rd day of "
            "March 2015.\n\nAnn Reed"
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is binding on the parties.\n\nSo agreed on March 3, 2015 in the city of "
            "Denver.\n\nBy: /s/ Ann Reed"
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "The parties hereto agree, on this the 3rd day of March A.D. 2015, that Alder Tools Ltd. will "
            "lend its looms to Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "WHEREAS Alder Tools Ltd. and Brook Mills Inc. entered into a supply agreement on May 5, 2010; "
            "and WHEREAS they wish to go on; NOW, THEREFORE, the parties agree.\n\nMade this 3rd day of "
            "March 2015.\nBy: /s/ Ann Reed"
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "WHEREAS Alder Tools Ltd. and Brook Mills Inc. entered into a supply agreement on May 5, 2010; "
            "NOW, THEREFORE, the parties agree."
        ),
        None,
        None,
    ),
    (
        ("WHEREAS on May 5, 2010 Alder Tools Ltd. was formed; NOW, THEREFORE, the parties agree to share looms."),
        None,
        None,
    ),
    (
        (
            "This Agreement is made and entered into this ___ day of __________, 2015, by and between "
            "Alder Tools Ltd. and Brook Mills Inc."
        ),
        None,
        None,
    ),
    (
        (
            "This Agreement is made in Lyon, France, on the 3rd of March 2015, in two originals, between "
            "Alder Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "Alder Tools Ltd. (hereinafter “Alder”), acting by its director, and Brook Mills Inc. "
            "(hereinafter “Brook”), have this 3rd day of March 2015 agreed the following:"
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement was executed on March 3, 2015 but shall be deemed effective as of January 1, "
            "2015 (the “Effective Date”) by Alder Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        "2015-01-01",
    ),
    (
        (
            "This Agreement is made as of March 3, 2015 (the “Execution Date”) and will be effective as of "
            "April 1, 2015 (the “Effective Date”), by Alder Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        "2015-04-01",
    ),
    (
        "This Agreement is signed on March 3, 2015. It shall come into force on April 1, 2015.",
        "2015-03-03",
        "2015-04-01",
    ),
    (
        ("This Agreement is made on March 3, 2015. The term of this Agreement shall commence on April 1, 2015."),
        "2015-03-03",
        "2015-04-01",
    ),
    ("This Agreement is made on March 3, 2015. “Commencement Date” means April 1, 2015.", "2015-03-03", "2015-04-01"),
    ("This Agreement is made on March 3, 2015. “Effective Date” shall mean April 1, 2015.", "2015-03-03", "2015-04-01"),
    (
        (
            "This Agreement is made on March 3, 2015. The Effective Date of this Agreement (herein called "
            "the “Effective Date”) shall be April 1, 2015."
        ),
        "2015-03-03",
        "2015-04-01",
    ),
    (
        ("This Agreement is made on March 3, 2015 and shall become effective as of the date first written above."),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        "This Agreement is made on March 3, 2015. This Agreement shall be effective on the date hereof.",
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This Agreement is made on March 3, 2015. The term of this Agreement begins on the date hereof "
            "and continues for one year."
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This Agreement is made on March 3, 2015 (the “Effective Date”). Alder's registration "
            "statement became effective on May 5, 2010."
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "This Agreement is made on March 3, 2015. Employee's resignation was effective January 1, "
            "2015. Shares vest beginning on June 1, 2015."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is made on March 3, 2015. Payments are due by April 1, 2015; rent commences on "
            "April 1, 2015 under the lease."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Memorandum of Agreement is entered into on the date of the last signature, by Alder "
            "Tools Ltd. and Brook Mills Inc. It renews the Memorandum of Agreement signed on May 5, 2010."
        ),
        None,
        None,
    ),
    (
        (
            "Reference is made to the Loan Agreement dated as of May 5, 2010 between Alder Tools Ltd. and "
            "Brook Mills Inc."
        ),
        None,
        None,
    ),
    (
        ("This Agreement supplements the Loan Agreement, dated May 5, 2010, and is entered into as of March 3, 2015."),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Joinder, dated as of March 3, 2015, is delivered pursuant to the Loan Agreement dated as "
            "of May 5, 2010. This Agreement binds."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement (the “Agreement”) dated this 3rd day of March, 2015\nBETWEEN:\nAlder Tools "
            "Ltd.\n- AND -\nBrook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "Made and executed in the City of Manila this 3rd day of March 2015, by and between: Alder "
            "Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "KNOW ALL MEN BY THESE PRESENTS: This Agreement, executed this 3rd day of March 2015 at Quezon "
            "City, by Alder Tools Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is made at Mumbai on this 3rd day of March, 2015 BY AND BETWEEN Alder Tools "
            "Ltd. and Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "This Agreement is concluded in Shenzhen on 3 March 2015 by the following parties: Party A: "
            "Alder Tools Ltd.; Party B: Brook Mills Inc."
        ),
        "2015-03-03",
        None,
    ),
    ("No. 4471\nDate: 2015-03-03\nParty A: Alder Tools Ltd.\nParty B: Brook Mills Inc.", "2015-03-03", None),
    (
        (
            "March 3, 2015\n\nBrook Mills Inc.\n22 Canal Road\nReno, Nevada\n\nDear Mr. Hale:\n\nThis "
            "letter agreement sets out how we share looms."
        ),
        "2015-03-03",
        None,
    ),
]
SPANISH = [
    (
        (
            "El presente Convenio se celebra el día 3 de marzo de 2015 entre la Oficina del Puerto y el "
            "Consulado de Ardenia."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "Convenio que celebran la Oficina del Puerto y el Consulado de Ardenia, en la ciudad de Lunar, "
            "a los tres días del mes de marzo de dos mil quince."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "En la Ciudad de México, siendo el día 3 de marzo de 2015, comparecen la Oficina del Puerto y "
            "el Consulado de Ardenia."
        ),
        "2015-03-03",
        None,
    ),
    (
        (
            "En Madrid, a 3 de marzo de 2015.\n\nREUNIDOS\n\nDe una parte, la Oficina del Puerto; de otra, "
            "el Consulado de Ardenia."
        ),
        "2015-03-03",
        None,
    ),
    (
        ("Convenio suscrito con fecha 3 de marzo de 2015 por la Oficina del Puerto y el Consulado de Ardenia."),
        "2015-03-03",
        None,
    ),
    ("Este Convenio entrará en vigor el 3 de marzo de 2015.", "2015-03-03", "2015-03-03"),
    ("El presente Convenio surtirá efectos a partir del 3 de marzo de 2015.", "2015-03-03", "2015-03-03"),
    (
        (
            "El presente Convenio entrará en vigor en la fecha de su firma.\n\nFirmado en Lunar, el 3 de "
            "marzo de 2015, en dos ejemplares."
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        (
            "El Convenio entrará en vigor a partir de la última firma.\n\nPor la Oficina\nAna Ríos\nFecha: "
            "2 de marzo de 2015\n\nPor el Consulado\nLuis Paz\nFecha: 3 de marzo de 2015"
        ),
        "2015-03-03",
        "2015-03-03",
    ),
    (
        ("Leído que fue el presente Convenio, lo firman por duplicado en la ciudad de Lunar, el 3 de marzo de 2015."),
        "2015-03-03",
        None,
    ),
    (
        ("Hecho en la ciudad de Lunar el tres de marzo de dos mil quince, en dos originales igualmente auténticos."),
        "2015-03-03",
        None,
    ),
    ("Las Partes recuerdan la Declaración Conjunta firmada el 5 de mayo de 2010.", None, None),
    (
        ("Considerando la Carta de Arreglo suscrita en Washington el 5 de mayo de 2010, las Partes acuerdan."),
        None,
        None,
    ),
    (
        (
            "Enteradas las partes del contenido y alcance legal, lo suscriben el día tres del mes de marzo "
            "del año dos mil quince."
        ),
        "2015-03-03",
        None,
    ),
    ("Para constancia se firma en Lunar, a los 3 días del mes de marzo de 2015.", "2015-03-03", None),
    (
        ("El presente Convenio, fechado el 3 de marzo de 2015, modifica el Acuerdo de fecha 5 de mayo de 2010."),
        "2015-03-03",
        None,
    ),
    ("El presente Convenio estará vigente desde el 3 de marzo de 2015.", "2015-03-03", "2015-03-03"),
]


@pytest.mark.parametrize(("words", "agreed", "effective"), ENGLISH)
def test_openings_and_closings_in_english(words, agreed, effective):
    assert value("agreement_date", HEAD + words + BODY) == agreed
    assert value("effective_date", HEAD + words + BODY) == effective


@pytest.mark.parametrize(("words", "agreed", "effective"), SPANISH)
def test_openings_and_closings_in_spanish(words, agreed, effective):
    assert value("agreement_date", HEAD_ES + words + BODY_ES) == agreed
    assert value("effective_date", HEAD_ES + words + BODY_ES) == effective


@pytest.mark.parametrize(
    "words",
    [
        "This Non-Disclosure Agreement is made as of ________, 2015 (the “Effective Date”) by Alder Ltd. and Brook.",
        "This confidentiality agreement shall become effective upon the appointment of the new director of Alder Ltd.",
        "El presente Convenio de Confidencialidad entrará en vigor una vez que sea aprobado por el consejo de Alder.",
    ],
)
def test_an_effect_left_open_stays_open(words):
    text = f"AGREEMENT\n\nMarch 3, 2015\n\n{words}{BODY}"
    assert value("effective_date", text) is None


def test_secrecy_binds_at_once_and_a_banner_of_secrecy_does_not():
    opening = "This Agreement is made on March 3, 2015, by Alder Ltd. and Brook Inc."
    assert value("effective_date", f"NON-DISCLOSURE AGREEMENT\n\n{opening}{BODY}") == "2015-03-03"
    banner = "Confidential treatment has been requested for portions of this paper."
    assert value("effective_date", f"{banner}\n\nSUPPLY AGREEMENT\n\n{opening}{BODY}") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "SECRECY AGREEMENT August 4, 1991 NO 18694\nThis Agreement is made as of the date set forth above.",
            "1991-08-04",
        ),
        ("LOOM AGREEMENT\n\nThis Agreement is made and effective as of1 August 2019, by Alder Ltd.", "2019-08-01"),
    ],
)
def test_dates_set_above_and_run_together(text, day):
    assert value("agreement_date", text + BODY) == day
