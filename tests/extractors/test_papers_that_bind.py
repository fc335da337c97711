"""Agreements, renewals and amendments in forms that differ from one another: who made them, when, and until when."""

from __future__ import annotations

import pytest

from tests.extractors.whole_reading import authorities, read, relations, signers

DATES_BESIDE_NAMES = """\
ALLIANCE AGREEMENT

OSHA – Mexican Consulate

The Occupational Safety and Health Administration's Little Rock Area Office (OSHA) and the Consulate of Mexico in
Little Rock, Arkansas (Consulate) continue to recognize the value of maintaining a collaborative relationship to
foster safety and health practices and programs to improve American workplaces. To that end, OSHA and the Consulate
hereby renew the Alliance signed on September 12, 2011 and previously renewed on October 3, 2013.

Goals ... The participants intend to work together to reach workers in the poultry industry.

This Alliance will be effective upon signature of both participants and will remain in force for five (5) years.
Either participant may withdraw at any time upon thirty days' written notice to the other.

For OSHA                                   For the Consulate

Carlton Beems            10/14/15          David Preciado Juárez           10-20-2015
Carlton Beems                              David Preciado Juárez
Area Director                              Consul
Little Rock Area Office                    Consulate of Mexico in Little Rock
"""

MADE_THIS_DAY = """\
MEMORANDUM OF UNDERSTANDING
BETWEEN THE
U.S. EQUAL EMPLOYMENT OPPORTUNITY COMMISSION, CHARLOTTE DISTRICT OFFICE
AND THE
CONSULATE GENERAL OF MEXICO IN RALEIGH, NORTH CAROLINA

I. Purpose
This Memorandum of Understanding ("MOU") is entered into this 3rd day of September, 2014, by and between the Charlotte
District Office of the U.S. Equal Employment Opportunity Commission ("EEOC") and the Consulate General of Mexico in
Raleigh (the "Consulate").

II. Background Title VII of the Civil Rights Act of 1964 and the Age Discrimination in Employment Act of 1967
are enforced by the EEOC. The Age Discrimination in Employment Act protects persons who are 40 years of age or
older.

VII. Duration This MOU becomes effective on the date first written above and shall continue for a period of two
years, after which it shall renew automatically for successive one-year terms unless either party gives the
other not less than sixty (60) days' notice in writing before the end of the then-current term.

IN WITNESS WHEREOF, the parties have caused this MOU to be executed by their duly authorized representatives.

____________________________
Reuben Daniels Kerr, Jr.
Director, Charlotte District Office
U.S. Equal Employment Opportunity Commission

____________________________
Javier Díaz de León Ruiz
Consul General
Consulate General of Mexico in Raleigh
"""

EN_VIGOR_MES_SIGUIENTE = """\
MEMORÁNDUM DE ENTENDIMIENTO ENTRE EL CONSULADO DE CARRERA DE MÉXICO EN FRESNO, CALIFORNIA Y LA DIVISIÓN DE SALUD Y
SEGURIDAD OCUPACIONAL DE CALIFORNIA (CAL/OSHA)

El Consulado de México en Fresno y la División de Salud y Seguridad Ocupacional del Departamento de Relaciones
Industriales de California (en adelante "Cal/OSHA"), denominados conjuntamente "los Participantes";

RECONOCIENDO que la Ley de Seguridad y Salud Ocupacional de California de 1973 ampara a todo trabajador;

Han llegado al siguiente entendimiento:

Artículo 1. Objeto ...
Artículo 5. Entrada en vigor. El presente Memorándum entrará en vigor el 1.º de octubre de 2015 y permanecerá vigente
por un periodo de tres años, contados a partir de esa fecha.
Artículo 6. Cualquiera de los Participantes podrá darlo por terminado mediante comunicación escrita dirigida al otro
con noventa (90) días de antelación.

Firmado en la ciudad de Fresno, California, el 3 de sept. de 2015, en dos ejemplares originales en español e inglés,
siendo ambos textos igualmente válidos.

POR EL CONSULADO DE MÉXICO                          POR CAL/OSHA
EN FRESNO

Vicente Sánchez Villaseñor                          Juliana Sum Takeda
Cónsul de México                                    Jefa de la División
"""

CHANGED_END = """\
STATE OF OREGON
BUREAU OF LABOR AND INDUSTRIES

ADDENDUM No. 1
to the Memorandum of Understanding between the Bureau of Labor and Industries and the Consulate of Mexico in Portland

This Addendum No. 1 is entered into pursuant to Section V(B) of the Memorandum of Understanding executed by the
parties on May 5, 2016 (the "MOU").

1. Section III of the MOU is revised to add: "The Bureau will train consular staff twice a year."
2. The expiration date stated in Section VI, May 5, 2019, is hereby changed to May 5, 2021.
3. Except as modified herein, the MOU remains in full force and effect.

BUREAU OF LABOR AND INDUSTRIES

By:  /s/ Valerie Hoyt-Lindqvist             Date:  April 30, 2019
     Valerie Hoyt-Lindqvist
     Labor Commissioner

CONSULATE OF MEXICO

By:  /s/ Carlos Quesnel Meléndez            Date:  May 2, 2019
     Carlos Quesnel Meléndez
     Consul of Mexico
"""

EXTENDED_BY_LETTER = """\
U.S. DEPARTMENT OF LABOR
Wage and Hour Division
Denver District Office
1999 Broadway, Suite 1205, Denver, CO 80202

July 18, 2017

The Honorable Berenice Rendón Talavera
Consul General of Mexico
5350 Leetsdale Drive, Suite 100
Denver, Colorado 80246

Re: Extension of the Letter of Agreement dated August 26, 2014

Dear Consul General Rendón:

The Letter of Agreement between the Wage and Hour Division, Denver District Office, and the Consulate General of
Mexico in Denver, signed on August 26, 2014, will expire on August 26, 2017. As agreed at our meeting of June 22, this
letter extends the Letter of Agreement, under the same terms, until August 26, 2020.

Please indicate your concurrence by signing below and returning one copy to this office.

Sincerely,

Chad Frasier Oliveira
District Director

AGREED AND ACCEPTED:

_______________________________
Berenice Rendón Talavera
Consul General of Mexico
Date: July 27, 2017
"""

DAY_IN_WORDS = """\
                                                                                     OSHA-2012-0047
ARRANGEMENT
ESTABLISHING AN ALLIANCE
BETWEEN
OSHA'S MILWAUKEE AREA OFFICE
AND
THE CONSULATE OF MEXICO IN MILWAUKEE, WISCONSIN

The Milwaukee Area Office of the Occupational Safety and Health Administration (OSHA) of the United States
Department of Labor and the Consulate of Mexico in Milwaukee, Wisconsin (the Consulate), hereinafter referred to as
"the Participants";

BUILDING UPON the Letter of Arrangement between the Occupational Safety and Health Administration and the Ministry of
Foreign Affairs of the United Mexican States, signed at Washington, D.C., on September 2, 2021;

Have reached the following understandings:

PARAGRAPH 1 ...

PARAGRAPH 7
General Provisions
The cooperation under this Arrangement begins on the date of signature and will remain in effect for five (5) years,
unless any one of the Participants decides to discontinue it by written notice given sixty (60) days in advance.

Signed in Milwaukee, Wisconsin, on the thirtieth day of August of two thousand twenty-two, in duplicate, in the
English and Spanish languages.

FOR THE MILWAUKEE AREA OFFICE OF THE             FOR THE CONSULATE OF MEXICO IN
OCCUPATIONAL SAFETY AND HEALTH                   MILWAUKEE, WISCONSIN
ADMINISTRATION

Christine Zortmann-Hale                          Claudia Velasco Osorio
Area Director                                    Consul
"""

VEINTISEIS_DIAS = """\
ARREGLO QUE ESTABLECE UNA ALIANZA ENTRE LA OFICINA DE ÁREA DE BOISE DE LA ADMINISTRACIÓN DE SEGURIDAD Y SALUD
OCUPACIONAL DEL DEPARTAMENTO DEL TRABAJO DE LOS ESTADOS UNIDOS DE AMÉRICA Y EL CONSULADO DE MÉXICO EN BOISE, IDAHO

La Oficina de Área de Boise de la Administración de Seguridad y Salud Ocupacional (OSHA) y el Consulado de México en
Boise, Idaho (el Consulado), en adelante denominados "los Participantes";

TOMANDO EN CUENTA la Carta de Arreglo entre la Secretaría de Relaciones Exteriores y la Administración de Seguridad y
Salud Ocupacional, firmada en Washington, D.C., el 3 de abril de 2014;

Han acordado lo siguiente:
...
Este Arreglo surtirá efectos a partir de la fecha de su firma y tendrá una duración de dos años, renovables por
periodos iguales previa evaluación y consentimiento por escrito de los Participantes.

Firmado en Boise, Idaho, a los veintiséis días del mes de agosto del año dos mil dieciséis, en dos ejemplares
originales en idiomas español e inglés.

POR LA OFICINA DE ÁREA DE BOISE                          POR EL CONSULADO DE MÉXICO EN BOISE

David M. Kearns Lowell                                   Celso Humberto Delgado Rivas
Director de Área                                         Cónsul de México
"""

DATED_IN_A_ROW = """\
LETTER OF AGREEMENT
BETWEEN
THE NATIONAL LABOR RELATIONS BOARD, REGION 21
AND
THE CONSULATE OF MEXICO IN SANTA ANA, CALIFORNIA

The National Labor Relations Board (NLRB), through its Region 21, and the Consulate of Mexico in Santa Ana wish to
establish a collaborative relationship under the Letter of Agreement between the General Counsel of the NLRB and the
Ministry of Foreign Affairs of Mexico dated July 23, 2013.

The signatories agree: a) to provide information to Mexican workers about their rights under the National Labor
Relations Act, enacted in 1935; b) ...

This Letter of Agreement shall take effect immediately upon its execution by both signatories and shall remain in
effect until terminated. Any signatory may terminate it upon 30 days' advance notice in writing.

Executed at Santa Ana, California on

Olivia Garza Brandt                      Mario Cuevas Zamora
Regional Director, Region 21             Consul of Mexico in Santa Ana
National Labor Relations Board

Dated: 8/29/13                           Dated: 8/29/13
"""

MINISTERS = """\
MINISTERIAL DECLARATION

The Department of Labor of the United States of America and the Secretariat of Labor and Social Welfare of the United
Mexican States;

RECALLING the North American Agreement on Labor Cooperation, signed on September 14, 1993 and in force since
January 1, 1994;

HAVING held ministerial consultations on public communications MEX 2003-1, MEX 2005-1 and MEX 2011-1;

DECLARE that they will carry out the plan of action attached to this Declaration within one year.

This Declaration supersedes the Ministerial Declaration of April 18, 2002.

Done in duplicate at Mexico City, on April 3, 2014, in the English and Spanish languages.

FOR THE DEPARTMENT OF LABOR                      FOR THE SECRETARIAT OF LABOR AND
OF THE UNITED STATES OF AMERICA                  SOCIAL WELFARE OF THE UNITED MEXICAN STATES

Thaddeus E. Parrish                              Jerónimo Alcántara Prado
Secretary of Labor                               Secretary of Labor and Social Welfare
"""

THREE_NAMED_LINES = """\
MEMORANDUM OF UNDERSTANDING

This Memorandum of Understanding (hereinafter "MOU") is made by and among:

(1) the Colorado Department of Labor and Employment, Division of Labor Standards and Statistics ("DLSS");
(2) the Consulate General of Mexico in Denver; and
(3) the Consulate General of Peru in Denver

(each a "Party").

WHEREAS, DLSS enforces the Colorado Wage Act, C.R.S. § 8-4-101 et seq.; and
WHEREAS, the Consulates serve nationals in Colorado, Wyoming and eastern Montana;

NOW, THEREFORE, the Parties agree as follows: ... 9. Term. The term of this MOU commences on January 1, 2023
(the "Effective Date") and ends at 11:59 p.m. on December 31, 2025. 10. Termination for convenience. A Party may
withdraw by giving the others forty-five (45) days' prior written notice. 11. Governing law. This MOU is
governed by the laws of the State of Colorado.

SIGNATURES

DLSS:
Signature: ____________________   Name: Scott Marbury Moss   Title: Division Director   Date: 12/13/2022

CONSULATE GENERAL OF MEXICO:
Signature: ____________________   Name: Pável Meléndez Cruz   Title: Consul General   Date: 12/15/2022

CONSULATE GENERAL OF PERU:
Signature: ____________________   Name: Ernesto Bustamante Lira   Title: Consul General   Date: 12/19/2022
"""

CONVENIO_CON_SINDICATO = """\
CONVENIO DE COLABORACIÓN

Que celebran el Sindicato Internacional de Empleados de Servicios (SEIU), Local 105, y el Consulado General de México
en Denver, al tenor de las siguientes:

DECLARACIONES
I. Declara el SEIU Local 105 que representa a más de 8,000 trabajadores de limpieza.
II. Declara el Consulado General que es una representación de la Secretaría de Relaciones Exteriores.

CLÁUSULAS PRIMERA.- Objeto. SEXTA.- VIGENCIA. El presente convenio iniciará su vigencia el día de su firma y
concluirá el 30 de septiembre de 2018, pudiendo darse por terminado en cualquier momento previo aviso por
escrito con quince (15) días hábiles de anticipación.

Enteradas las partes de su contenido y alcance, lo firman en la ciudad de Denver, Colorado, el día 5 del mes de
mayo de 2016.

Por el SEIU Local 105:

Ronaldo Cabrales Ortiz
Presidente

Por el Consulado General:

Carlos Jiménez Macías Leal
Cónsul General

Testigos:
Marisol Enríquez Pohl                    Timoteo Barba
"""

FEDERAL_AND_STATE = """\
PARTNERSHIP AGREEMENT
BETWEEN
THE U.S. DEPARTMENT OF LABOR, WAGE AND HOUR DIVISION
AND
THE NEW MEXICO DEPARTMENT OF WORKFORCE SOLUTIONS

This Partnership Agreement ("Agreement") is made and entered into by and between the United States Department of
Labor, Wage and Hour Division (hereinafter referred to as "WHD") and the New Mexico Department of Workforce
Solutions (hereinafter referred to as "NMDWS"), collectively "the agencies" or "the parties".

... Period of agreement This Agreement becomes effective upon the signing of both parties, and will expire 3
years from the effective date. This agreement may be modified in writing by mutual consent of both agencies. The
agreement may be cancelled by either party by giving thirty (30) days advance written notice prior to the date
of cancellation. Renewal of the Agreement may be accomplished by written agreement of the parties.

United States Department of Labor              New Mexico Department of Workforce Solutions
Wage and Hour Division

By: ___________________                        By: ___________________
    Betty Cantwell                                 Celina Bustos Ray
    Regional Administrator, Southwest Region       Cabinet Secretary
Date: 9-22-16                                  Date: 9-29-16
"""

TITLE_WITH_ARTICLE = """\
MEMORANDUM OF UNDERSTANDING BETWEEN
THE CIVIL RIGHTS DIVISION, IMMIGRANT AND EMPLOYEE RIGHTS SECTION, U.S. DEPARTMENT OF JUSTICE
AND
THE MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF COLOMBIA

The Immigrant and Employee Rights Section of the Civil Rights Division of the United States Department of Justice
("IER") and the Ministry of Foreign Affairs of the Republic of Colombia (hereinafter "the Participants"),

Noting that IER, formerly the Office of Special Counsel for Immigration-Related Unfair Employment Practices, enforces
8 U.S.C. § 1324b, as amended November 6, 1986 and November 29, 1990,

Have reached the following understanding:

...
Section 8. This Memorandum will commence on the date of the last signature and continue for five years. A Participant
may discontinue its participation at any time but should endeavor to give three months' notice.

Signed at Washington, D.C.

FOR THE IMMIGRANT AND EMPLOYEE RIGHTS SECTION:
Kristin Clarkson Boyd
Assistant Attorney General for Civil Rights
Date: May 31, 2023

FOR THE MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF COLOMBIA:
Luis Gilberto Murillo Páez
Ambassador of Colombia to the United States
Date: June 12, 2023
"""

TERCERA_RENOVACION = """\
RENOVACIÓN DEL ACUERDO DE ALIANZA

ENTRE LA ADMINISTRACIÓN DE SEGURIDAD Y SALUD OCUPACIONAL (OSHA), OFICINA DE ÁREA DE TAMPA, Y EL CONSULADO DE MÉXICO EN
ORLANDO

Los que suscriben acuerdan renovar, por tercera ocasión y por un término de dos (2) años, la Alianza firmada el 29 de
agosto de 2011 y renovada el 28 de agosto de 2013 y el 31 de agosto de 2015. Todos los demás términos permanecen sin
cambio.

Orlando, Florida, 30 de agosto de 2017

(Rúbrica)                                         (Rúbrica)
Leslie Grove Ashby                                Juan Sabines Guerra
Director de Área de OSHA en Tampa                 Cónsul de México en Orlando
"""

SIGNED_IN_A_ROW = """\
CITY OF SEATTLE
OFFICE OF LABOR STANDARDS

COMMUNITY PARTNERSHIP AGREEMENT

This Agreement is effective as of the 15th of March, 2018 and is between the City of Seattle, acting through its
Office of Labor Standards ("OLS"), and the Consulate of Mexico in Seattle ("Consulate").

Seattle's Minimum Wage Ordinance (SMC 14.19) took effect April 1, 2015.

Term: 24 months from the effective date. OLS may renew this Agreement for one additional term of twelve (12) months by
notifying the Consulate at least thirty (30) days before expiration.

This Agreement shall be construed under the laws of the State of Washington; venue is King County.

OFFICE OF LABOR STANDARDS                  CONSULATE OF MEXICO IN SEATTLE

/s/                                        /s/
Dylan Orrick                               Roberto Dondisch Glow
Director                                   Consul
Signed 03/09/2018                          Signed 03/14/2018
"""

POR_TIEMPO_INDEFINIDO = """\
CARTA DE ENTENDIMIENTO

San José, California, a 31 de agosto de 2018

Con fundamento en la Declaración Conjunta de 2014, el Consulado General de México en San José y la Oficina de
Equidad en el Lugar de Trabajo de la Ciudad de San José (OEA) convienen en colaborar por tiempo indefinido a
partir de esta fecha.

Cualquiera de los firmantes podrá retirarse con aviso previo de un mes.

Firman:

Gemi José González López Rey, Cónsul General
Nina Grayson Velasco, Directora de la OEA

c.c.p. Archivo
"""

RETROACTIVE = """\
FIRST AMENDMENT AND EXTENSION

Reference is made to that certain Memorandum of Understanding between the Division of Labor Standards
Enforcement of the State of California ("DLSE") and the Consulate General of Mexico in San Diego ("Consulate")
with an effective date of October 1, 2018.

The parties wish to extend the term, which expired by its own terms on September 30, 2021, and to ratify all
activities carried out since. Accordingly:

(a) The term is extended to September 30, 2024.
(b) "Thirty (30) days" in Section 8 (Termination) is replaced by "ninety (90) days".
(c) This First Amendment takes effect retroactively as of October 1, 2021.

DLSE: Lilia Garcia-Browne, Labor Commissioner                Dated: January 20, 2022
Consulate: Carlos González Gutiérrez Lara, Consul General    Dated: January 25, 2022
"""

ULTIMA_DE_LAS_FIRMAS = """\
Acuerdo de Cooperación

entre el Ministerio de Relaciones Exteriores de la República de El Salvador
y el Departamento de Trabajo de los Estados Unidos de América

El Ministerio de Relaciones Exteriores de la República de El Salvador y el Departamento de Trabajo de los
Estados Unidos de América, en adelante "los Participantes",

Deseosos de proteger los derechos laborales de los salvadoreños;

han decidido:

Primero. ...
Cuarto. Este Acuerdo será efectivo en la fecha de la última de las firmas y permanecerá en efecto por cuatro años, a
menos que uno de los Participantes notifique al otro su terminación con seis meses de anticipación.

Suscrito en Washington, D.C., el día veintidós de marzo de dos mil once.

Por el Ministerio de Relaciones Exteriores          Por el Departamento de Trabajo de los
de la República de El Salvador                      Estados Unidos de América

Hugo Roger Martínez Bolaños                         Hilda Solano Fierro
Ministro                                            Secretaria de Trabajo
"""

TABLE_OF_SIGNERS = """\
[OSHA letterhead]

ALLIANCE SIGNATURE PAGE

OSHA Columbus Area Office / Consulate of Mexico in Detroit / Ohio Hispanic Coalition

By signing below the participants renew, for a further two years, the Alliance established on 09/04/2012.

NAME                     TITLE                   ORGANIZATION                    DATE
Deborah Zubaty Kern      Area Director           OSHA Columbus Area Office       9/3/14
Juan Manuel Solana Rey   Consul                  Consulate of Mexico in Detroit  9/5/14
Josué Vicente Lagos      Executive Director      Ohio Hispanic Coalition         9/3/14
"""

RUN_OF_SIGNERS = """\
Addendum to the alliance of OSHA Wichita and the Consulate of Mexico in Kansas City

ADDENDUM. The Alliance Agreement signed by OSHA's Wichita Area Office and the Consulate of Mexico in Kansas
City, Missouri, on August 28, 2014 is extended through August 28, 2018. The Kansas Department of Labor joins as
a third participant. Signed June 30, 2016: Judy Freeman, Area Director; Alfonso Navarro-Bernachi, Consul; Lana
Gordon, Secretary.
"""

ORDINAL_DAY = """\
Acuerdo entre el Sindicato de Campesinos (FLOC) y el Consulado General de México en Raleigh

CONVENIO DE COLABORACIÓN entre el Comité Organizador de Trabajadores Agrícolas (FLOC, AFL-CIO) y el Consulado
General de México en Raleigh, Carolina del Norte, fechado el 1o. de mayo de 2010 y con vigencia de un año a
partir de esa fecha, prorrogable por acuerdo de las partes.
"""

RENEWS_IF_BOTH_AGREE = """\
ALLIANCE
between the
OCCUPATIONAL SAFETY AND HEALTH ADMINISTRATION, ATLANTA EAST AREA OFFICE
and the
CONSULATE GENERAL OF GUATEMALA IN ATLANTA

WHEREAS the U.S. Department of Labor and the Ministry of Foreign Affairs of Guatemala signed a Joint Declaration
on June 17, 2011;

The signatories will share training materials and hold quarterly meetings.

Duration. The Alliance takes effect on the day both signatories have signed and lasts for 2 years. It renews for
one additional two-year period if both so agree in writing before it ends. Any signatory may leave the Alliance
after giving 30 days' notice.

Jeffery Stawicki-Bohm                              Rosa María Mérida de Mora
Area Director, OSHA Atlanta East Area Office       Consul General of Guatemala in Atlanta
Date: 2/14/2013                                    Date: 2/14/2013
"""

REPRESENTED_IN_HEADING = """\
MEMORÁNDUM DE COOPERACIÓN QUE SUSCRIBEN EL CONSULADO GENERAL DE MÉXICO EN PHOENIX, ARIZONA, REPRESENTADO POR SU
TITULAR, LA CÓNSUL GENERAL CLAUDIA FRANCO HIJAR, Y LA COMISIÓN INDUSTRIAL DE ARIZONA (ICA), REPRESENTADA POR SU
DIRECTOR, JAMES ASHLEY WEST

PRIMERO. Las partes colaborarán en la difusión de los derechos laborales. ... SEXTO. El presente Memorándum
tendrá una duración de un año, contado a partir del 15 de enero de 2018, y se renovará en forma automática por
periodos iguales, a menos que una de las partes notifique a la otra, con al menos treinta días de anticipación,
su deseo de darlo por concluido.

Phoenix, Arizona, a doce de enero de dos mil dieciocho.

__________________________                    __________________________
Claudia Franco Hijar                          James Ashley West
Cónsul General                                Director
"""

DAYS_IN_A_COLUMN = """\
EEOC - CONSULATE MOU

This Memorandum of Understanding (MOU) is entered into by the U.S. Equal Employment Opportunity Commission (EEOC), Los
Angeles District Office, and the Consulate of El Salvador in Los Angeles, and is effective upon the date of the last
signature below.

5. Effective period
This MOU is effective for three (3) years. At the end of the third year it will automatically expire unless renewed in
writing.

6. Nothing in this MOU shall be construed to obligate funds (Antideficiency Act, 31 U.S.C. 1341).

Signed:

Rosa Viramontes-Kerr, Director, Los Angeles District Office, EEOC          August 31, 2016

Patricia Escobar de Luna, Consul of El Salvador                            September 6, 2016
"""

REUNIDOS = """\
DECLARACIÓN CONJUNTA
DE LA SECRETARÍA DEL TRABAJO Y PREVISIÓN SOCIAL DE LOS ESTADOS UNIDOS MEXICANOS
Y EL DEPARTAMENTO DEL TRABAJO DE LOS ESTADOS UNIDOS DE AMÉRICA

Reunidos en la Ciudad de México el 18 de abril de 2002, el Secretario del Trabajo y Previsión Social, Carlos
Abascal Mora, y la Secretaria del Trabajo, Elaine L. Chan, al amparo del Acuerdo de Cooperación Laboral de
América del Norte (ACLAN),

DECLARAN su compromiso de difundir los derechos de los trabajadores migratorios.

Por la Secretaría del Trabajo                      Por el Departamento del Trabajo
y Previsión Social

Carlos Abascal Mora                                 Elaine L. Chan
Secretario                                          Secretaria
"""

MARKS_IN_A_TABLE = """\
AGREEMENT RENEWING AN ALLIANCE
BETWEEN
OSHA'S OKLAHOMA CITY AREA OFFICE
AND
THE CONSULATE OF MEXICO IN LITTLE ROCK, ARKANSAS
AND
THE GREATER TULSA HISPANIC CHAMBER OF COMMERCE

OSHA, the Consulate and the Chamber hereby renew the Alliance signed May 6, 2010, with an emphasis on construction.

This agreement supersedes all prior written or verbal agreements. It will remain in effect for three years from
the date of the last signature.

David Bates Rundle        /s/      Area Director           05-24-12
David Preciado Mota       /s/      Consul                  05-24-12
Francisco Treviño Oca     /s/      Executive Director      06-01-12
"""

SECOND_LETTER = """\
LETTER OF UNDERSTANDING No. 2

WHEREAS the Consulate of Mexico in Las Vegas and the Nevada Office of the Labor Commissioner (OLC) executed a
Letter of Understanding on 11/06/2014 ("the 2014 Letter"), which was renewed by a first letter of 11/03/2016;

NOW THEREFORE they renew the 2014 Letter until November 6, 2020.

Shannon Chambers-Dunn, Labor Commissioner        (signed)  10/30/2018
Alejandro Madrigal Becerra, Consul               (signed)  11/01/2018
"""

LETTERS_SET_APART = """\
M E M O R A N D U M   O F   U N D E R S T A N D I N G

Between the United States Department of Labor, Wage and Hour Division, Charlotte District Office, and the
Consulate General of Mexico in Raleigh, North Carolina

Made on the first day of September, two thousand and eleven (September 1, 2011).

The MOU shall terminate on the third anniversary of the date above.

_____________________                      _____________________
Richard Blaylock-Toms                      Carlos Flores Vizcarra Ley
District Director                          Consul General
"""

SIGNED_BY_EACH_ON = """\
Memorandum of Understanding, WHD and Massachusetts Attorney General

MEMORANDUM OF UNDERSTANDING between the United States Department of Labor, Wage and Hour Division, Boston
District Office and the Massachusetts Office of the Attorney General, Fair Labor Division ("the agencies"). It
takes effect on the date of the last signature and runs for three years. Signed by Carlos Matos, District
Director, on May 2, 2014, and by Jocelyn Jones, Chief of the Fair Labor Division, on May 9, 2014.
"""

RENEWED_AFTER_A_GAP = """\
Agreement between WHD and the Consulate of Mexico in Albuquerque (renewal)

RENEWAL OF AGREEMENT. The Wage and Hour Division, Albuquerque District Office, and the Consulate of Mexico in
Albuquerque, New Mexico, renew their Agreement of September 4, 2012, which expired on September 4, 2015. The
renewed Agreement ends on October 15, 2018. Signed at Albuquerque, October 15, 2015, by Patricia Davidson and
Mauricio Ibarra.
"""

FROM_ITS_SIGNATURE = """\
Letter of Arrangement OSHA and the Secretariat of Foreign Affairs of Honduras

LETTER OF ARRANGEMENT BETWEEN THE OCCUPATIONAL SAFETY AND HEALTH ADMINISTRATION OF THE UNITED STATES DEPARTMENT
OF LABOR AND THE SECRETARIAT OF FOREIGN AFFAIRS AND INTERNATIONAL COOPERATION OF THE REPUBLIC OF HONDURAS. The
Participants cooperate for four years from the date of signature, May 10, 2022. Signed by Douglas L. Parker and
Javier Bú Soto.
"""

DESDE_SU_FIRMA = """\
Carta de Acuerdo NLRB Región 16 y Consulado General de México en San Antonio

CARTA DE ACUERDO entre la Región 16 de la Junta Nacional de Relaciones del Trabajo de los Estados Unidos de
América y el Consulado General de México en San Antonio, Texas. Toma como base la Carta de Acuerdo del 23 de
julio de 2013. Estará en vigor desde su firma, el 3 de septiembre de 2013, y por tiempo indefinido.
"""

FROM_ITS_SIGNING = """\
Alliance between OSHA Boston North and the Consulate General of El Salvador in Boston

AGREEMENT ESTABLISHING AN ALLIANCE between OSHA's Andover Area Office and the Consulate General of El Salvador
in Boston, Massachusetts. The Participants rely on the Letter of Arrangement signed at Washington, D.C., on
August 29, 2011. They will give Salvadoran roofers training on falls. The Alliance lasts two years from its
signing on March 4, 2015.
"""

CITY_AND_COUNTY = """\
MEMORANDUM OF UNDERSTANDING

between

THE OFFICE OF LABOR STANDARDS ENFORCEMENT OF THE CITY AND COUNTY OF SAN FRANCISCO

and

THE CONSULATE GENERAL OF MEXICO IN SAN FRANCISCO

This Memorandum of Understanding is made on 5 May 2014.

Duration: from 5 May 2014 to 4 May 2017, renewable.

Notice: either party may withdraw by a letter sent forty-five days ahead.

Signed for OLSE: Donna Levitt-Sand, Manager
Signed for the Consulate: Andrés Roemer Slomianski, Consul General
"""

RIGE_POR = """\
Convenio entre la Comisión Laboral de Utah y el Consulado de México en Salt Lake City

CONVENIO DE COLABORACIÓN entre la Comisión Laboral de Utah y el Consulado de México en Salt Lake City, Utah. Se
firma el veintiocho de agosto de dos mil diecisiete; rige por un año y se prorroga tácitamente cada año salvo
aviso en contrario dado con sesenta días de antelación.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MADE_THIS_DAY, "memorandum of understanding"),
        (EN_VIGOR_MES_SIGUIENTE, "memorandum of understanding"),
        (CHANGED_END, "amendment"),
        (DAY_IN_WORDS, "alliance agreement"),
        (VEINTISEIS_DIAS, "alliance agreement"),
        (DATED_IN_A_ROW, "letter of agreement"),
        (MINISTERS, "joint declaration"),
        (THREE_NAMED_LINES, "memorandum of understanding"),
        (CONVENIO_CON_SINDICATO, "agreement"),
        (TITLE_WITH_ARTICLE, "memorandum of understanding"),
        (TERCERA_RENOVACION, "renewal"),
        (RETROACTIVE, "amendment"),
        (ULTIMA_DE_LAS_FIRMAS, "agreement"),
        (ORDINAL_DAY, "agreement"),
        (RENEWS_IF_BOTH_AGREE, "alliance agreement"),
        (REPRESENTED_IN_HEADING, "memorandum of understanding"),
        (DAYS_IN_A_COLUMN, "memorandum of understanding"),
        (REUNIDOS, "joint declaration"),
        (MARKS_IN_A_TABLE, "renewal"),
        (LETTERS_SET_APART, "memorandum of understanding"),
        (SIGNED_BY_EACH_ON, "memorandum of understanding"),
        (RENEWED_AFTER_A_GAP, "renewal"),
        (FROM_ITS_SIGNATURE, "letter of agreement"),
        (DESDE_SU_FIRMA, "letter of agreement"),
        (FROM_ITS_SIGNING, "alliance agreement"),
        (CITY_AND_COUNTY, "memorandum of understanding"),
        (RIGE_POR, "agreement"),
    ],
)
def test_kind_of_papers_that_bind(text, kind):
    assert read(text).text("kind") == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DATES_BESIDE_NAMES, ["US-DOL-OSHA/little-rock-area", "MX-CON-little-rock"]),
        (MADE_THIS_DAY, ["US-EEOC/charlotte-district", "MX-CON-raleigh"]),
        (EN_VIGOR_MES_SIGUIENTE, ["MX-CON-fresno", "US-CA-CALOSHA"]),
        (CHANGED_END, ["US-OR-BOLI", "MX-CON-portland"]),
        (EXTENDED_BY_LETTER, ["US-DOL-WHD/denver-district", "MX-CON-denver"]),
        (DAY_IN_WORDS, ["US-DOL-OSHA/milwaukee-area", "MX-CON-milwaukee"]),
        (VEINTISEIS_DIAS, ["US-DOL-OSHA/boise-area", "MX-CON-boise"]),
        (DATED_IN_A_ROW, ["US-NLRB/region-21", "MX-CON-santa-ana"]),
        (MINISTERS, ["US-DOL", "MX-STPS"]),
        (THREE_NAMED_LINES, ["US-CO-DLSS", "MX-CON-denver", "PE-CON-denver"]),
        (CONVENIO_CON_SINDICATO, ["UN-SEIU", "MX-CON-denver"]),
        (FEDERAL_AND_STATE, ["US-DOL-WHD", "US-NM-DWS"]),
        (TITLE_WITH_ARTICLE, ["US-DOJ-OSC", "CO-MRE"]),
        (TERCERA_RENOVACION, ["US-DOL-OSHA/tampa-area", "MX-CON-orlando"]),
        (SIGNED_IN_A_ROW, ["US-SEA-OLS", "MX-CON-seattle"]),
        (POR_TIEMPO_INDEFINIDO, ["MX-CON-san-jose", "US-SJ-OEA"]),
        (RETROACTIVE, ["US-CA-DLSE", "MX-CON-san-diego"]),
        (ULTIMA_DE_LAS_FIRMAS, ["SV-MRREE", "US-DOL"]),
        (RENEWS_IF_BOTH_AGREE, ["US-DOL-OSHA/atlanta-east-area", "GT-CON-atlanta"]),
        (REPRESENTED_IN_HEADING, ["MX-CON-phoenix", "US-AZ-ICA"]),
        (DAYS_IN_A_COLUMN, ["US-EEOC/los-angeles-district", "SV-CON-los-angeles"]),
        (REUNIDOS, ["MX-STPS", "US-DOL"]),
        (MARKS_IN_A_TABLE, ["US-DOL-OSHA/oklahoma-city-area", "MX-CON-little-rock", None]),
        (SECOND_LETTER, ["MX-CON-las-vegas", "US-NV-OLC"]),
        (LETTERS_SET_APART, ["US-DOL-WHD/charlotte-district", "MX-CON-raleigh"]),
        (SIGNED_BY_EACH_ON, ["US-DOL-WHD/boston-district", "US-MA-AGO"]),
        (RENEWED_AFTER_A_GAP, ["US-DOL-WHD/albuquerque-district", "MX-CON-albuquerque"]),
        (FROM_ITS_SIGNATURE, ["US-DOL-OSHA", "HN-SRECI"]),
        (DESDE_SU_FIRMA, ["US-NLRB/region-16", "MX-CON-san-antonio"]),
        (FROM_ITS_SIGNING, ["US-DOL-OSHA/andover-area", "SV-CON-boston"]),
        (CITY_AND_COUNTY, ["US-SF-OLSE", "MX-CON-san-francisco"]),
        (RIGE_POR, ["US-UT-ULC", "MX-CON-salt-lake-city"]),
    ],
)
def test_parties_of_papers_that_bind(text, expected):
    assert authorities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DATES_BESIDE_NAMES, [("Carlton Beems", "2015-10-14"), ("David Preciado Juárez", "2015-10-20")]),
        (MADE_THIS_DAY, [("Reuben Daniels Kerr, Jr", None), ("Javier Díaz de León Ruiz", None)]),
        (EN_VIGOR_MES_SIGUIENTE, [("Vicente Sánchez Villaseñor", None), ("Juliana Sum Takeda", None)]),
        (CHANGED_END, [("Valerie Hoyt-Lindqvist", "2019-04-30"), ("Carlos Quesnel Meléndez", "2019-05-02")]),
        (EXTENDED_BY_LETTER, [("Chad Frasier Oliveira", None), ("Berenice Rendón Talavera", "2017-07-27")]),
        (DAY_IN_WORDS, [("Christine Zortmann-Hale", None), ("Claudia Velasco Osorio", None)]),
        (VEINTISEIS_DIAS, [("David M. Kearns Lowell", None), ("Celso Humberto Delgado Rivas", None)]),
        (DATED_IN_A_ROW, [("Olivia Garza Brandt", "2013-08-29"), ("Mario Cuevas Zamora", "2013-08-29")]),
        (MINISTERS, [("Thaddeus E. Parrish", None), ("Jerónimo Alcántara Prado", None)]),
        (
            THREE_NAMED_LINES,
            [
                ("Scott Marbury Moss", "2022-12-13"),
                ("Pável Meléndez Cruz", "2022-12-15"),
                ("Ernesto Bustamante Lira", "2022-12-19"),
            ],
        ),
        (CONVENIO_CON_SINDICATO, [("Ronaldo Cabrales Ortiz", None), ("Carlos Jiménez Macías Leal", None)]),
        (FEDERAL_AND_STATE, [("Betty Cantwell", "2016-09-22"), ("Celina Bustos Ray", "2016-09-29")]),
        (TITLE_WITH_ARTICLE, [("Kristin Clarkson Boyd", "2023-05-31"), ("Luis Gilberto Murillo Páez", "2023-06-12")]),
        (TERCERA_RENOVACION, [("Leslie Grove Ashby", None), ("Juan Sabines Guerra", None)]),
        (SIGNED_IN_A_ROW, [("Dylan Orrick", "2018-03-09"), ("Roberto Dondisch Glow", "2018-03-14")]),
        (POR_TIEMPO_INDEFINIDO, [("Gemi José González López Rey", None), ("Nina Grayson Velasco", None)]),
        (RETROACTIVE, [("Lilia Garcia-Browne", "2022-01-20"), ("Carlos González Gutiérrez Lara", "2022-01-25")]),
        (ULTIMA_DE_LAS_FIRMAS, [("Hugo Roger Martínez Bolaños", None), ("Hilda Solano Fierro", None)]),
        (
            TABLE_OF_SIGNERS,
            [
                ("Deborah Zubaty Kern", "2014-09-03"),
                ("Juan Manuel Solana Rey", "2014-09-05"),
                ("Josué Vicente Lagos", "2014-09-03"),
            ],
        ),
        (
            RUN_OF_SIGNERS,
            [("Judy Freeman", "2016-06-30"), ("Alfonso Navarro-Bernachi", "2016-06-30"), ("Lana Gordon", "2016-06-30")],
        ),
        (RENEWS_IF_BOTH_AGREE, [("Jeffery Stawicki-Bohm", "2013-02-14"), ("Rosa María Mérida de Mora", "2013-02-14")]),
        (REPRESENTED_IN_HEADING, [("Claudia Franco Hijar", None), ("James Ashley West", None)]),
        (DAYS_IN_A_COLUMN, [("Rosa Viramontes-Kerr", "2016-08-31"), ("Patricia Escobar de Luna", "2016-09-06")]),
        (REUNIDOS, [("Carlos Abascal Mora", None), ("Elaine L. Chan", None)]),
        (
            MARKS_IN_A_TABLE,
            [
                ("David Bates Rundle", "2012-05-24"),
                ("David Preciado Mota", "2012-05-24"),
                ("Francisco Treviño Oca", "2012-06-01"),
            ],
        ),
        (SECOND_LETTER, [("Shannon Chambers-Dunn", "2018-10-30"), ("Alejandro Madrigal Becerra", "2018-11-01")]),
        (LETTERS_SET_APART, [("Richard Blaylock-Toms", None), ("Carlos Flores Vizcarra Ley", None)]),
        (SIGNED_BY_EACH_ON, [("Carlos Matos", "2014-05-02"), ("Jocelyn Jones", "2014-05-09")]),
        (RENEWED_AFTER_A_GAP, [("Patricia Davidson", None), ("Mauricio Ibarra", None)]),
        (FROM_ITS_SIGNATURE, [("Douglas L. Parker", None), ("Javier Bú Soto", None)]),
        (CITY_AND_COUNTY, [("Donna Levitt-Sand", None), ("Andrés Roemer Slomianski", None)]),
    ],
)
def test_signers_of_papers_that_bind(text, expected):
    assert [(name, day) for name, _, _, day in signers(text)] == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            DATES_BESIDE_NAMES,
            {"agreement_date": "2015-10-20", "effective_date": "2015-10-20", "expiration_date": "2020-10-20"},
        ),
        (
            MADE_THIS_DAY,
            {"agreement_date": "2014-09-03", "effective_date": "2014-09-03", "expiration_date": "2016-09-03"},
        ),
        (
            EN_VIGOR_MES_SIGUIENTE,
            {"agreement_date": "2015-09-03", "effective_date": "2015-10-01", "expiration_date": "2018-10-01"},
        ),
        (CHANGED_END, {"agreement_date": "2019-05-02", "expiration_date": "2021-05-05"}),
        (EXTENDED_BY_LETTER, {"expiration_date": "2020-08-26"}),
        (
            DAY_IN_WORDS,
            {"agreement_date": "2022-08-30", "effective_date": "2022-08-30", "expiration_date": "2027-08-30"},
        ),
        (
            VEINTISEIS_DIAS,
            {"agreement_date": "2016-08-26", "effective_date": "2016-08-26", "expiration_date": "2018-08-26"},
        ),
        (
            DATED_IN_A_ROW,
            {"agreement_date": "2013-08-29", "effective_date": "2013-08-29", "expiration_date": "perpetual"},
        ),
        (MINISTERS, {"agreement_date": "2014-04-03"}),
        (
            THREE_NAMED_LINES,
            {"agreement_date": "2022-12-19", "effective_date": "2023-01-01", "expiration_date": "2025-12-31"},
        ),
        (
            CONVENIO_CON_SINDICATO,
            {"agreement_date": "2016-05-05", "effective_date": "2016-05-05", "expiration_date": "2018-09-30"},
        ),
        (
            FEDERAL_AND_STATE,
            {"agreement_date": "2016-09-29", "effective_date": "2016-09-29", "expiration_date": "2019-09-29"},
        ),
        (
            TITLE_WITH_ARTICLE,
            {"agreement_date": "2023-06-12", "effective_date": "2023-06-12", "expiration_date": "2028-06-12"},
        ),
        (TERCERA_RENOVACION, {"agreement_date": "2017-08-30"}),
        (
            SIGNED_IN_A_ROW,
            {"agreement_date": "2018-03-14", "effective_date": "2018-03-15", "expiration_date": "2020-03-15"},
        ),
        (
            POR_TIEMPO_INDEFINIDO,
            {"agreement_date": "2018-08-31", "effective_date": "2018-08-31", "expiration_date": "perpetual"},
        ),
        (
            RETROACTIVE,
            {"agreement_date": "2022-01-25", "effective_date": "2021-10-01", "expiration_date": "2024-09-30"},
        ),
        (
            ULTIMA_DE_LAS_FIRMAS,
            {"agreement_date": "2011-03-22", "effective_date": "2011-03-22", "expiration_date": "2015-03-22"},
        ),
        (TABLE_OF_SIGNERS, {"agreement_date": "2014-09-05"}),
        (RUN_OF_SIGNERS, {"agreement_date": "2016-06-30", "expiration_date": "2018-08-28"}),
        (
            ORDINAL_DAY,
            {"agreement_date": "2010-05-01", "effective_date": "2010-05-01", "expiration_date": "2011-05-01"},
        ),
        (
            RENEWS_IF_BOTH_AGREE,
            {"agreement_date": "2013-02-14", "effective_date": "2013-02-14", "expiration_date": "2015-02-14"},
        ),
        (
            REPRESENTED_IN_HEADING,
            {"agreement_date": "2018-01-12", "effective_date": "2018-01-15", "expiration_date": "2019-01-15"},
        ),
        (
            DAYS_IN_A_COLUMN,
            {"agreement_date": "2016-09-06", "effective_date": "2016-09-06", "expiration_date": "2019-09-06"},
        ),
        (REUNIDOS, {"agreement_date": "2002-04-18"}),
        (MARKS_IN_A_TABLE, {"agreement_date": "2012-06-01", "expiration_date": "2015-06-01"}),
        (SECOND_LETTER, {"agreement_date": "2018-11-01", "expiration_date": "2020-11-06"}),
        (LETTERS_SET_APART, {"agreement_date": "2011-09-01", "expiration_date": "2014-09-01"}),
        (
            SIGNED_BY_EACH_ON,
            {"agreement_date": "2014-05-09", "effective_date": "2014-05-09", "expiration_date": "2017-05-09"},
        ),
        (RENEWED_AFTER_A_GAP, {"agreement_date": "2015-10-15", "expiration_date": "2018-10-15"}),
        (FROM_ITS_SIGNATURE, {"agreement_date": "2022-05-10", "expiration_date": "2026-05-10"}),
        (
            DESDE_SU_FIRMA,
            {"agreement_date": "2013-09-03", "effective_date": "2013-09-03", "expiration_date": "perpetual"},
        ),
        (FROM_ITS_SIGNING, {"agreement_date": "2015-03-04", "expiration_date": "2017-03-04"}),
        (CITY_AND_COUNTY, {"agreement_date": "2014-05-05", "expiration_date": "2017-05-04"}),
        (RIGE_POR, {"agreement_date": "2017-08-28", "expiration_date": "2018-08-28"}),
    ],
)
def test_days_of_papers_that_bind(text, days):
    found = read(text)
    assert {field: found.text(field) for field in days} == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CHANGED_END, {("amends", "2016-05-05")}),
        (EXTENDED_BY_LETTER, {("renews", "2014-08-26")}),
        (DAY_IN_WORDS, {("implements", "2021-09-02")}),
        (VEINTISEIS_DIAS, {("implements", "2014-04-03")}),
        (DATED_IN_A_ROW, {("implements", "2013-07-23")}),
        (POR_TIEMPO_INDEFINIDO, {("implements", "2014")}),
        (TABLE_OF_SIGNERS, {("renews", "2012-09-04")}),
        (RENEWS_IF_BOTH_AGREE, {("implements", "2011-06-17")}),
        (MARKS_IN_A_TABLE, {("renews", "2010-05-06")}),
        (RENEWED_AFTER_A_GAP, {("renews", "2012-09-04")}),
        (DESDE_SU_FIRMA, {("implements", "2013-07-23")}),
        (FROM_ITS_SIGNING, {("implements", "2011-08-29")}),
    ],
)
def test_relations_of_papers_that_bind(text, expected):
    assert relations(text) == expected
