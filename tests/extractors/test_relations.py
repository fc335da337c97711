"""What papers say of other papers."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Relation
from tests.extractors.reading import facts

HEAD = "MEMORANDUM OF UNDERSTANDING BETWEEN THE HARBOR OFFICE AND THE CONSULATE\n\nThe Participants hereby agree. "
HEAD_ES = "MEMORÁNDUM DE ENTENDIMIENTO ENTRE LA OFICINA Y EL CONSULADO\n\nLas Partes acuerdan, en adelante. "
RELEASE = "News Release: [05/14/2013]\nPORT ARDO — "


def told(text: str) -> list[tuple[str, str | None]]:
    relations = [fact.value for fact in facts(text, field="relation")]
    return [(relation.type, relation.date) for relation in relations if isinstance(relation, Relation)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            HEAD + "As acknowledged in the Letter of Arrangement of the Ministry, signed on June 3, 2010, they meet.",
            [("implements", "2010-06-03")],
        ),
        (
            HEAD_ES + "Recuerdan la Carta de Arreglo del Ministerio, firmada el 3 de junio de 2010.",
            [("implements", "2010-06-03")],
        ),
        (
            HEAD + "They renew the Alliance signed on May 7, 2014, and renewed on May 9, 2016.",
            [("renews", "2014-05-07"), ("renews", "2016-05-09")],
        ),
        (HEAD_ES + "Desean renovar el acuerdo del 7 de mayo de 2014.", [("renews", "2014-05-07")]),
        (
            "AMENDMENT NO. 1\n\nThe parties hereby amend the Memorandum of Understanding dated May 7, 2014.",
            [("amends", "2014-05-07")],
        ),
        (
            HEAD + "This Memorandum supersedes and replaces the Memorandum of Understanding dated May 7, 2009.",
            [("supersedes", "2009-05-07")],
        ),
        (HEAD + "They start from the 2004 Letter of Agreement with the Ministry, under the 2004 Letter of Agreement.",
         [("implements", "2004")]),
        (
            RELEASE + "The office today signed a memorandum of understanding with the consulate.",
            [("announces", "2013-05-14")],
        ),
        (RELEASE + "The office renews an alliance first signed in 2009, it said today.", [("renews", "2009")]),
        (HEAD + "They will meet in May.", []),
    ],
)  # fmt: skip
def test_relations(text, wanted):
    assert told(text) == wanted


def test_the_other_papers_name_is_kept_as_written():
    text = (
        HEAD + "As acknowledged in the Letter of Arrangement of the Ministry, signed on June 3, 2010, they cooperate."
    )
    relation = facts(text, field="relation")[0]
    assert isinstance(relation.value, Relation)
    assert relation.value.title == "Letter of Arrangement of the Ministry"
    assert relation.evidence
    assert relation.evidence.quote.endswith("signed on June 3, 2010")


def test_a_letter_in_reply_names_the_letter_it_answers():
    text = (
        "May 20, 2014\n\nDear Ms. Vale:\n\nIn reply to your letter of May 2, 2014, we agree to meet.\n\nSincerely,\nJon"
        " Reyes"
    )
    assert told(text) == [("replies-to", "2014-05-02")]


LETTER = "May 4, 2021\n\nDear Ms. Vale:\n\n%s\n\nSincerely,\nJon Reyes"


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        (LETTER % "Enclosed is the letter of arrangement signed on February 11, 2014.", "letter of arrangement",
         "2014-02-11"),
        ("Lunar, a 4 de mayo de 2021\n\nEstimado director:\n\nMe refiero al memorándum de entendimiento suscrito el"
         " 31 de agosto de 2015.\n\nAtentamente,\nAna Ríos", "memorándum de entendimiento", "2015-08-31"),
        ("SERVICES AGREEMENT\n\nThis Agreement is made on March 3, 2015 by Alder Tools Ltd. and Brook Mills Inc."
         " Reference is made to the Loan Agreement dated as of May 5, 2010 between them. The parties agree.",
         "Loan Agreement", "2010-05-05"),
    ],
)  # fmt: skip
def test_a_paper_named_with_its_day_is_cited(text, title, date):
    assert [fact.value for fact in facts(text, field="relation")] == [Relation("cites", title, date)]


@pytest.mark.parametrize(
    "text",
    [
        LETTER % "Thank you for the letter of April 2, 2021 and for the talk of April 9, 2021.",
        LETTER % "We signed up for the course on May 5, 2015.",
        "COMPLAINT\n\nSubmitted under the Agreement 1\n\nRespectfully submitted on April 13, 2005.",
    ],
)
def test_plain_letters_and_days_without_a_paper_are_not_cited(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("mark", "rest", "relation"),
    [
        ("UNOFFICIAL TRANSLATION\n\n",
         "MEMORANDUM OF UNDERSTANDING\n\nThis Memorandum is made on March 3, 2015 by the parties.",
         Relation("translates", "Memorandum of Understanding", "2015-03-03")),
        ("TRADUCCIÓN NO OFICIAL\n\n", "MEMORÁNDUM DE ENTENDIMIENTO\n\nLas Partes acuerdan, en adelante.",
         Relation("translates", "Memorándum de Entendimiento", None)),
        ("", HEAD + "The Office pays for the translation of its leaflets into Spanish.", None),
    ],
)  # fmt: skip
def test_a_translation_says_so(mark, rest, relation):
    assert [fact.value for fact in facts(mark + rest, field="relation")] == ([relation] if relation else [])
