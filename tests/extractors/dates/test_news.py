"""When news was published, and which day of signing it tells of, in the ways that offices and newspapers write."""

from __future__ import annotations

import pytest

from tests.extractors.reading import value

HEADLINE = "Harbor Labor Office and Consulate of Ardenia sign pact\n\n"
HEADLINE_ES = "Firman convenio la Oficina del Puerto y el Consulado de Ardenia\n\n"
#: Words, day of issue, day of the signing.
ENGLISH = [
    (
        (
            "DENVER – May 4, 2015. The Harbor Labor Office and the Consulate of Ardenia today signed a "
            "memorandum of understanding."
        ),
        "2015-05-04",
        "2015-05-04",
    ),
    (
        (
            "May 4, 2015\n\nDENVER – The Harbor Labor Office and the Consulate signed a memorandum of "
            "understanding on April 30, 2015."
        ),
        "2015-05-04",
        "2015-04-30",
    ),
    (
        ("Release date: May 4, 2015\n\nThe agreement was signed on Thursday by the consul and the director."),
        "2015-05-04",
        "2015-04-30",
    ),
    (
        ("News Release\nMay 4, 2015\n\nThe office announced today that it has signed an agreement with the consulate."),
        "2015-05-04",
        None,
    ),
    (
        ("Date: 05/04/2015\n\nAt a ceremony this morning, the consul and the director signed an alliance."),
        "2015-05-04",
        "2015-05-04",
    ),
    (
        ("Monday, May 4, 2015\n\nOn April 30, the consul and the director signed an agreement, the office announced."),
        "2015-05-04",
        "2015-04-30",
    ),
    (
        "Published: May 4, 2015\n\nOfficials signed the letter of agreement yesterday in Denver.",
        "2015-05-04",
        "2015-05-03",
    ),
    (
        "Posted on May 4, 2015 by Ann Reed\n\nThe two offices signed the agreement last Friday.",
        "2015-05-04",
        "2015-05-01",
    ),
    ("Denver, May 4, 2015 – The offices renewed their alliance, first signed on June 1, 2010.", "2015-05-04", None),
    ("Denver (May 4, 2015) – The offices will sign an agreement on May 20, 2015.", "2015-05-04", None),
    (
        "May 4, 2015 | Press Release\n\nThe signing took place on April 29, 2015 at the consulate.",
        "2015-05-04",
        "2015-04-29",
    ),
    ("The consul and the director signed the agreement on April 30, 2015.", None, "2015-04-30"),
    ("The consul and the director signed the agreement on April 30.", None, None),
    ("DENVER – The offices signed an agreement today.", None, None),
    (
        (
            "DENVER, May 4, 2015 /Newswire/ – The consulate and the office entered into a two-year "
            "agreement on May 1, 2015."
        ),
        "2015-05-04",
        "2015-05-01",
    ),
    ("Updated: May 9, 2015\n\nPublished May 4, 2015\n\nThe alliance was signed today.", "2015-05-04", "2015-05-04"),
    ("May 4, 2015\n\nA similar agreement was signed on March 1, 2014 with another consulate.", "2015-05-04", None),
    (
        (
            "May 4, 2015\n\nThe agreement builds on the joint declaration of April 3, 2014. It was signed "
            "Saturday in Denver."
        ),
        "2015-05-04",
        "2015-05-02",
    ),
    (
        ("Signed: April 30, 2015\nDuration: Two years\n\nThe alliance protects farm workers, the office announced."),
        None,
        "2015-04-30",
    ),
]
SPANISH = [
    (
        (
            "Lunar, 4 de mayo de 2015.- La Oficina del Puerto y el Consulado firmaron hoy un memorándum de "
            "entendimiento."
        ),
        "2015-05-04",
        "2015-05-04",
    ),
    (
        "4 de mayo de 2015\n\nEl convenio se firmó ayer en la sede del consulado, informó la cónsul.",
        "2015-05-04",
        "2015-05-03",
    ),
    (
        ("Fecha: 4 de mayo de 2015\n\nEl pasado 30 de abril la cónsul y el director suscribieron el convenio."),
        "2015-05-04",
        "2015-04-30",
    ),
    (
        "Publicado el 4 de mayo de 2015\n\nEl jueves firmaron el acuerdo la cónsul y el director.",
        "2015-05-04",
        "2015-04-30",
    ),
    (
        "lunes, 4 de mayo de 2015\n\nEl convenio fue firmado el 30 de abril de 2015 por la cónsul.",
        "2015-05-04",
        "2015-04-30",
    ),
    (
        "Lunar, a 4 de mayo de 2015. Esta mañana se renovó la alianza; la cónsul firmó por Ardenia.",
        "2015-05-04",
        "2015-05-04",
    ),
    ("La cónsul y el director firmaron el convenio el 30 de abril de 2015.", None, "2015-04-30"),
    (
        "Comunicado del 4 de mayo de 2015\n\nLa secretaría firmará el convenio el 20 de mayo de 2015.",
        "2015-05-04",
        None,
    ),
    ("4/5/2015\n\nEl convenio se firmó hoy en Lunar.", "2015-05-04", "2015-05-04"),
    ("04 mayo, 2015\n\nEl convenio se firmó el día de hoy en Lunar, dijo la cónsul.", "2015-05-04", "2015-05-04"),
    ("Mayo 4, 2015\n\nLa cónsul firmó hoy el convenio.", "2015-05-04", "2015-05-04"),
]


@pytest.mark.parametrize(("words", "issued", "signed"), ENGLISH)
def test_news_in_english(words, issued, signed):
    assert (value("issued_date", HEADLINE + words), value("agreement_date", HEADLINE + words)) == (issued, signed)


@pytest.mark.parametrize(("words", "issued", "signed"), SPANISH)
def test_news_in_spanish(words, issued, signed):
    text = HEADLINE_ES + words
    assert (value("issued_date", text), value("agreement_date", text)) == (issued, signed)
