"""Bodies of the field in the wordings papers have for them: both languages, any order, misread letters."""

from __future__ import annotations

import pytest

from archive_app.extractors.authorities import matcher
from tests.extractors.reading import knowledge

NAMES = [
    ("the Consulate General of Mexico in Houston, Texas", ["MX-CON-houston"]),
    ("Consulado General de México en San Antonio, Texas", ["MX-CON-san-antonio"]),
    ("el Consulado de Mexico en Nueva Orleans", ["MX-CON-nueva-orleans"]),
    ("Mexico's Consulate in Omaha", ["MX-CON-omaha"]),
    ("the Mexican Consulate of Saint Paul", ["MX-CON-saint-paul"]),
    ("Mexican Consulate, St. Paul, Minnesota", ["MX-CON-saint-paul"]),
    ("Cónsul de México en Filadelfia, Ana Ruiz", ["MX-CON-filadelfia"]),
    ("Consul General of Mexico in Los Angeles", ["MX-CON-los-angeles"]),
    ("CONSULADO GENERAL DE MÉXICO EN NUEVA YORK", ["MX-CON-nueva-york"]),
    ("the consulates of Mexico in Phoenix, Tucson and Yuma", ["MX-CON-phoenix", "MX-CON-tucson", "MX-CON-yuma"]),
    (
        "los consulados de México en Laredo, McAllen, Eagle Pass y Del Río",
        ["MX-CON-laredo", "MX-CON-mcallen", "MX-CON-eagle-pass", "MX-CON-del-rio"],
    ),
    (
        "Mexican consulates in Fresno, Sacramento, and San José",
        ["MX-CON-fresno", "MX-CON-sacramento", "MX-CON-san-jose"],
    ),
    ("Consulado Mexicano en Santa Ana", ["MX-CON-santa-ana"]),
    ("Consulate General of El Salvador in Los Angeles", ["SV-CON-los-angeles"]),
    ("Consulado General de El Salvador en Houston, Texas", ["SV-CON-houston"]),
    ("Consulate of Guatemala in Miami", ["GT-CON-miami"]),
    ("Consulado General de Honduras en Houston", ["HN-CON-houston"]),
    ("Consulate General of Ecuador in Chicago", ["EC-CON-chicago"]),
    ("Peruvian Consulate in Paterson, New Jersey", ["PE-CON-paterson"]),
    ("Consulado del Perú en Dallas", ["PE-CON-dallas"]),
    ("Consulate General of Colombia in Atlanta", ["CO-CON-atlanta"]),
    ("Consulado General de la República Dominicana en Nueva York", ["DO-CON-new-york"]),
    ("Philippine Consulate General in Chicago", ["PH-CON-chicago"]),
    ("Embassy of Ecuador", ["EC-EMB-US"]),
    ("Embajada de Colombia en Washington", ["CO-EMB-US"]),
    ("Ministry of Labor of Guatemala", ["GT-MINTRAB"]),
    ("the OSHA Houston South Area Office", ["US-DOL-OSHA/houston-south-area"]),
    ("Occupational Safety and Health Administration (OSHA), Parsippany Area Office", ["US-DOL-OSHA/parsippany-area"]),
    ("Oficina de Área de Tampa de la Administración de Seguridad y Salud Ocupacional", ["US-DOL-OSHA/tampa-area"]),
    ("OSHA's Region VI office in Dallas", ["US-DOL-OSHA/dallas-region"]),
    ("OSHA Region 8", ["US-DOL-OSHA/region-8"]),
    ("OSHA, Region III, Philadelphia", ["US-DOL-OSHA/region-3"]),
    ("U.S. Department of Labor, Wage and Hour Division, Albany District Office", ["US-DOL-WHD/albany-district"]),
    ("the Wage and Hour Division's district office in Houston", ["US-DOL-WHD/houston-district"]),
    (
        "Oficina de Distrito de Tampa de la División de Horas y Salarios del Departamento del Trabajo",
        ["US-DOL-WHD/tampa-district"],
    ),
    ("District Director of the Wage and Hour Division in Little Rock", ["US-DOL-WHD/little-rock-district"]),
    ("EEOC's Charlotte District Office", ["US-EEOC/charlotte-district"]),
    ("Equal Employment Opportunity Commission, San Antonio Field Office", ["US-EEOC/san-antonio-field"]),
    (
        "la Oficina de Campo de Seattle de la Comisión para la Igualdad de Oportunidades en el Empleo (EEOC)",
        ["US-EEOC/seattle-field"],
    ),
    ("NLRB Region 21 in Los Angeles", ["US-NLRB/region-21"]),
    ("Region 28 of the National Labor Relations Board", ["US-NLRB/region-28"]),
    ("National Labor Relations Board, Region 16, Fort Worth", ["US-NLRB/region-16"]),
    ("Región 13 de la Junta Nacional de Relaciones Laborales", ["US-NLRB/region-13"]),
    ("the Board's Phoenix regional office, National Labor Relations Board", ["US-NLRB/region-28"]),
    ("Office of Special Counsel for Immigration-Related Unfair Employment Practices (OSC)", ["US-DOJ-OSC"]),
    ("OSC, Civil Rights Division, U.S. Department of Justice", ["US-DOJ-OSC"]),
    ("U.S. Office of Special Counsel (OSC), which protects federal whistleblowers", ["US-OSC-WHISTLEBLOWER"]),
    (
        "Oficina del Consejero Especial para Prácticas Injustas en el Empleo Relacionadas con Inmigración",
        ["US-DOJ-OSC"],
    ),
    ("Immigrant and Employee Rights Section (IER) of the Department of Justice", ["US-DOJ-OSC"]),
    ("Massachusetts Department of Labor Standards", ["US-MA-DLS"]),
    ("Departamento de Trabajo de Illinois", ["US-IL-IDOL"]),
    ("Illinois Department of Labor (IDOL)", ["US-IL-IDOL"]),
    ("Washington State Department of Labor and Industries (L&I)", ["US-WA-LNI"]),
    ("Virginia Department of Labor and Industry", ["US-VA-DOLI"]),
    ("Connecticut Department of Labor", ["US-CT-DOL"]),
    ("Georgia Department of Labor", ["US-GA-DOL"]),
    ("Kentucky Labor Cabinet", ["US-KY-LC"]),
    ("Commonwealth of Pennsylvania, Department of Labor & Industry", ["US-PA-DLI"]),
    ("Oficina del Comisionado Laboral de California", ["US-CA-DLSE"]),
    ("San Francisco Office of Labor Standards Enforcement (OLSE)", ["US-SF-OLSE"]),
    ("Minneapolis Labor Standards Enforcement Division", ["US-MPLS-LSE"]),
    ("Philadelphia Office of Worker Protections", ["US-PHL-OWP"]),
    ("Secretaría de Relaciones Exteriores", ["MX-SRE"]),
    ("Secretarf a de Relaciones Exteriores", ["MX-SRE"]),
    ("SECRETARIA DEL TRABAJO Y PREVISION SOCIAL (STPS)", ["MX-STPS"]),
    ("Instituto Nacional de Migración (INM)", ["MX-INM"]),
    ("National Population Council (CONAPO)", ["MX-CONAPO"]),
    ("Secretaría de Gobernación", ["MX-SEGOB"]),
    ("Comisión Nacional de los Derechos Humanos (CNDH)", ["MX-CNDH"]),
    ("Instituto Nacional de Transparencia, Acceso a la Información y Protección de Datos Personales", ["MX-INAI"]),
    ("Service Employees International Union (SEIU)", ["UN-SEIU"]),
    ("AFL-CIO", ["UN-AFLCIO"]),
    ("Sindicato Internacional de Empleados de Servicios", ["UN-SEIU"]),
    ("National Day Laborer Organizing Network (NDLON)", ["CS-NDLON"]),
    ("Coalition of Immokalee Workers", ["CS-CIW"]),
    ("Texas RioGrande Legal Aid", ["CS-TRLA"]),
    ("California Rural Legal Assistance, Inc.", ["CS-CRLA"]),
    ("Southern Poverty Law Center", ["CS-SPLC"]),
    ("Occupational Safety and Heaith Administration", ["US-DOL-OSHA"]),
    ("Wage and Hour Dlvision", ["US-DOL-WHD"]),
    ("Consulado de M6xico en Boise", ["MX-CON-boise"]),
    ("Consulate General of Mexico\nin\nDallas", ["MX-CON-dallas"]),
    ("Mexican Consulate General Chicago", ["MX-CON-chicago"]),
    ("New Mexico Department of Workforce Solutions", ["US-NM-DWS"]),
    ("General Consulate of Mexico at Atlanta, Georgia", ["MX-CON-atlanta"]),
    ("Consular Section of the Embassy of Mexico in Washington, D.C.", ["MX-EMB-US"]),
    ("Consulado de Carrera de México en Tucson", ["MX-CON-tucson"]),
    ("Embajada de los Estados Unidos de América en México", ["US-EMB-MX"]),
    ("Administration for Occupational Safety and Health in its Area Office of El Paso", ["US-DOL-OSHA/el-paso-area"]),
]


@pytest.mark.parametrize(("words", "ids"), NAMES)
def test_every_body_in_its_wordings(words, ids):
    found = knowledge().once(matcher).mentions(f"The letter names {words}.")
    assert list(dict.fromkeys(id for *_, id in found)) == ids


@pytest.mark.parametrize(
    "words",
    [
        "Justin spoke of the notice and the effect of little things.",
        "She met the staff in September; Sep 4 was warm.",
        "Consulting offices in Region 99 of the store.",
        "Elizabeth Charlotte lives by the old consul's house.",
    ],
)
def test_words_that_only_look_like_names_are_none(words):
    assert knowledge().once(matcher).mentions(words) == []


def test_the_embassy_is_that_of_the_country_the_text_names():
    text = "El Salvador and the Section formed a partnership. The embassy will refer workers."
    assert [id for *_, id in knowledge().once(matcher).mentions(text)] == ["SV-EMB-US"]
