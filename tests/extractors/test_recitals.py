"""What papers say of other papers, in the wordings of recitals, letters and releases of both languages."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Relation
from tests.extractors.reading import facts

HEAD = (
    "MEMORANDUM OF UNDERSTANDING BETWEEN THE HARBOR OFFICE AND THE CONSULATE OF MEXICO IN BOISE\n\n"
    "The Participants hereby agree in this Memorandum as follows. "
)
HEAD_ES = (
    "MEMORÁNDUM DE ENTENDIMIENTO ENTRE LA OFICINA DEL PUERTO Y EL CONSULADO DE MÉXICO EN BOISE\n\n"
    "Los Participantes acuerdan en el presente Memorándum, en adelante. "
)
RELEASE = "News Release\n\nBOISE — "
LETTER = "Dear Consul Prado:\n\n"

WORDINGS = [
    (
        HEAD
        + (
            "Acknowledging the Joint Declaration between the Department of Labor and the Ministry of "
            "Foreign Affairs, signed in Washington, D.C., on May 3, 2010, they will cooperate."
        ),
        [("implements", "Joint Declaration", "2010-05-03")],
    ),
    (
        HEAD + ("In furtherance of the Letter of Arrangement concluded on August 29, 2011, they will cooperate."),
        [("implements", "Letter of Arrangement", "2011-08-29")],
    ),
    (
        HEAD
        + (
            "Consistent with the Letter of Agreement signed by the Secretary of Labor and the Ambassador "
            "on July 21, 2004, they cooperate."
        ),
        [("implements", "Letter of Agreement", "2004-07-21")],
    ),
    (
        HEAD + ("As a local expression of the Joint Ministerial Declaration of April 3, 2014, they cooperate."),
        [("implements", "Joint Ministerial Declaration", "2014-04-03")],
    ),
    (
        HEAD + ("Bearing in mind the 2004 Joint Declaration on migrant workers, they cooperate."),
        [("implements", "Joint Declaration", "2004")],
    ),
    (
        HEAD
        + (
            "This Memorandum is concluded under the Letter of Arrangement between the two governments "
            "dated 11 June 2012."
        ),
        [("implements", "Letter of Arrangement", "2012-06-11")],
    ),
    (
        HEAD
        + (
            "WHEREAS, on November 6, 2014, the Ministry and the Department signed a Joint Declaration; "
            "and WHEREAS they wish to help workers."
        ),
        [("implements", "Joint Declaration", "2014-11-06")],
    ),
    (
        HEAD_ES
        + ("Reconociendo la Declaración Conjunta firmada en Washington, D.C., el 3 de mayo de 2010, cooperarán."),
        [("implements", "Declaración Conjunta", "2010-05-03")],
    ),
    (
        HEAD_ES + ("Con fundamento en la Carta de Arreglo suscrita el 29 de agosto de 2011, cooperarán."),
        [("implements", "Carta de Arreglo", "2011-08-29")],
    ),
    (
        HEAD_ES
        + (
            "De conformidad con el Acuerdo firmado el 21 de julio de 2004 entre la Secretaría y el "
            "Departamento, cooperarán."
        ),
        [("implements", "Acuerdo", "2004-07-21")],
    ),
    (
        HEAD_ES + ("En seguimiento a la Declaración Ministerial Conjunta del 3 de abril de 2014, cooperarán."),
        [("implements", "Declaración Ministerial Conjunta", "2014-04-03")],
    ),
    (
        HEAD_ES + ("Teniendo presente la Carta de Acuerdo de 2004, cooperarán."),
        [("implements", "Carta de Acuerdo", "2004")],
    ),
    (
        HEAD_ES + ("En cumplimiento de la Carta de Entendimiento de fecha 11 de junio de 2012, cooperarán."),
        [("implements", "Carta de Entendimiento", "2012-06-11")],
    ),
    (
        HEAD + ("The Participants renew the Memorandum of Understanding they signed on May 7, 2014."),
        [("renews", "Memorandum of Understanding", "2014-05-07")],
    ),
    (
        HEAD + ("This Memorandum renews and continues the Alliance of May 7, 2014, for two more years."),
        [("renews", "Alliance", "2014-05-07")],
    ),
    (
        HEAD
        + (
            "The Participants desire to continue the partnership established by the Letter of Agreement of May 7, 2014."
        ),
        [("renews", "Letter of Agreement", "2014-05-07")],
    ),
    (
        HEAD + ("The Agreement signed on May 7, 2014 is hereby extended for three years."),
        [("renews", "Agreement", "2014-05-07")],
    ),
    (
        HEAD_ES + ("Las Partes renuevan por tres años el Memorándum de Entendimiento firmado el 7 de mayo de 2014."),
        [("renews", "Memorándum de Entendimiento", "2014-05-07")],
    ),
    (
        HEAD_ES + ("El Convenio suscrito el 7 de mayo de 2014 se prorroga por dos años más."),
        [("renews", "Convenio", "2014-05-07")],
    ),
    (
        HEAD_ES + ("Por este medio se renueva la Alianza establecida el 7 de mayo de 2014."),
        [("renews", "Alianza", "2014-05-07")],
    ),
    (
        (
            "AMENDMENT NO. 2\n\nThe parties amend Section 3 of the Memorandum of Understanding dated May "
            "7, 2014, as follows."
        ),
        [("amends", "Memorandum of Understanding", "2014-05-07")],
    ),
    (
        (
            "ADDENDUM TO THE LETTER OF AGREEMENT\n\nThis Addendum modifies the Letter of Agreement signed "
            "on May 7, 2014."
        ),
        [("amends", "Letter of Agreement", "2014-05-07")],
    ),
    (
        (
            "ADENDA\n\nLas Partes modifican la cláusula tercera del Convenio de Colaboración celebrado el "
            "7 de mayo de 2014."
        ),
        [("amends", "Convenio de Colaboración", "2014-05-07")],
    ),
    (
        (
            "CONVENIO MODIFICATORIO\n\nPor el presente se adiciona la sección V del Memorándum de "
            "Entendimiento firmado el 7 de mayo de 2014."
        ),
        [("amends", "Memorándum de Entendimiento", "2014-05-07")],
    ),
    (
        HEAD + ("This Memorandum replaces the Letter of Agreement signed June 3, 2009, which ceases to have effect."),
        [("supersedes", "Letter of Agreement", "2009-06-03")],
    ),
    (
        HEAD + ("It supersedes all prior agreements, in particular the Memorandum of June 3, 2009."),
        [("supersedes", "Memorandum", "2009-06-03")],
    ),
    (
        HEAD_ES + ("El presente Memorándum sustituye al Convenio firmado el 3 de junio de 2009."),
        [("supersedes", "Convenio", "2009-06-03")],
    ),
    (
        HEAD_ES + ("Queda sin efecto el Memorándum de Entendimiento del 3 de junio de 2009."),
        [("supersedes", "Memorándum de Entendimiento", "2009-06-03")],
    ),
    (
        LETTER
        + (
            "We write to give notice that the Office terminates the Memorandum of Understanding signed on "
            "June 3, 2009.\n\nSincerely,\nRosa Lind"
        ),
        [("terminates", "Memorandum of Understanding", "2009-06-03")],
    ),
    (
        (
            "Estimada Sra. Lind:\n\nLe notifico la terminación anticipada del Convenio firmado el 3 de "
            "junio de 2009.\n\nAtentamente,\nHugo Prado"
        ),
        [("terminates", "Convenio", "2009-06-03")],
    ),
    (
        LETTER
        + ("This is our notice to end the Agreement dated June 3, 2009, in thirty days.\n\nSincerely,\nRosa Lind"),
        [("terminates", "Agreement", "2009-06-03")],
    ),
    (
        LETTER + ("Thank you for your letter of May 5, 2012. I agree to the meeting.\n\nSincerely,\nRosa Lind"),
        [("replies-to", "letter", "2012-05-05")],
    ),
    (
        LETTER + ("I refer to your letter dated May 5, 2012 about the draft.\n\nSincerely,\nRosa Lind"),
        [("replies-to", "letter", "2012-05-05")],
    ),
    (
        ("Estimada Sra. Lind:\n\nAcuso recibo de su carta del 5 de mayo de 2012.\n\nAtentamente,\nHugo Prado"),
        [("replies-to", "carta", "2012-05-05")],
    ),
    (
        (
            "Estimada Sra. Lind:\n\nEn respuesta a su atento oficio 123 de fecha 5 de mayo de 2012, le "
            "informo.\n\nAtentamente,\nHugo Prado"
        ),
        [("replies-to", "oficio", "2012-05-05")],
    ),
    (
        RELEASE
        + (
            "The Harbor Office and the Consulate of Mexico signed a memorandum of understanding on May 7, "
            "2014. It renews an agreement of 2011."
        ),
        [("renews", "agreement", "2011"), ("announces", "memorandum of understanding", "2014-05-07")],
    ),
    (
        (
            "Boletín de prensa 12\n\nBoise, Idaho. El Consulado de México y la Oficina firmaron el 7 de "
            "mayo de 2014 un memorándum de entendimiento."
        ),
        [("announces", "memorándum de entendimiento", "2014-05-07")],
    ),
    (
        (
            "Boletín de prensa 12\n\nBoise, Idaho. Se suscribió un convenio de colaboración entre el "
            "Consulado y la Oficina el 7 de mayo de 2014."
        ),
        [("announces", "convenio de colaboración", "2014-05-07")],
    ),
    (
        RELEASE + ("A letter of agreement was signed on May 7, 2014 by the Harbor Office and the Consulate of Mexico."),
        [("announces", "letter of agreement", "2014-05-07")],
    ),
    (
        (
            "The Harbor report, 2015\n\nThe office works under the Letter of Agreement signed May 7, "
            "2014, with the Consulate."
        ),
        [("cites", "Letter of Agreement", "2014-05-07")],
    ),
    (
        (
            "Informe anual 2015\n\nLa oficina trabaja según la Carta de Acuerdo firmada el 7 de mayo de "
            "2014 con el Consulado."
        ),
        [("cites", "Carta de Acuerdo", "2014-05-07")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_the_relation_its_title_and_its_day(text, expected):
    found = [fact.value for fact in facts(text, field="relation")]
    assert [(r.type, r.title, r.date) for r in found if isinstance(r, Relation)] == expected


RECITALS = [text for text, told in WORDINGS if text.startswith((HEAD, HEAD_ES)) and told[0][0] == "implements"]


@pytest.mark.parametrize("text", RECITALS)
def test_the_umbrellas_day_is_not_the_papers(text):
    assert facts(text, field="agreement_date") == []


def test_a_paper_that_is_not_changed_is_only_cited():
    text = HEAD + "This paper does not amend the Letter of Agreement signed on May 7, 2014."
    assert [fact.value for fact in facts(text, field="relation")] == [
        Relation("cites", "Letter of Agreement", "2014-05-07")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "TRADUCCIÓN NO OFICIAL\n\nCARTA DE ACUERDO ENTRE LA OFICINA Y EL CONSULADO\n\nLas Partes acuerdan colaborar.",
        "(Courtesy translation)\n\nLETTER OF AGREEMENT BETWEEN THE OFFICE AND THE CONSULATE\n\nThe parties agree.",
    ],
)
def test_translations(text):
    types = [fact.value.type for fact in facts(text, field="relation") if isinstance(fact.value, Relation)]
    assert types == ["translates"]
