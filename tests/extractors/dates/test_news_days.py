"""The day of issue and the day of the signing in releases and news: announced is not signed, and days are counted."""

from __future__ import annotations

import pytest

from tests.extractors.reading import facts

NEWS = [
    (
        ("WASHINGTON — May 14, 2013. OSHA and the Consulate of Mexico signed an alliance today."),
        "2013-05-14",
        "2013-05-14",
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — OSHA today announced that it signed an alliance with "
            "the Mexican Consulate on May 10, 2013."
        ),
        "2013-05-14",
        "2013-05-10",
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — OSHA today announced an alliance with the Mexican "
            "Consulate, signed last week."
        ),
        "2013-05-14",
        None,
    ),
    (
        (
            "News Release\nMay 1, 2012\n\nOSHA and consulate sign alliance\nCeremony held April 27\n\n"
            "BOISE — OSHA and the Mexican Consulate signed the alliance at a ceremony."
        ),
        "2012-05-01",
        "2012-04-27",
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — OSHA and the Mexican Consulate met on May 10. Two days "
            "later they signed an alliance."
        ),
        "2013-05-14",
        "2013-05-12",
    ),
    (
        ("El Diario\n4 de abril de 2014\n\nMéxico y Estados Unidos firmaron ayer 3 de abril una declaración conjunta."),
        "2014-04-04",
        "2014-04-03",
    ),
    (
        ("El Diario\n4 de abril de 2014\n\nEl cónsul de México y la EEOC firmaron ayer un convenio."),
        "2014-04-04",
        "2014-04-03",
    ),
    (
        (
            "Comunicado No. 12\nDallas, Texas, a 4 de abril de 2014\n\nEl Consulado General y la EEOC "
            "firmaron este jueves un memorándum."
        ),
        "2014-04-04",
        "2014-04-03",
    ),
    (
        ("Washington, 3 abr 2014 (EFE).- México y Estados Unidos firmaron hoy una declaración conjunta."),
        "2014-04-03",
        "2014-04-03",
    ),
    (
        (
            "Dallas, Texas, August 29, 2014 - The Mexican Consulate and the EEOC signed a memorandum of "
            "understanding this morning."
        ),
        "2014-08-29",
        "2014-08-29",
    ),
    (
        (
            "Published: August 30, 2014\n\nThe Mexican Consulate and the EEOC signed a memorandum of "
            "understanding on Friday."
        ),
        "2014-08-30",
        "2014-08-29",
    ),
    (
        (
            "News Release\nAugust 1, 2013\n\nNLRB announces agreement with Mexico\n\nThe Board announced "
            "today an agreement with the Ministry of Foreign Affairs of Mexico. It was signed on July 23, "
            "2013."
        ),
        "2013-08-01",
        "2013-07-23",
    ),
    (
        (
            "[09/02/2014]\nWHD News Release\n\nHOUSTON — The division signed an agreement with the "
            "consulate on Aug. 29. The first was signed in 2009."
        ),
        "2014-09-02",
        "2014-08-29",
    ),
    (
        ("PHOENIX (May 1, 2012) – The EEOC and five Mexican consulates signed an MOU on April 27."),
        "2012-05-01",
        "2012-04-27",
    ),
    (
        (
            "Boletín 15\n2 de septiembre de 2014\n\nEl pasado 29 de agosto, el Consulado de México y OSHA "
            "firmaron una alianza."
        ),
        "2014-09-02",
        "2014-08-29",
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — OSHA and the Mexican Consulate renewed today the "
            "alliance they first signed on May 3, 2011."
        ),
        "2013-05-14",
        "2013-05-14",
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — The alliance signed on May 3, 2011 between OSHA and "
            "the Mexican Consulate was renewed yesterday."
        ),
        "2013-05-14",
        "2013-05-13",
    ),
    (
        (
            "San Antonio, Texas, 2 de septiembre de 2014.- La cónsul y el director firmaron el viernes "
            "pasado un convenio."
        ),
        "2014-09-02",
        "2014-08-29",
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nThe agreement, signed May 9 by the consul and the director, "
            "lasts two years. The Mexican Consulate and OSHA announced it today."
        ),
        "2013-05-14",
        "2013-05-09",
    ),
]


@pytest.mark.parametrize(("text", "issued", "signed"), NEWS)
def test_issued_and_signed(text, issued, signed):
    told = {fact.field: fact.value for fact in facts(text)}
    assert (told.get("issued_date"), told.get("agreement_date")) == (issued, signed)


def test_a_day_is_not_counted_from_one_whose_year_is_unknown():
    text = "Two days after the talks of August 27, OSHA and the Mexican Consulate signed an alliance, the paper said."
    assert [fact for fact in facts(text) if fact.field == "agreement_date"] == []
