"""Term, renewal and notice, in words and figures, in both languages."""

from __future__ import annotations

import pytest

from archive_app.domain.dates import Duration
from tests.extractors.reading import value

HEAD = (
    "MEMORANDUM OF UNDERSTANDING BETWEEN THE HARBOR LABOR OFFICE AND THE CONSULATE OF ARDENIA\n\nThe Participants"
    " hereby agree. "
)
HEAD_ES = (
    "MEMORÁNDUM DE ENTENDIMIENTO ENTRE LA OFICINA DEL PUERTO Y EL CONSULADO DE ARDENIA\n\nLas Partes acuerdan, en"
    " adelante. "
)


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("This Memorandum will remain in effect for three (3) years from the date of signing.", Duration(3.0, "years")),
        ("The term of this Memorandum is eighteen months from the Effective Date.", Duration(18.0, "months")),
        ("This Memorandum shall expire on the second anniversary of the date hereof.", Duration(2.0, "years")),
        ("Duration: Two years", Duration(2.0, "years")),
        ("This Memorandum may be ended on thirty days notice.", None),
        ("Records are kept for five years. Courses last 10 and 30 hours.", None),
        ("Those duties survive for two years after termination.", None),
    ],
)
def test_term_in_english(words, term):
    assert value("term", HEAD + words) == term


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("El presente Memorándum tendrá una vigencia de dos años a partir de su firma.", Duration(2.0, "years")),
        (
            "El presente Memorándum permanecerá vigente por un período de dieciocho (18) meses.",
            Duration(18.0, "months"),
        ),
        ("Duración: tres años", Duration(3.0, "years")),
        ("Cualquiera puede darlo por terminado con un aviso de treinta días.", None),
    ],
)
def test_term_in_spanish(words, term):
    assert value("term", HEAD_ES + words) == term


@pytest.mark.parametrize(
    ("head", "words", "renewal", "length"),
    [
        (HEAD, "It will automatically renew for successive one-year periods.", "automatic", Duration(1.0, "years")),
        (
            HEAD,
            "Thereafter this Memorandum shall be automatically renewed annually.",
            "automatic",
            Duration(1.0, "years"),
        ),
        (HEAD, "This Memorandum may be renewed by mutual written consent of the Participants.", "mutual", None),
        (
            HEAD_ES,
            "Se renovará automáticamente por períodos sucesivos de dos años.",
            "automatic",
            Duration(2.0, "years"),
        ),
        (HEAD_ES, "El presente Memorándum podrá prorrogarse por acuerdo escrito de ambas Partes.", "mutual", None),
        (HEAD, "The Participants renewed an older alliance.", None, None),
    ],
)
def test_renewal(head, words, renewal, length):
    assert (value("renewal", head + words), value("renewal_term", head + words)) == (renewal, length)


@pytest.mark.parametrize(
    ("head", "words", "notice"),
    [
        (HEAD, "Either Participant may terminate this Memorandum on 60 days' written notice.", Duration(60.0, "days")),
        (HEAD, "It may be cancelled by ninety (90) days advance notice in writing.", Duration(90.0, "days")),
        (
            HEAD_ES,
            (
                "Cualquiera de las Partes podrá darlo por terminado mediante aviso por escrito con treinta días de"
                " anticipación."
            ),
            Duration(30.0, "days"),
        ),
        (HEAD, "Answers to a subpoena are due within ten (10) business days of notice.", None),
        (HEAD, "It may be terminated for breach not cured within 15 days of notice.", None),
    ],
)
def test_notice(head, words, notice):
    assert value("notice_period", head + words) == notice


def test_an_anniversary_may_stand_over_two_lines():
    words = "This Memorandum shall expire on the second\nanniversary of the date hereof."
    assert value("term", HEAD + words) == Duration(2.0, "years")
