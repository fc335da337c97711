"""Whole papers in forms that differ from one another, and what a careful person reads out of each."""

from __future__ import annotations

import pytest

from archive_app.domain.dates import Duration
from archive_app.domain.description import Description, describe
from archive_app.domain.fact import Relation
from archive_app.extractors import read_facts
from tests.extractors.reading import knowledge, paper


def read(text: str) -> Description:
    return describe(read_facts(paper(text), knowledge()))


def relations(text: str) -> set[tuple[str, str | None]]:
    return {(one.type, one.date) for one in read(text).relations if isinstance(one, Relation)}


def authorities(text: str) -> list[str | None]:
    return [party.authority for party in read(text).parties]


def signers(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one.name, one.title, one.party, one.date) for one in read(text).signatories]


ARRANGEMENT = """LETTER OF ARRANGEMENT

between the

OREGON BUREAU OF LABOR AND INDUSTRIES

and the

CONSULATE OF MEXICO IN PORTLAND, OREGON

The Oregon Bureau of Labor and Industries ("BOLI") and the Consulate of Mexico in Portland ("the Consulate"),
hereinafter collectively referred to as "the Participants";

CONSIDERING the Joint Declaration of the Secretary of Labor of the United States of America and the Secretary of
Labor and Social Welfare of the United Mexican States, signed on April 3, 2014 in Mexico City;

RECALLING the Memorandum of Understanding signed by the Participants on the 30th of August, 2012, which lapsed
on August 30, 2015;

Have reached the following understandings:

1. OBJECTIVE. ...

7. This Letter of Arrangement will take effect on the date of its last signature and will continue in effect for
three (3) years, at the end of which it may be renewed for periods of equal duration by mutual written consent
of the Participants. Either Participant may discontinue this Letter by giving the other sixty (60) days' written
notice.

Signed in the city of Portland, Oregon, in two originals in English and Spanish, both texts being equally authentic.

FOR THE OREGON BUREAU OF LABOR AND INDUSTRIES          FOR THE CONSULATE OF MEXICO IN PORTLAND

______________________________                          ______________________________
Valentina Okafor-Reyes                                   Héctor Ibarra Montaño
Commissioner                                             Consul
Date: August 28, 2017                                    Date: September 1, 2017
"""

ACUERDO = """ACUERDO DE COLABORACIÓN QUE CELEBRAN, POR UNA PARTE, LA DIVISIÓN DE HORAS Y SALARIOS DEL
DEPARTAMENTO DE TRABAJO DE LOS ESTADOS UNIDOS, OFICINA DE DISTRITO DE ORLANDO, Y POR LA OTRA, EL CONSULADO DE
MÉXICO EN ORLANDO

En la ciudad de Orlando, Florida, siendo las once horas del día veintinueve de agosto de dos mil dieciséis,
comparecen:

I. La División de Horas y Salarios (WHD, por sus siglas en inglés), representada por su Directora de Distrito,
Sra. Magda Ruelas Penn; y
II. El Consulado de México en Orlando, representado por el Cónsul Titular, Lic. Andrés Quiroga Téllez.

ANTECEDENTES
Con fecha 9 de noviembre de 2011 las partes suscribieron un Acuerdo de Colaboración con vigencia de cinco años,
que por este instrumento se renueva.

CLÁUSULAS
PRIMERA. ...
OCTAVA. Vigencia. El presente Acuerdo entrará en vigor a partir de su firma y tendrá una vigencia de dos (2)
años, prorrogable automáticamente por un período igual, salvo que alguna de las partes manifieste por escrito su
voluntad de darlo por terminado con treinta (30) días naturales de anticipación.
NOVENA. Este Acuerdo se regirá por la legislación aplicable a cada una de las partes.

Leído que fue, lo firman por duplicado.

Por la División de Horas y Salarios                 Por el Consulado de México en Orlando
(firma)                                             (firma)
Magda Ruelas Penn                                   Andrés Quiroga Téllez
Directora de Distrito                               Cónsul Titular
"""

EXTENDED = """News Release

U.S. EQUAL EMPLOYMENT OPPORTUNITY COMMISSION

PRESS RELEASE
9-4-13

EEOC'S SAN DIEGO OFFICE AND MEXICAN CONSULATE EXTEND PARTNERSHIP

SAN DIEGO - The U.S. Equal Employment Opportunity Commission's (EEOC) San Diego Local Office and the Consulate
General of Mexico in San Diego on Wednesday signed a two-year extension of their Memorandum of Understanding,
first entered into on Aug. 30, 2011, the agency announced today.

"We look forward to continued work," said Dalia Fenn, local director. The extension will remain in force until
September 4, 2015.

The EEOC enforces federal laws prohibiting employment discrimination.
"""

AMENDMENT = """AMENDMENT NO. 2
TO THE MEMORANDUM OF UNDERSTANDING
BETWEEN
THE CALIFORNIA DEPARTMENT OF INDUSTRIAL RELATIONS, DIVISION OF LABOR STANDARDS ENFORCEMENT
AND
THE CONSULATE GENERAL OF EL SALVADOR IN LOS ANGELES

The Parties to the Memorandum of Understanding executed on 12 May 2014 (the "MOU"), as amended on 1 June 2016,
agree as follows:

1. Section VI of the MOU is deleted and replaced by: "This MOU shall remain in effect through December 31, 2020,
unless terminated earlier by either Party upon ninety (90) calendar days written notice."
2. All other terms remain unchanged.

This Amendment is effective as of January 1, 2018.

DIVISION OF LABOR STANDARDS ENFORCEMENT
By: /s/ Teodora Alquist
Teodora Alquist, Labor Commissioner            Date: 12/18/2017

CONSULATE GENERAL OF EL SALVADOR
By: /s/ Ulises Menjívar Barahona
Ulises Menjívar Barahona, Consul General       Date: 12/20/2017
"""

BOLETIN_OF_A_POST = """Consulado General de México en Chicago
Comunicado de prensa No. 14
Chicago, Illinois, a 3 de septiembre de 2019

FIRMAN CONSULADO GENERAL Y NLRB CARTA DE ACUERDO EN EL MARCO DE LA SEMANA DE DERECHOS LABORALES

El cónsul general Ramiro Castañeda Leal y el director regional de la Región 13 de la Junta Nacional de
Relaciones del Trabajo (NLRB), Peter Sung Olander, firmaron el pasado viernes una Carta de Acuerdo que renueva
la suscrita en 2013. Tendrá una vigencia de tres años.

Estuvo presente la directora de distrito de la EEOC, Julianne Bowers.
"""

THREE_COLUMNS = """OSHA Regional Alliance Agreement

ALLIANCE RENEWAL
between
The Occupational Safety and Health Administration
U.S. Department of Labor
Fort Worth Area Office
and
The Consulate General of Mexico in Dallas
and
The Hispanic Contractors Association de Tejas

The alliance between these organizations was established on October 19, 2009 and renewed on November 2, 2011 and
October 30, 2013.

The above-mentioned organizations continue to recognize the value of a collaborative relationship and hereby
renew the Alliance signed October 30, 2013.

The Alliance Agreement will remain in effect for five years, with renewal. Any signatory may terminate it for
any reason at any time, provided they give 30 days written notice.

Signed this 12th day of November 2015.

___________________      ___________________      ___________________
Basil Horne              Imelda Santos Frías      Gus Arreola
Area Director            Consul General           Executive Director
OSHA Fort Worth          Consulate General of     HCAT
Area Office              Mexico in Dallas
"""

CARTA = """CARTA DE INTENCIÓN

ENTRE LA OFICINA DEL COMISIONADO LABORAL DE CALIFORNIA Y EL CONSULADO GENERAL DE MÉXICO EN SACRAMENTO

Los suscritos, la Oficina del Comisionado Laboral de California, en lo sucesivo "la OCL", y el Consulado General
de México en Sacramento, en lo sucesivo "el Consulado";

CONSIDERANDO que el 12 de junio de 2013 se firmó un Memorándum de Entendimiento entre ambas instituciones, el
cual venció el 12 de junio de 2016;

Acuerdan lo siguiente:

1. Colaborar en la difusión de los derechos laborales.
2. La presente Carta tendrá vigencia desde la fecha de su firma y hasta el 31 de diciembre de 2019, pudiendo
renovarse por escrito de común acuerdo.
3. Cualquiera de los suscritos podrá dar por concluida la presente Carta mediante aviso por escrito con quince
días hábiles de anticipación.

Sacramento, California, a 1° de febrero de 2017.

POR LA OFICINA DEL COMISIONADO LABORAL          POR EL CONSULADO GENERAL DE MÉXICO

Lic. Beatriz Anguiano Solís                      Emb. Rogelio Fuentes Cruz
Comisionada Laboral Adjunta                      Cónsul General
"""

UNSIGNED_COLUMNS = """AGREEMENT ESTABLISHING AN ALLIANCE
BETWEEN
THE OCCUPATIONAL SAFETY AND HEALTH ADMINISTRATION
U.S. DEPARTMENT OF LABOR
OMAHA AREA OFFICE
AND
CONSULATE OF MEXICO IN OMAHA
AND
HEARTLAND WORKERS CENTER

The Occupational Safety and Health Administration (OSHA), the Consulate of Mexico in Omaha (Consulate) and
Heartland Workers Center (HWC) recognize the value of establishing a collaborative relationship to foster safer
and more healthful American workplaces. To that end, OSHA, the Consulate and HWC hereby form an Alliance.

OSHA's Alliances provide parties an opportunity to participate in a voluntary cooperative relationship with OSHA
for purposes such as training and education.

A team will meet on a quarterly basis. This Agreement will remain in effect for two years. Any signatory may
terminate it for any reason at any time, provided they provide 30 days' written notice. This agreement may be
modified at any time with written concurrence of all signatories.

Agreed to this 27 day of August, 2013.

Bonita Winters                Guadalupe Sanchez Ortiz          Sergio Soma
Area Director                 Consul                            Executive Director
OSHA Omaha Area Office        Consulate of Mexico in Omaha      Heartland Workers Center
"""

PRINTED_MAIL = """From: Alicia Preston <apreston@example.gov>
To: Consulate outreach <enlace@example.mx>
Subject: RE: MOU expiring
Date: Tue, 9 Jun 2020 15:12:11 -0500

Hola Marisela,

Our MOU from 2017 expires next month (July 14). Our solicitors are reviewing the draft renewal; it would run for
three more years. Could you send the Spanish version by Friday?

Alicia
Regional Outreach Coordinator, EEOC Houston District Office
"""

DECLARATION = """JOINT DECLARATION
BETWEEN
THE DEPARTMENT OF LABOR OF THE UNITED STATES OF AMERICA
AND
THE MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF HONDURAS

The Secretary of Labor of the United States of America and the Minister of Foreign Affairs of the Republic of
Honduras,

Desiring to protect the labor rights of Honduran workers;

Declare their intention to:
1. Instruct the Wage and Hour Division, the Occupational Safety and Health Administration and the Honduran
consulates to cooperate.

This Declaration will come into effect upon signature and remain in effect indefinitely, unless either side
notifies the other of its wish to end it sixty days beforehand.

Done at Washington, D.C., this 14th day of November 2014, in duplicate, in the English and Spanish languages.

FOR THE DEPARTMENT OF LABOR OF THE              FOR THE MINISTRY OF FOREIGN AFFAIRS OF
UNITED STATES OF AMERICA                          THE REPUBLIC OF HONDURAS

[signed]                                          [signed]
Thomasina Ferrer                                  Mireya Agüero Pineda
Secretary of Labor                                Minister of Foreign Affairs
"""

RENEWED_TODAY = """Consulado de Carrera de México en McAllen, Texas
BOLETÍN INFORMATIVO
McAllen, Tx., 31 de agosto de 2022.-

El Cónsul Titular de México en McAllen, Froylán Yescas Cedillo, y el Director de la Oficina de Área de OSHA en
Corpus Christi, Casey Perkins Dow, renovaron hoy por cinco años la Alianza que ambas instituciones mantienen
desde 2012.

"Con esta renovación refrendamos nuestro compromiso", señaló el Cónsul.

Atestiguó la firma el alcalde de la ciudad.
"""

SECOND_EXTENSION = """SECOND EXTENSION OF LETTER OF AGREEMENT

The Wage and Hour Division, Las Vegas District Office ("WHD") and the Consulate of Mexico in Las Vegas
("Consulate") entered into a Letter of Agreement dated March 15, 2012 (the "Agreement"), which was extended on
March 10, 2015 and is set to expire on March 15, 2018.

The parties hereby extend the Agreement for an additional term of three (3) years, through March 15, 2021. All
other provisions remain in full force and effect.

WAGE AND HOUR DIVISION                         CONSULATE OF MEXICO

/s/ Gaspard Nolan       3/12/2018                /s/ Julián Adem Ruiz      3/14/2018
Gaspard Nolan, District Director                 Julián Adem Ruiz, Consul
"""

THREE_COUNTRIES = """\
MEMORÁNDUM DE ENTENDIMIENTO ENTRE LA COMISIÓN PARA LA IGUALDAD DE OPORTUNIDADES EN EL EMPLEO DE LOS ESTADOS
UNIDOS (EEOC), OFICINA DE DISTRITO DE HOUSTON, Y LOS CONSULADOS GENERALES DE MÉXICO, EL SALVADOR Y HONDURAS EN
HOUSTON

Considerando el interés común en la protección de los trabajadores, las partes acuerdan:

Artículo 6. Duración
El presente Memorándum surtirá efectos en la fecha de la última firma. Permanecerá vigente durante treinta y
seis meses y se prorrogará tácitamente por períodos iguales, a menos que una de las partes comunique a las
demás, con al menos tres meses de antelación, su decisión de no continuar.

Firmado en Houston, Texas, en cuatro ejemplares.

Por la EEOC:                          Por México:
Delfina Rusk                          Arnulfo Casal Peña
Directora de Distrito                 Cónsul General
Fecha: 12 de marzo de 2018            Fecha: 13 de marzo de 2018

Por El Salvador:                      Por Honduras:
Ingrid Portillo Mena                  Wilmer Zelaya Ponce
Cónsul General                        Cónsul General
Fecha: 15 de marzo de 2018            Fecha: 20 de marzo de 2018
"""

SEVERAL_CITIES = """FOR IMMEDIATE RELEASE                                         Contact: Tess Monroe
Tuesday, August 29, 2017                                        (916) 555-0123

Labor Commissioner and Mexican Consulates in California Renew Pledge to Protect Workers

Sacramento – California Labor Commissioner Adelaide Finch and the consuls general of Mexico in Sacramento, San
Francisco and San José signed on Monday a letter of understanding to help Mexican nationals report wage theft.
The letter replaces one signed in 2014 and runs through August 2020.

The signing took place during Labor Rights Week.
"""

LETTER_THAT_ENDS = """Oficio No. 0457/2019
Asunto: Terminación del Memorándum de Entendimiento

Phoenix, Arizona, 11 de abril de 2019

Sra. Lorna Whitfield
Directora de Distrito
División de Horas y Salarios
Phoenix

Estimada Directora Whitfield:

Por instrucciones de la Secretaría de Relaciones Exteriores, y con fundamento en el artículo VIII del Memorándum
de Entendimiento suscrito el 30 de agosto de 2016 entre esa División y este Consulado General, me permito
comunicar a usted nuestra decisión de darlo por terminado con efectos a partir del 11 de junio de 2019.

Aprovecho la ocasión para reiterarle mi consideración.

Atentamente,
El Cónsul General
Claudio Beltrán Iriarte
"""

DAYS_BELOW = """\
MUTUAL COOPERATION AGREEMENT BETWEEN THE CITY OF DENVER AUDITOR'S OFFICE (DENVER LABOR) AND THE CONSULATE
GENERAL OF PERU IN DENVER

1. Parties. Denver Labor is a division of the Denver Auditor's Office. The Consulate General of Peru in Denver
represents Peruvian nationals in Colorado.
2. Effective Date. This agreement takes effect on the date the last party signs ("Effective Date").
3. Term. The agreement expires on the third anniversary of the Effective Date unless renewed in writing.
4. Termination. Either party may end this agreement with 2 weeks' notice by email.

Signed:

/s/ Marta Hollis                                /s/ Jaime Ordóñez Vidal
Marta Hollis, Auditor                           Jaime Ordóñez Vidal, Consul General
November 2, 2021                                November 9, 2021
"""

ADDENDUM = """\
Addendum to the Memorandum of Understanding between the U.S. Equal Employment Opportunity Commission, Charlotte
District Office, and the Consulate General of Mexico in Raleigh

WHEREAS, on September 4, 2013, the above parties signed a Memorandum of Understanding for a term of two years;
WHEREAS, on September 2, 2015 the MOU was renewed for two more years;
WHEREAS, the parties wish to renew it once more;
NOW THEREFORE the MOU is renewed for a further period of two years beginning September 4, 2017.

Signed this 28th day of August 2017, in Raleigh, North Carolina.

Rubina Castle                     Remedios Gómez Arnau Díaz
District Director                 Consul General
"""

LABELLED_DAYS = """\
The U.S. Department of Labor's Wage and Hour Division, Gulf Coast District Office, and the Consulate General of
Mexico in Houston
LETTER OF AGREEMENT (Renewal)

The Wage and Hour Division's Gulf Coast District Office (WHD) and the Consulate General of Mexico in Houston
(Consulate) hereby renew, for two additional years, the Letter of Agreement they signed August 30, 2010, which
was to end on August 29, 2012.

Effective: August 30, 2012
Expires: August 29, 2014

Signed:

Wage and Hour Division                     Consulate General of Mexico
By: /s/ Priya Nandakumar                   By: /s/ Octavio Lerma Ríos
District Director                          Consul General
Dated: August 27, 2012                     Dated: August 28, 2012
"""

SECOND_RENEWAL = """\
ALLIANCE
RENEWAL AGREEMENT
BETWEEN
U.S. DEPARTMENT OF LABOR
OCCUPATIONAL SAFETY AND HEALTH ADMINISTRATION
FORT LAUDERDALE AREA OFFICE
AND
CONSULATE GENERAL OF MEXICO IN MIAMI

OSHA and the Consulate signed an Alliance on May 12, 2015 and renewed it on May 9, 2017. Both organizations now
renew their Alliance a second time.

The Agreement expires five years from the date of the signatures below unless one of the signatories terminates
it earlier on 30 days written notice.

______________________________   ____________
Condell Mercier, Area Director     Date

______________________________   5/10/19
Horacio Saavedra Arce              Date
Consul General
"""

THREE_CONSULATES = """\
MEMORANDUM OF AGREEMENT

This Memorandum of Agreement (MOA) is entered into this 9th day of September 2019 by the New York State
Department of Labor, Division of Immigrant Policies and Affairs (NYSDOL), the Consulate General of Mexico in New
York, the Consulate General of Ecuador in New York and the Consulate General of the Dominican Republic in New
York (collectively, "the Consulates").

ARTICLE 4 - PERIOD OF PERFORMANCE
The MOA shall commence on the date set forth above and, unless sooner terminated, shall end on September 8,
2022. The parties may extend the MOA for up to two additional one-year periods by written amendment.

ARTICLE 5 - TERMINATION
NYSDOL or a Consulate may terminate its participation upon not less than sixty (60) days prior written notice.

NEW YORK STATE DEPARTMENT OF LABOR
______________________
Roberta Reardon-Pike
Commissioner

CONSULATE GENERAL OF MEXICO
______________________
Jorge Islas Monroy
Consul General

CONSULATE GENERAL OF ECUADOR
______________________
Linda Machuca Vera
Consul General

CONSULATE GENERAL OF THE DOMINICAN REPUBLIC
______________________
Eligio Jáquez Mota
Consul General
"""

NUMBERED_PARTIES = """\
CONVENIO DE COLABORACIÓN No. 14/2018

Celebrado entre:
I. EL CONSULADO DE MÉXICO EN FRESNO, representado por la Cónsul Adriana González Rivas ("EL CONSULADO"); y
II. LA AGENCIA DE RELACIONES LABORALES AGRÍCOLAS DE CALIFORNIA (Agricultural Labor Relations Board), Oficina
Regional de Visalia, representada por su Director Regional, Chris Schneider Roe ("ALRB").

DECLARACIONES
1. Declara EL CONSULADO que el 14 de abril de 2016 suscribió con ALRB un Convenio de Colaboración, el cual
concluye su vigencia el 14 de abril de 2018.

CLÁUSULAS
CUARTA. El presente Convenio iniciará su vigencia el 15 de abril de 2018 y concluirá el 14 de abril de 2021.
QUINTA. Las partes podrán darlo por terminado de manera anticipada, previo aviso por escrito con 30 días de
anticipación.

Fresno, California, a los doce días del mes de abril del año dos mil dieciocho.

__________________________          __________________________
Adriana González Rivas               Chris Schneider Roe
Cónsul de México                     Director Regional
"""

SIGNED_ON_A_LABEL = """\
Agreement for Cooperation
US Equal Employment Opportunity Commission - Los Angeles District
and
Consulate General of Guatemala in Los Angeles

Date of signature: 30 August 2022
Duration: 2 years, renewable

The EEOC Los Angeles District Office and the Consulate General of Guatemala in Los Angeles agree to share
information and hold joint outreach events.

Termination by either side: 30 days' notice.

(signed) Rosa Viramontes Paz, District Director
(signed) Tekandi Paniagua Flores, Consul General
"""

SHORT_AMENDMENT = """\
Amendment 1 to Letter of Agreement between the Wage and Hour Division, Albuquerque District Office, and the
Consulate of Mexico in Albuquerque

The Letter of Agreement signed on August 29, 2013 is amended as follows: in paragraph 5, "two years" is replaced
with "five years from the original date of signature". Accordingly the Letter of Agreement will expire on August
29, 2018.

Signed July 7, 2015

Patricia Davidson Lee, District Director          Efraín Leyva Acosta, Consul
"""

BYLINE = """\
El Sol de Yakima
Jueves 5 de septiembre de 2013

Consulado y Labor e Industrias firman acuerdo

Por Lucía Márquez

YAKIMA, Wash. — El consulado de México en Seattle y el Departamento de Labor e Industrias del estado firmaron
ayer un memorándum de entendimiento de tres años para atender quejas de salarios no pagados, accidentes y
discriminación. El director Joel Sacks Whitt y el cónsul Alejandro García Moreno rubricaron el documento.
"""


@pytest.mark.parametrize(
    ("text", "end", "basis"),
    [
        (ARRANGEMENT, "2020-09-01", "computed"),
        (ACUERDO, "2018-08-29", "computed"),
        (EXTENDED, "2015-09-04", "stated"),
        (AMENDMENT, "2020-12-31", "stated"),
        (BOLETIN_OF_A_POST, "2022-08-30", "computed"),
        (THREE_COLUMNS, "2020-11-12", "computed"),
        (CARTA, "2019-12-31", "stated"),
        (UNSIGNED_COLUMNS, "2015-08-27", "computed"),
        (DECLARATION, "perpetual", "stated"),
        (SECOND_EXTENSION, "2021-03-15", "stated"),
        (THREE_COUNTRIES, "2021-03-20", "computed"),
        (DAYS_BELOW, "2024-11-09", "computed"),
        (ADDENDUM, "2019-09-04", "computed"),
        (LABELLED_DAYS, "2014-08-29", "stated"),
        (THREE_CONSULATES, "2022-09-08", "stated"),
        (NUMBERED_PARTIES, "2021-04-14", "stated"),
        (SIGNED_ON_A_LABEL, "2024-08-30", "computed"),
        (SHORT_AMENDMENT, "2018-08-29", "stated"),
        (BYLINE, "2016-09-04", "computed"),
    ],
)
def test_each_ends_when_it_says_and_not_when_the_paper_before_it_did(text, end, basis):
    found = read(text)
    assert (found.text("expiration_date"), found.expiration_basis) == (end, basis)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARRANGEMENT, {("implements", "2014-04-03"), ("cites", "2012-08-30")}),
        (ACUERDO, {("renews", "2011-11-09")}),
        (EXTENDED, {("announces", "2013-09-04"), ("renews", "2011-08-30")}),
        (AMENDMENT, {("amends", "2014-05-12"), ("cites", "2016-06-01")}),
        (THREE_COLUMNS, {("renews", "2013-10-30")}),
        (CARTA, {("cites", "2013-06-12")}),
        (SECOND_EXTENSION, {("renews", "2012-03-15"), ("cites", "2015-03-10")}),
        (LETTER_THAT_ENDS, {("terminates", "2016-08-30")}),
        (ADDENDUM, {("amends", "2013-09-04")}),
        (LABELLED_DAYS, {("renews", "2010-08-30")}),
        (SECOND_RENEWAL, {("renews", "2017-05-09"), ("cites", "2015-05-12")}),
    ],
)
def test_each_is_joined_to_the_papers_before_it_by_their_days(text, expected):
    assert relations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (AMENDMENT, ["US-CA-DLSE", "SV-CON-los-angeles"]),
        (BOLETIN_OF_A_POST, ["MX-CON-chicago", "US-NLRB/region-13"]),
        (DECLARATION, ["US-DOL", "HN-SRECI"]),
        (RENEWED_TODAY, ["MX-CON-mcallen", "US-DOL-OSHA/corpus-christi-area"]),
        (THREE_COUNTRIES, ["US-EEOC/houston-district", "MX-CON-houston", "SV-CON-houston", "HN-CON-houston"]),
        (NUMBERED_PARTIES, ["MX-CON-fresno", None]),
        (BYLINE, ["MX-CON-seattle", "US-WA-LNI"]),
        (SEVERAL_CITIES, ["US-CA-DLSE", "MX-CON-sacramento", "MX-CON-san-francisco", "MX-CON-san-jose"]),
    ],
)
def test_the_bodies_that_agree_are_known_under_these_names_too(text, expected):
    assert authorities(text) == expected


def test_a_short_form_in_brackets_is_no_part_of_a_bodys_name():
    assert read(ARRANGEMENT).parties[0].name == "Oregon Bureau of Labor and Industries"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ACUERDO, [
            ("Magda Ruelas Penn", "Directora de Distrito", "División de Horas y Salarios", None),
            ("Andrés Quiroga Téllez", "Cónsul Titular", "Consulado de México en Orlando", None),
        ]),
        (AMENDMENT, [
            ("Teodora Alquist", "Labor Commissioner", "DIVISION OF LABOR STANDARDS ENFORCEMENT", "2017-12-18"),
            ("Ulises Menjívar Barahona", "Consul General", "CONSULATE GENERAL OF EL SALVADOR", "2017-12-20"),
        ]),
        (DECLARATION, [
            ("Thomasina Ferrer", "Secretary of Labor", "DEPARTMENT OF LABOR OF THE UNITED STATES OF AMERICA", None),
            ("Mireya Agüero Pineda", "Minister of Foreign Affairs",
             "MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF HONDURAS", None),
        ]),
        (SECOND_EXTENSION, [
            ("Gaspard Nolan", "District Director", "WAGE AND HOUR DIVISION", "2018-03-12"),
            ("Julián Adem Ruiz", "Consul", "CONSULATE OF MEXICO", "2018-03-14"),
        ]),
    ],
)  # fmt: skip
def test_signers_stand_with_their_own_office_body_and_day(text, expected):
    assert signers(text) == expected


def test_two_on_one_line_below_the_day_of_signing_are_signers():
    assert [name for name, *_ in signers(SHORT_AMENDMENT)] == ["Patricia Davidson Lee", "Efraín Leyva Acosta"]


def test_a_news_item_with_a_byline_is_no_release():
    assert read(BYLINE).text("kind") == "media announcement"


def test_three_who_sign_side_by_side_are_three():
    names = [name for name, *_ in signers(UNSIGNED_COLUMNS)]
    assert names == ["Bonita Winters", "Guadalupe Sanchez Ortiz", "Sergio Soma"]


def test_a_printed_mail_was_issued_on_the_day_of_its_head():
    assert read(PRINTED_MAIL).text("issued_date") == "2020-06-09"


def test_the_day_of_a_signing_is_told_by_a_weekday_beside_the_day_of_issue():
    assert read(EXTENDED).text("agreement_date") == "2013-09-04"
    assert read(EXTENDED).duration("term") == Duration(2.0, "years")


def test_a_heading_goes_on_over_words_in_small_letters_and_keeps_acronyms():
    assert str(read(ARRANGEMENT).text("title")).endswith("and the Consulate of Mexico in Portland, Oregon")
    assert str(read(EXTENDED).text("title")).startswith("EEOC's San Diego Office")


def test_a_renewal_was_made_on_its_own_day_and_not_on_that_of_the_paper_it_tells_of():
    assert read(SECOND_RENEWAL).text("agreement_date") == "2019-05-10"


def test_one_word_in_capitals_over_the_bodies_names_the_paper():
    text = (
        "ADDENDUM\n\nBETWEEN\n\nTHE OSHA KANSAS CITY AREA OFFICE\n\nAND\n\nTHE CONSULATE OF MEXICO IN KANSAS CITY\n\n"
        "This paper is an amendment to the Alliance Agreement dated January 10, 2013.\n\n"
        "Effective date: July 1, 2014.\n\nSigned on 4 June 2014.\n\n______________________\nMarta Quintana\nDirector\n"
    )
    found = read(text)
    assert (found.text("kind"), found.text("agreement_date")) == ("amendment", "2014-06-04")
    assert found.text("effective_date") == "2014-07-01"
    assert authorities(text) == ["US-DOL-OSHA/kansas-city-area", "MX-CON-kansas-city"]
