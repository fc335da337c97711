"""Spanish agreements of offices and consulates, whole and short: when they begin and end, go on and stop."""

from __future__ import annotations

import pytest

from tests.extractors.reading import bodies, life, misquoted, quotes

#: A paper, and what it tells of its life; what it does not tell is left out.
PAPERS: list[tuple[str, dict[str, str]]] = [
    (
        """\
CONVENIO DE COLABORACIÓN
QUE CELEBRAN
LA OFICINA DE ÁREA DE AUSTIN DE LA ADMINISTRACIÓN DE SEGURIDAD Y SALUD OCUPACIONAL
Y
EL CONSULADO GENERAL DE MÉXICO EN AUSTIN

El presente Convenio tendrá una vigencia de dos (2) años a partir de la fecha de su firma. Cualquiera de
las Partes podrá darlo por terminado con un aviso por escrito de treinta (30) días.

Firmado en Austin, Texas, el 27 de agosto de 2015.
""",
        {
            "agreement_date": "2015-08-27",
            "effective_date": "2015-08-27",
            "expiration_date": "2017-08-27",
            "expiration_basis": "computed",
            "term": "2 years",
            "notice_period": "30 days",
        },
    ),
    (
        """\
MEMORÁNDUM DE ENTENDIMIENTO

Memorándum de Entendimiento entre la División de Horas y Salarios del Departamento de Trabajo de los
Estados Unidos y el Consulado de México en Laredo, en adelante "los Participantes".

SEXTA. El presente Memorándum entrará en vigor en la fecha de la última firma y permanecerá vigente por
tres años. Se renovará automáticamente por periodos iguales, salvo que un Participante manifieste lo
contrario previo aviso de sesenta días naturales.

Por la División de Horas y Salarios            Por el Consulado de México en Laredo
_____________________________                  _____________________________
Ruth Kemp                                      Luis Mora Vega
Directora de Distrito                          Cónsul
Fecha: 29 de agosto de 2011                    Fecha: 1 de septiembre de 2011
""",
        {
            "agreement_date": "2011-09-01",
            "effective_date": "2011-09-01",
            "expiration_date": "2014-09-01",
            "expiration_basis": "computed",
            "term": "3 years",
            "renewal": "automatic",
            "renewal_term": "3 years",
            "notice_period": "60 days",
        },
    ),
    (
        """\
CARTA DE ACUERDO

La Comisión para la Igualdad de Oportunidades en el Empleo y el Consulado General de México en Houston
convienen en lo siguiente:

Esta carta de acuerdo surtirá efectos a partir del 1º de junio de 2012 y estará vigente hasta diciembre
de 2026.

Houston, Texas, a los nueve días del mes de mayo de dos mil doce.
""",
        {
            "agreement_date": "2012-05-09",
            "effective_date": "2012-06-01",
            "expiration_date": "2026-12",
            "expiration_basis": "stated",
        },
    ),
    (
        """\
ACUERDO DE ALIANZA

Los Participantes renuevan la Alianza firmada el 11 de junio de 2012.

Esta Alianza es por tiempo indefinido, sin fecha de vencimiento. Cualquiera de los Participantes podrá
retirarse de ella previo aviso de 30 días hábiles.

Firmado en Denver, Colorado, el 4 de mayo de 2016
""",
        {
            "agreement_date": "2016-05-04",
            "expiration_date": "perpetual",
            "expiration_basis": "stated",
            "notice_period": "30 business days",
        },
    ),
    (
        """\
MEMORÁNDUM DE ENTENDIMIENTO

Vigencia: del 1 de enero de 2018 al 31 de diciembre de 2020.
Terminación: cualquiera de las Partes, mediante aviso por escrito con 90 días de antelación.

Suscrito en Sacramento, California, el 12 de diciembre de 2017.
""",
        {
            "agreement_date": "2017-12-12",
            "effective_date": "2018-01-01",
            "expiration_date": "2020-12-31",
            "expiration_basis": "stated",
            "notice_period": "90 days",
        },
    ),
    (
        """\
CONVENIO

Celebrado entre la Oficina del Comisionado Laboral de California y el Consulado General de México en Los
Ángeles el día veintinueve de febrero de dos mil dieciséis.

La duración del Convenio será de un año contado a partir de su suscripción. Podrá prorrogarse por un
plazo igual mediante acuerdo por escrito de las Partes.
""",
        {
            "agreement_date": "2016-02-29",
            "expiration_date": "2017-02-28",
            "expiration_basis": "computed",
            "term": "1 year",
            "renewal": "mutual",
            "renewal_term": "1 year",
        },
    ),
    (
        """\
ARREGLO PARA ESTABLECER UNA ALIANZA

El presente Arreglo entra en vigor a la fecha de su firma y concluirá a los dos años. Las Partes podrán
renovarlo de común acuerdo.

Hecho en Phoenix, Arizona, el 1 de mayo de 2012.
""",
        {
            "agreement_date": "2012-05-01",
            "effective_date": "2012-05-01",
            "expiration_date": "2014-05-01",
            "expiration_basis": "computed",
            "term": "2 years",
            "renewal": "mutual",
        },
    ),
    (
        """\
ACUERDO DE COOPERACIÓN

El presente acuerdo se celebra el 15 de setiembre de 2010 y tendrá vigencia de dieciocho meses a partir
del 1 de octubre de 2010, prorrogables automáticamente por periodos de seis meses.

Si alguna de las Partes desea darlo por terminado, lo notificará por escrito a la otra con quince días
de anticipación.
""",
        {
            "agreement_date": "2010-09-15",
            "effective_date": "2010-10-01",
            "expiration_date": "2012-04-01",
            "expiration_basis": "computed",
            "term": "18 months",
            "renewal": "automatic",
            "renewal_term": "6 months",
            "notice_period": "15 days",
        },
    ),
    (
        """\
CARTA DE ENTENDIMIENTO

Entre el Consulado de Guatemala en Chicago y el Departamento de Trabajo de Illinois.

La presente Carta estará en vigor durante cinco años desde la fecha de la última de las firmas. Cada una
de las Partes puede denunciarla con un preaviso de tres meses.

Por el Consulado de Guatemala                Por el Departamento de Trabajo
Firma: ______________                        Firma: ______________
Nombre: Rosa Lima Paz                        Nombre: Dana Price
Cargo: Cónsul                                Cargo: Directora
Fecha: 03/09/2014                            Fecha: 05/09/2014
""",
        {
            "agreement_date": "2014-09-05",
            "expiration_date": "2019-09-05",
            "expiration_basis": "computed",
            "term": "5 years",
            "notice_period": "3 months",
        },
    ),
    (
        """\
MEMORANDO DE ENTENDIMIENTO

El presente Memorando comenzará a regir el día de su firma y tendrá una duración inicial de un (1) año,
prorrogable por períodos anuales sucesivos de manera automática, a menos que cualquiera de las Partes
comunique a la otra su decisión de no prorrogarlo con al menos treinta días de anticipación a la fecha
de vencimiento.

Firmado en Nueva Orleans, Luisiana, a 5 de mayo de 2009
""",
        {
            "agreement_date": "2009-05-05",
            "effective_date": "2009-05-05",
            "expiration_date": "2010-05-05",
            "expiration_basis": "computed",
            "term": "1 year",
            "renewal": "automatic",
            "renewal_term": "1 year",
            "notice_period": "30 days",
        },
    ),
    (
        """\
CONVENIO ESPECÍFICO

Este Convenio iniciará su vigencia al momento de su firma y la conservará hasta el 30 de septiembre de
2024. Las Partes podrán darlo por concluido anticipadamente mediante escrito dirigido a la otra parte
con sesenta días naturales de anticipación.

Ciudad de México, a 1 de octubre de 2018.
""",
        {
            "agreement_date": "2018-10-01",
            "effective_date": "2018-10-01",
            "expiration_date": "2024-09-30",
            "expiration_basis": "stated",
            "notice_period": "60 days",
        },
    ),
    (
        """\
ADENDA AL MEMORÁNDUM DE ENTENDIMIENTO DE FECHA 10 DE MAYO DE 2010

La presente Adenda amplía la vigencia del Memorándum hasta el 9 de mayo de 2016 y surte efectos en la
fecha de su firma.

Firmada en Phoenix, Arizona, el 2 de mayo de 2013.
""",
        {
            "agreement_date": "2013-05-02",
            "effective_date": "2013-05-02",
            "expiration_date": "2016-05-09",
            "expiration_basis": "stated",
        },
    ),
    (
        """\
ACUERDO

El Consulado de México en Omaha y el Departamento de Trabajo de Nebraska acuerdan:

PRIMERO. Se imprimirán carteles en los dos idiomas.
SEGUNDO. La vigencia de este Acuerdo será por tres años, contados a partir de la fecha de entrada en vigor.
TERCERO. Entrará en vigor el 1 de marzo de 2013.
CUARTO. Podrá darse por terminado en cualquier momento, con aviso previo de un mes.

Omaha, Nebraska, 14 de febrero de 2013
""",
        {
            "agreement_date": "2013-02-14",
            "effective_date": "2013-03-01",
            "expiration_date": "2016-03-01",
            "expiration_basis": "computed",
            "term": "3 years",
            "notice_period": "1 month",
        },
    ),
    (
        """\
DECLARACIÓN CONJUNTA

Los Participantes guardarán los registros cinco años y responderán en diez días a cada solicitud. Un
trabajador tiene 180 días para presentar su queja.

Firmada el 7 de julio de 2007.
""",
        {"agreement_date": "2007-07-07"},
    ),
    (
        """\
CONVENIO DE CONCERTACIÓN

El presente instrumento tendrá una vigencia de cuatro años, que correrán desde el día de su firma;
vencido ese plazo se entenderá prorrogado por otro año si ninguna de las Partes avisa lo contrario con
dos meses de anticipación.

Leído que fue, se firma por duplicado en San Diego, California, el 31 de agosto de 2013.
""",
        {
            "agreement_date": "2013-08-31",
            "effective_date": "2013-08-31",
            "expiration_date": "2017-08-31",
            "expiration_basis": "computed",
            "term": "4 years",
            "renewal": "automatic",
            "renewal_term": "1 year",
            "notice_period": "2 months",
        },
    ),
    (
        """\
MEMORÁNDUM DE ENTENDIMIENTO

ENTRE
EL CONSULADO GENERAL DE MÉXICO EN SAN FRANCISCO
Y
LA JUNTA NACIONAL DE RELACIONES LABORALES

Este Memorándum continuará en vigor hasta que una de las Partes notifique a la otra, con al menos
noventa días de antelación, su intención de darlo por terminado.

Firmado el 23 de julio de 2013
""",
        {
            "agreement_date": "2013-07-23",
            "expiration_date": "perpetual",
            "expiration_basis": "stated",
            "notice_period": "90 days",
        },
    ),
    (
        """\
ACUERDO DE RENOVACIÓN

Por el presente se renueva la Alianza suscrita el 29 de agosto de 2011 por un periodo adicional de dos
años, contados a partir del 29 de agosto de 2013.

Savannah, Georgia, 20 de agosto de 2013
""",
        {
            "agreement_date": "2013-08-20",
            "expiration_date": "2015-08-29",
            "expiration_basis": "computed",
            "term": "2 years",
        },
    ),
    (
        """\
CONVENIO DE COLABORACIÓN

CLÁUSULA SÉPTIMA. VIGENCIA. El presente Convenio tendrá una vigencia de 24 (veinticuatro) meses, a
partir de la fecha de su suscripción, y podrá ser renovado previo acuerdo de las partes.

CLÁUSULA OCTAVA. TERMINACIÓN ANTICIPADA. Cualquiera de las partes podrá dar por terminado el presente
Convenio dando aviso por escrito a la otra con 30 (treinta) días naturales de anticipación.

Enteradas las partes de su contenido y alcance legal, lo firman en la ciudad de Boston, Massachusetts,
el 10 de junio de 2019.
""",
        {
            "agreement_date": "2019-06-10",
            "expiration_date": "2021-06-10",
            "expiration_basis": "computed",
            "term": "24 months",
            "renewal": "mutual",
            "notice_period": "30 days",
        },
    ),
    (
        """\
CARTA DE ACUERDO

Esta carta no tiene fecha de terminación y seguirá vigente mientras las Partes no acuerden otra cosa.

Fecha: 02/10/2017
""",
        {"agreement_date": "2017-10-02", "expiration_date": "perpetual", "expiration_basis": "stated"},
    ),
    (
        """\
MEMORÁNDUM DE ENTENDIMIENTO

El Memorándum se mantendrá en vigor por un lapso de tres años, a contar de la última firma, y expirará
al término de dicho plazo sin necesidad de aviso.

Ana Ruiz Soto, Directora             Fecha: 2 de junio de 2019
Pablo Nieto Sol, Cónsul General      Fecha: 9 de junio de 2019
""",
        {
            "agreement_date": "2019-06-09",
            "expiration_date": "2022-06-09",
            "expiration_basis": "computed",
            "term": "3 years",
        },
    ),
    (
        """\
CONVENIO MARCO

El Convenio Marco que celebran la Secretaría del Trabajo y Previsión Social y Agrícola del Valle, S.A.
de C.V., con fecha 3 de marzo de 2015, estará vigente a partir de esa fecha y hasta el 2 de marzo de
2018.
""",
        {
            "agreement_date": "2015-03-03",
            "effective_date": "2015-03-03",
            "expiration_date": "2018-03-02",
            "expiration_basis": "stated",
        },
    ),
    (
        """\
ACUERDO BILATERAL

El presente Acuerdo entrará en vigor treinta días después de su firma y tendrá una duración de tres años
a partir de entonces.

12 de septiembre de 2011
""",
        {
            "agreement_date": "2011-09-12",
            "effective_date": "2011-10-12",
            "expiration_date": "2014-10-12",
            "expiration_basis": "computed",
            "term": "3 years",
        },
    ),
    (
        """\
CONVENIO DE APOYO

Las Partes convienen que este Convenio vencerá el día 30 de junio del 2019, sin perjuicio de que puedan
renovarlo por escrito por un año más.

En la ciudad de San José, California, al 1 de julio de 2017.
""",
        {
            "agreement_date": "2017-07-01",
            "expiration_date": "2019-06-30",
            "expiration_basis": "stated",
            "renewal": "mutual",
            "renewal_term": "1 year",
        },
    ),
    (
        """\
MEMORÁNDUM DE ENTENDIMIENTO

VIGENCIA. Este documento será efectivo desde su firma por ambas Partes y por un período de cuatro (4)
años. Las Partes podrán terminarlo, con o sin causa, previa notificación por escrito con cuarenta y
cinco (45) días de anticipación.

Firmado: 6 de noviembre de 2014
""",
        {
            "agreement_date": "2014-11-06",
            "effective_date": "2014-11-06",
            "expiration_date": "2018-11-06",
            "expiration_basis": "computed",
            "term": "4 years",
            "notice_period": "45 days",
        },
    ),
    (
        """\
ALIANZA

Las Partes firman la presente Alianza bienal; su vigencia se extiende por dos años y no se renovará
automáticamente.

Hecha en Houston, Texas, el 28 de abril de 2010.
""",
        {
            "agreement_date": "2010-04-28",
            "expiration_date": "2012-04-28",
            "expiration_basis": "computed",
            "term": "2 years",
        },
    ),
    (
        """\
CONVENIO

La vigencia del presente convenio inicia el 1 de abril de 2014 y termina el 31 de marzo de 2017. Al
concluir, se prorrogará de manera automática por periodos iguales y sucesivos de un año, salvo aviso en
contrario dado con 60 días de anticipación.
""",
        {
            "effective_date": "2014-04-01",
            "expiration_date": "2017-03-31",
            "expiration_basis": "stated",
            "renewal": "automatic",
            "renewal_term": "1 year",
            "notice_period": "60 days",
        },
    ),
    (
        """\
CARTA DE INTENCIÓN

La presente Carta de Intención tendrá validez de seis meses contados desde la fecha en que se firme,
renovables por igual periodo, previo acuerdo.

Tucson, Arizona, 31 de agosto de 2013
""",
        {
            "agreement_date": "2013-08-31",
            "expiration_date": "2014-02-28",
            "expiration_basis": "computed",
            "term": "6 months",
            "renewal": "mutual",
            "renewal_term": "6 months",
        },
    ),
    (
        """\
MEMORÁNDUM DE ACUERDO

El Memorándum comenzará su vigencia el día 1 de mayo del año 2020 y finalizará a los tres años de esa
fecha; se entiende renovado tácitamente por periodos anuales si ninguna Parte lo denuncia con un mes de
anticipación.

Firmado a los veinte días del mes de abril de dos mil veinte.
""",
        {
            "agreement_date": "2020-04-20",
            "effective_date": "2020-05-01",
            "expiration_date": "2023-05-01",
            "expiration_basis": "computed",
            "term": "3 years",
            "renewal": "automatic",
            "renewal_term": "1 year",
            "notice_period": "1 month",
        },
    ),
    (
        """\
CONVENIO

Las Partes suscriben el presente convenio, mismo que permanecerá vigente hasta el último día de
diciembre de 2019.

Raleigh, Carolina del Norte, 3 de enero de 2018
""",
        {"agreement_date": "2018-01-03", "expiration_date": "2019-12-31", "expiration_basis": "stated"},
    ),
    (
        """\
CONVENIO DE COORDINACIÓN

Partes: Consulado General de México en Dallas; Comisión para la Igualdad de Oportunidades en el Empleo

El presente Convenio es válido hasta el 15 de junio de 2018. Las Partes podrán acordar por escrito su
prórroga por un año adicional. Quien desee retirarse lo comunicará a la otra parte con no menos de 20
días hábiles de antelación.

Dallas, Texas, a 16 de junio de 2016.
""",
        {
            "agreement_date": "2016-06-16",
            "expiration_date": "2018-06-15",
            "expiration_basis": "stated",
            "renewal": "mutual",
            "renewal_term": "1 year",
            "notice_period": "20 business days",
        },
    ),
]


@pytest.mark.parametrize(("paper", "told"), PAPERS)
def test_the_life_of_a_local_agreement(paper, told):
    assert life(paper) == told
    assert misquoted(paper) == []


@pytest.mark.parametrize(
    ("number", "field", "quote"),
    [
        (0, "term", "dos (2) años"),
        (0, "notice_period", "treinta (30) días"),
        (3, "notice_period", "30 días hábiles"),
        (6, "term", "dos años"),
        (9, "term", "un (1) año"),
        (9, "notice_period", "treinta días"),
        (12, "term", "tres años"),
        (12, "notice_period", "un mes"),
        (15, "notice_period", "noventa días"),
        (21, "term", "tres años"),
        (24, "term", "dos años"),
        (27, "term", "tres años"),
        (27, "notice_period", "un mes"),
    ],
)
def test_words_a_length_is_read_from(number, field, quote):
    assert quotes(PAPERS[number][0], field) == [quote]


@pytest.mark.parametrize(
    ("number", "parties"),
    [
        (0, {"MX-CON-austin", "US-DOL-OSHA/austin-area"}),
        (1, {"MX-CON-laredo", "US-DOL-WHD"}),
        (2, {"MX-CON-houston", "US-EEOC"}),
        (15, {"MX-CON-san-francisco", "US-NLRB"}),
        (29, {"MX-CON-dallas", "US-EEOC"}),
    ],
)
def test_parties_of_a_local_agreement(number, parties):
    assert bodies(PAPERS[number][0]) == parties
