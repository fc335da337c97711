"""How long agreements hold, in the many ways that they say it: a last day, a length, no end, or nothing at all."""

from __future__ import annotations

import pytest

from archive_app.domain.description import describe
from tests.extractors.reading import facts

HEAD = (
    "SERVICES AGREEMENT\n\nThis Agreement is made and entered into as of March 3, 2015 (the “Effective Date”) by Alder"
    " Tools Ltd. and Brook Mills Inc. "
)
BODY = "\n\nThe parties hereby agree as follows. Brook shall supply yarn, and Alder shall pay for it.\n"
HEAD_ES = (
    "CONVENIO DE COLABORACIÓN\n\nConvenio que celebran el 3 de marzo de 2015 la Oficina del Puerto y el Consulado de"
    " Ardenia. "
)
BODY_ES = "\n\nLas Partes acuerdan lo siguiente. En adelante, la Oficina dará talleres.\n"
#: Words, and the day on which the agreement ends, stated or computed.
ENGLISH = [
    ("This Agreement shall expire on June 30, 2018.", "2018-06-30"),
    ("This Agreement shall remain in force through June 30, 2018, unless terminated earlier.", "2018-06-30"),
    ("The term shall run from the Effective Date to and including June 30, 2018.", "2018-06-30"),
    ("Term: March 3, 2015 – June 30, 2018.", "2018-06-30"),
    ("The term of this Agreement shall be from March 3, 2015 to June 30, 2018.", "2018-06-30"),
    ("The initial term begins on March 3, 2015 and ends on June 30, 2018.", "2018-06-30"),
    (
        ("This Agreement commences on the Effective Date and shall continue until June 30, 2018 (the “Term”)."),
        "2018-06-30",
    ),
    ("“Expiration Date” means June 30, 2018.", "2018-06-30"),
    ("Expiration Date: June 30, 2018", "2018-06-30"),
    ("Contract Term: 03/03/2015 - 06/30/2018", "2018-06-30"),
    ("The Agreement will end on the 30th day of June, 2018.", "2018-06-30"),
    ("Unless sooner terminated, this Agreement shall terminate at 11:59 p.m. on June 30, 2018.", "2018-06-30"),
    ("This Agreement terminates on the close of business on June 30, 2018.", "2018-06-30"),
    ("The period of this Agreement is three years, ending June 30, 2018.", "2018-06-30"),
    ("Termination Date: June 30, 2018.", "2018-06-30"),
    ("This Agreement will be valid until June 30, 2018.", "2018-06-30"),
    ("This Agreement shall be valid up to and including 30 June 2018.", "2018-06-30"),
    (
        ("The Term shall commence as of the Effective Date and shall expire, without notice, on June 30, 2018."),
        "2018-06-30",
    ),
    ("Alder's lease expires on June 30, 2018.", None),
    ("The offer remains open until June 30, 2018.", None),
    ("All invoices must be paid before the fiscal year ending June 30, 2018.", None),
    ("The Warranty Period shall end on June 30, 2018.", None),
    ("The exclusivity period shall continue until June 30, 2018.", None),
    ("This Agreement shall remain in effect for three (3) years from the Effective Date.", "2018-03-03"),
    ("The term of this Agreement is three years.", "2018-03-03"),
    (
        ("The initial term of this Agreement shall be a period of three (3) years, commencing on the Effective Date."),
        "2018-03-03",
    ),
    ("This Agreement will continue for thirty-six (36) months unless ended earlier.", "2018-03-03"),
    (
        (
            "Unless earlier terminated, this Agreement shall continue in effect until the third "
            "anniversary of the Effective Date."
        ),
        "2018-03-03",
    ),
    ("This Agreement is effective for a three-year term.", "2018-03-03"),
    ("Term. Three (3) years from the Effective Date.", "2018-03-03"),
    ("The duration of this Agreement shall be three years starting on the Effective Date.", "2018-03-03"),
    ("This Agreement shall have a term of three years.", "2018-03-03"),
    ("This Agreement has an initial term of three (3) years.", "2018-03-03"),
    (
        (
            "Subject to Section 9, the term of this Agreement begins on the Effective Date and ends three "
            "(3) years thereafter."
        ),
        "2018-03-03",
    ),
    ("This Agreement shall be in effect for a term of three (3) years from the date hereof.", "2018-03-03"),
    ("This Agreement shall expire three (3) years after the Effective Date.", "2018-03-03"),
    ("This Agreement shall be binding for a period of 3 years.", "2018-03-03"),
    (
        ("The parties agree to work together for a period of three (3) years from the Effective Date (the “Term”)."),
        "2018-03-03",
    ),
    ("The “Term” of this Agreement means the period of three years from the Effective Date.", "2018-03-03"),
    ("Contract term: 3 years", "2018-03-03"),
    ("This Agreement shall terminate upon the expiration of three (3) years from the Effective Date.", "2018-03-03"),
    ("This Agreement runs for 36 months from the Effective Date.", "2018-03-03"),
    ("The Agreement is concluded for a period of three years.", "2018-03-03"),
    (
        (
            "This Agreement shall continue in force for an initial period of three years and thereafter "
            "until ended by notice."
        ),
        "2018-03-03",
    ),
    ("This Agreement shall endure for three years from the date of signature.", "2018-03-03"),
    ("The obligations of confidence survive for three years after termination.", None),
    ("Brook shall keep records for three years from the date of each invoice.", None),
    ("Alder warrants the looms for a period of three years from delivery.", None),
    ("Neither party shall solicit employees for a period of three years.", None),
    ("Brook has been in business for three years.", None),
    ("A director of Alder serves a term of three years.", None),
    ("This Agreement shall continue for ten years from the first sale of a loom.", None),
    ("This OMA shall expire upon the first anniversary of the Effective Date.", "2016-03-03"),
    ("Initial Period: March 3, 2015 through to June 30, 2018", "2018-06-30"),
    ("The patent has a term of twenty years from filing.", None),
    ("The lease has a term of three years.", None),
    ("This Agreement may be terminated if a breach is not cured within three months.", None),
    ("Alder grants Brook a three-year option on the looms.", None),
    ("This Agreement shall continue indefinitely until terminated by either party.", "perpetual"),
    ("This Agreement shall remain in effect until terminated by either party on 30 days' notice.", "perpetual"),
    (
        ("This Agreement shall continue in full force and effect until cancelled in accordance with Section 9."),
        "perpetual",
    ),
    ("The term of this Agreement shall be perpetual.", "perpetual"),
    ("This Agreement has no fixed end date and continues until either party ends it.", "perpetual"),
    ("This Agreement is entered into for an indefinite period.", "perpetual"),
    (
        (
            "This Agreement shall commence on the Effective Date and continue in effect unless and until "
            "terminated as provided herein."
        ),
        "perpetual",
    ),
    ("The license to the marks is perpetual and irrevocable.", None),
    ("Confidentiality obligations continue indefinitely.", None),
    (
        (
            "This Agreement shall remain in effect for three years and shall continue thereafter until "
            "terminated by either party."
        ),
        "2018-03-03",
    ),
]
SPANISH = [
    ("El presente Convenio vencerá el 30 de junio de 2018.", "2018-06-30"),
    ("El presente Convenio estará vigente hasta el 30 de junio de 2018.", "2018-06-30"),
    ("La vigencia será del 3 de marzo de 2015 al 30 de junio de 2018.", "2018-06-30"),
    ("El Convenio concluirá el 30 de junio de 2018.", "2018-06-30"),
    ("Fecha de terminación: 30 de junio de 2018.", "2018-06-30"),
    ("Este Convenio tendrá una vigencia de tres años a partir de la fecha de su firma.", "2018-03-03"),
    ("El presente Convenio tendrá una duración de tres (3) años.", "2018-03-03"),
    ("El plazo del Convenio es de treinta y seis meses contados a partir de su suscripción.", "2018-03-03"),
    ("La vigencia del presente instrumento será de 3 años.", "2018-03-03"),
    ("El presente Convenio permanecerá en vigor durante tres años.", "2018-03-03"),
    ("Este Convenio durará tres años.", "2018-03-03"),
    ("El presente Convenio se celebra por un período de tres años.", "2018-03-03"),
    ("El presente Convenio tendrá vigencia indefinida.", "perpetual"),
    ("El presente Convenio se celebra por tiempo indefinido.", "perpetual"),
    ("El presente Convenio continuará en vigor hasta que alguna de las Partes lo dé por terminado.", "perpetual"),
    ("La Oficina guardará los expedientes durante tres años.", None),
    ("El contrato de arrendamiento del local vence el 30 de junio de 2018.", None),
    ("Los talleres se darán durante tres meses.", None),
]


@pytest.mark.parametrize(("words", "end"), ENGLISH)
def test_ends_in_english(words, end):
    assert describe(facts(HEAD + words + BODY)).value("expiration_date") == end


@pytest.mark.parametrize(("words", "end"), SPANISH)
def test_ends_in_spanish(words, end):
    assert describe(facts(HEAD_ES + words + BODY_ES)).value("expiration_date") == end


@pytest.mark.parametrize(
    ("words", "operand"),
    [
        ("It remains in effect for two years from the Effective Date.", "effective_date"),
        ("This Agreement remains in effect for two years from the date of its signature.", "agreement_date"),
        ("This Agreement remains in effect for two years from the date hereof.", "agreement_date"),
        ("This Agreement remains in effect for two years from the date of the last signature.", "signatory"),
        ("This Agreement remains in effect for two years beginning on May 1, 2015.", "date"),
        ("This Agreement remains in effect for two years.", "effective_date"),
    ],
)
def test_the_term_is_counted_from_the_day_that_its_words_name(words, operand):
    signatures = "".join(
        f"\n\n{company}\nBy: /s/ {person}\nName: {person}\nTitle: {title}\nDate: March {day}, 2015"
        for company, person, title, day in (
            ("ALDER TOOLS LTD.", "Ann Reed", "President", 5),
            ("BROOK MILLS INC.", "Tom Hale", "Director", 9),
        )
    )
    text = (
        "SERVICES AGREEMENT\n\nThis Agreement is made on March 3, 2015 by Alder Tools Ltd. and Brook Mills Inc. and"
        f" shall take effect on April 1, 2015. {words}{BODY}\nIN WITNESS WHEREOF the parties have signed.{signatures}\n"
    )
    days = {
        "effective_date": "2015-04-01", "agreement_date": "2015-03-03", "signatory": "2015-03-09", "date": "2015-05-01",
    }  # fmt: skip
    end = describe(facts(text)).fact("expiration_date")
    assert end is not None
    assert end.operands == ((operand, days[operand]), ("term", "2 years"))
    assert end.value == days[operand].replace("2015", "2017")
