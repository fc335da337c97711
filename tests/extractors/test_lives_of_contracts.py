"""When contracts are made, begin, end, go on and stop, in the wordings of commercial papers in both languages."""

from __future__ import annotations

import pytest

from tests.extractors.reading import life, value

HEAD = "SUPPLY AGREEMENT\n\nThis Agreement is made on May 4, 2012 by and between Blue Lake, Inc. and Red Hill LLC.\n\n"
CONTRATO = "CONTRATO DE SUMINISTRO\n\nSe celebra el 4 de mayo de 2012 entre Lago Azul, S.A. y Cerro Rojo, S.A.\n\n"


@pytest.mark.parametrize(
    ("clause", "notice"),
    [
        (
            "It continues for successive two year terms until either party shall give written notice of termination at "
            "least ninety days prior to the expiration of such term.",
            "90 days",
        ),
        (
            "This Agreement renews automatically for one year terms unless a party does not want that. Such notice "
            "must be "
            "received not less than sixty (60) days prior to the end of the then current renewal term.",
            "60 days",
        ),
        (
            "It renews automatically for like periods unless one of us tells the other in writing, at least 20 days "
            "before "
            "it would renew.",
            "20 days",
        ),
        (
            "It shall be renewed automatically for one year, unless either party gives the other notice not to renew "
            "thirty "
            "(30) days prior to the end of the term.",
            "30 days",
        ),
        (
            "It shall be extended from year to year, until one party gives the other written notice, forty days "
            "before the "
            "end of a year, that it shall end.",
            "40 days",
        ),
    ],
)
def test_a_notice_against_renewal(clause, notice):
    assert life(HEAD + clause)["notice_period"] == notice


def test_a_notice_in_spanish_that_something_else_is_wanted():
    clause = (
        "Estará en vigor dos años y se entenderá prorrogado por un plazo igual si ninguna de las partes manifiesta lo "
        "contrario por escrito un mes antes de su término."
    )
    told = life(CONTRATO + clause)
    assert (told["notice_period"], told["renewal"], told["renewal_term"]) == ("1 month", "automatic", "2 years")


def test_the_days_of_a_notice_are_no_renewal():
    clause = (
        "Tendrá una duración de dos años, prorrogándose tácitamente por períodos anuales salvo que una de las partes "
        "comunique lo contrario con una antelación mínima de dos meses."
    )
    told = life(CONTRATO + clause)
    assert (told["renewal_term"], told["notice_period"]) == ("1 year", "2 months")
    english = "It is renewable for equal periods unless one party advises the other, with two months' anticipation."
    assert value("renewal", HEAD + english) == "automatic"
    assert value("renewal_term", HEAD + english) is None


def test_an_association_that_trades_in_nothing_ends_its_agreement_by_notice():
    text = (
        "CONVENIO DE COLABORACIÓN que celebran la Universidad del Lago y Casa del Pueblo, A.C.\n\nCualquiera de las "
        "partes "
        "podrá darlo por terminado mediante aviso por escrito con treinta días de anticipación."
    )
    assert value("notice_period", text) is not None
    assert value("notice_period", text.replace("A.C.", "S.A. de C.V.")) is None


@pytest.mark.parametrize(
    ("text", "field", "day"),
    [
        (
            "CO-PROMOTION AGREEMENT\n\nThis Agreement is made and effective this 4th day of May 2012 (“Effective "
            "Date”) by "
            "and between Blue Lake, Inc. and Red Hill LLC.",
            "effective_date",
            "2012-05-04",
        ),
        (
            "INVENTIONS AGREEMENT\n\nI agree with Blue Lake, Inc. (the “Company”) as follows.\n\nThis Agreement "
            "shall be "
            "effective as of the first day of my employment by the Company, namely: May 4, 2012.",
            "effective_date",
            "2012-05-04",
        ),
        (
            HEAD + "This agreement shall commence on the date of this agreement and shall continue for two years.",
            "effective_date",
            "2012-05-04",
        ),
        (
            "AMENDMENT NO. 2 TO SUPPLY AGREEMENT\n\nThis Amendment No. 2 to the Supply Agreement dated May 4, 2012, "
            "as amended "
            "on June 1, 2013 (the “Agreement”), is entered into on July 2, 2014 by Blue Lake, Inc. and Red Hill LLC.",
            "agreement_date",
            "2014-07-02",
        ),
        (
            "ACUERDO MARCO\n\nEn Lunar, a 4 de mayo de 2012, comparecen: por una parte, Lago Azul, S.A.; y por la "
            "otra, Cerro "
            "Rojo, S.A.; quienes convienen lo siguiente.",
            "agreement_date",
            "2012-05-04",
        ),
        (
            "CONTRATO DE LICENCIA\n\nEn la ciudad de Lunar, a las diez horas del siete de junio de dos mil doce, los "
            "suscritos "
            "convienen lo siguiente.",
            "agreement_date",
            "2012-06-07",
        ),
        (
            "CONVENIO ESPECÍFICO\n\nCon fecha 15 de junio de 2010 se suscribió el convenio marco entre ambas "
            "partes.\n\nSe firma "
            "en Lunar, el día 4 de mayo de 2012.",
            "agreement_date",
            "2012-05-04",
        ),
        (
            CONTRATO + "El plazo de este contrato es de un año, operando su vencimiento el día 30 de abril de 2013.",
            "expiration_date",
            "2013-04-30",
        ),
        (CONTRATO + "El presente contrato será por tiempo indefinido.", "expiration_date", "perpetual"),
        (
            HEAD
            + "The term of this Agreement shall begin today and end on the 60th day following a written notice from "
            "one "
            "party to the other.",
            "expiration_date",
            "perpetual",
        ),
    ],
)
def test_days_of_a_contract(text, field, day):
    assert value(field, text) == day


def test_who_is_retained_is_retained_for_the_term():
    clause = "The Company retains the Consultant for a term of one (1) year commencing on the date hereof."
    assert life(HEAD + clause)["term"] == "1 year"


def test_secrets_kept_after_the_end_are_no_term():
    clause = "El secreto se guardará por un plazo de dos años después de terminada la relación."
    assert value("term", CONTRATO + "El contrato tiene otra duración. " + clause) is None


def test_an_undertaking_of_secrecy_is_an_agreement():
    text = "NON-DISCLOSURE UNDERTAKING\n\nTo: Blue Lake Limited\nFrom: Red Hill Limited\nDate: 4 May 2012\n\nWe keep "
    "it."
    assert value("kind", text) == "agreement"
    assert value("effective_date", text) == "2012-05-04"


def test_going_on_from_year_to_year_unless_somebody_ends_it():
    thereafter = "It continues for three years and thereafter from year to year until determined by either party."
    neither = (
        "The agreement lasts one year and is extended each year by another year if neither side has told the other, "
        "sixty "
        "days or more before its end, that it wants to stop."
    )
    assert life(HEAD + thereafter)["renewal"] == "automatic"
    told = life(HEAD + neither)
    assert (told["renewal"], told["renewal_term"], told["notice_period"]) == ("automatic", "1 year", "60 days")


def test_the_other_side_of_a_letter_takes_it_later():
    text = (
        "May 4, 2012\n\nRed Hill LLC\n17 Wharf Street\n\nRe: Confidentiality Agreement\n\nDear Ms. Ruiz:\n\nThis "
        "letter agreement "
        "sets out how Blue Lake, Inc. gives information. You agree to keep it.\n\nVery truly yours,\n\nBLUE LAKE, "
        "INC.\n\n"
        "AGREED TO AND ACCEPTED\nas of this 9th day of May, 2012\n\nRED HILL LLC\n\nBy: /s/ Ana Ruiz"
    )
    assert value("agreement_date", text) == "2012-05-04"


def test_a_contract_in_one_paragraph_with_its_heading():
    text = (
        "Source: BLUE LAKE, INC., 10-K, 3/29/2002 WEB HOSTING AGREEMENT This Web Hosting Agreement is by and between "
        "Blue Lake, "
        "Inc., having a place of business in Reno (“Customer”), and Red Hill LLC (“Host”). The parties agree that "
        "the Host shall "
        "host the site. This Agreement shall be effective as of May 4, 2001. The Host signed a lease and renewed it."
    )
    assert value("kind", text) == "agreement"


def test_a_fixed_term_is_resolved_by_giving_notice_in_spanish():
    text = (
        "CONVENIO DE COLABORACIÓN ENTRE LA FUNDACIÓN LAGO ABIERTO Y LA ASOCIACIÓN CERRO ROJO\n\nCualquiera de las "
        "partes podrá "
        "resolver el convenio preavisando a la otra con un mes de antelación."
    )
    assert life(text)["notice_period"] == "1 month"


@pytest.mark.parametrize(
    ("clause", "field", "expected"),
    [
        (
            "The franchise granted hereby shall be for a term of twenty (20) years from the date hereof.",
            "term",
            "20 years",
        ),
        (
            "The term of this Agreement commences on the date hereof and, unless extended in writing by the parties, "
            "ends on "
            "the third (3rd) anniversary of the date hereof.",
            "term",
            "3 years",
        ),
        (
            "It shall be automatically extended for a series of one (1) year periods absent written notice, not less "
            "than "
            "sixty (60) days before the end of a period, that it will not be extended.",
            "renewal",
            "automatic",
        ),
        (
            "If neither party objects in writing thirty days before its expiry, this agreement shall be extended for "
            "one year.",
            "renewal_term",
            "1 year",
        ),
    ],
)
def test_terms_that_other_words_interrupt(clause, field, expected):
    assert life(HEAD + clause)[field] == expected


def test_a_number_whose_words_run_over_the_line():
    text = CONTRATO + "El Contrato tendrá una vigencia de 36 (treinta y\nseis) meses contados a partir de su firma."
    assert life(text)["term"] == "36 months"


def test_a_defined_beginning_is_no_button_of_a_web_page():
    text = (
        CONTRATO
        + 'La vigencia cuenta a partir del 1 de julio de 2012 (la "Fecha de\nInicio"). Al término, se prorrogará '
        "automáticamente por periodos de 12 meses."
    )
    assert life(text)["renewal"] == "automatic"


def test_an_agreement_not_to_compete_binds_from_its_day():
    text = "AGREEMENT NOT TO COMPETE OR DISCLOSE\n\nAGREEMENT, made as of July 31, 2002, by Ana Ruiz (“Ruiz”) to "
    "Blue Lake, Inc."
    assert value("effective_date", text) == "2002-07-31"


def test_a_contract_that_is_changed_ends_on_the_day_it_then_says():
    text = (
        "CONVENIO MODIFICATORIO\n\nAl contrato de fecha 8 de marzo de 2017 entre Lago Azul, S.A. y Cerro Rojo, S.A. "
        "Se modifica "
        "la cláusula cuarta, para que su vigencia concluya el 7 de marzo de 2021."
    )
    assert value("expiration_date", text) == "2021-03-07"


def test_effect_upon_the_last_signature_after_names_that_are_cut_short():
    text = (
        "LICENSE AGREEMENT\n\nThis License Agreement is made by and between BLUE LAKE LTD. of Taichung, Taiwan "
        "(“Blue”) and RED HILL "
        "CO. of Gary, Indiana (“Red”), and shall be effective upon the date the last party signs.\n\nBLUE LAKE "
        "LTD.\nBy: /s/ Ana "
        "Ruiz\nDate: May 4, 2003\n\nRED HILL CO.\nBy: /s/ Pedro Arce\nDate: May 9, 2003\n"
    )
    assert value("effective_date", text) == "2003-05-09"


def test_a_tacit_renewal_where_nobody_denounces_it():
    clause = (
        "Tendrá una duración de un año desde el 1 de julio de 2012 y se renovará tácitamente por iguales periodos si "
        "no media "
        "denuncia escrita de una de las partes con un mes de preaviso."
    )
    told = life(CONTRATO + "El contrato empieza así. " + clause)
    assert (told["effective_date"], told["renewal"], told["notice_period"]) == ("2012-07-01", "automatic", "1 month")
