"""Kinds of papers of the field told from others that speak of the same things, in both languages."""

from __future__ import annotations

import pytest

from tests.extractors.reading import value

PAPERS = [
    (
        "amendment",
        (
            "Addendum to the Memorandum of Understanding between the Wage and Hour Division and the Texas "
            "Workforce Commission\n\nThis addendum adds to the memorandum signed on May 4, 2012. Pursuant to "
            "Section III the agencies add paragraph (c). Signed today by both.\n"
        ),
    ),
    (
        "amendment",
        (
            "Amendment 2 to the partnership agreement, WHD and Nevada Labor Commissioner\n\nThe agreement "
            "signed on May 4, 2012 and renewed in 2015 is extended for three years. Section 4 is revised to "
            "add tip rules.\n"
        ),
    ),
    (
        "amendment",
        (
            "Modificación al Memorándum de Entendimiento entre la EEOC y el Consulado de México en Miami\n\nEl "
            "memorándum firmado el 4 de mayo de 2012 se modifica para incluir a Orlando.\n"
        ),
    ),
    (
        "amendment",
        (
            "ACUERDO MODIFICATORIO AL CONVENIO DE COLABORACIÓN\n\nEntre la Secretaría y la organización; se "
            "modifica la cláusula segunda del convenio firmado en 2012.\n"
        ),
    ),
    (
        "alliance agreement",
        (
            "Agreement establishing an Alliance between the OSHA Tampa Area Office and the Consulate of Mexico "
            "in Orlando\n\nThe Occupational Safety and Health Administration (OSHA) and the Consulate "
            "recognize the value of establishing a collaborative relationship.\n"
        ),
    ),
    (
        "alliance agreement",
        (
            "OSHA and the Mexican Consulate in Tucson – Alliance Agreement\n\nThe Participants establish an "
            "Alliance to provide workers with information. Goals: Training and Education; Outreach. The "
            "agreement lasts two years from signing.\n"
        ),
    ),
    (
        "alliance agreement",
        (
            "Agreement between OSHA Region V and the Consulate General of Mexico in Chicago\n\nOSHA and the "
            "Consulate hereby form an Alliance to protect workers' health and safety. Through the Alliance the "
            "organizations will hold training.\n"
        ),
    ),
    (
        "alliance agreement",
        (
            "CONVENIO DE ALIANZA ENTRE OSHA Y EL CONSULADO DE MÉXICO EN BOISE\n\nLos Participantes forman una "
            "Alianza para dar capacitación.\n"
        ),
    ),
    (
        "renewal",
        (
            "Alliance renewal between OSHA's El Paso Area Office and the Consulate General of Mexico in El "
            "Paso\n\nThe Participants renew the Alliance signed June 3, 2009. They will hold workshops during "
            "Labor Rights Week.\n"
        ),
    ),
    (
        "renewal",
        (
            "Acuerdo que renueva la Alianza entre OSHA y el Consulado de México en Omaha\n\nEn Omaha, los "
            "Participantes quieren restablecer la alianza firmada en 2009.\n"
        ),
    ),
    (
        "renewal",
        (
            "Renovación del Memorándum de Entendimiento\n\nLa Oficina de Distrito y el Consulado renuevan por "
            "tres años el memorándum celebrado el 3 de junio de 2009.\n"
        ),
    ),
    (
        "renewal",
        (
            "MEMORANDUM OF UNDERSTANDING (RENEWAL)\nBetween the EEOC Phoenix District Office and the Consulate "
            "of Mexico in Tucson\n\nThe parties agree to extend it.\n"
        ),
    ),
    (
        "renewal",
        (
            "Extension of the Letter of Agreement between the NLRB and the Embassy of Ecuador\n\nThe "
            "undersigned extend the Letter of Agreement signed May 2014 for three years.\n"
        ),
    ),
    (
        "press release",
        (
            "EEOC and Consulate of Mexico Memorandum of Understanding\n\nMIAMI -- The U.S. Equal Employment "
            "Opportunity Commission's Miami District Office announced today a Memorandum of Understanding with "
            "the Consulate General of Mexico in Miami. The EEOC enforces federal laws. More information is at "
            "www.eeoc.gov.\n"
        ),
    ),
    (
        "press release",
        (
            "U.S. Department of Labor and Philippine Embassy Sign Declaration\n\nWASHINGTON — Secretary of "
            "Labor Ana Gray and Ambassador Luis Reyes today signed a joint declaration at the department's "
            "headquarters.\n"
        ),
    ),
    (
        "press release",
        (
            "Embajada de México\nComunicado\n\nLa Embajada de México y el Departamento del Trabajo renuevan "
            "acuerdo de colaboración\n\nWashington, DC, 5 de mayo de 2014. El embajador y el secretario "
            "renovaron hoy la Declaración Conjunta.\n"
        ),
    ),
    (
        "press release",
        (
            "The Consulate General of Mexico in Denver invites the media to the signing of an agreement with "
            "the EEOC.\n\nMEDIA ADVISORY. Date: Monday, August 29. Place: 5350 Leetsdale Drive.\n"
        ),
    ),
    (
        "press release",
        (
            "NLRB Office of the General Counsel and Consulate of Colombia sign agreement\n\nNational Labor "
            "Relations Board, Office of Public Affairs. Washington, DC. The General Counsel and the ambassador "
            "signed a letter of agreement.\n"
        ),
    ),
    (
        "press release",
        (
            "Statement by the Secretary of Labor on the renewal of agreements with Mexico\n\nWASHINGTON – "
            "Secretary Gray issued the following statement: “Today we renewed our declaration.”\n"
        ),
    ),
    (
        "press release",
        (
            "El cónsul general firma convenio con la Comisión de Igualdad de Oportunidades\n\nBoletín 14/2013. "
            "Dallas, Texas, a 3 de mayo de 2013. El Consulado General de México en Dallas firmó hoy un "
            "convenio.\n"
        ),
    ),
    (
        "press release",
        (
            "Oregon labor commissioner and Mexican consulate partner\n\nFor more information contact: Bureau "
            "of Labor and Industries, media contact Ana Gray. PORTLAND, Ore. — Labor Commissioner Tom Hale "
            "signed a memorandum of understanding with Consul Luis Mora.\n"
        ),
    ),
    (
        "media announcement",
        (
            "Mexican consulate, OSHA team up on safety\n\nEL PASO — OSHA and the Mexican consulate signed a "
            '\'pact on Tuesday, the El Paso Times has learned. "It will help," said consul Luis Mora.\n'
        ),
    ),
    (
        "media announcement",
        (
            "EEOC and Mexican Consulate sign MOU: what employers need to know\n\nOn May 3, 2013, the EEOC's "
            "Dallas office signed a memorandum of understanding with the Mexican Consulate. Employers should "
            "review their policies. Posted by Ana Gray, attorney.\n"
        ),
    ),
    (
        "media announcement",
        (
            "Trabajadores mexicanos tendrán apoyo legal en Atlanta\n\nATLANTA. - El Consulado de México y el "
            "Departamento del Trabajo unieron esfuerzos, según informó el cónsul. El acuerdo fue suscrito el "
            "miércoles.\n"
        ),
    ),
    (
        "media announcement",
        (
            "Labor Rights Week begins at consulates\n\nMexico's 50 consulates in the United States begin the "
            "ninth Labor Rights Week on Monday with workshops by the Labor Department, EEOC and unions.\n"
        ),
    ),
    (
        "media announcement",
        (
            "Consulado mexicano y sindicato firman alianza\n\nUnivision 34 Los Ángeles. El consulado y la UFCW "
            "firmaron un acuerdo para informar a los trabajadores, reportó Ana López.\n"
        ),
    ),
    (
        "correspondence",
        (
            "Letter from the Consul of Mexico in Omaha to the OSHA Area Director, June 3, 2009\n\nI write to "
            "thank you for signing the Alliance and to ask for a renewal meeting. Hugo Prado, Consul.\n"
        ),
    ),
    (
        "correspondence",
        (
            "Embassy of Mexico\nNote No. 04521\n\nThe Embassy of Mexico presents its compliments to the "
            "Department of State and has the honor to refer to the agreement signed in 2004. The Embassy "
            "avails itself of this opportunity to renew the assurances of its highest consideration.\n"
        ),
    ),
    (
        "correspondence",
        (
            "SECRETARÍA DE RELACIONES EXTERIORES\nDirección General de Protección\n\nOficio DGP/0456/2009\n\n"
            "Cónsul Hugo Prado. Me refiero a su correo sobre la renovación de la alianza con OSHA. Le "
            "agradeceré informar el estado que guarda.\n"
        ),
    ),
    (
        "correspondence",
        (
            "La Embajada de México saluda atentamente al Departamento del Trabajo y tiene el honor de "
            "referirse a la Carta de Arreglo firmada en 2004.\n"
        ),
    ),
    (
        "correspondence",
        (
            "Hugo,\n\nAttached is the draft we talked about. Can the consul sign next Tuesday? We need to tell "
            "the press office.\n\nThanks,\nRosa\n"
        ),
    ),
    (
        "correspondence",
        (
            "Buenos días, Rosa:\n\nTe mando el borrador del convenio para firma. Quedo atento.\n\nSaludos,\n"
            "Hugo Prado\nCónsul\n"
        ),
    ),
    (
        "correspondence",
        (
            "AIRGRAM\nFrom: American Embassy Mexico City\nTo: Department of State\nSubject: Agricultural "
            "workers agreement\n\nThe Foreign Ministry informed the Embassy that the agreement was signed.\n"
        ),
    ),
    (
        "correspondence",
        (
            "TELEGRAM. The Secretary of State to the Ambassador in Mexico. Washington, April 3, 1948. Please "
            "inform the Foreign Office that the agreement can be renewed.\n"
        ),
    ),
    (
        "report",
        (
            "Results of Labor Rights Week 2015\n\nSummary prepared by the Department of Protection. 520 events "
            "were held, 18 agreements were signed and 700 cases opened. Table 1 gives the events by "
            "consulate.\n"
        ),
    ),
    (
        "report",
        (
            "Consular Partnership Program: status of agreements as of June 2016\n\nConsulate / Agency / Date "
            "signed / Expires. Atlanta / WHD / May 4, 2014 / May 4, 2017.\n"
        ),
    ),
    (
        "report",
        (
            "Fact Sheet: U.S.-Mexico cooperation on labor rights\n\nSince 2004 the Department has signed "
            "declarations with Mexico. In 2014 they were renewed.\n"
        ),
    ),
    (
        "report",
        (
            "Evaluation of the Alliance between OSHA and the Consulate of Mexico in Omaha, 2009-2011\n\n"
            "Activities: 12 workshops. The alliance was signed June 3, 2009.\n"
        ),
    ),
    (
        "report",
        (
            "Acta de la reunión del grupo de trabajo consular, 3 de junio de 2009\n\nAsistieron: Rosa Lind, "
            "Hugo Prado. Se informó que el convenio se firmará en agosto.\n"
        ),
    ),
    (
        "report",
        (
            "GAO report: H-2A and H-2B programs\n\nWhat GAO found: agencies signed memoranda of understanding "
            "but did not share data.\n"
        ),
    ),
    (
        "joint declaration",
        (
            "Joint Statement of Cooperation between the Ministry of Labor of Guatemala and the U.S. Department "
            "of Labor\n\nThe two sides declare their wish to cooperate, recalling the declaration signed in "
            "2011.\n"
        ),
    ),
    (
        "letter of agreement",
        (
            "Letter of Understanding\n\nOSHA Omaha Area Office and the Consulate of Mexico in Omaha confirm by "
            "this letter what was agreed on June 3, 2009: both will refer workers.\n"
        ),
    ),
    (
        "memorandum of understanding",
        (
            "Memorandum of Understanding between EEOC and WHD\n\nThis MOU was signed in 2010. The agencies "
            "will share information. Labor Rights Week events may be joint. The parties said at a ceremony "
            "they would meet yearly.\n"
        ),
    ),
    (
        "memorandum of understanding",
        (
            "MEMORÁNDUM DE ENTENDIMIENTO EN MATERIA DE DERECHOS LABORALES\n\nEl Consulado General de México y "
            "el Centro de Trabajadores, durante la Semana de Derechos Laborales, celebran el presente "
            "instrumento firmado hoy.\n"
        ),
    ),
    (
        "memorandum of understanding",
        (
            "MOU: Consulate of Mexico in Fresno / EEOC Fresno Local Office\n\n1. Purpose. 2. Outreach. 3. "
            "Referrals. 4. Term: three years. Signatures follow.\n"
        ),
    ),
    (
        "complaint",
        (
            "Petition on labor law matters arising in the United States, submitted to the Mexican NAO\n\n"
            "Petitioners CDM and farmworkers say that agencies announced but did not enforce rules.\n"
        ),
    ),
    (
        "complaint",
        ("CHARGE OF DISCRIMINATION\nEEOC Form 5\n\nThe particulars are: I was hired on May 3, 2012.\n"),
    ),
    (
        "interview",
        (
            "Transcript of interview with a community affairs officer, Consulate A\n\nINTERVIEWER: How was the "
            "MOU signed?\nRESPONDENT: We announced it in Labor Rights Week.\n"
        ),
    ),
    (
        "interview",
        (
            "Field notes – ceremony at the consulate, August 2013\n\nI arrived at nine. The consul and the "
            "director signed; then they said a few words.\n"
        ),
    ),
    (
        "organisation list",
        (
            "Labor Rights Week partners\n\nName | City | Phone\nLegal Aid of Fresno | Fresno | 559-555-0101\n"
            "Workers Center | Selma | 559-555-0122\n"
        ),
    ),
    (
        "other",
        (
            "Invitation\n\nThe Consul General of Mexico requests the pleasure of your company at the signing "
            "of the agreement with OSHA on May 3, 2013.\n"
        ),
    ),
    (
        "other",
        (
            "Opening remarks by the Ambassador at the signing ceremony of the joint declaration, May 3, "
            "2014\n\nGood morning. Thank you, Secretary Gray, for renewing this agreement.\n"
        ),
    ),
    (
        "other",
        (
            "Palabras de la cónsul Ana Ruiz en la ceremonia de firma del convenio\n\nBuenos días a todos. Hoy "
            "firmamos.\n"
        ),
    ),
    (
        "report",
        (
            "NOTA PARA EL EXPEDIENTE\nDe: Ana Ruiz\nAsunto: Llamada con la oficina\n\nHoy hablé de la firma "
            "del convenio."
        ),
    ),
    (
        "media announcement",
        (
            "LA OPINIÓN\n29 de agosto de 2016\n\nArranca la Semana de Derechos Laborales\n\nEl consulado la "
            "inauguró ayer."
        ),
    ),
    (
        "public-records response",
        ("Folio 0000500123416\n\nSolicitante: se le informa que esta unidad administrativa halló 14 convenios."),
    ),
    (
        "other",
        ("AGENDA\nCeremonia de firma del convenio\n10:00 Bienvenida\n10:20 Firma\n"),
    ),
]


@pytest.mark.parametrize(("kind", "text"), PAPERS, ids=[f"{kind}-{index}" for index, (kind, _) in enumerate(PAPERS)])
def test_kind(kind, text):
    assert value("kind", text) == kind
