"""Releases, news, letters, reports and forms that tell of agreements: what each is, and what it says of the signing."""

from __future__ import annotations

import pytest

from tests.extractors.whole_reading import authorities, read, relations, signers

LABELLED_RELEASE = """\
News Release

WHD News Release: 08/30/2013
Contact Name: Juan Rodriguez Peel
Phone Number: (972) 555-4709
Release Number: 13-1730-DAL

US Labor Department's Wage and Hour Division, Mexican Consulate in McAllen sign agreement to protect workers' rights

McALLEN, Texas — The U.S. Department of Labor's Wage and Hour Division and the Consulate of Mexico in McAllen
today signed a letter of agreement to provide Mexican workers with information about their rights. Wage and Hour
Division McAllen District Office Director Robin Mallett Quist and Consul Erasmo Martínez Leyva signed the
agreement.

"Vulnerable workers will be helped," said Cynthia Watson, regional administrator of the division in the Southwest.

The division recovered $249 million in back wages in fiscal year 2013. The FLSA was passed in 1938.

# # #
"""

BYLINE_AND_BRACKETS = """\
FARM LABORERS GET HELP FROM CONSULATE PACT

By Gale Courtney
Yakima Herald-Republic

YAKIMA, Wash. (Aug. 29, 2012) — Farmworkers from Mexico who are shorted on pay will have a new place to turn.
The U.S. Labor Department's Wage and Hour Division in Seattle and the Mexican Consulate signed a three-year
agreement Monday at the consulate's Labor Rights Week kickoff.

"We want to know what happens in the orchards," said Consul Alejandro Garcia Moreno Ruiz, who signed along with
district director Jeanette Aranda Poe.
"""

ESTE_MARTES = """\
La Opinión
Los Ángeles, California. Miércoles 4 de septiembre de 2013

Firman convenio a favor de jornaleros

María Peña Solórzano | Redacción

El Consulado General de México en Los Ángeles y la Oficina del Comisionado Laboral de California firmaron este
martes un memorándum de entendimiento por dos años para combatir el robo de salarios.

El acuerdo fue rubricado por el cónsul general Carlos Sada Solís y la comisionada Julie A. Sumida.

"Es un paso histórico", dijo Alejandra Domenzain, de la Fundación de Garantía Laboral, quien asistió como invitada.
"""

DIA_DE_AYER = """\
CONSULADO GENERAL DE MÉXICO EN ATLANTA
BOLETÍN DE PRENSA ATL-032/15

Atlanta, Georgia, 1 de septiembre de 2015

EL CONSULADO GENERAL Y LA EEOC REFRENDAN MEMORÁNDUM DE ENTENDIMIENTO

En el marco de la Semana de Derechos Laborales, el Cónsul General Javier Díaz Carmona y la Directora de Distrito
de la Comisión para la Igualdad de Oportunidades en el Empleo (EEOC) en Atlanta, Bernice Williams-Kirk,
suscribieron el día de ayer la renovación del Memorándum de Entendimiento firmado el 29 de agosto de 2012.

El instrumento estará vigente hasta el 31 de agosto de 2018.

Fungieron como testigos de honor el alcalde Kasim Redding y la cónsul general de Guatemala, Rosa María Mérida.
"""

YESTERDAY = """\
FOR IMMEDIATE RELEASE
December 4, 2019

Attorney General's Office and Consulate General of Mexico in Boston Sign Memorandum of Understanding to Protect
Workers

BOSTON — Attorney General Maura Healy-Quint and Consul General Alberto Fierro Garza-Lima yesterday signed a
memorandum of understanding to strengthen the enforcement of wage and hour laws on behalf of Mexican nationals
in Massachusetts. The agreement takes effect on January 1, 2020.

Since fiscal year 2015 the Fair Labor Division has ordered more than $50 million in restitution.
"""

BROADCAST = """\
KUNM News | Transcript

Broadcast: Tuesday, August 28, 2018, 5:44 p.m. MDT

HOST: The Mexican Consulate in Albuquerque and the state's Department of Workforce Solutions have a new
agreement to help workers who aren't paid. Marisa Demarco-Ives reports.

DEMARCO-IVES: Consul Norma Ang Sánchez-Toro and Secretary Bill McCamley Dorn signed the memorandum this morning.
It's good for two years.

SANCHEZ-TORO (on tape): Many of our people don't know they can complain.
"""

PUBLICADO = """\
Univision 34 Atlanta
Publicado: 2 Sep 2014 – 06:12 PM EDT

Consulado de México y OSHA se unen contra accidentes laborales

ATLANTA, Georgia. - El Consulado General de México y la Administración de Seguridad y Salud Ocupacional (OSHA)
renovaron el viernes pasado su alianza por cinco años más. La ceremonia contó con el cónsul general Ricardo
Cámara Sáenz y Bill Fulcher Knox, director de la oficina de Atlanta Este de OSHA, quienes firmaron el documento.
"""

TWO_MEMORANDA = """\
U.S. Equal Employment Opportunity Commission
FOR IMMEDIATE RELEASE
August 31, 2017

EEOC and Consulates of Mexico and Honduras Enter Into Agreements

NEW ORLEANS - The New Orleans Field Office of the U.S. Equal Employment Opportunity Commission (EEOC) announced
today that it entered into separate memoranda of understanding with the Consulate of Mexico and the Consulate
General of Honduras in New Orleans on August 30. The agreements expire in August 2020.

Keith Hillman Ruff, director of the EEOC's New Orleans Field Office, said, "Everyone deserves a workplace free
of bias."
"""

EL_ANO_PASADO = """\
Secretaría de Relaciones Exteriores
Comunicado No. 258
Ciudad de México, 29 de agosto de 2022

Inicia la 14ª Semana de Derechos Laborales

La Secretaría de Relaciones Exteriores (SRE) dará inicio hoy a la Semana de Derechos Laborales en Estados
Unidos, que se llevará a cabo del 29 de agosto al 2 de septiembre en los 51 consulados de México.

El año pasado, el 2 de septiembre de 2021, se firmó con el Departamento del Trabajo la Declaración Conjunta vigente.
"""

SECCION_Y_PAGINA = """\
El Diario de El Paso
Sección B, página 3
19/Abr/2017

Unen esfuerzos OSHA y Consulado

Por segunda ocasión, el Consulado General de México y la Oficina de Área de El Paso de OSHA firmaron ayer una
alianza de dos años. "Trabajaremos juntos", indicó Diego Alvarado Montes, director de OSHA local, luego de
estampar su firma junto con el cónsul Marcos Bucio Mújica. La primera alianza data de abril de 2015.
"""

AFTER_A_BAR = """\
Washington State Department of Labor & Industries

News Release | Sept. 5, 2017 | #17-044

L&I, Mexican Consulate renew partnership to help workers

TUMWATER – The state Department of Labor & Industries (L&I) and the Consulate of Mexico in Seattle have renewed
their memorandum of understanding for another five years. L&I Director Joel Sachs-Moran and Consul Roberto
Dondisch signed the document on Friday, Sept. 1.

The first MOU was signed in 2009. Workers with questions can call 1-866-219-7321.
"""

EXTENDS_ONE = """\
OSHA News Release - Region 4

U.S. Department of Labor
OSHA Trade News Release
Release Number: 19-0611-ATL (142)
April 25, 2019

U.S. Department of Labor and Consulate General of Mexico in Miami Renew Alliance To Promote Workplace Safety

FORT LAUDERDALE, FL – The U.S. Department of Labor's Occupational Safety and Health Administration (OSHA) and
the Consulate General of Mexico in Miami have renewed an alliance to provide information and training to Mexican
workers in South Florida. The five-year alliance, signed on April 24, extends one originally signed in 2006.

"OSHA's alliance has improved safety," said OSHA Fort Lauderdale Area Office Director Condell Eastman-Royce.
"""

LA_VISPERA = """\
Honduras y EE. UU. suscriben memorándum sobre derechos de trabajadores migrantes

Tegucigalpa, 8 de diciembre de 2016 (ACAN-EFE).- El Gobierno de Honduras y la Comisión para la Igualdad de
Oportunidades en el Empleo de Estados Unidos (EEOC) suscribieron un memorándum de entendimiento, informó hoy la
Cancillería hondureña.

El documento fue firmado la víspera en Washington por el encargado de negocios Luis Cordero Banegas y la
presidenta de la EEOC, Jenny Yang-Duarte.
"""

NAMES_TO_A_DOCUMENT = """\
UFW, Mexico sign accord on farm workers
The Packer, 2019/06/21

KEENE, Calif.—The United Farm Workers and Mexico's Ministry of Foreign Affairs signed an accord June 19 in
Mexico City. UFW President Teresa Romero-Haas and Undersecretary Jesus Seade Kuri-Lopez put their names to the
document, which will be in force until June 2022.
"""

UPDATED_LATER = """\
Justice Department
Office of Public Affairs
FOR IMMEDIATE RELEASE
Friday, May 31, 2019

Justice Department and Embassy of Mexico Renew Partnership on Immigrant Workers' Rights

The Department of Justice's Civil Rights Division today announced that its Immigrant and Employee Rights Section
(IER) and the Ministry of Foreign Affairs of Mexico renewed the memorandum of understanding they first signed on
Sept. 1, 2016. The renewed MOU runs for three years and may be extended.

Press Release Number: 19-601
Updated July 2, 2021
"""

TERM_ENDING = """\
Minnesota Department of Labor and Industry
443 Lafayette Road N., St. Paul, MN 55155

Sept. 19, 2023

DLI, Consulate of Mexico in St. Paul sign agreement to educate, protect workers

The Minnesota Department of Labor and Industry (DLI) and the Consulate of Mexico in St. Paul signed a memorandum
of understanding (MOU) Sept. 16 during a ceremony at the consulate. DLI Commissioner Nicole Blissen-Bach and
Consul Claudia Franco Hijuelos-Mar signed for a term ending Sept. 15, 2026.

Contact: James Honer, 651-284-5313
"""

CHAIN_OF_MAILS = """\
From: Ortega, Lucía (DGPCPE)
Sent: Thursday, March 14, 2019 9:02 AM
To: Hutchins, Dale - WHD
Cc: Protección LasVegas
Subject: RE: FW: draft letter of agreement

Dear Dale,

Thank you for the redline. We can accept "three years from the date of last signature". The Ambassador is
available on April 9 for the signing.

Best,
Lucía

-----Original Message-----
From: Hutchins, Dale - WHD
Sent: Tuesday, March 12, 2019 4:47 PM
To: Ortega, Lucía (DGPCPE)
Subject: FW: draft letter of agreement

Lucía: see the attached. The current one was signed 11/6/2014 and lapsed on 11/6/2018.

From: Prentiss, Karla - SOL
Sent: Monday, March 11, 2019 8:15 AM
"""

FOLIO = """\
SECRETARÍA DE RELACIONES EXTERIORES
UNIDAD DE TRANSPARENCIA

Ciudad de México, a 18 de mayo de 2018
Oficio: UDT-2817/2018
Asunto: Respuesta a la solicitud de acceso a la información con folio 0000500098718

Estimado solicitante:

Me refiero a su solicitud recibida el 23 de abril de 2018, mediante la cual requirió "copia de los memorándums
de entendimiento firmados por los consulados de México en Estados Unidos con agencias laborales de 2009 a 2017".

La Dirección General de Protección a Mexicanos en el Exterior localizó 62 instrumentos. Se adjuntan versiones
públicas.

Consulado              Agencia      Fecha de firma
Atlanta                EEOC         29/08/2012
Austin                 OSHA         31/08/2015
Boise                  WHD          03/09/2013
"""

FORMULARIO = """\
FORMULARIO DE QUEJA POR SALARIOS NO PAGADOS
Consulado General de México en Phoenix - Departamento de Protección
Forma PL-4 (Rev. 06/2014)

Fecha de la queja: 15/08/2016
Nombre del quejoso: [TESTADO]          Edad: 43        Fecha de nacimiento: 02/11/1972
Empleador: Desert Framing LLC
Periodo trabajado: del 4 de enero al 29 de julio de 2016
Adeudo: $3,120.00

Canalizado a: División de Horas y Salarios, conforme al memorándum de entendimiento.
"""

FINAL_REPORT = """\
LABOR RIGHTS WEEK 2014 - FINAL REPORT
Consulate of Mexico in Kansas City
Prepared September 19, 2014

Events held August 25 - September 1, 2014: 23. Persons attended: 1,904. Agreements: Alliance with OSHA Wichita
Area Office (signed August 28, 2014, two years); MOU with EEOC Kansas City Area Office (renewal pending).
"""

DATES_OF_REQUEST = """\
STATE OF ILLINOIS
DEPARTMENT OF LABOR

Response to Illinois Freedom of Information Act Request No. 22-417

Requester: T. Aldana
Date received: 08/15/2022     Date of response: 08/22/2022
Records: Memoranda of Understanding with foreign consulates

The Department grants your request. Enclosed: MOU with the Consulate General of Mexico (signed 5/20/2013),
Amendment No. 1 (effective 7/1/2015).
"""

MINUTES = """\
Meeting minutes
Consular Working Group, Region 9
Tuesday, 14 May 2013, San Francisco

Present: EEOC (W. Tamayo), WHD (S. Blanco), OSHA (K. Nishiyama), consulates of Mexico, El Salvador, Guatemala
and the Philippines 1. Minutes of 9 April 2013 approved. 2. OSHA: alliance with the Philippine consulates
renewed 11 June 2012 for three years. 3. Next meeting: 16 July 2013.
"""

TAMBIEN_FIRMO = """\
Cónsul de México y funcionarios del DOL firman acuerdo en Salt Lake City

fecha 2012-08-31. Salt Lake City, Utah.- El cónsul de México, José Vicente Borjón López, y la directora de la
División de Horas y Salarios, Bárbara Hicks, firmaron el miércoles una carta de acuerdo. También firmó el
director de la Comisión Laboral de Utah, Sherrie Hayashi. El 11 de junio de 2012 lo hicieron otros cinco países.
"""

VENCE_EL = """\
Consulado de México en Nueva Orleans y OSHA: nueva alianza para Misisipi

Biloxi, Misisipi, 7 feb. 2023 – La OSHA en Jackson y el Consulado General de México en Nueva Orleans firmaron
hoy la renovación de su alianza. Courtney Bohannon-Lee, directora de área, y la cónsul general Alicia Kerber
Palma estamparon su firma. Vence el 7 de febrero de 2028.
"""

REPORTED_ON = """\
Department of Labor and Workforce Development (Alaska) and Consulate of Mexico in Anchorage

The Alaska Department of Labor and Workforce Development and the Consulate of Mexico in Anchorage have signed a
cooperation agreement on safety in seafood plants, the Anchorage Daily News reported on May 12, 2014.
Commissioner Dianne Blumer and Consul Javier Abud Osuna signed last Thursday.
"""

MASTHEAD_WITH_BAR = """\
El Nuevo Herald | Lunes, 12 de agosto de 2013

Consulados de México en Florida y la EEOC unen fuerzas

Orlando.- Los consulados de México en Miami y Orlando signaron el jueves 8 de agosto un memorándum con la
oficina de distrito de Miami de la Comisión para la Igualdad de Oportunidades en el Empleo (EEOC). Malcolm
Medley Soto, director de distrito, lo suscribió con el cónsul Efraín Leyva Ríos.
"""

EXTENDED_TODAY = """\
Consulate General of Mexico in San Diego
PRESS COMMUNIQUÉ No. 22-19

San Diego, Calif., April 30, 2019 - Consul General Carlos González Gutiérrez Paz and California Labor
Commissioner Julie Su-Ramos today extended through April 30, 2022 the Memorandum of Understanding that both
offices have had since 2014.
"""

NOTA_DE_PRENSA = """\
GOBIERNO DE LA REPÚBLICA DE HONDURAS
Consulado General en Houston, Texas

NOTA DE PRENSA

Houston, 24 de junio del 2015. El Cónsul General de Honduras, Edwin Argueta Milla, y la Directora del Distrito
de Houston de la División de Horas y Salarios, Betty Campo Ruiz, suscribieron hoy un acuerdo de cooperación con
vigencia de tres años.
"""

MEMORANDUM_FOR = """\
May 20, 2010

MEMORANDUM FOR:   REGIONAL ADMINISTRATORS
FROM:             RICHARD FAIRFAX-LEE, Director
SUBJECT:          Alliances with consulates

Pursuant to the Letter of Arrangement of May 4, 2010, Regions should use the attached model. Each alliance is to
run two years.
"""

SUBJECT_FIRST = """\
Subject: Fwd: Invitation - signing of MOU
From: Prensa Consulmex Raleigh <prensa@example.mx>
Date: 8/27/2019 4:12 PM
To: medios@example.mx

You are cordially invited to the signing of the Memorandum of Understanding between the Consulate General of
Mexico in Raleigh and the EEOC Raleigh Area Office, to be held on September 3, 2019 at 10 a.m.

---------- Forwarded message ----------
From: Eric Gough
Date: Fri, Aug 23, 2019 at 1:05 PM
Subject: confirmed
"""

INFORME = """\
Oficina Administrativa Nacional
Informe de revisión de la comunicación pública EUA 2003-01
7 de octubre de 2004

La comunicación fue presentada el 30 de septiembre de 2003 y aceptada el 5 de febrero de 2004, conforme al
artículo 16(3) del Acuerdo de Cooperación Laboral de América del Norte.
"""

LO_FIRMARON = """\
México y Washington (estado) renuevan memorándum

Seattle, Wash., 12 de septiembre de 2022.- El Departamento de Labor e Industrias de Washington y el Consulado de
México en Seattle renovaron ayer, por cinco años, su memorándum de entendimiento de 2017. Lo firmaron Joel Sacks
Amaya, director de L&I, y Héctor Iván Godoy Priego, cónsul titular.
"""

WIRE_WITH_DATE = """\
Peru's consulate general in Paterson, WHD sign accord

PATERSON, N.J., Oct. 16, 2014 /PRNewswire/ -- The Consulate General of Peru in Paterson and the U.S. Department
of Labor's Northern New Jersey District Office of the Wage and Hour Division signed a three-year agreement on
Wednesday, October 15.
"""

FIRMO_POR_EL_ESTADO = """\
Consulado en Filadelfia y Departamento de Trabajo de Pensilvania

El Departamento de Trabajo e Industria de Pensilvania y el Consulado de México en Filadelfia firmaron hoy, 28 de
agosto de 2018, un memorándum. Firmó por el estado el secretario Jerry Oleksiak y por México la cónsul Alicia
Kerber.
"""

WHICH_WAS_SIGNED = """\
US Labor Department, Guatemalan Consulate General in Denver sign alliance

OSHA News Release. DENVER – OSHA's Denver and Englewood area offices and the Consulate General of Guatemala in
Denver have signed a five-year alliance, which was signed on Sept. 17 at the consulate. Release date: September
19, 2024. The agency will train Guatemalan nationals on heat.
"""

DASH_AT_THE_CITY = """\
New York City DCWP and Mexican consulate

NEW YORK, NY—Department of Consumer and Worker Protection Commissioner Vilda Vera Mayuga and the Consul General
of Mexico in New York, Jorge Islas López, today signed a memorandum of understanding to protect delivery
workers. November 14, 2022. The City's Minimum Pay Rule will take effect on January 1, 2023.
"""

SE_FIRMO = """\
El Cónsul General de México en Laredo y OSHA

Laredo, Tx. a 26 de abril de 2016. Se firmó en esta ciudad el Arreglo que Establece una Alianza entre el
Consulado General de México en Laredo y la Oficina de Área de Corpus Christi de la OSHA. Rubricaron Miguel Ángel
Isidro Rodríguez, cónsul general, y Casey Perkins, director de área.
"""

CORREO_EN_UNA_LINEA = """\
Correo del consulado a WHD (Orlando)

De: Protección Orlando. Para: Daniel White, WHD Tampa. Fecha: 2 de octubre de 2017. Asunto: renovación. Estimado
Daniel: El acuerdo del 29 de agosto de 2014 venció el 29 de agosto pasado; proponemos renovarlo el 15 de
noviembre.
"""

FRIDAY_MORNING = """\
Consul and EEOC director sign accord in Fresno

FRESNO (KFSN) -- The EEOC's Fresno Local Office and the Consulate of Mexico in Fresno signed a memorandum of
understanding Friday morning. Melissa Barrios, director of the local office, and Consul Adriana González
Carrillo said farmworkers will be the first to benefit. Posted Friday, August 30, 2019 3:15PM.
"""

PRORROGARON_HOY = """\
SRE y NLRB prorrogan carta de acuerdo

Comunicado No. 312. Ciudad de México, 2 de septiembre de 2021. La Secretaría de Relaciones Exteriores (SRE) y la
Junta Nacional de Relaciones Laborales (NLRB) de Estados Unidos prorrogaron hoy, por tres años, la Carta de
Acuerdo de 2013. Firmaron el embajador Esteban Moctezuma Barragán y la consejera general Jennifer Abruzzo.
"""

ANNOUNCED_TODAY = """\
U.S. Department of Labor, Wage and Hour Division, and Maryland Department of Labor sign agreement

BALTIMORE – The Baltimore District Office of the U.S. Department of Labor's Wage and Hour Division and the
Maryland Department of Labor signed a five-year memorandum of understanding on Nov. 3, 2022, the department
announced today. Release Number: 22-2104-PHI. Nov. 7, 2022.
"""

FIRMARAN = """\
Semana de Derechos Laborales en Del Río

Del Río, Texas, 27 de agosto de 2013 (El Zócalo).- El Consulado de México en Del Río y la División de Horas y
Salarios, Distrito de San Antonio, firmarán el próximo viernes 30 de agosto una carta de acuerdo, anunció el
cónsul Pablo José Hernández Carrillo.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LABELLED_RELEASE, "press release"),
        (BYLINE_AND_BRACKETS, "media announcement"),
        (ESTE_MARTES, "media announcement"),
        (DIA_DE_AYER, "press release"),
        (YESTERDAY, "press release"),
        (BROADCAST, "media announcement"),
        (PUBLICADO, "media announcement"),
        (TWO_MEMORANDA, "press release"),
        (EL_ANO_PASADO, "press release"),
        (SECCION_Y_PAGINA, "media announcement"),
        (AFTER_A_BAR, "press release"),
        (EXTENDS_ONE, "press release"),
        (LA_VISPERA, "media announcement"),
        (NAMES_TO_A_DOCUMENT, "media announcement"),
        (UPDATED_LATER, "press release"),
        (CHAIN_OF_MAILS, "correspondence"),
        (FOLIO, "public-records response"),
        (FORMULARIO, "complaint"),
        (FINAL_REPORT, "report"),
        (DATES_OF_REQUEST, "public-records response"),
        (TAMBIEN_FIRMO, "media announcement"),
        (REPORTED_ON, "media announcement"),
        (MASTHEAD_WITH_BAR, "media announcement"),
        (EXTENDED_TODAY, "press release"),
        (NOTA_DE_PRENSA, "press release"),
        (MEMORANDUM_FOR, "correspondence"),
        (SUBJECT_FIRST, "correspondence"),
        (INFORME, "report"),
        (FIRMO_POR_EL_ESTADO, "media announcement"),
        (WHICH_WAS_SIGNED, "press release"),
        (DASH_AT_THE_CITY, "press release"),
        (CORREO_EN_UNA_LINEA, "correspondence"),
        (FRIDAY_MORNING, "media announcement"),
        (PRORROGARON_HOY, "press release"),
        (ANNOUNCED_TODAY, "press release"),
        (FIRMARAN, "media announcement"),
    ],
)
def test_kind_of_papers_that_tell(text, kind):
    assert read(text).text("kind") == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ESTE_MARTES, ["MX-CON-los-angeles", "US-CA-DLSE"]),
        (DIA_DE_AYER, ["MX-CON-atlanta", "US-EEOC/atlanta-district"]),
        (YESTERDAY, ["US-MA-AGO", "MX-CON-boston"]),
        (BROADCAST, ["MX-CON-albuquerque", "US-NM-DWS"]),
        (TWO_MEMORANDA, ["US-EEOC/new-orleans-field", "MX-CON-nueva-orleans", "HN-CON-new-orleans"]),
        (EL_ANO_PASADO, ["MX-SRE"]),
        (SECCION_Y_PAGINA, ["MX-CON-el-paso", "US-DOL-OSHA/el-paso-area"]),
        (AFTER_A_BAR, ["US-WA-LNI", "MX-CON-seattle"]),
        (NAMES_TO_A_DOCUMENT, ["UN-UFW", "MX-SRE"]),
        (TERM_ENDING, ["US-MN-DLI", "MX-CON-saint-paul"]),
        (VENCE_EL, ["US-DOL-OSHA/jackson-area", "MX-CON-nueva-orleans"]),
        (REPORTED_ON, ["US-AK-DOLWD", "MX-CON-anchorage"]),
        (MASTHEAD_WITH_BAR, ["MX-CON-miami", "MX-CON-orlando", "US-EEOC/miami-district"]),
        (EXTENDED_TODAY, ["MX-CON-san-diego", "US-CA-DLSE"]),
        (NOTA_DE_PRENSA, ["HN-CON-houston", "US-DOL-WHD/houston-district"]),
        (LO_FIRMARON, ["US-WA-LNI", "MX-CON-seattle"]),
        (WIRE_WITH_DATE, ["PE-CON-paterson", "US-DOL-WHD/northern-new-jersey-district"]),
        (FIRMO_POR_EL_ESTADO, ["US-PA-DLI", "MX-CON-filadelfia"]),
        (WHICH_WAS_SIGNED, ["GT-CON-denver", "US-DOL-OSHA/denver-englewood-area"]),
        (DASH_AT_THE_CITY, ["US-NYC-DCWP", "MX-CON-nueva-york"]),
        (SE_FIRMO, ["MX-CON-laredo", "US-DOL-OSHA/corpus-christi-area"]),
        (FRIDAY_MORNING, ["US-EEOC/fresno-local", "MX-CON-fresno"]),
        (PRORROGARON_HOY, ["MX-SRE", "US-NLRB"]),
        (ANNOUNCED_TODAY, ["US-MD-DOL", "US-DOL-WHD/baltimore-district"]),
        (FIRMARAN, ["MX-CON-del-rio", "US-DOL-WHD/san-antonio-district"]),
    ],
)
def test_parties_of_papers_that_tell(text, expected):
    assert authorities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LABELLED_RELEASE, [("Robin Mallett Quist", None), ("Erasmo Martínez Leyva", None)]),
        (BYLINE_AND_BRACKETS, [("Alejandro Garcia Moreno Ruiz", None), ("Jeanette Aranda Poe", None)]),
        (ESTE_MARTES, [("Carlos Sada Solís", None), ("Julie A. Sumida", None)]),
        (DIA_DE_AYER, [("Javier Díaz Carmona", None), ("Bernice Williams-Kirk", None)]),
        (YESTERDAY, [("Maura Healy-Quint", None), ("Alberto Fierro Garza-Lima", None)]),
        (BROADCAST, [("Norma Ang Sánchez-Toro", None), ("Bill McCamley Dorn", None)]),
        (PUBLICADO, [("Ricardo Cámara Sáenz", None), ("Bill Fulcher Knox", None)]),
        (SECCION_Y_PAGINA, [("Diego Alvarado Montes", None), ("Marcos Bucio Mújica", None)]),
        (AFTER_A_BAR, [("Joel Sachs-Moran", None), ("Roberto Dondisch", None)]),
        (LA_VISPERA, [("Luis Cordero Banegas", None), ("Jenny Yang-Duarte", None)]),
        (NAMES_TO_A_DOCUMENT, [("Teresa Romero-Haas", None), ("Jesus Seade Kuri-Lopez", None)]),
        (TERM_ENDING, [("Nicole Blissen-Bach", None), ("Claudia Franco Hijuelos-Mar", None)]),
        (TAMBIEN_FIRMO, [("José Vicente Borjón López", None), ("Bárbara Hicks", None), ("Sherrie Hayashi", None)]),
        (VENCE_EL, [("Courtney Bohannon-Lee", None), ("Alicia Kerber Palma", None)]),
        (REPORTED_ON, [("Dianne Blumer", None), ("Javier Abud Osuna", None)]),
        (MASTHEAD_WITH_BAR, [("Malcolm Medley Soto", None), ("Efraín Leyva Ríos", None)]),
        (EXTENDED_TODAY, [("Carlos González Gutiérrez Paz", None), ("Julie Su-Ramos", None)]),
        (NOTA_DE_PRENSA, [("Edwin Argueta Milla", None), ("Betty Campo Ruiz", None)]),
        (LO_FIRMARON, [("Joel Sacks Amaya", None), ("Héctor Iván Godoy Priego", None)]),
        (FIRMO_POR_EL_ESTADO, [("Jerry Oleksiak", None), ("Alicia Kerber", None)]),
        (DASH_AT_THE_CITY, [("Vilda Vera Mayuga", None), ("Jorge Islas López", None)]),
        (SE_FIRMO, [("Miguel Ángel Isidro Rodríguez", None), ("Casey Perkins", None)]),
        (PRORROGARON_HOY, [("Esteban Moctezuma Barragán", None), ("Jennifer Abruzzo", None)]),
    ],
)
def test_signers_of_papers_that_tell(text, expected):
    assert [(name, day) for name, _, _, day in signers(text)] == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (LABELLED_RELEASE, {"agreement_date": "2013-08-30", "issued_date": "2013-08-30"}),
        (BYLINE_AND_BRACKETS, {"agreement_date": "2012-08-27", "issued_date": "2012-08-29"}),
        (ESTE_MARTES, {"agreement_date": "2013-09-03", "issued_date": "2013-09-04"}),
        (DIA_DE_AYER, {"agreement_date": "2015-08-31", "expiration_date": "2018-08-31", "issued_date": "2015-09-01"}),
        (YESTERDAY, {"agreement_date": "2019-12-03", "effective_date": "2020-01-01", "issued_date": "2019-12-04"}),
        (BROADCAST, {"agreement_date": "2018-08-28", "issued_date": "2018-08-28"}),
        (PUBLICADO, {"agreement_date": "2014-08-29", "issued_date": "2014-09-02"}),
        (TWO_MEMORANDA, {"agreement_date": "2017-08-30", "expiration_date": "2020-08", "issued_date": "2017-08-31"}),
        (EL_ANO_PASADO, {"issued_date": "2022-08-29"}),
        (SECCION_Y_PAGINA, {"agreement_date": "2017-04-18", "issued_date": "2017-04-19"}),
        (AFTER_A_BAR, {"agreement_date": "2017-09-01", "issued_date": "2017-09-05"}),
        (EXTENDS_ONE, {"agreement_date": "2019-04-24", "issued_date": "2019-04-25"}),
        (LA_VISPERA, {"agreement_date": "2016-12-07", "issued_date": "2016-12-08"}),
        (
            NAMES_TO_A_DOCUMENT,
            {"agreement_date": "2019-06-19", "expiration_date": "2022-06", "issued_date": "2019-06-21"},
        ),
        (UPDATED_LATER, {"issued_date": "2019-05-31"}),
        (TERM_ENDING, {"agreement_date": "2023-09-16", "expiration_date": "2026-09-15", "issued_date": "2023-09-19"}),
        (CHAIN_OF_MAILS, {"issued_date": "2019-03-14"}),
        (FOLIO, {"issued_date": "2018-05-18"}),
        (FINAL_REPORT, {"issued_date": "2014-09-19"}),
        (DATES_OF_REQUEST, {"issued_date": "2022-08-22"}),
        (TAMBIEN_FIRMO, {"agreement_date": "2012-08-29", "issued_date": "2012-08-31"}),
        (VENCE_EL, {"agreement_date": "2023-02-07", "expiration_date": "2028-02-07", "issued_date": "2023-02-07"}),
        (REPORTED_ON, {"agreement_date": "2014-05-08", "issued_date": "2014-05-12"}),
        (MASTHEAD_WITH_BAR, {"agreement_date": "2013-08-08", "issued_date": "2013-08-12"}),
        (
            EXTENDED_TODAY,
            {"agreement_date": "2019-04-30", "expiration_date": "2022-04-30", "issued_date": "2019-04-30"},
        ),
        (NOTA_DE_PRENSA, {"agreement_date": "2015-06-24", "issued_date": "2015-06-24"}),
        (MEMORANDUM_FOR, {"issued_date": "2010-05-20"}),
        (SUBJECT_FIRST, {"issued_date": "2019-08-27"}),
        (INFORME, {"issued_date": "2004-10-07"}),
        (LO_FIRMARON, {"agreement_date": "2022-09-11", "issued_date": "2022-09-12"}),
        (WIRE_WITH_DATE, {"agreement_date": "2014-10-15", "issued_date": "2014-10-16"}),
        (FIRMO_POR_EL_ESTADO, {"agreement_date": "2018-08-28"}),
        (WHICH_WAS_SIGNED, {"agreement_date": "2024-09-17", "issued_date": "2024-09-19"}),
        (DASH_AT_THE_CITY, {"agreement_date": "2022-11-14", "issued_date": "2022-11-14"}),
        (SE_FIRMO, {"issued_date": "2016-04-26"}),
        (CORREO_EN_UNA_LINEA, {"issued_date": "2017-10-02"}),
        (FRIDAY_MORNING, {"agreement_date": "2019-08-30", "issued_date": "2019-08-30"}),
        (PRORROGARON_HOY, {"agreement_date": "2021-09-02", "issued_date": "2021-09-02"}),
        (ANNOUNCED_TODAY, {"agreement_date": "2022-11-03", "issued_date": "2022-11-07"}),
        (FIRMARAN, {"issued_date": "2013-08-27"}),
    ],
)
def test_days_of_papers_that_tell(text, days):
    found = read(text)
    assert {field: found.text(field) for field in days} == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LABELLED_RELEASE, {("announces", "2013-08-30")}),
        (BYLINE_AND_BRACKETS, {("announces", "2012-08-27")}),
        (ESTE_MARTES, {("announces", "2013-09-03")}),
        (DIA_DE_AYER, {("announces", "2015-08-31"), ("renews", "2012-08-29")}),
        (YESTERDAY, {("announces", "2019-12-03")}),
        (BROADCAST, {("announces", "2018-08-28")}),
        (PUBLICADO, {("announces", "2014-08-29"), ("renews", None)}),
        (TWO_MEMORANDA, {("announces", "2017-08-30")}),
        (LA_VISPERA, {("announces", "2016-12-07")}),
        (NAMES_TO_A_DOCUMENT, {("announces", "2019-06-19")}),
        (UPDATED_LATER, {("announces", None), ("renews", "2016-09-01")}),
        (TERM_ENDING, {("announces", "2023-09-16")}),
        (TAMBIEN_FIRMO, {("announces", "2012-08-29")}),
        (VENCE_EL, {("announces", "2023-02-07"), ("renews", None)}),
        (REPORTED_ON, {("announces", "2014-05-08")}),
        (MASTHEAD_WITH_BAR, {("announces", "2013-08-08")}),
        (NOTA_DE_PRENSA, {("announces", "2015-06-24")}),
        (WIRE_WITH_DATE, {("announces", "2014-10-15")}),
        (FIRMO_POR_EL_ESTADO, {("announces", "2018-08-28")}),
        (WHICH_WAS_SIGNED, {("announces", "2024-09-17")}),
        (DASH_AT_THE_CITY, {("announces", "2022-11-14")}),
        (FRIDAY_MORNING, {("announces", "2019-08-30")}),
        (ANNOUNCED_TODAY, {("announces", "2022-11-03")}),
    ],
)
def test_relations_of_papers_that_tell(text, expected):
    assert relations(text) == expected
