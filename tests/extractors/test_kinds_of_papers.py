"""Kinds of papers by short beginnings of each, as offices, newspapers and consulates write them."""

from __future__ import annotations

import pytest

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.extractors import read_facts
from tests.extractors.reading import knowledge, value

PAPERS = [
    (
        "press release",
        (
            "Wage office and Consulate of Ardenia sign pact to protect farm workers\n\nPORTLAND, Ore. — "
            "The Wage Office's Portland district and the Consulate of Ardenia today signed a two-year "
            "agreement."
        ),
    ),
    (
        "press release",
        (
            "NEWS RELEASE\nHarbor Labor Office\nFor immediate release: May 4, 2015\n\nHarbor Labor Office "
            "and Consulate of Ardenia renew partnership\n\nThe Harbor Labor Office has renewed its "
            "memorandum of understanding with the Consulate."
        ),
    ),
    (
        "press release",
        (
            "Comunicado No. 214\n\nLa Secretaría de Relaciones Exteriores firma un convenio con la Oficina "
            "del Puerto\n\nLunar, 4 de mayo de 2015. La Secretaría firmó hoy un convenio con la Oficina "
            "del Puerto."
        ),
    ),
    (
        "press release",
        (
            "Boletín de prensa 33/2015\n\nEl Consulado de Ardenia y la Oficina del Puerto renuevan su "
            "alianza\n\nEl cónsul y la directora firmaron ayer la renovación."
        ),
    ),
    (
        "press release",
        (
            "Contact: Ann Reed, 555-0100\n\nDepartment of Labor Signs Memorandum of Understanding with "
            "Consulate General of Ardenia\n\nDENVER – The Department of Labor signed a memorandum of "
            "understanding today with the Consulate."
        ),
    ),
    (
        "press release",
        (
            "Office of Public Affairs\n\nBoard and Ministry Sign Letter of Agreement\n\nWashington, D.C. — "
            "The Board's general counsel and the ambassador signed a letter of agreement on Tuesday."
        ),
    ),
    (
        "press release",
        (
            "Media Advisory\n\nWHO: Consul Ana Ríos and Director Tom Hale\nWHAT: Signing of a memorandum "
            "of understanding\nWHEN: Friday, May 4, 2015\nWHERE: Consulate of Ardenia"
        ),
    ),
    (
        "press release",
        (
            "Statement from the Embassy of Ardenia\n\nFor Immediate Release\n\nThe Embassy welcomes the "
            "signing of the agreement between the ministry and the department."
        ),
    ),
    (
        "media announcement",
        (
            "Consulate, labor agency team up to help immigrant workers\n\nBy Ann Reed\nHarbor Gazette\n\n"
            "Workers cheated of their pay will have a new place to turn. The Consulate of Ardenia signed "
            "an agreement Monday with the Harbor Labor Office, officials said."
        ),
    ),
    (
        "media announcement",
        (
            "Firman convenio consulado y oficina laboral\n\nRedacción\n\nEl Consulado de Ardenia en Lunar "
            "y la Oficina del Puerto firmaron un convenio para informar a los trabajadores, dijo la cónsul."
        ),
    ),
    (
        "media announcement",
        (
            "Invitan a la Semana de Derechos Laborales\n\nDel 25 al 29 de agosto el consulado dará "
            "pláticas gratuitas sobre salarios y seguridad en el trabajo."
        ),
    ),
    (
        "media announcement",
        (
            "Labor Rights Week kicks off at the Consulate of Ardenia\n\nWorkers can get free advice on "
            "wages and safety this week, organizers said. The event runs August 25-29."
        ),
    ),
    (
        "media announcement",
        (
            "Arranca Semana de Derechos Laborales en el Consulado\n\nLa cónsul Ana Ríos inauguró el lunes "
            "la semana; participan sindicatos y la Oficina del Puerto."
        ),
    ),
    (
        "media announcement",
        (
            "Memorandum of understanding will aid guest workers\n\nThe governor's office said Tuesday that "
            "a memorandum of understanding with the Consulate of Ardenia was signed last week."
        ),
    ),
    (
        "media announcement",
        (
            "Alliance with consulate pays off, officials say\n\nTwo years after the Harbor Labor Office "
            "and the Consulate of Ardenia signed an alliance, complaints have doubled, officials said "
            "Thursday."
        ),
    ),
    (
        "media announcement",
        (
            "EE.UU. y Ardenia pactan proteger a jornaleros\n\nWashington, 4 may (EFE).- Los gobiernos "
            "firmaron este lunes un acuerdo."
        ),
    ),
    (
        "media announcement",
        (
            "Acuerdo entre el consulado y la junta laboral beneficiará a miles\n\nEl acuerdo, que se firmó "
            "ayer en Lunar, dará asesoría a los trabajadores, informó el cónsul."
        ),
    ),
    (
        "memorandum of understanding",
        (
            "MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE HARBOR LABOR OFFICE\nAND\nTHE CONSULATE OF "
            "ARDENIA\n\nThe Participants share the aim of informing workers. Hereinafter they agree as "
            "follows."
        ),
    ),
    (
        "memorandum of understanding",
        (
            "Harbor Labor Office\n\nMEMORANDUM OF AGREEMENT\n\nThis Memorandum of Agreement is entered "
            "into between the Harbor Labor Office and the Consulate. The parties agree to the following."
        ),
    ),
    (
        "memorandum of understanding",
        (
            "MEMORÁNDUM DE ENTENDIMIENTO ENTRE EL CONSULADO DE ARDENIA Y LA OFICINA DEL PUERTO\n\nLos "
            "Participantes, en adelante el Consulado y la Oficina, acuerdan lo siguiente."
        ),
    ),
    (
        "memorandum of understanding",
        (
            "Memorando de Entendimiento de Cooperación Laboral\n\nEl presente Memorando se celebra entre "
            "el Ministerio y la Oficina. Las Partes acuerdan."
        ),
    ),
    (
        "letter of agreement",
        (
            "CARTA DE ACUERDO\nENTRE EL CONSULADO DE ARDENIA Y LA OFICINA DEL PUERTO\n\nLas Partes "
            "convienen lo siguiente, en adelante los Participantes."
        ),
    ),
    (
        "letter of agreement",
        (
            "LETTER OF AGREEMENT BETWEEN THE BOARD AND THE MINISTRY OF FOREIGN AFFAIRS OF ARDENIA\n\nThe "
            "Participants, hereinafter the Board and the Ministry, intend the following."
        ),
    ),
    (
        "letter of agreement",
        (
            "May 4, 2015\n\nDear Consul Ríos:\n\nThis letter agreement sets out how our offices will work "
            "together. The parties agree that either may end it on notice.\n\nSincerely,\nTom Hale\n\n"
            "AGREED AND ACCEPTED:\nAna Ríos"
        ),
    ),
    (
        "alliance agreement",
        (
            "AGREEMENT ESTABLISHING AN ALLIANCE\nBETWEEN\nTHE HARBOR SAFETY OFFICE\nAND\nTHE CONSULATE OF "
            "ARDENIA\n\nThe Participants recognize the value of a working relationship."
        ),
    ),
    (
        "alliance agreement",
        (
            "ARREGLO POR EL QUE SE ESTABLECE UNA ALIANZA ENTRE EL CONSULADO DE ARDENIA Y LA OFICINA DEL "
            "PUERTO\n\nEn adelante los Participantes reconocen lo siguiente."
        ),
    ),
    (
        "renewal",
        (
            "AGREEMENT RENEWING AN ALLIANCE BETWEEN THE HARBOR SAFETY OFFICE AND THE CONSULATE OF "
            "ARDENIA\n\nThe Participants hereby renew the Alliance."
        ),
    ),
    (
        "renewal",
        (
            "Renovación de la Alianza entre la Oficina del Puerto y el Consulado de Ardenia\n\nLas Partes "
            "renuevan la Alianza, en adelante la Alianza, por dos años."
        ),
    ),
    (
        "amendment",
        (
            "AMENDMENT NO. 2 TO THE MEMORANDUM OF UNDERSTANDING\n\nThe parties hereby amend Section 4. All "
            "other terms remain the same."
        ),
    ),
    ("amendment", "ADENDA AL CONVENIO DE COLABORACIÓN\n\nLas Partes modifican la cláusula tercera del Convenio."),
    (
        "joint declaration",
        (
            "JOINT DECLARATION OF THE SECRETARY OF LABOR AND THE MINISTER OF FOREIGN AFFAIRS\n\nThe "
            "Secretary and the Minister declare their will to protect workers."
        ),
    ),
    (
        "joint declaration",
        ("DECLARACIÓN CONJUNTA\n\nEl Ministro y la Secretaria declaran su voluntad de proteger a los trabajadores."),
    ),
    (
        "agreement",
        (
            "CONVENIO DE COLABORACIÓN\n\nConvenio que celebran la Oficina y el Consulado al tenor de las "
            "siguientes declaraciones y cláusulas."
        ),
    ),
    (
        "agreement",
        (
            "SUPPLY CONTRACT\n\nThis contract is made between Alder Tools Ltd. and Brook Mills Inc. The "
            "parties agree as follows."
        ),
    ),
    (
        "correspondence",
        (
            "HARBOR LABOR OFFICE\n12 Quay Street\n\nMay 4, 2015\n\nDear Ms. Ríos:\n\nThank you for your "
            "letter of April 2. We look forward to signing the memorandum of understanding next month.\n\n"
            "Sincerely,\nTom Hale"
        ),
    ),
    (
        "correspondence",
        (
            "Lunar, a 4 de mayo de 2015\n\nEstimado director:\n\nPor medio de la presente le comunico que "
            "el consulado acepta renovar el convenio.\n\nAtentamente,\nAna Ríos"
        ),
    ),
    (
        "correspondence",
        (
            "MEMORANDUM\n\nTO: Tom Hale\nFROM: Ann Reed\nDATE: May 4, 2015\nSUBJECT: Meeting with the "
            "consulate\n\nWe met the consul on Monday to talk about the agreement."
        ),
    ),
    (
        "correspondence",
        (
            "Oficio No. 221/2015\nAsunto: Renovación del convenio\n\nLic. Ana Ríos\nPresente\n\nMe refiero "
            "a su oficio del 2 de abril. Sin otro particular, reciba un cordial saludo.\n\nAtentamente"
        ),
    ),
    (
        "public-records response",
        (
            "Re: Freedom of Information Act Request 2015-F-00417\n\nDear Ms. Vega:\n\nThis responds to "
            "your request for records on agreements with consulates. We found 41 pages."
        ),
    ),
    (
        "public-records response",
        (
            "UNIDAD DE TRANSPARENCIA\nSolicitud de información 0000500012315\n\nEn respuesta a su "
            "solicitud de acceso a la información se adjunta el cuadro de asuntos atendidos."
        ),
    ),
    (
        "complaint",
        ("CHARGE OF DISCRIMINATION\n\nCharge number 551-2015-00417\n\nI was dismissed because of my national origin."),
    ),
    (
        "complaint",
        (
            "PETITION ON LABOR LAW MATTERS ARISING IN ARDENIA\n\nSubmitted to the National Administrative "
            "Office. The petitioners state that wages were withheld."
        ),
    ),
    (
        "interview",
        (
            "Interview 12\nConsular staff, Lunar\n\nInterviewer: How did the agreement start?\nRespondent: "
            "With a phone call."
        ),
    ),
    (
        "interview",
        (
            "Entrevista con personal consular\n\nEntrevistadora: ¿Cómo empezó el convenio?\nEntrevistado: "
            "Con una llamada."
        ),
    ),
    (
        "report",
        (
            "Annual Evaluation Report\nAlliance of the Harbor Safety Office and the Consulate of "
            "Ardenia\n\nIn the second year 14 talks were held for 612 workers."
        ),
    ),
    (
        "report",
        (
            "Informe de actividades 2015\nConsulado de Ardenia en Lunar\n\nDurante el año se atendieron "
            "612 casos laborales."
        ),
    ),
    ("report", "Fact Sheet: Agreements with consulates\n\nSince 2004 the department has signed 60 agreements."),
    (
        "organisation list",
        "Directory of partner organizations\n\nCasa Azul, Lunar, 555-0100\nCentro del Puerto, 555-0101",
    ),
    (
        "correspondence",
        "NOTICE OF TERMINATION\n\nLunar, May 4, 2016\n\nThe Harbor Office hereby gives notice of the termination of "
        "the agreement signed on May 4, 2014 with the Consulate of Ardenia, effective June 3, 2016.",
    ),
    (
        "correspondence",
        "Notificación de Terminación\n\nLunar, 4 de mayo de 2016\n\nPor la presente, la Oficina del Puerto notifica la "
        "terminación del convenio celebrado el 4 de mayo de 2014 con el Consulado de Ardenia.",
    ),
    (
        "memorandum of understanding",
        "DRAFT Memorandum of Understanding\n\nDRAFT – not signed\n\nbetween the Harbor Office and the Consulate of "
        "Ardenia\n\nTerm. This Memorandum takes effect on the date of last signature and lasts five years.",
    ),
    ("organisation list", "Lista de organizaciones aliadas\n\nCasa Azul, Lunar, 555-0100\nCentro del Puerto, 555-0101"),
]


@pytest.mark.parametrize(("kind", "text"), PAPERS)
def test_kind(kind, text):
    assert value("kind", text) == kind


@pytest.mark.parametrize("text", ["", " \n\n", "7", "— 2 —\n\n14"])
def test_a_scan_without_words_has_no_kind_and_no_language(text):
    scan = Paper("application/pdf", (Page(1, text, needs_ocr=True),))
    fields = {fact.field for fact in read_facts(scan, knowledge())}
    assert not fields & {"kind", "language"}
